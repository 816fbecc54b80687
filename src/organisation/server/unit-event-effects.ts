import { jsonText } from '../../platform/database/json-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'

export type EffectKind =
  | 'post-ended'
  | 'post-begun'
  | 'grant-ended'
  | 'grant-begun'
  | 'obligation-moved'
  | 'obligation-made'
  | 'obligation-exempted'
  | 'owed-to-moved'
  | 'kept-moved'
  | 'campaign-moved'
  | 'recipient-moved'
  | 'looking-after-ended'
  | 'looking-after-begun'

export type Effect = {
  kind: EffectKind
  thingId: string
  /** What stood there, and what the event left: it is taken back only while the second still stands. */
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}

/** What followed from an event so far, in the order in which it was done. */
export async function effectsOf(tx: Tx, eventId: string): Promise<Effect[]> {
  const rows = await tx.db
    .selectFrom('unit_event_effect')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('step')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    thingId: row.thing_id,
    before: row.before as Effect['before'],
    after: row.after as Effect['after'],
  }))
}

/** Keeps what followed, behind what was kept before. */
export async function keepEffects(tx: Tx, eventId: string, effects: readonly Effect[]): Promise<void> {
  if (effects.length === 0) return
  const { last } = await tx.db
    .selectFrom('unit_event_effect')
    .select((eb) => eb.fn.max('step').as('last'))
    .where('event_id', '=', eventId)
    .executeTakeFirstOrThrow()
  const rows = effects.map((effect, index) => ({
    event_id: eventId,
    step: Number(last ?? 0) + index + 1,
    kind: effect.kind,
    thing_id: effect.thingId,
    before: jsonText(effect.before),
    after: jsonText(effect.after),
  }))
  for (let start = 0; start < rows.length; start += 1000) {
    await tx.db
      .insertInto('unit_event_effect')
      .values(rows.slice(start, start + 1000))
      .execute()
  }
}
