import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, id, line } from '../platform/contract/shapes.ts'
import { postShape } from './people-contract.ts'
import { newUnit, unitDescription, unitEvent, unitEventShape, unitNames, unitShape } from './unit-values.ts'

const tag = 'Tổ chức'
const onDay = z.object({ on: day.optional() })
/** A unit before or after this one, with the day of the event between them. */
const relative = z.object({ id: z.string(), name: z.string(), on: z.string(), eventId: z.string() })
const EVENT_REFUSALS = [
  'not-yours-to-do',
  'unit-ended',
  'unit-has-children',
  'unit-has-later-event',
  'unit-is-root',
  'unit-root-stays',
  'unit-not-there',
  'unit-cycle',
  'unit-name-taken',
  'unit-own-predecessor',
  'too-few-units',
  'wrong-follow-up',
  'day-before-start',
  'day-before-parent',
] as const

/** What one asks of units and does with them: the tree of any day, events with a preview of what follows. */
export const unitsContract = {
  tree: operation({ method: 'GET', path: '/units', tag, summary: 'Cây đơn vị tại một ngày, theo thứ tự nghi thức' })
    .input(onDay)
    .output(
      z.object({
        on: z.string(),
        units: z.array(unitShape.extend({ people: z.number() })),
        actions: actions(['create']),
      }),
    ),
  unit: operation({ method: 'GET', path: '/units/{id}', tag, summary: 'Xem một đơn vị' })
    .input(z.object({ id }))
    .output(
      z.object({
        unit: unitShape,
        /** The day of which it is shown. */
        on: z.string(),
        parentName: z.string().nullable(),
        posts: z.array(postShape.extend({ personName: z.string() })),
        children: z.array(unitShape),
        predecessors: z.array(relative),
        successors: z.array(relative),
        history: z.array(unitEventShape),
        /** May he see what it owes and sent? The ledger tells what. */
        seesDuties: z.boolean(),
        actions: actions(['end', 'create', 'change', 'event']),
      }),
    ),
  createUnit: operation({
    method: 'POST',
    path: '/units',
    tag,
    summary: 'Thêm đơn vị (sự kiện thành lập, không kèm văn bản)',
    refusals: ['not-yours-to-do', 'unit-ended', 'unit-name-taken', 'day-before-parent', 'id-taken'],
  })
    .input(z.object({ ...newUnit, from: day }))
    .output(z.object({ unit: unitShape })),
  changeUnit: operation({
    method: 'PUT',
    path: '/units/{id}',
    tag,
    summary: 'Sửa chỗ ghi sai của đơn vị; thay đổi theo quyết định là một sự kiện',
    refusals: ['not-yours-to-do', 'unit-name-taken'],
  })
    .input(
      z.object({
        id,
        name: unitNames.name,
        shortName: z.string().trim().max(100).nullable(),
        symbol: z.string().trim().max(50).nullable().optional(),
        kind: unitShape.shape.kind.optional(),
        level: unitShape.shape.level.optional(),
        legalPerson: z.boolean().optional(),
        beside: z.boolean().optional(),
        areaMarks: unitDescription.areaMarks.unwrap().optional(),
        orderNo: z.int().min(0).max(100_000),
      }),
    )
    .output(z.object({ unit: unitShape })),
  previewUnitEvent: operation({
    method: 'POST',
    path: '/unit-events/preview',
    tag,
    summary: 'Xem trước những gì thay đổi theo một sự kiện của đơn vị; không ghi gì',
    refusals: [...EVENT_REFUSALS],
  })
    .input(unitEvent)
    .output(
      z.object({
        ahead: z.boolean(),
        targets: z.array(z.object({ id: z.string(), name: z.string() })),
        posts: z.array(
          z.object({
            postId: z.string(),
            personId: z.string(),
            personName: z.string(),
            title: z.string(),
            unitId: z.string(),
            unitName: z.string(),
            from: z.string(),
            to: z.string().nullable(),
            toUnitId: z.string().nullable(),
            grants: z.array(
              z.object({ id: z.string(), role: z.string(), unitName: z.string(), suggested: z.boolean() }),
            ),
          }),
        ),
        accountsLeft: z.array(z.object({ personId: z.string(), name: z.string() })),
        obligations: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            thingTitle: z.string().nullable(),
            unitId: z.string(),
            unitName: z.string(),
            lastDay: z.string(),
            toUnitIds: z.array(z.string()),
            outcome: z.enum(['moves', 'doubled', 'exempt', 'stays']),
          }),
        ),
        children: z.array(
          z.object({ unitId: z.string(), name: z.string(), parentId: z.string(), beside: z.boolean() }),
        ),
        campaigns: z.array(
          z.object({ id: z.string(), title: z.string(), as: z.enum(['held', 'recipient']), follows: z.boolean() }),
        ),
        contacts: z.array(
          z.object({
            unitId: z.string(),
            unitName: z.string(),
            personName: z.string(),
            outcome: z.enum(['begins', 'keeps', 'ends']),
          }),
        ),
        carriedOnBy: z.string().nullable(),
      }),
    ),
  enterUnitEvent: operation({
    method: 'POST',
    path: '/unit-events',
    tag,
    summary: 'Ghi sự kiện của đơn vị: thành lập, đổi tên, chuyển, thay đổi, hợp nhất, sáp nhập, chia, tách, giải thể',
    refusals: [...EVENT_REFUSALS, 'id-taken', 'last-administrator'],
    bodyLimit: 4_000_000,
  })
    .input(unitEvent)
    .output(
      z.object({
        eventId: z.string(),
        words: z.string(),
        endedPosts: z.number(),
        carriedPosts: z.number(),
        movedObligations: z.number(),
        exemptedObligations: z.number(),
      }),
    ),
  takeBackUnitEvent: operation({
    method: 'POST',
    path: '/unit-events/{id}/take-back',
    tag,
    summary: 'Thu hồi sự kiện cuối của đơn vị khi chưa có gì dựa vào nó',
    refusals: ['not-yours-to-do', 'unit-event-built-upon', 'unit-event-taken-back', 'last-administrator'],
  })
    .input(z.object({ id, reason: line(500, 'lý do') }))
    .output(z.object({ eventId: z.string() })),
}
