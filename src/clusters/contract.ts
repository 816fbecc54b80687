import { z } from 'zod'
import { UNIT_LEVELS, unitLevel } from '../organisation/contract.ts'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, id, line } from '../platform/contract/shapes.ts'
import { CLUSTER_KINDS } from './domain/cluster.ts'

const CLUSTER_ACTS = ['change', 'set-members', 'set-head', 'end'] as const

export const clusterShape = z.object({
  id: z.string(),
  kind: z.enum(CLUSTER_KINDS),
  name: z.string(),
  level: unitLevel,
  unitId: z.string(),
  unitName: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  basis: z.string().nullable(),
  version: z.number(),
  actions: actions(CLUSTER_ACTS),
})
export type ClusterShape = z.infer<typeof clusterShape>

export const headShape = z.object({
  year: z.number(),
  headUnitId: z.string(),
  headName: z.string(),
  viceUnitId: z.string().nullable(),
  viceName: z.string().nullable(),
  basis: z.string().nullable(),
})

const tag = 'Cụm, khối thi đua'
const basis = z.string().trim().max(300).nullable().default(null)
const year = z.coerce.number().int().min(2000).max(2100)
const unitIds = z.array(id).max(1000)

export const clustersContract = {
  list: operation({ method: 'GET', path: '/clusters', tag, summary: 'Cụm, khối thi đua tại một ngày' })
    .input(z.object({ on: day.optional() }))
    .output(
      z.object({
        on: z.string(),
        clusters: z.array(clusterShape.extend({ members: z.number(), head: headShape.nullable() })),
        actions: actions(['create']),
      }),
    ),
  get: operation({ method: 'GET', path: '/clusters/{id}', tag, summary: 'Xem một cụm, khối' })
    .input(z.object({ id }))
    .output(
      z.object({
        cluster: clusterShape,
        members: z.array(
          z.object({
            unitId: z.string(),
            name: z.string(),
            from: z.string(),
            to: z.string().nullable(),
            alsoElsewhere: z.string().nullable(),
          }),
        ),
        heads: z.array(headShape),
      }),
    ),
  create: operation({
    method: 'POST',
    path: '/clusters',
    tag,
    summary: 'Lập cụm, khối cùng các đơn vị thành viên',
    refusals: ['not-yours-to-do', 'id-taken', 'unit-not-there', 'cluster-member-elsewhere'],
  })
    .input(
      z.object({
        id,
        kind: z.enum(CLUSTER_KINDS),
        name: line(300, 'tên cụm, khối'),
        level: z.enum(UNIT_LEVELS),
        unitId: id,
        from: day,
        basis,
        unitIds,
        alsoElsewhere: z.string().trim().max(300).nullable().default(null),
      }),
    )
    .output(z.object({ cluster: clusterShape })),
  change: operation({
    method: 'PUT',
    path: '/clusters/{id}',
    tag,
    summary: 'Sửa tên, căn cứ của cụm, khối',
    refusals: ['not-yours-to-do', 'changed-meanwhile'],
  })
    .input(z.object({ id, version: z.int(), name: line(300, 'tên cụm, khối'), basis }))
    .output(z.object({ cluster: clusterShape })),
  setMembers: operation({
    method: 'POST',
    path: '/clusters/{id}/members',
    tag,
    summary: 'Đặt các đơn vị thành viên từ một ngày',
    refusals: [
      'not-yours-to-do',
      'changed-meanwhile',
      'cluster-ended',
      'cluster-member-elsewhere',
      'unit-not-there',
      'day-before-start',
    ],
  })
    .input(
      z.object({
        id,
        version: z.int(),
        from: day,
        unitIds,
        alsoElsewhere: z.string().trim().max(300).nullable().default(null),
      }),
    )
    .output(z.object({ cluster: clusterShape })),
  setHead: operation({
    method: 'PUT',
    path: '/clusters/{id}/heads/{year}',
    tag,
    summary: 'Ghi đơn vị đứng đầu, cấp phó của một năm',
    refusals: ['not-yours-to-do', 'not-in-cluster'],
  })
    .input(z.object({ id, year, headUnitId: id, viceUnitId: id.nullable().default(null), basis }))
    .output(z.object({ head: headShape })),
  end: operation({
    method: 'POST',
    path: '/clusters/{id}/end',
    tag,
    summary: 'Kết thúc cụm, khối',
    refusals: ['not-yours-to-do', 'cluster-ended', 'day-before-start'],
  })
    .input(z.object({ id, lastDay: day }))
    .output(z.object({ cluster: clusterShape })),
}
