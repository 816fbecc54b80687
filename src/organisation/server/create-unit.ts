import { plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { tidyName } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { UNDESCRIBED, type UnitValues } from '../domain/unit-description.ts'
import type { UnitShape } from '../unit-values.ts'
import { enterUnitEvent } from './enter-unit-event.ts'
import { NO_CHOICES } from './plan-unit-event.ts'
import { findUnit, getUnit, lockOrganisation, unitShapeOf } from './units.ts'
import { eventId, recordUnitEvent, writeUnitEvent } from './write-unit-event.ts'

/** What need not be said of a new unit at once. */
type Described = Partial<Pick<UnitValues, 'symbol' | 'kind' | 'level' | 'legalPerson' | 'beside' | 'areaMarks'>>

export type NewUnit = Described & {
  id: string
  name: string
  shortName: string | null
  parentId: string
  orderNo: number
  from: string
}

/** Adds a unit below another: the event «thành lập» without a paper. The same id with the same content again gives the unit that is there. */
export async function createUnit(tx: Tx, input: NewUnit): Promise<Result<{ unit: UnitShape }>> {
  await lockOrganisation(tx)
  const there = await findUnit(tx, input.id)
  if (!there) {
    const { from, ...unit } = input
    const change = { kind: 'created', unit: { ...UNDESCRIBED, ...unit } } as const
    const event = { id: eventId(tx), on: from, change, document: null, note: null, choices: NO_CHOICES }
    const entered = await enterUnitEvent(tx, event)
    return entered.ok ? ok({ unit: unitShapeOf(await getUnit(tx, input.id)) }) : entered
  }
  const may = whyMayNot(tx.actor, 'enter-unit-event', { unit: await unitPath(tx, input.parentId) })
  if (may) return { ok: false, refusal: may }
  const same =
    there.name === tidyName(input.name) &&
    there.short_name === (tidyName(input.shortName ?? '') || null) &&
    there.parent_id === input.parentId &&
    there.order_no === input.orderNo &&
    there.valid_from === input.from
  return same ? ok({ unit: unitShapeOf(there) }) : refuse('id-taken')
}

/** The organisation itself, at the set-up: it stands under nothing. What may be is judged before. */
export async function insertRootUnit(tx: Tx, { from, ...unit }: Omit<NewUnit, 'parentId'>): Promise<void> {
  const values = { ...UNDESCRIBED, ...unit, parentId: null }
  const change = { kind: 'created', unit: values } as const
  const input = { id: eventId(tx), on: from, change, document: null, note: null, choices: NO_CHOICES }
  const { id: _, ...own } = values
  const plan = {
    input,
    on: plainDate(from),
    compiled: {
      steps: [{ unitId: unit.id, values: own }],
      parts: [{ unitId: unit.id, role: 'subject' as const }],
      ending: [],
      successors: [],
    },
    names: new Map([[unit.id, unit.name]]),
    there: new Set([unit.id]),
    before: [],
  }
  await writeUnitEvent(tx, plan)
  await recordUnitEvent(tx, plan, '')
  await tx.db.updateTable('unit_event').set({ applied_at: tx.now }).where('id', '=', input.id).execute()
}
