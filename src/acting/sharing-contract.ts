import { z } from 'zod'
import { STEPS } from '../mechanisms/consents/domain/separation.ts'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, id } from '../platform/contract/shapes.ts'
import { handoverLine } from './handover-contract.ts'

const looking = 'Phụ trách theo dõi'
const separation = 'Phân tách trách nhiệm'

const contactShape = z.object({
  id: z.string(),
  unitId: z.string(),
  personId: z.string(),
  name: z.string(),
  post: z.string(),
  since: z.string(),
  until: z.string().nullable(),
})
const giver = z.object({ personId: z.string(), name: z.string(), post: z.string() })
const owed = z.object({
  id: z.string(),
  title: z.string(),
  thingTitle: z.string(),
  due: z.string(),
  state: z.enum(['open', 'done', 'exempt']),
})

export const sharingContract = {
  capacities: operation({
    method: 'GET',
    path: '/capacities',
    tag: 'Ủy quyền, bàn giao',
    summary: 'Các tư cách của mình hôm nay: vị trí của mình và ủy quyền được nhận',
  })
    .input(z.object({}))
    .output(
      z.object({
        capacities: z.array(
          z.object({
            id: z.string(),
            words: z.string(),
            onBehalfOf: z.string().nullable(),
            until: z.string().nullable(),
          }),
        ),
        /** The post one is new in, for its first days. */
        newIn: z.object({ title: z.string(), unitName: z.string(), from: z.string() }).nullable(),
      }),
    ),
  followed: operation({
    method: 'GET',
    path: '/looking-after/mine',
    tag: looking,
    summary: 'Các đơn vị mình theo dõi hôm nay, kể cả đơn vị trực thuộc chưa có đầu mối riêng',
  })
    .input(z.object({}))
    .output(z.object({ unitIds: z.array(z.string()) })),
  lookingAfter: operation({
    method: 'GET',
    path: '/looking-after',
    tag: looking,
    summary: 'Ai của bộ phận thường trực theo dõi đơn vị nào, đơn vị nào chưa có người',
  })
    .input(z.object({}))
    .output(
      z.object({
        units: z.array(
          z.object({
            unitId: z.string(),
            unitName: z.string(),
            contact: contactShape.nullable(),
            actions: actions(['set']),
          }),
        ),
        officers: z.array(giver),
        unassigned: z.number(),
        actions: actions(['set']),
      }),
    ),
  unitContact: operation({
    method: 'GET',
    path: '/units/{unitId}/contact',
    tag: looking,
    summary: 'Đầu mối của một đơn vị tại bộ phận thường trực, nay và trước đây',
  })
    .input(z.object({ unitId: id }))
    .output(
      z.object({
        contact: contactShape.nullable(),
        inherited: z.boolean(),
        history: z.array(contactShape),
        actions: actions(['set']),
      }),
    ),
  setLookingAfter: operation({
    method: 'POST',
    path: '/looking-after',
    tag: looking,
    summary: 'Phân công người theo dõi một hay nhiều đơn vị từ một ngày',
    refusals: ['not-yours-to-do', 'not-of-the-office', 'unit-ended', 'day-past'],
  })
    .input(
      z.object({
        unitIds: z.array(id).min(1, { error: 'Chọn ít nhất một đơn vị' }).max(5000),
        personId: id.nullable(),
        from: day,
      }),
    )
    .output(z.object({ units: z.number() })),
  stepRules: operation({
    method: 'GET',
    path: '/step-rules',
    tag: separation,
    summary: 'Bước nào người chuẩn bị không được tự ký, theo đơn vị',
  })
    .input(z.object({}))
    .output(
      z.object({
        rules: z.array(
          z.object({
            unitId: z.string(),
            unitName: z.string(),
            step: z.enum(STEPS),
            rule: z.enum(['forbidden', 'allowed']),
            basis: z.string().nullable(),
            setByName: z.string(),
            setAt: z.string(),
            version: z.number(),
            actions: actions(['set']),
          }),
        ),
        actions: actions(['set']),
      }),
    ),
  setStepRule: operation({
    method: 'PUT',
    path: '/units/{unitId}/step-rules/{step}',
    tag: separation,
    summary: 'Đặt quy định cho một bước tại một đơn vị và các đơn vị trực thuộc',
    refusals: ['not-yours-to-do', 'changed-meanwhile'],
  })
    .input(
      z.object({
        unitId: id,
        step: z.enum(STEPS),
        /** null: nothing of its own, the unit above decides. */
        rule: z.enum(['forbidden', 'allowed']).nullable(),
        basis: z.string().trim().max(300).nullable().default(null),
        /** Of the rule that was looked at; 0 when there was none. */
        version: z.int().min(0),
      }),
    )
    .output(done),
  newcomer: operation({
    method: 'GET',
    path: '/newcomer',
    tag: 'Ủy quyền, bàn giao',
    summary: 'Người mới nhận việc: vị trí nợ gì, ai theo dõi, hỏi ai',
  })
    .input(z.object({}))
    .output(
      z.object({
        isNew: z.boolean(),
        post: z.object({
          title: z.string(),
          unitId: z.string(),
          unitName: z.string(),
          from: z.string(),
          day: z.number(),
        }),
        owed: z.array(owed),
        lastYear: z.array(owed),
        handovers: z.array(handoverLine),
        contact: contactShape.nullable(),
        campaigns: z.array(z.object({ id: z.string(), title: z.string(), endsOn: z.string().nullable() })),
        ask: z.array(z.object({ role: z.enum(['head', 'standing-office', 'administrator']), people: z.array(giver) })),
      }),
    ),
}
