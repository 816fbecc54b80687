import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, line } from '../platform/contract/shapes.ts'
import { peopleContract } from './people-contract.ts'
import { unitsContract } from './units-contract.ts'

export { UNIT_LEVELS } from './domain/unit-description.ts'
export { type UnitShape, unitLevel } from './unit-values.ts'

const tag = 'Tổ chức'

export const organisationContract = {
  ...unitsContract,
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
