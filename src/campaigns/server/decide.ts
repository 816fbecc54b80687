import { dayOf, formatDate } from '../../kernel/plain-date.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import type { ConsentGiven } from '../../mechanisms/consents/contract.ts'
import { whyNotBoth } from '../../mechanisms/consents/domain/separation.ts'
import { type GivenConsent, giveConsent, recordIfOneDidBoth } from '../../mechanisms/consents/server/index.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { CampaignHead } from '../contract.ts'
import { officeCapacity, recorded } from './change.ts'
import { launchLoaded } from './launch.ts'
import { headAfter, type LoadedCampaign, openCampaign } from './load-campaign.ts'
import { checkReady } from './readiness.ts'

type Decision = {
  id: string
  version: number
  outcome: 'agreed' | 'returned'
  reason: string | null
  consent: ConsentGiven
}

/**
 * The authority agrees or returns with a reason; himself, or on paper entered by the standing office. Whoever agrees agrees to what he
 * saw: when it has changed meanwhile nothing is agreed. Agreeing to an issued document launches it in the same transaction.
 */
export async function decide(tx: Tx, input: Decision): Promise<Result<{ campaign: CampaignHead }>> {
  const onPaper = input.consent.way === 'paper'
  const opened = await openCampaign(tx, input.id, onPaper ? 'decide-from-paper' : 'decide')
  if (!opened.ok) return opened
  const loaded = opened.value
  if (loaded.row.version !== input.version) return refuse('changed-meanwhile')
  const reason = input.reason?.trim() || null
  if (input.outcome === 'returned' && reason === null) return refuse('reason-required', {}, { field: 'reason' })
  if (input.outcome === 'agreed') {
    const ready = await checkReady(tx, loaded, 'proposal')
    if (!ready.ok) return ready
  }
  // On paper too it is two people's.
  const both = input.consent.way === 'paper' && whyNotBoth(input.consent.givenByPersonId, loaded.separation)
  if (both) return { ok: false, refusal: { ...both, field: 'consent.givenByPersonId' } }
  const consent = await giveConsent(tx, {
    thing: { kind: 'campaign', id: loaded.row.id, version: loaded.row.version },
    outcome: input.outcome,
    reason,
    given: input.consent,
    roles: ['authority'],
    unit: loaded.hostPath,
    // A paper is signed on what was laid before the signer, so not before it was made.
    notBefore: dayOf(loaded.row.created_at),
  })
  if (!consent.ok) return consent
  const state = input.outcome === 'agreed' ? 'agreed' : 'returned'
  await tx.db.updateTable('campaign').set({ state, changed_at: tx.now }).where('id', '=', input.id).execute()
  await recordDecision(tx, loaded, input.outcome, reason, consent.value)
  await recordIfOneDidBoth(tx, 'campaign-agree', recorded(loaded), {
    by: { personId: consent.value.byPersonId, name: consent.value.byName },
    separation: loaded.separation,
    unitId: loaded.row.unit_id,
    capacity: onPaper ? officeCapacity(tx, loaded) : consent.value.byCapacity,
  })
  if (input.outcome === 'agreed' && loaded.row.door === 'issued') {
    const launched = await launchLoaded(tx, loaded)
    if (!launched.ok) return launched
  }
  return headAfter(tx, input.id)
}

async function recordDecision(
  tx: Tx,
  loaded: LoadedCampaign,
  outcome: 'agreed' | 'returned',
  reason: string | null,
  consent: GivenConsent,
): Promise<void> {
  const detail = { by: consent.byName, on: formatDate(consent.on), reason: reason ?? '' }
  if (consent.way === 'paper') {
    const action = outcome === 'agreed' ? 'campaign.agreed-on-paper' : 'campaign.returned-on-paper'
    await record(tx, action, recorded(loaded), {
      capacity: officeCapacity(tx, loaded),
      onBehalfOf: consent.byName,
      detail,
    })
    return
  }
  const action = outcome === 'agreed' ? 'campaign.agreed' : 'campaign.returned'
  await record(tx, action, recorded(loaded), { capacity: consent.byCapacity, detail })
}
