import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { DisciplineTable, PendingReviewTable } from '../../platform/database/tables.ts'
import type { assessmentsContract } from '../contract.ts'
import { type FactThing, mayReadNotes, whyMayNotKeep } from '../domain/permissions.ts'

type Shape<Name extends 'enterDiscipline' | 'enterReview'> = z.infer<
  NonNullable<(typeof assessmentsContract)[Name]['~orpc']['outputSchema']>
>
export type DisciplineShape = Shape<'enterDiscipline'>['discipline']
export type ReviewShape = Shape<'enterReview'>['review']

/** Without the reason: that is asked for on its own. */
export function disciplineShapeOf(actor: Actor, row: Selectable<DisciplineTable>, thing: FactThing): DisciplineShape {
  const keeps = whyMayNotKeep(actor, thing) === undefined && row.voided_at === null
  const act = { whyNot: null }
  return {
    id: row.id,
    kind: row.kind,
    side: row.side,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    decisionNumber: row.decision_number,
    decisionOn: row.decision_on,
    issuer: row.issuer,
    enteredByName: row.entered_by_name,
    enteredAt: row.entered_at.toISOString(),
    version: row.version,
    voided: voidedOf(row),
    actions: { 'see-reason': act, ...(keeps ? { change: act, void: act } : {}) },
  }
}

export function reviewShapeOf(actor: Actor, row: Selectable<PendingReviewTable>, thing: FactThing): ReviewShape {
  const keeps = whyMayNotKeep(actor, thing) === undefined && row.voided_at === null
  const act = { whyNot: null }
  return {
    id: row.id,
    kind: row.kind,
    startsOn: row.starts_on,
    documentNumber: row.document_number,
    documentOn: row.document_on,
    issuer: row.issuer,
    note: mayReadNotes(actor, thing) ? row.note : null,
    cleared:
      row.cleared_on === null
        ? null
        : {
            on: row.cleared_on,
            outcome: row.outcome ?? '',
            documentNumber: row.cleared_number,
            documentOn: row.cleared_document_on,
            issuer: row.cleared_issuer,
          },
    enteredByName: row.entered_by_name,
    enteredAt: row.entered_at.toISOString(),
    version: row.version,
    voided: voidedOf(row),
    actions: { ...(keeps && row.cleared_on === null ? { clear: act } : {}), ...(keeps ? { void: act } : {}) },
  }
}

function voidedOf(row: { voided_at: Date | null; void_reason: string | null }) {
  return row.voided_at === null ? null : { at: row.voided_at.toISOString(), reason: row.void_reason ?? '' }
}
