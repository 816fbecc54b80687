import { z } from 'zod'
import { actions } from '../platform/contract/shapes.ts'

export const CAMPAIGN_STATES = ['draft', 'proposed', 'returned', 'agreed', 'launched', 'closed'] as const
export const CAMPAIGN_ACTIONS = [
  'review',
  'propose',
  'take-back',
  'decide',
  'decide-from-paper',
  'enter-number',
  'launch',
  'publish',
  'unpublish',
  'prolong',
  'pause',
  'resume',
  'close',
  'discard',
  'remind',
  'record-paper',
] as const

/** Two doors: a document already issued, or a draft that still needs number, date and signature. */
export const doorCode = z.enum(['issued', 'draft'])

export const campaignSummary = z.object({
  id: z.string(),
  title: z.string(),
  theme: z.string().nullable(),
  state: z.enum(CAMPAIGN_STATES),
  door: doorCode,
  hostUnitName: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  launchedOn: z.string().nullable(),
  published: z.boolean(),
  /** Since when it is paused: nothing is urged, nothing becomes late. */
  pausedOn: z.string().nullable(),
  /** Units it goes to; how many have confirmed receipt, have disseminated, and are late with something. */
  units: z.number(),
  received: z.number(),
  disseminated: z.number(),
  late: z.number(),
  changedAt: z.string(),
})
export type CampaignSummary = z.infer<typeof campaignSummary>

export const campaignHead = campaignSummary.extend({
  documentId: z.string(),
  version: z.number(),
  receiptDue: z.string().nullable(),
  disseminateDue: z.string().nullable(),
  createdByName: z.string(),
  /** Who has it in hand: whoever made it, or took it over. */
  inChargeName: z.string(),
  proposedAt: z.string().nullable(),
  launchedByName: z.string().nullable(),
  closedOn: z.string().nullable(),
  closeReason: z.string().nullable(),
  pauseReason: z.string().nullable(),
  publishedAt: z.string().nullable(),
  actions: actions(CAMPAIGN_ACTIONS),
})
export type CampaignHead = z.infer<typeof campaignHead>

export const head = z.object({ campaign: campaignHead })
