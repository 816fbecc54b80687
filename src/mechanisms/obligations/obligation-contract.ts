import { z } from 'zod'
import { actions } from '../../platform/contract/shapes.ts'
import { OBLIGATION_KINDS } from './domain/kind-words.ts'
import { URGED_HEIGHTS } from './domain/urged-height.ts'

export const THING_KINDS = ['campaign', 'assignment'] as const
export const OBLIGATION_ACTIONS = [
  'confirm',
  'confirm-from-paper',
  'accept',
  'assign',
  'share',
  'ask-more-time',
  'answer-request',
  'prolong',
  'remind',
  'receive-on-paper',
  'enter-paper',
  'exempt',
  'undo-exemption',
  'note-arrival',
  'open-submission',
  'contribute',
] as const

/** What a unit owes, as every list shows it. The state's word, colour and icon follow from these in the browser. */
export const obligationShape = z.object({
  id: z.string(),
  kind: z.enum(OBLIGATION_KINDS),
  title: z.string(),
  /** The plan's own words, when the plan said it. */
  words: z.string().nullable(),
  thingKind: z.enum(THING_KINDS),
  thingId: z.string(),
  thingTitle: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  owedToUnitName: z.string(),
  /** «Tháng 03/2024»: which turn of what recurs; null for what is due once. */
  occurrence: z.string().nullable(),
  /** `lastDay` counts what was prolonged since; `firstLastDay` is the last day as first set. */
  due: z.object({
    day: z.string(),
    relation: z.enum(['before', 'by']),
    lastDay: z.string(),
    firstLastDay: z.string(),
    prolongedBecause: z.string().nullable(),
    words: z.string(),
  }),
  /** Done only with proof: files, or the scan of the paper. */
  needsProof: z.boolean(),
  /** «Đã nhận việc»: who of the unit took it on, and when. */
  accepted: z.object({ on: z.string(), byName: z.string() }).nullable(),
  /** The day the unit has asked for, while its request is open. */
  askedUntil: z.string().nullable(),
  state: z.enum(['open', 'done', 'exempt']),
  /** Days until the last day on time: 0 today, negative when late. For a done one: how it was done (0 or more = on time). */
  daysLeft: z.number(),
  doneOn: z.string().nullable(),
  doneWay: z.enum(['product', 'paper']).nullable(),
  doneByName: z.string().nullable(),
  exemptReason: z.string().nullable(),
  /** The last day of the thing it belongs to, once that is closed: what was still open is owed no more. */
  closedOn: z.string().nullable(),
  /** While the thing is paused it is not urged and nothing becomes late; `daysLeft` stands still. */
  pausedOn: z.string().nullable(),
  assignedPersonId: z.string().nullable(),
  assignedName: z.string().nullable(),
  submissionState: z.enum(['draft', 'for-signature', 'submitted', 'returned', 'accepted']).nullable(),
  /** `byHandOn`: the last that a person sent; the ladder's own do not stand in the way of a person's. `height`: how far urging has gone. */
  reminders: z.object({
    count: z.number(),
    lastOn: z.string().nullable(),
    byHandOn: z.string().nullable(),
    height: z.literal(URGED_HEIGHTS),
  }),
  version: z.number(),
  actions: actions(OBLIGATION_ACTIONS),
})
export type ObligationShape = z.infer<typeof obligationShape>
