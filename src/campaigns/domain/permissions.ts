import { type Actor, actingGrants, holds, seesAs, type UnitPath } from '../../kernel/actor.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'
import { type Separation, whyMayNotSignOwn } from '../../mechanisms/consents/domain/separation.ts'
import { type CampaignState, type Door, isBeforeLaunch, STATE_WORDS } from './states.ts'

export type CampaignAction =
  | 'see'
  | 'review'
  | 'propose'
  | 'take-back'
  | 'decide'
  | 'decide-from-paper'
  | 'enter-number'
  | 'launch'
  | 'publish'
  | 'unpublish'
  | 'prolong'
  | 'pause'
  | 'resume'
  | 'close'
  | 'discard'
  | 'remind'
  | 'record-paper'

/** What the permissions look at. */
export type CampaignThing = {
  state: CampaignState
  door: Door
  published: boolean
  paused: boolean
  /** The unit that holds it and all above it. */
  host: UnitPath
  /** Is one of the units it goes to within what the actor sees? */
  reachesActor: boolean
  /** May whoever proposed it agree to it himself? Known while it is proposed. */
  separation?: Separation
}

const OFFICE = 'bộ phận thường trực'
const AUTHORITY = 'người có thẩm quyền'

/**
 * Why the actor may not do this with the campaign. The standing office prepares and runs it, the authority agrees, the units it goes to
 * read it once it is launched; who may not see it gets `not-found`.
 */
export function whyMayNot(actor: Actor, action: CampaignAction, campaign: CampaignThing): Refusal | undefined {
  const office = holds(actor, 'standing-office', campaign.host)
  const authority = holds(actor, 'authority', campaign.host)
  const { state } = campaign
  const reader = seesAs(actor, ['standing-office', 'authority', 'auditor'], campaign.host)
  if (!reader && (isBeforeLaunch(state) || !campaign.reachesActor)) return refusal('not-found')

  switch (action) {
    case 'see':
      return undefined
    case 'decide':
      return authority
        ? (inState(state, ['proposed']) ?? whyMayNotSignOwn(actor, campaign.separation))
        : refusal('not-yours-to-do', { who: AUTHORITY })
    case 'review':
      return byOffice(office, state, ['draft', 'proposed', 'returned', 'agreed'])
    case 'propose':
      return byOffice(office, state, ['draft', 'returned'])
    case 'take-back':
    case 'decide-from-paper':
      return byOffice(office, state, ['proposed'])
    case 'enter-number':
    case 'launch':
      return byOffice(office, state, ['agreed'])
    case 'publish':
      return byOffice(office && !campaign.published, state, ['launched', 'closed'])
    case 'unpublish':
      return byOffice(office && campaign.published, state, ['launched', 'closed'])
    case 'pause':
      return byOffice(office, state, ['launched']) ?? whenPaused(campaign, false)
    case 'resume':
      return byOffice(office, state, ['launched']) ?? whenPaused(campaign, true)
    case 'prolong':
    case 'close':
    case 'remind':
    case 'record-paper':
      return byOffice(office, state, ['launched'])
    case 'discard':
      return byOffice(office, state, ['draft', 'returned'])
  }
}

/** A new campaign is the standing office's to make, at the unit where it is held. */
export function whyMayNotCreate(actor: Actor): Refusal | undefined {
  if (actor.kind !== 'person') return refusal('not-signed-in')
  return actingGrants(actor).some((grant) => grant.role === 'standing-office')
    ? undefined
    : refusal('not-yours-to-do', { who: OFFICE })
}

function byOffice(office: boolean, state: CampaignState, states: readonly CampaignState[]): Refusal | undefined {
  return office ? inState(state, states) : refusal('not-yours-to-do', { who: OFFICE })
}

function whenPaused({ paused }: CampaignThing, wanted: boolean): Refusal | undefined {
  if (paused === wanted) return undefined
  return refusal('wrong-campaign-state', { state: paused ? 'đang tạm dừng' : 'không tạm dừng' })
}

function inState(state: CampaignState, states: readonly CampaignState[]): Refusal | undefined {
  return states.includes(state) ? undefined : refusal('wrong-campaign-state', { state: STATE_WORDS[state] })
}
