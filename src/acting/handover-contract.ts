import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, id, line } from '../platform/contract/shapes.ts'

const tag = 'Ủy quyền, bàn giao'

export const handoverShape = z.object({
  id: z.string(),
  organisationName: z.string(),
  fromName: z.string(),
  fromPost: z.string(),
  onDay: z.string(),
  reason: z.string(),
  madeByName: z.string(),
  items: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      note: z.string().nullable(),
      due: z.string().nullable(),
      toName: z.string(),
      toPost: z.string(),
    }),
  ),
})
export const handoverLine = z.object({
  id: z.string(),
  fromName: z.string(),
  onDay: z.string(),
  items: z.number(),
  toNames: z.array(z.string()),
})

export const handoverContract = {
  openWork: operation({
    method: 'GET',
    path: '/people/{personId}/open-work',
    tag,
    summary: 'Mọi việc đang mở của một người, để bàn giao',
    refusals: ['not-yours-to-do'],
  })
    .input(z.object({ personId: id }))
    .output(
      z.object({
        /** `unitId`: of the main post, where a receiver is mostly found. */
        person: z.object({ id: z.string(), name: z.string(), post: z.string(), unitId: z.string().nullable() }),
        parts: z.array(
          z.object({
            kind: z.string(),
            words: z.string(),
            items: z.array(
              z.object({
                id: z.string(),
                title: z.string(),
                note: z.string().nullable(),
                due: z.string().nullable(),
                unitId: z.string(),
                /** Why it does not go to another by a handover. */
                stays: z.string().nullable(),
              }),
            ),
          }),
        ),
        actions: actions(['hand-over']),
      }),
    ),
  handOver: operation({
    method: 'POST',
    path: '/handovers',
    tag,
    summary: 'Bàn giao việc đang mở cho một hay nhiều người trong một lần',
    refusals: [
      'not-yours-to-do',
      'handover-item-changed',
      'receiver-not-there',
      'receiver-has-no-right',
      'not-delegated-on',
      'delegate-to-oneself',
      'id-taken',
    ],
  })
    .input(
      z.object({
        id,
        fromPersonId: id,
        reason: line(500, 'lý do bàn giao'),
        items: z
          .array(z.object({ kind: z.string().max(40), id, toPersonId: id }))
          .min(1, { error: 'Chọn ít nhất một việc để bàn giao' })
          .max(2000),
      }),
    )
    .output(z.object({ handover: handoverShape })),
  handover: operation({ method: 'GET', path: '/handovers/{id}', tag, summary: 'Danh sách bàn giao' })
    .input(z.object({ id }))
    .output(z.object({ handover: handoverShape })),
  handovers: operation({
    method: 'GET',
    path: '/handovers',
    tag,
    summary: 'Các lần bàn giao của một người: đã giao, đã nhận',
  })
    .input(z.object({ personId: id.optional() }))
    .output(z.object({ handovers: z.array(handoverLine) })),
}
