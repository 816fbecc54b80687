import { z } from 'zod'

/** Goes up when a program of today could no longer read what is written. */
export const FORMAT = 1
export const MANIFEST = 'manifest.json'
export const CONTENTS = 'contents.json'

const table = z.object({ name: z.string().regex(/^(app|auth)\.\w+$/), columns: z.array(z.string()) })

/** The first part of a backup: what it is and where it comes from. */
export const manifestShape = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('thi-dua-backup'),
  /** Of the program that made it. */
  version: z.string(),
  postgres: z.string(),
  madeAt: z.string(),
  installation: z.object({ rootUnitId: z.string(), name: z.string(), demo: z.boolean() }),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(table),
  leftOut: z.array(z.string()),
  /** With which keys its sealed values were made, and what those values are. Marks tell keys apart and say nothing of them. */
  keys: z.array(
    z.object({
      kind: z.enum(['encryption', 'digest', 'session']),
      id: z.string(),
      mark: z.string(),
      uses: z.number(),
      what: z.array(z.string()),
    }),
  ),
})
export type Manifest = z.output<typeof manifestShape>

/** The last part: what must have come before it. A backup without it was cut short. */
export const contentsShape = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.number(), bytes: z.number(), sha256: z.string() })),
  files: z.object({ count: z.number(), bytes: z.number(), missing: z.array(z.string()) }),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
  /** Jobs that waited: they are put into the queue of whoever restores. */
  jobs: z.array(z.object({ name: z.string(), payload: z.record(z.string(), z.unknown()), key: z.string().nullable() })),
})
export type Contents = z.output<typeof contentsShape>

/** What any backup of ours says of itself, also one of a later format. */
export const anyManifestShape = z.object({ format: z.number(), kind: z.literal('thi-dua-backup'), version: z.string() })

export function tablePart(name: string, part: number): string {
  return `tables/${name}/${String(part).padStart(6, '0')}.copy`
}

export function filePart(sha256: string): string {
  return `files/${sha256.slice(0, 2)}/${sha256.slice(2)}`
}
