import { sql } from 'kysely'
import { deadlineWords } from '../../kernel/deadline.ts'
import { newId } from '../../kernel/ids.ts'
import { daysBetween, formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import { documentKindName } from '../../mechanisms/documents/domain/document-kinds.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import { lockId } from '../../platform/database/lock-id.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { draftContent, type LetterBasis, type LetterUnit, letterSubject } from '../domain/letter.ts'

/** Working days that a letter gives until what it asks is to be done; the officer changes the day on screen. */
const TIME_GIVEN = 5

export type LateRow = {
  id: string
  thingKind: 'campaign' | 'assignment'
  thingId: string
  owedTo: string
  unitId: string
  unitNo: number
  unitName: string
  title: string
  words: string | null
  dueDay: PlainDate
  dueRelation: 'before' | 'by'
  lastDay: PlainDate
  firstLastDay: PlainDate
  reminded: number
}

/** Whoever drafts asks first what stands in other letters: one after the other, the ladder too. */
export async function lockDrafting(tx: Tx): Promise<void> {
  await lockId(tx, 'urging letters')
}

/** A letter for each campaign or assignment and each office among these late obligations; gives how many letters. */
export async function draftLetters(tx: Tx, asOf: PlainDate, obligationIds: readonly string[]): Promise<number> {
  const rows = await lateRows(tx, obligationIds)
  const groups = Map.groupBy(rows, (row) => `${row.owedTo} ${row.thingId}`)
  for (const group of groups.values()) await draftLetter(tx, asOf, newId(tx.now.getTime()), group)
  return groups.size
}

/** Writes one draft about obligations of one thing and one office. */
export async function draftLetter(tx: Tx, asOf: PlainDate, id: string, rows: readonly LateRow[]): Promise<void> {
  const [first] = rows
  if (!first) throw new Error('a letter about nothing')
  const office = await tx.db
    .selectFrom('unit')
    .select(['id', 'unit_no', 'name'])
    .where('id', '=', first.owedTo)
    .executeTakeFirstOrThrow()
  const basis = await basisOf(tx, first)
  const special = await specialDaysFrom(tx, asOf)
  const units = unitsOf(rows, asOf)
  const newDay = addWorkingDays(asOf, TIME_GIVEN, special)
  const subject = letterSubject(basis.title)
  await tx.db
    .insertInto('urging_letter')
    .values({
      id,
      unit_id: office.id,
      unit_no: office.unit_no,
      state: 'draft',
      subject,
      content: jsonText(draftContent({ officeName: office.name, basis, units, asOf, newDay })),
      thing_kind: first.thingKind,
      thing_id: first.thingId,
      made_by_name: actorName(tx.actor),
      made_at: tx.now,
      changed_at: tx.now,
    })
    .execute()
  const listed = rows.map((row) => ({
    letter_id: id,
    obligation_id: row.id,
    for_last_day: row.lastDay,
    unit_no: row.unitNo,
  }))
  for (let start = 0; start < listed.length; start += 1000) {
    await tx.db
      .insertInto('urging_letter_obligation')
      .values(listed.slice(start, start + 1000))
      .execute()
  }
  const detail = { units: units.length, count: rows.length }
  await record(tx, 'urging-letter.drafted', { kind: 'urging-letter', id, name: subject }, { unitId: office.id, detail })
}

/** Those of these obligations that are open now, as a letter tells of them, units in protocol order. */
export async function lateRows(tx: Tx, ids: readonly string[]): Promise<LateRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<LateRow>`
    select o.id, o.thing_kind as "thingKind", o.thing_id as "thingId", o.owed_to_unit_id as "owedTo", o.unit_id as "unitId", o.unit_no as "unitNo",
      u.name as "unitName", o.title, o.words, o.due_day as "dueDay", o.due_relation as "dueRelation", o.last_day as "lastDay",
      o.first_last_day as "firstLastDay", (select count(*) from app.reminder r where r.obligation_id = o.id)::int as reminded
    from app.obligation o join app.unit u on u.id = o.unit_id
    where o.id = any (${[...ids]}::uuid[]) and o.state = 'open'
    order by u.order_no, u.name, o.last_day, o.id`.execute(tx.db)
  return rows
}

function unitsOf(rows: readonly LateRow[], asOf: PlainDate): LetterUnit[] {
  return [...Map.groupBy(rows, (row) => row.unitId).values()].map((owed) => ({
    unitId: owed[0]?.unitId ?? '',
    unitName: owed[0]?.unitName ?? '',
    items: owed.map((row) => ({
      obligationId: row.id,
      title: row.title,
      words: row.words,
      due: dueWords(row),
      lastDay: row.lastDay,
      daysLate: daysBetween(row.lastDay, asOf),
      reminded: row.reminded,
    })),
  }))
}

/** The day as the plan said it; where it was prolonged, until when. */
export function dueWords(row: Pick<LateRow, 'dueDay' | 'dueRelation' | 'lastDay' | 'firstLastDay'>): string {
  const said = deadlineWords({ day: row.dueDay, relation: row.dueRelation })
  return row.lastDay > row.firstLastDay ? `${said}, đã gia hạn đến hết ngày ${formatDate(row.lastDay)}` : said
}

async function basisOf(tx: Tx, { thingKind, thingId }: LateRow): Promise<LetterBasis> {
  const found =
    thingKind === 'campaign'
      ? await tx.db
          .selectFrom('campaign')
          .innerJoin('document', 'document.id', 'campaign.document_id')
          .select(['campaign.title', 'document.kind', 'document.number', 'document.issued_on as on', 'document.issuer'])
          .where('campaign.id', '=', thingId)
          .executeTakeFirstOrThrow()
      : await tx.db
          .selectFrom('assignment')
          .select([
            'title',
            'basis_kind as kind',
            'basis_number as number',
            'basis_issued_on as on',
            'basis_issuer as issuer',
          ])
          .where('id', '=', thingId)
          .executeTakeFirstOrThrow()
  if (found.number === null) return { title: found.title, words: null }
  const parts = [
    `${documentKindName(found.kind)} số ${found.number}`,
    found.on === null ? '' : ` ngày ${formatDate(found.on)}`,
    found.issuer === null ? '' : ` của ${found.issuer}`,
    ` (“${found.title}”)`,
  ]
  return { title: found.title, words: parts.join('') }
}
