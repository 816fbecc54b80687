import { sql } from 'kysely'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { compareByGivenName } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { NotRated, Rated, RatingLevel } from '../domain/levels.ts'
import type { LoadedList } from './load-list.ts'

/** One row of a list with what is written, and what was confirmed and stays in force. */
export type SheetRow = Rated & {
  subjectId: string
  kind: 'person' | 'unit'
  name: string
  sub: string
  hint: string | null
  /** Held no post there in the period (any more): asks for nothing, and falls out when it is left empty. */
  stray: boolean
  unborn: boolean
  version: number
  inForce: (Rated & { id: string }) | null
}

/**
 * Everybody who held a post in the unit during the period, by given name; before them the unit itself and the Party organisation beside it.
 * Who is written there without a post any more stays in sight.
 */
export async function sheetRows(tx: Tx, list: LoadedList): Promise<SheetRow[]> {
  const { unit, period, row } = list
  const people = await peopleDuring(tx, unit.id, period)
  const units = await unitsRated(tx, list)
  const written = row ? await writtenIn(tx, row.id) : new Map<string, Written>()
  const inForce = row ? await inForceOf(tx, row.id) : new Map<string, Rated & { id: string }>()
  const rows: SheetRow[] = [
    ...units.map((one) =>
      toRow({ subjectId: one.id, kind: 'unit', name: one.name, sub: one.sub, hint: null, unborn: false }),
    ),
    ...people.map((one) =>
      toRow({
        subjectId: one.personId,
        kind: 'person',
        name: one.name,
        sub: one.titles,
        hint: hintFor(one, period.to),
        unborn: one.unborn,
      }),
    ),
  ]
  const known = new Set(rows.map((one) => one.subjectId))
  const strays = [...written.values()].filter((one) => !known.has(one.subjectId))
  return [
    ...rows,
    ...strays.map((one) => ({
      ...toRow({
        subjectId: one.subjectId,
        kind: one.kind,
        name: one.name,
        sub: '',
        hint: 'Không có vị trí công tác tại đơn vị trong kỳ. Để trống để bỏ khỏi danh sách',
        unborn: false,
      }),
      stray: true,
    })),
  ]

  function toRow(base: Pick<SheetRow, 'subjectId' | 'kind' | 'name' | 'sub' | 'hint' | 'unborn'>): SheetRow {
    const entry = written.get(base.subjectId)
    return {
      ...base,
      stray: false,
      level: entry?.level ?? null,
      notRated: entry?.notRated ?? null,
      note: entry?.note ?? '',
      version: entry?.version ?? 0,
      inForce: inForce.get(base.subjectId) ?? null,
    }
  }
}

type During = {
  personId: string
  name: string
  titles: string
  kinds: string[]
  heldTo: PlainDate | null
  unborn: boolean
}

async function peopleDuring(
  tx: Tx,
  unitId: string,
  { from, to }: { from: PlainDate; to: PlainDate },
): Promise<During[]> {
  const { rows } = await sql<During>`
    select person_id as "personId", full_name as name, titles, kinds, held_to as "heldTo", unborn
    from app.people_during(${unitId}::uuid, ${from}::date, ${to}::date)`.execute(tx.db)
  return rows.sort((a, b) => compareByGivenName(a.name, b.name) || (a.personId < b.personId ? -1 : 1))
}

function hintFor({ heldTo, kinds }: During, periodEnd: PlainDate): string | null {
  if (heldTo !== null && heldTo < periodEnd) return `Làm việc tại đơn vị đến hết ngày ${formatDate(heldTo)}`
  return kinds.every((kind) => kind === 'secondment') ? 'Biệt phái đến: thường đơn vị cử đi xếp loại' : null
}

async function unitsRated(tx: Tx, { unit, period }: LoadedList): Promise<{ id: string; name: string; sub: string }[]> {
  const beside = await tx.db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('parent_id', '=', unit.id)
    .where('kind', '=', 'party-organisation')
    .where('beside', '=', true)
    .where('valid_from', '<=', period.to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', period.from)]))
    .orderBy('order_no')
    .orderBy('name')
    .execute()
  return [{ id: unit.id, name: unit.name, sub: 'Tập thể' }, ...beside.map((one) => ({ ...one, sub: 'Tổ chức Đảng' }))]
}

type Written = Rated & { subjectId: string; kind: 'person' | 'unit'; name: string; version: number }

async function writtenIn(tx: Tx, listId: string): Promise<Map<string, Written>> {
  const rows = await tx.db
    .selectFrom('rating_entry')
    .select(['subject_id as subjectId', 'person_id', 'subject_name as name', 'level', 'not_rated', 'note', 'version'])
    .where('list_id', '=', listId)
    .execute()
  return new Map(
    rows.map(({ person_id, not_rated, ...row }) => [
      row.subjectId,
      { ...row, notRated: not_rated, kind: person_id === null ? 'unit' : 'person' },
    ]),
  )
}

async function inForceOf(tx: Tx, listId: string): Promise<Map<string, Rated & { id: string }>> {
  const rows = await tx.db
    .selectFrom('rating')
    .select(['id', 'person_id', 'rated_unit_id', 'level', 'not_rated', 'note'])
    .where('list_id', '=', listId)
    .where('replaced_at', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => [
      row.person_id ?? row.rated_unit_id ?? '',
      {
        id: row.id,
        level: row.level as RatingLevel | null,
        notRated: row.not_rated as NotRated | null,
        note: row.note,
      },
    ]),
  )
}
