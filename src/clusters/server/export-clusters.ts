import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { sheetColumns } from '../../kernel/sheet-columns.ts'
import { UNIT_LEVEL_WORDS, UNIT_LEVELS } from '../../organisation/index.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { clustersContract } from '../contract.ts'
import { CLUSTER_KIND_WORDS, CLUSTER_KINDS } from '../domain/cluster.ts'
import { listClusters } from './read-clusters.ts'

const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'name', head: 'Tên cụm, khối', kind: 'text', width: 44 },
  {
    key: 'kind',
    head: 'Loại',
    kind: 'choice',
    width: 9,
    choices: CLUSTER_KINDS.map((code) => ({ code, word: CLUSTER_KIND_WORDS[code] })),
  },
  {
    key: 'level',
    head: 'Cấp',
    kind: 'choice',
    width: 12,
    choices: UNIT_LEVELS.map((code) => ({ code, word: UNIT_LEVEL_WORDS[code] })),
  },
  { key: 'unitName', head: 'Nơi lập', kind: 'text', width: 34 },
  { key: 'members', head: 'Số đơn vị', kind: 'whole' },
  { key: 'headName', head: 'Đơn vị đứng đầu', kind: 'text', width: 34 },
  { key: 'viceName', head: 'Đơn vị phó', kind: 'text', width: 34 },
  { key: 'from', head: 'Từ ngày', kind: 'day' },
  { key: 'to', head: 'Đến hết ngày', kind: 'day', width: 14 },
  { key: 'basis', head: 'Văn bản', kind: 'text', width: 34, wrap: true },
])

export const clustersExport = listExport({
  name: 'clusters',
  fileName: 'cum-khoi-thi-dua',
  title: 'Cụm, khối thi đua',
  columns,
  filter: clustersContract.list,
  open: async (tx, filter) => {
    const listed = await listClusters(tx, filter)
    if (!listed.ok) return listed
    const { clusters, on } = listed.value
    const rows = clusters.map(({ head, from, to, ...cluster }) => ({
      ...cluster,
      headName: head?.headName,
      viceName: head?.viceName,
      from: plainDate(from),
      to: to === null ? null : plainDate(to),
    }))
    return ok({ total: rows.length, rows, narrowedTo: `ngày ${formatDate(on)}` })
  },
})
