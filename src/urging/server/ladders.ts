import { grantFor } from '../../kernel/actor.ts'
import { type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { unconfirmedYears } from '../../organisation/server/index.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import {
  DEFAULT_LADDER,
  dayOfStep,
  firstDayNeeded,
  inOrder,
  type LadderKind,
  type LadderStep,
  ladderFault,
} from '../domain/ladder.ts'
import { FAULT_WORDS, KIND_NAMES, stepsInWords } from '../domain/ladder-words.ts'
import { whyMayNotUrge } from '../domain/permissions.ts'

type OfKind = { kind: LadderKind; steps: LadderStep[]; from: 'own' | 'above' | 'house'; version: number }
type OfOffice = { unitId: string; unitName: string; kinds: OfKind[]; actions: { set?: { whyNot: null } } }

const KINDS = Object.keys(DEFAULT_LADDER) as LadderKind[]

/** The ladders of the offices that the actor urges for or looks at: their own steps, or whose they follow. */
export async function listLadders(tx: Tx): Promise<Result<{ offices: OfOffice[] }>> {
  const { actor } = tx
  const held = actor.kind === 'person' ? actor.grants.filter((one) => SEES.has(one.role)).map((one) => one.unitId) : []
  if (held.length === 0) return refuse('not-yours-to-see', { who: 'bộ phận thường trực và người có thẩm quyền' })
  const set = await tx.db.selectFrom('ladder').selectAll().execute()
  const offices: OfOffice[] = []
  for (const unitId of new Set(held)) {
    const path = await unitPath(tx, unitId)
    const unit = await tx.db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirstOrThrow()
    const kinds = KINDS.map((kind): OfKind => {
      const at = path.find((id) => set.some((row) => row.unit_id === id && row.kind === kind))
      const row = set.find((one) => one.unit_id === at && one.kind === kind)
      if (!row) return { kind, steps: [...DEFAULT_LADDER[kind]], from: 'house', version: ownVersion(set, unitId, kind) }
      const own = row.unit_id === unitId
      return { kind, steps: row.steps as LadderStep[], from: own ? 'own' : 'above', version: own ? row.version : 0 }
    })
    const may = grantFor(actor, ['standing-office'], path) !== undefined
    offices.push({ unitId, unitName: unit.name, kinds, actions: may ? { set: { whyNot: null } } : {} })
  }
  return ok({ offices })
}
const SEES = new Set<string>(['standing-office', 'authority', 'auditor'])

function ownVersion(
  set: readonly { unit_id: string; kind: LadderKind; version: number }[],
  unitId: string,
  kind: LadderKind,
) {
  return set.find((one) => one.unit_id === unitId && one.kind === kind)?.version ?? 0
}

/** Sets the steps of one kind at an office; what is late already climbs by them from the next run. */
export async function setLadder(
  tx: Tx,
  input: { unitId: string; kind: LadderKind; steps: LadderStep[]; version: number },
): Promise<Result<{ done: true }>> {
  const path = await unitPath(tx, input.unitId)
  if (path.length === 0) return refuse('not-found')
  const refused = whyMayNotUrge(tx.actor, 'urge', path)
  if (refused) return { ok: false, refusal: refused }
  const fault = ladderFault(input.steps)
  if (fault) return refuse('wrong-ladder', { problem: FAULT_WORDS[fault] }, { field: 'steps' })
  const unit = await tx.db
    .selectFrom('unit')
    .select(['name', 'unit_no'])
    .where('id', '=', input.unitId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const there = await tx.db
    .selectFrom('ladder')
    .selectAll()
    .where('unit_id', '=', input.unitId)
    .where('kind', '=', input.kind)
    .executeTakeFirst()
  const steps = inOrder(input.steps)
  if (there && jsonText(there.steps) === jsonText(steps)) return ok({ done: true })
  if ((there?.version ?? 0) !== input.version)
    return refuse('changed-meanwhile', {}, { data: { steps: there?.steps ?? null } })
  const row = {
    steps: jsonText(steps),
    version: input.version + 1,
    changed_by_name: tx.actor.kind === 'person' ? tx.actor.name : '',
    changed_at: tx.now,
  }
  await tx.db
    .insertInto('ladder')
    .values({ unit_id: input.unitId, unit_no: unit.unit_no, kind: input.kind, ...row })
    .onConflict((conflict) => conflict.columns(['unit_id', 'kind']).doUpdateSet(row))
    .execute()
  const detail = { kind: KIND_NAMES[input.kind], steps: stepsInWords(steps) }
  await record(tx, 'ladder.set', { kind: 'ladder', id: null, name: unit.name }, { unitId: input.unitId, detail })
  return ok({ done: true })
}

type Preview = { days: { step: LadderStep; day: PlainDate }[]; unconfirmedYears: number[] }

/** On which days these steps would be taken for a last day; and which of the years they fall in nobody has confirmed the days off of. */
export async function previewLadder(tx: Tx, input: { lastDay: string; steps: LadderStep[] }): Promise<Result<Preview>> {
  const lastDay = plainDate(input.lastDay)
  const special = await specialDaysFrom(tx, firstDayNeeded(lastDay))
  const days = inOrder(input.steps).map((step) => ({ step, day: dayOfStep(step, lastDay, lastDay, special) }))
  const [first = lastDay, ...later] = [...days.map((one) => one.day), lastDay].sort()
  return ok({ days, unconfirmedYears: await unconfirmedYears(tx, first, later.at(-1) ?? lastDay) })
}
