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
            /** Closed for a reason of its own, which the name says. */
            unscheduled: z.boolean(),
          }),
        ),
        /** By which announcement the year is known; null: only what the law lets expect. */
        confirmed: z
          .object({ announcement: z.string(), announcedOn: z.string().nullable(), byName: z.string(), at: z.string() })
          .nullable(),
        /** What the law lets expect and is not entered yet, while nobody has confirmed the year. */
        proposal: z
          .object({
            days: z.array(
              z.object({ day: z.string(), name: z.string(), basis: z.string(), compensating: z.boolean() }),
            ),
            notes: z.array(z.string()),
          })
          .nullable(),
        actions: actions(['set', 'remove', 'confirm']),
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
        unscheduled: z.boolean().default(false),
      }),
    )
    .output(done),
  confirmHolidays: operation({
    method: 'POST',
    path: '/special-days/years/{year}/confirm',
    tag,
    summary: 'Xác nhận ngày nghỉ của một năm theo thông báo',
    refusals: ['not-yours-to-do'],
  })
    .input(
      z.object({
        year: z.coerce.number().int().min(2000).max(2100),
        days: z.array(z.object({ day, name: line(200, 'tên ngày'), basis: line(300, 'căn cứ') })).max(60),
        announcement: line(200, 'số thông báo'),
        announcedOn: day.nullable().default(null),
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
