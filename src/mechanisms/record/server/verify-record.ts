import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { BEFORE_THE_FIRST, SEALED_COLUMNS, type SealedColumns, sealHash } from './seal-hash.ts'

const AT_ONCE = 5000

/** Where the record is not what was sealed, and how. */
export type Broken = {
  readonly what: 'number-missing' | 'row-missing' | 'row-changed' | 'head-differs' | 'head-missing' | 'never-queued'
  /** Of the link at fault; null for a row that stands outside the chain. */
  readonly sealNo: number | null
  readonly recordId: string | null
  /** When, by whom and on what, as the row now says; null when it is gone. */
  readonly row: { at: string; actorName: string; action: string; thingName: string } | null
}

export type Verification = {
  readonly sealed: number
  /** Written and not yet sealed: the last minute's. */
  readonly waiting: number
  /** The last link, as hexadecimal digits; null while nothing is sealed. */
  readonly head: { readonly sealNo: number; readonly hash: string } | null
  /** The first place that is broken. */
  readonly broken: Broken | null
}

/** A head as it was printed or mailed: the chain must still pass through it. */
export type KnownHead = { readonly sealNo: number; readonly hash: string }

/**
 * Walks the whole chain in one snapshot and makes every link anew from the row it seals; compares it with the heads kept in the database
 * and with those that are given, which have been outside. Stops at the first place that is broken.
 */
export async function verifyRecord(tx: Tx, outside: readonly KnownHead[] = []): Promise<Verification> {
  const heads = await tx.db.selectFrom('record_head').select(['seal_no', 'hash']).orderBy('seal_no').execute()
  const known = [...heads.map((head) => ({ sealNo: head.seal_no, hash: head.hash.toString('hex') })), ...outside]
  let sealNo = 0
  let hash: Buffer = BEFORE_THE_FIRST
  const end = (broken: Broken | null, waiting = 0): Verification => ({
    sealed: sealNo,
    waiting,
    head: sealNo === 0 ? null : { sealNo, hash: hash.toString('hex') },
    broken,
  })
  for (;;) {
    const links = await linksAfter(tx, sealNo)
    for (const link of links) {
      if (link.sealNo !== sealNo + 1) return end(brokenAt('number-missing', { ...link, sealNo: sealNo + 1 }))
      if (link.columns === null) return end(brokenAt('row-missing', link))
      const made = sealHash(link.sealNo, hash, link.columns)
      if (!made.equals(link.hash)) return end(brokenAt('row-changed', link))
      sealNo = link.sealNo
      hash = made
      const text = hash.toString('hex')
      if (known.some((head) => head.sealNo === link.sealNo && !text.startsWith(head.hash.toLowerCase()))) {
        return end(brokenAt('head-differs', link))
      }
    }
    if (links.length < AT_ONCE) break
  }
  const beyond = known.find((head) => head.sealNo > sealNo)
  if (beyond) return end({ what: 'head-missing', sealNo: beyond.sealNo, recordId: null, row: null })
  const { rows: strays } = await sql<{ id: string; columns: SealedColumns }>`
    select r.id, ${sql.raw(SEALED_COLUMNS)} as columns from app.record r
    where not exists (select 1 from app.record_seal s where s.record_id = r.id)
      and not exists (select 1 from app.record_to_seal q where q.record_id = r.id)
    order by r.entry_no limit 1`.execute(tx.db)
  const [stray] = strays
  if (stray) return end(brokenAt('never-queued', { sealNo: null, recordId: stray.id, columns: stray.columns }))
  const { waiting } = await tx.db
    .selectFrom('record_to_seal')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow()
  return end(null, waiting)
}

type Link = { sealNo: number; recordId: string; hash: Buffer; columns: SealedColumns | null }

async function linksAfter(tx: Tx, sealNo: number): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select s.seal_no as "sealNo", s.record_id as "recordId", s.hash,
      case when r.id is not null then ${sql.raw(SEALED_COLUMNS)} end as columns
    from app.record_seal s left join app.record r on r.id = s.record_id
    where s.seal_no > ${sealNo} order by s.seal_no limit ${AT_ONCE}`.execute(tx.db)
  return rows
}

/** Places in `SEALED_COLUMNS`. */
const [AT, ACTOR, ACTION, THING] = [2, 7, 9, 12]

function brokenAt(
  what: Broken['what'],
  { sealNo, recordId, columns }: { sealNo: number | null; recordId: string; columns: SealedColumns | null },
): Broken {
  const column = (place: number) => columns?.[place] ?? ''
  // `to_char` gives UTC without saying so.
  const row = columns && {
    at: `${column(AT)}Z`,
    actorName: column(ACTOR),
    action: column(ACTION),
    thingName: column(THING),
  }
  return {
    what,
    sealNo,
    recordId: what === 'number-missing' ? null : recordId,
    row: what === 'number-missing' ? null : row,
  }
}
