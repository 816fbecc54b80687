import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type Evidence, likelihood, recipientKey, type WrittenRecipient, weigh } from '../domain/recipients.ts'

export type Candidate = {
  kind: 'person' | 'unit'
  id: string
  name: string
  sub: string
  birth: string | null
  evidence: Evidence
  verdict: 'same' | 'different' | null
}

const SHOWN = 10

/** Who of ours the recipient may be, as far as the actor sees them, the likeliest first, with what was decided about each pair. */
export async function candidatesFor(
  tx: Tx,
  kind: 'person' | 'unit',
  recipient: WrittenRecipient,
): Promise<Candidate[]> {
  const weighed = kind === 'person' ? await people(tx, recipient) : await units(tx, recipient)
  if (weighed.length === 0) return []
  const decided = await tx.db
    .selectFrom('recipient_match')
    .select(['candidate_id', 'verdict'])
    .where('recipient_key', '=', recipientKey(kind, recipient))
    // Where two keepers decided otherwise, the later one's word counts here.
    .orderBy('decided_at')
    .execute()
  const verdicts = new Map(decided.map((row) => [row.candidate_id, row.verdict]))
  return weighed
    .map((one) => ({ ...one, verdict: verdicts.get(one.id) ?? null }))
    .sort((a, b) => likelihood(b.evidence) - likelihood(a.evidence) || (a.id < b.id ? -1 : 1))
    .slice(0, SHOWN)
}

/**
 * Who it is without asking anybody: decided before, or the only one with that name and birth day. `undefined` leaves it to a person. A pair
 * that was told apart is never taken for one.
 */
export async function matchFor(
  tx: Tx,
  kind: 'person' | 'unit',
  recipient: WrittenRecipient,
): Promise<string | undefined> {
  const candidates = await candidatesFor(tx, kind, recipient)
  const decided = candidates.find((one) => one.verdict === 'same')
  if (decided) return decided.id
  const sure = candidates.filter((one) => one.evidence.sure && one.verdict === null)
  return sure.length === 1 ? sure[0]?.id : undefined
}

type Weighed = Omit<Candidate, 'verdict'>

async function people(tx: Tx, recipient: WrittenRecipient): Promise<Weighed[]> {
  const folded = foldForSearch(recipient.name)
  if (folded === '') return []
  const found = await tx.db
    .selectFrom('person')
    .select(['id', 'full_name', 'birth_precision'])
    // Who may see the person may not thereby see when he was born: of whoever's file another keeps, it is as if it were not known.
    .select(keptBirth('person').as('birth_on'))
    .where('id', 'in', sql<string>`(select app.find_people(array[${folded}]::text[]))`)
    .where('merged_into', 'is', null)
    .limit(200)
    .execute()
  if (found.length === 0) return []
  const posts = await tx.db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .select(['post.person_id', 'post.title', 'unit.name'])
    .where(
      'post.person_id',
      'in',
      found.map((person) => person.id),
    )
    .orderBy('post.valid_from', 'desc')
    .execute()
  return found.flatMap((person) => {
    const held = posts.filter((post) => post.person_id === person.id)
    const birth = birthText(person.birth_on, person.birth_precision)
    const evidence = weigh(recipient, { name: person.full_name, birth, unitNames: held.map((post) => post.name) })
    const sub = held.map((post) => `${post.title}, ${post.name}`)
    return evidence
      ? [{ kind: 'person' as const, id: person.id, name: person.full_name, sub: sub.join('; '), birth, evidence }]
      : []
  })
}

/** The birth day of those whose files the actor keeps; null of everybody else. */
export function keptBirth(table: string) {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql<PlainDate | null>`case when (select app.keeps_all_files()) or get_bit((select app.kept_bits()), ${column('unit_no')}) = 1
    or (${column('other_unit_nos')} is not null and app.sees_any((select app.kept_bits()), ${column('other_unit_nos')}))
    then ${column('birth_on')} end`
}

async function units(tx: Tx, recipient: WrittenRecipient): Promise<Weighed[]> {
  const folded = foldForSearch(recipient.name)
  if (folded === '') return []
  const found = await tx.db
    .selectFrom('unit')
    .leftJoin('unit as above', 'above.id', 'unit.parent_id')
    .select(['unit.id', 'unit.name', 'above.name as aboveName'])
    // What units are found by has their short name behind the name; `weigh` compares the name alone.
    .where((eb) => eb.or([eb('unit.name_search', '=', folded), eb('unit.name_search', 'like', `${folded} %`)]))
    .limit(200)
    .execute()
  const named = found.filter((unit) => foldForSearch(unit.name) === folded)
  // The only unit of that name is the unit of that name, unless the decision names another above it.
  return named.flatMap((unit) => {
    const evidence = weigh(recipient, {
      name: unit.name,
      birth: null,
      unitNames: unit.aboveName ? [unit.aboveName] : [],
    })
    if (!evidence) return []
    const sure = named.length === 1 && evidence.unit !== 'other'
    return [
      {
        kind: 'unit' as const,
        id: unit.id,
        name: unit.name,
        sub: unit.aboveName ?? '',
        birth: null,
        evidence: { ...evidence, sure },
      },
    ]
  })
}

export function birthText(on: string | null, precision: 'day' | 'month' | 'year' | null): string | null {
  return on === null || precision === null ? null : on.slice(0, { year: 4, month: 7, day: 10 }[precision])
}
