import { assignmentThings } from '../assignments/server/index.ts'
import { campaignThings } from '../campaigns/server/index.ts'
import { combineThings } from '../mechanisms/obligations/server/index.ts'
import { submissionDesk } from '../mechanisms/submissions/server/index.ts'
import { reportKind } from '../reports/server/index.ts'

/** Everything of which units owe something. */
export const THINGS = combineThings(campaignThings, assignmentThings)

/** Every kind of what units send for it. */
export const DESK = submissionDesk(THINGS, [reportKind])
