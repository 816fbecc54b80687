import { sql } from 'kysely'
import { grantFor, seesAs } from '../../kernel/actor.ts'
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath, unitPaths } from '../../platform/database/unit-tree.ts'
import { fileShape, findFiles } from '../../platform/files/file-rows.ts'
import { keepOnly, type LetterContent } from '../domain/letter.ts'
import { whyMayNotUrge } from '../domain/permissions.ts'
import { officesSeen } from './offices.ts'
import { stillUrgedBy } from './still-urged.ts'

export type LetterRow = {
  id: string
  unit_id: string
  unit_no: number
  state: 'draft' | 'issued' | 'discarded'
  subject: string
  content: LetterContent
  number: string | null
  issued_on: string | null
  signer_name: string | null
  signer_title: string | null
  signed_file_id: string | null
  version: number
  made_by_name: string
  made_at: Date
  discard_reason: string | null
}

/** Who reads an issued letter for a unit it urges. */
const READERS = ['head', 'officer', 'auditor'] as const

export type LetterLine = {
  id: string
  subject: string
  state: LetterRow['state']
  officeName: string
  number: string | null
  issuedOn: string | null
  units: number
  items: number
  madeByName: string
  madeAt: string
}

const PAGE = 200

/** The letters of the offices the actor urges for or looks at, newest first; the page shows the newest, a sheet takes all. */
export async function listLetters(
  tx: Tx,
  filter: { state?: LetterRow['state'] },
  most: number = PAGE,
): Promise<Result<{ letters: LetterLine[] }>> {
  const offices = await officesSeen(tx)
  if (offices.length === 0) return refuse('not-yours-to-see', { who: 'bộ phận thường trực và người có thẩm quyền' })
  const rows = await tx.db
    .selectFrom('urging_letter')
    .innerJoin('unit', 'unit.id', 'urging_letter.unit_id')
    .select(['urging_letter.id', 'subject', 'state', 'unit.name as officeName', 'number', 'issued_on as issuedOn'])
    .select(['content', 'made_by_name as madeByName', 'made_at as madeAt'])
    .$if(offices !== 'all', (query) =>
      query.where('urging_letter.unit_id', 'in', offices === 'all' ? [] : [...offices]),
    )
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state ?? 'draft'))
    .orderBy('made_at', 'desc')
    .limit(most)
    .execute()
  return ok({
    letters: rows.map(({ content, madeAt, ...row }) => {
      const { units } = content as LetterContent
      return {
        ...row,
        units: units.length,
        items: units.reduce((sum, unit) => sum + unit.items.length, 0),
        madeAt: madeAt.toISOString(),
      }
    }),
  })
}

/** The letter, locked for a change when `forUpdate`; refuses who may not see it. */
export async function openLetter(tx: Tx, id: string, action: 'see' | 'urge'): Promise<Result<LetterRow>> {
  const query = tx.db.selectFrom('urging_letter').selectAll().where('id', '=', id)
  const row = (await (action === 'urge' ? query.forUpdate() : query).executeTakeFirst()) as LetterRow | undefined
  if (!row) return refuse('not-found')
  const refused = whyMayNotUrge(tx.actor, action, await unitPath(tx, row.unit_id))
  if (refused && !(action === 'see' && (await namesMine(tx, row))))
    return { ok: false, refusal: await asSeen(tx, row, refused) }
  return ok(row)
}

/** Whoever reads an issued letter may not change it; who may not read it is not told of it. */
async function asSeen(tx: Tx, row: LetterRow, refused: Refusal): Promise<Refusal> {
  if (refused.code !== 'not-found' || !(await namesMine(tx, row))) return refused
  return { code: 'not-yours-to-do', values: { who: 'bộ phận thường trực' } }
}

/** An issued letter is read by the heads, officers and auditors of the units it urges, and of those that have taken over from them. */
async function namesMine(tx: Tx, row: LetterRow): Promise<boolean> {
  return row.state === 'issued' && (await partOf(tx, row.content)).length > 0
}

/** What of the list is of units the actor reads for: as drafted, or where what is urged stands since. */
async function partOf(tx: Tx, { units }: LetterContent): Promise<LetterContent['units']> {
  const ids = units.flatMap((unit) => unit.items.map((item) => item.obligationId))
  const { rows } = await sql<{ id: string; unitId: string }>`
    select id, unit_id as "unitId" from app.obligation where id = any (${ids}::uuid[])`.execute(tx.db)
  const now = new Map(rows.map((row) => [row.id, row.unitId]))
  const paths = await unitPaths(tx, [...units.map((unit) => unit.unitId), ...now.values()])
  const reads = (unitId: string | undefined) =>
    unitId !== undefined && seesAs(tx.actor, READERS, paths.get(unitId) ?? [])
  const mine = units.flatMap((unit) =>
    unit.items.filter((item) => reads(unit.unitId) || reads(now.get(item.obligationId))),
  )
  return keepOnly(units, new Set(mine.map((item) => item.obligationId)))
}

type LetterPage = {
  letter: Omit<LetterLine, 'units' | 'items' | 'madeAt'> & {
    madeAt: string
    content: LetterContent
    signerName: string | null
    signerTitle: string | null
    signedFile: { id: string; name: string; size: number; mediaType: string } | null
    discardReason: string | null
    version: number
    actions: { change?: { whyNot: null }; issue?: { whyNot: null }; discard?: { whyNot: null } }
  }
  /** What of it has been done, prolonged or stopped since the draft: those are no longer urged by it. */
  urgedNoMore: string[]
}

/** One letter, as its office works on it or its units read it. A unit reads its own part of the list. */
export async function readLetter(tx: Tx, { id }: { id: string }): Promise<Result<LetterPage>> {
  const opened = await openLetter(tx, id, 'see')
  if (!opened.ok) return opened
  const row = opened.value
  const path = await unitPath(tx, row.unit_id)
  const may = row.state === 'draft' && grantFor(tx.actor, ['standing-office'], path) !== undefined
  const office = await tx.db.selectFrom('unit').select('name').where('id', '=', row.unit_id).executeTakeFirstOrThrow()
  const content = await ownPart(tx, row)
  const ids = content.units.flatMap((unit) => unit.items.map((item) => item.obligationId))
  const urged = new Set((await stillUrgedBy(tx, row.id)).map((one) => one.id))
  const [file] = await findFiles(tx, row.signed_file_id === null ? [] : [row.signed_file_id])
  return ok({
    letter: {
      id: row.id,
      subject: row.subject,
      state: row.state,
      officeName: office.name,
      number: row.number,
      issuedOn: row.issued_on,
      madeByName: row.made_by_name,
      madeAt: row.made_at.toISOString(),
      content,
      signerName: row.signer_name,
      signerTitle: row.signer_title,
      signedFile: file ? fileShape(file) : null,
      discardReason: row.discard_reason,
      version: row.version,
      actions: may ? { change: { whyNot: null }, issue: { whyNot: null }, discard: { whyNot: null } } : {},
    },
    urgedNoMore: row.state === 'discarded' ? [] : ids.filter((one) => !urged.has(one)),
  })
}

/** The content for this reader: its office sees all of it, a unit its own lines of the list. */
export async function ownPart(tx: Tx, { unit_id, content }: LetterRow): Promise<LetterContent> {
  if (whyMayNotUrge(tx.actor, 'see', await unitPath(tx, unit_id)) === undefined) return content
  return { ...content, units: await partOf(tx, content) }
}
