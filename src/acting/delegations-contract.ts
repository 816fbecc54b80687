import { z } from 'zod'
import { ROLE_CODES } from '../accounts/contract.ts'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, id, line } from '../platform/contract/shapes.ts'

const tag = 'Ủy quyền, bàn giao'
const SIGNS_AS = ['KT.', 'TL.', 'TUQ.'] as const
const consentWay = z.enum(['product', 'paper'])

export const delegationShape = z.object({
  id: z.string(),
  fromPersonId: z.string(),
  fromName: z.string(),
  fromPost: z.string(),
  toPersonId: z.string(),
  toName: z.string(),
  toPost: z.string(),
  signsAs: z.enum(SIGNS_AS),
  /** Whose role it was at which unit: «người có thẩm quyền tại Sở Nội vụ». */
  grants: z.array(z.string()),
  from: z.string(),
  /** The last day on which it holds: earlier than given once it, a post or a grant was ended early. */
  to: z.string(),
  until: z.string(),
  state: z.enum(['coming', 'holding', 'over']),
  document: z.object({ number: z.string(), day: z.string().nullable() }).nullable(),
  file: z.object({ id: z.string(), name: z.string() }).nullable(),
  reason: z.string(),
  way: consentWay,
  enteredByName: z.string(),
  ended: z.object({ byName: z.string(), reason: z.string().nullable() }).nullable(),
  version: z.number(),
  actions: actions(['end']),
})

/** A post one may delegate from, with what stands on it. */
export const delegablePost = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  title: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  grants: z.array(
    z.object({
      id: z.string(),
      role: z.enum(ROLE_CODES),
      unitName: z.string(),
      to: z.string().nullable(),
      whyNot: z.string().nullable(),
    }),
  ),
})

export const delegationsContract = {
  delegations: operation({
    method: 'GET',
    path: '/delegations',
    tag,
    summary: 'Ủy quyền khi vắng mặt: của mình, cho mình, trong phạm vi được xem',
  })
    .input(z.object({ over: z.enum(['1']).optional() }))
    .output(
      z.object({
        delegations: z.array(delegationShape),
        /** More have ended than are listed. */
        more: z.boolean(),
        actions: actions(['delegate', 'delegate-from-paper']),
      }),
    ),
  delegable: operation({
    method: 'GET',
    path: '/delegations/from',
    tag,
    summary: 'Vị trí và quyền có thể ủy quyền: của mình, hoặc của một người khi ghi từ bản giấy',
    refusals: ['not-yours-to-do'],
  })
    .input(z.object({ personId: id.optional() }))
    .output(z.object({ posts: z.array(delegablePost) })),
  delegate: operation({
    method: 'POST',
    path: '/delegations',
    tag,
    summary: 'Ủy quyền cho vị trí của người khác trong một thời gian',
    refusals: [
      'not-yours-to-do',
      'not-delegated-on',
      'delegate-to-oneself',
      'grant-not-delegable',
      'grant-not-on-post',
      'kt-within-one-unit',
      'delegate-outside-unit',
      'delegation-needs-document',
      'delegation-beyond',
      'delegation-exists',
      'day-before-start',
      'day-past',
      'wrong-consent-paper',
      'id-taken',
    ],
  })
    .input(
      z.object({
        id,
        fromPostId: id,
        toPostId: id,
        grantIds: z.array(id).min(1, { error: 'Chọn ít nhất một quyền' }).max(50),
        signsAs: z.enum(SIGNS_AS),
        from: day,
        to: day,
        documentNumber: z.string().trim().max(100).nullable().default(null),
        documentDay: day.nullable().default(null),
        fileId: id.nullable().default(null),
        reason: line(500, 'lý do'),
        way: consentWay,
      }),
    )
    .output(z.object({ delegation: delegationShape })),
  endDelegation: operation({
    method: 'POST',
    path: '/delegations/{id}/end',
    tag,
    summary: 'Kết thúc sớm một ủy quyền',
    refusals: ['not-yours-to-do', 'changed-meanwhile', 'delegation-over', 'day-past'],
  })
    .input(z.object({ id, lastDay: day, reason: line(500, 'lý do'), version: z.int().min(1) }))
    .output(done),
}
