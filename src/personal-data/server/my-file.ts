import { sql } from 'kysely'
import { formatMoment } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { recordSentence } from '../../mechanisms/record/domain/actions.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { findPerson, type PersonRow } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type CorrectionShape, correctionsOf } from './correction-rows.ts'
import { type KeptGroup, keptRows } from './kept-rows.ts'

type Look = { at: string; who: string; capacity: string | null; fields: string }
type MyFile = {
  person: { id: string; name: string; hasCitizenId: boolean }
  groups: KeptGroup[]
  corrections: CorrectionShape[]
  seen: Look[]
}

const LOOKS = 200
const ACTS = 5000

/** Everything kept about whoever asks, what he asked to have corrected, and who looked at what is sensitive. The number is not in it. */
export async function readMyFile(tx: Tx, _input: Record<string, never>): Promise<Result<MyFile>> {
  const person = await oneself(tx)
  if (!person) return refuse('not-signed-in')
  return ok({
    person: { id: person.id, name: person.name, hasCitizenId: person.citizenIdSealed !== null },
    groups: await keptRows(tx, person.id, { veiled: true }),
    corrections: await correctionsOf(tx, person),
    seen: await looksAtMe(tx),
  })
}

export type OwnFile = {
  name: string
  madeAt: string
  kept: KeptGroup[]
  seenBy: Look[]
  done: { at: string; what: string }[]
}

/** The same as one file to take away, with the number and with what he did in the product; recorded. */
export async function takeMyFile(tx: Tx, _input: Record<string, never>): Promise<Result<{ file: OwnFile }>> {
  const person = await oneself(tx)
  if (!person) return refuse('not-signed-in')
  const { rows: done } = await sql<{ at: Date; action: string; thing_name: string; detail: Record<string, unknown> }>`
    select at, action, thing_name, detail from app.my_acts(${ACTS})`.execute(tx.db)
  const file: OwnFile = {
    name: person.name,
    madeAt: formatMoment(tx.now),
    kept: await keptRows(tx, person.id, { veiled: false }),
    seenBy: await looksAtMe(tx),
    done: done.map((row) => ({
      at: formatMoment(row.at),
      what: recordSentence(row.action, row.thing_name, row.detail),
    })),
  }
  await record(tx, 'person.own-file-taken', { kind: 'person', id: person.id, name: person.name })
  return ok({ file })
}

async function oneself(tx: Tx): Promise<PersonRow | undefined> {
  return tx.actor.kind === 'person' ? findPerson(tx, tx.actor.personId) : undefined
}

/** Who was shown something sensitive of the one who asks, newest first. */
async function looksAtMe(tx: Tx): Promise<Look[]> {
  const { rows } = await sql<{ at: Date; who: string; capacity: string | null; detail: { fields?: string } }>`
    select at, actor_name as who, actor_capacity as capacity, detail from app.looks_at_me(${LOOKS})`.execute(tx.db)
  return rows.map(({ at, who, capacity, detail }) => ({
    at: at.toISOString(),
    who,
    capacity,
    fields: detail.fields ?? '',
  }))
}
