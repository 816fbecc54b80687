import { z } from 'zod'
import { operation } from '../../platform/contract/operation.ts'
import { actions, day, fileShape, id, line } from '../../platform/contract/shapes.ts'

const tag = 'Việc phải làm'

/** Who of the unit does which part. The obligation stays the unit's. */
export const shareShape = z.object({
  id: z.string(),
  obligationId: z.string(),
  personId: z.string(),
  personName: z.string(),
  post: z.string(),
  part: z.string(),
  dueOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  doneNote: z.string().nullable(),
  files: z.array(fileShape),
  givenByName: z.string(),
  givenAt: z.string(),
  /** He has left the unit since: the part is nobody's until it is given to somebody else. */
  gone: z.boolean(),
  version: z.number(),
  actions: actions(['finish', 'take-back']),
})
export type ShareShape = z.infer<typeof shareShape>

const closedOnes = ['campaign-closed', 'assignment-closed', 'already-done', 'obligation-exempt'] as const

export const shareContract = {
  giveShare: operation({
    method: 'POST',
    path: '/obligations/{obligationId}/shares',
    tag,
    summary: 'Chia phần việc cho một người của đơn vị',
    refusals: [
      'not-yours-to-do',
      ...closedOnes,
      'not-of-this-unit',
      'share-after-last-day',
      'due-in-past',
      'unit-ended',
      'id-taken',
    ],
  })
    .input(
      z.object({
        id,
        obligationId: id,
        personId: id,
        part: line(500, 'phần việc'),
        dueOn: day.nullable().default(null),
      }),
    )
    .output(z.object({ share: shareShape })),
  finishShare: operation({
    method: 'POST',
    path: '/shares/{id}/finish',
    tag,
    summary: 'Báo xong phần việc của mình',
    refusals: ['not-yours-to-do', ...closedOnes, 'changed-meanwhile', 'file-not-found', 'share-taken-back'],
  })
    .input(
      z.object({
        id,
        version: z.int(),
        note: z.string().trim().max(2000).default(''),
        fileIds: z.array(id).max(50).default([]),
      }),
    )
    .output(z.object({ share: shareShape })),
  takeBackShare: operation({
    method: 'POST',
    path: '/shares/{id}/take-back',
    tag,
    summary: 'Lấy lại phần việc đã chia',
    refusals: ['not-yours-to-do', ...closedOnes, 'changed-meanwhile', 'share-done'],
  })
    .input(z.object({ id, version: z.int() }))
    .output(z.object({ done: z.literal(true) })),
}
