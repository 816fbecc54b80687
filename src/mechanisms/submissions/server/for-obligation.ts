import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { type Giver, giversOn } from '../../consents/server/index.ts'
import {
  findObligation,
  type ObligationShape,
  peopleOfUnit,
  toObligationShape,
} from '../../obligations/server/index.ts'
import type { SubmissionShape } from '../contract.ts'
import type { SubmissionKindName } from '../domain/kinds.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { kindFor, type SubmissionDesk } from './kind.ts'
import { offered, submissionThing, toWhole } from './load-submission.ts'
import { findSubmission } from './submission-row.ts'

export type SubmissionPage = {
  kind: SubmissionKindName
  obligation: ObligationShape
  submission: SubmissionShape | null
  actions: SubmissionShape['actions']
  unitHeadcount: number
  givers: Giver[]
  launchedOn: string
}

/** What answers one obligation: begun or not. What is not yet sent is the unit's own. */
export function forObligation(desk: SubmissionDesk) {
  return async (tx: Tx, input: { obligationId: string }): Promise<Result<SubmissionPage>> => {
    const obligation = await findObligation(tx, desk.things, input.obligationId)
    const kind = obligation && kindFor(desk, obligation.kind)
    if (!obligation || !kind) return refuse('not-found')
    const row = await findSubmission(tx, { obligationId: obligation.id })
    const thing = await submissionThing(tx, row, obligation)
    const refused = whyMayNot(tx.actor, 'see', thing)
    if (refused) return { ok: false, refusal: refused }
    const whole = row ? await toWhole(desk, tx, row, obligation, { rules: thing }) : undefined
    const actions = whole?.submission.actions ?? offered(tx, thing)
    return ok({
      kind: kind.kind,
      obligation: toObligationShape(tx, obligation),
      submission: whole?.submission ?? null,
      actions,
      unitHeadcount: (await peopleOfUnit(tx, obligation.unitId)).length,
      givers: actions['sign-from-paper'] ? await giversOn(tx, ['head'], obligation.unitPath, tx.today) : [],
      launchedOn: obligation.thing.launchedOn ?? tx.today,
    })
  }
}
