import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'

const tag = 'Sao lưu'

const backup = z.object({
  id: z.string(),
  way: z.enum(['scheduled', 'by-hand', 'command', 'export']),
  state: z.enum(['running', 'good', 'failed']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  path: z.string(),
  size: z.number().nullable(),
  encrypted: z.boolean(),
  rows: z.number().nullable(),
  files: z.number().nullable(),
  missingFiles: z.number().nullable(),
  error: z.string().nullable(),
  askedBy: z.string().nullable(),
  removed: z.boolean(),
})

export const backupContract = {
  list: operation({
    method: 'GET',
    path: '/backups',
    tag,
    summary: 'Các bản sao lưu',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({}))
    .output(
      z.object({
        backups: z.array(backup),
        total: z.number(),
        health: z.object({ state: z.enum(['good', 'look', 'bad']), detail: z.string() }),
        lastGoodAt: z.string().nullable(),
        folder: z.string(),
        at: z.string().nullable(),
        keep: z.object({ days: z.number(), weeks: z.number(), months: z.number() }),
        encrypts: z.boolean(),
        sameDisk: z.boolean(),
        actions: z.object({ make: z.object({ whyNot: z.string().nullable() }).optional() }),
      }),
    ),
  make: operation({
    method: 'POST',
    path: '/backups',
    tag,
    summary: 'Sao lưu ngay',
    refusals: ['not-yours-to-do'],
  })
    .input(z.object({}))
    .output(z.object({ id: z.string() })),
}
