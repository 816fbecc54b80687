import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, id, line } from '../platform/contract/shapes.ts'
import { peopleContract, postShape } from './people-contract.ts'

export const unitShape = z.object({
  id: z.string(),
  unitNo: z.number(),
  name: z.string(),
  shortName: z.string().nullable(),
  parentId: z.string().nullable(),
  orderNo: z.number(),
  from: z.string(),
  to: z.string().nullable(),
})
export type UnitShape = z.infer<typeof unitShape>

const tag = 'Tổ chức'
const onDay = z.object({ on: day.optional() })

export const organisationContract = {
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
        parentName: z.string().nullable(),
        posts: z.array(postShape.extend({ personName: z.string() })),
        children: z.array(unitShape),
        actions: actions(['end', 'create', 'change']),
      }),
    ),
  createUnit: operation({
    method: 'POST',
    path: '/units',
    tag,
    summary: 'Thêm đơn vị',
    refusals: ['not-yours-to-do', 'unit-ended', 'unit-name-taken', 'day-before-parent', 'id-taken'],
  })
    .input(
      z.object({
        id,
        name: line(300, 'tên đơn vị'),
        shortName: z.string().trim().max(100).nullable().default(null),
        parentId: id,
        orderNo: z.int().min(0).max(100_000).default(0),
        from: day,
      }),
    )
    .output(z.object({ unit: unitShape })),
  changeUnit: operation({
    method: 'PUT',
    path: '/units/{id}',
    tag,
    summary: 'Sửa tên viết tắt, thứ tự nghi thức của đơn vị',
    refusals: ['not-yours-to-do', 'unit-name-taken'],
  })
    .input(
      z.object({
        id,
        name: line(300, 'tên đơn vị'),
        shortName: z.string().trim().max(100).nullable(),
        orderNo: z.int().min(0).max(100_000),
      }),
    )
    .output(z.object({ unit: unitShape })),
  endUnit: operation({
    method: 'POST',
    path: '/units/{id}/end',
    tag,
    summary: 'Kết thúc đơn vị: các vị trí công tác trong đó cũng kết thúc, việc đang nợ được miễn',
    refusals: [
      'not-yours-to-do',
      'unit-has-children',
      'unit-is-root',
      'unit-ended',
      'day-before-start',
      'last-administrator',
    ],
  })
    .input(z.object({ id, lastDay: day, reason: line(500, 'lý do') }))
    .output(z.object({ unit: unitShape, endedPosts: z.number(), exemptedObligations: z.number() })),
  ...peopleContract,
  specialDays: operation({ method: 'GET', path: '/special-days', tag, summary: 'Ngày nghỉ và ngày làm bù theo năm' })
    .input(z.object({ year: z.coerce.number().int().min(2000).max(2100) }))
    .output(
      z.object({
        days: z.array(
          z.object({
            day: z.string(),
            kind: z.enum(['off', 'working']),
            name: z.string(),
            basis: z.string().nullable(),
          }),
        ),
        actions: actions(['set', 'remove']),
      }),
    ),
  setSpecialDay: operation({
    method: 'PUT',
    path: '/special-days/{day}',
    tag,
    summary: 'Ghi ngày nghỉ hoặc ngày làm bù',
    refusals: ['not-yours-to-do'],
  })
    .input(
      z.object({
        day,
        kind: z.enum(['off', 'working']),
        name: line(200, 'tên ngày'),
        basis: z.string().trim().max(300).nullable().default(null),
      }),
    )
    .output(done),
  removeSpecialDay: operation({
    method: 'DELETE',
    path: '/special-days/{day}',
    tag,
    summary: 'Bỏ một ngày nghỉ hoặc ngày làm bù',
    refusals: ['not-yours-to-do'],
  })
    .input(z.object({ day }))
    .output(done),
}
