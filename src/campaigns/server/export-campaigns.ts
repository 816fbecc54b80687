import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { sheetColumns } from '../../kernel/sheet-columns.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { campaignsContract } from '../contract.ts'
import { type CampaignState, STATE_WORDS } from '../domain/states.ts'
import { seenCampaigns } from './list-campaigns.ts'
import { toSummary } from './load-campaign.ts'

const STATES = (Object.keys(STATE_WORDS) as CampaignState[]).map((code) => {
  const word = STATE_WORDS[code]
  return { code, word: word.charAt(0).toUpperCase() + word.slice(1) }
})

const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'title', head: 'Tên phong trào', kind: 'text', width: 56, wrap: true },
  { key: 'theme', head: 'Chủ đề', kind: 'text', width: 40, wrap: true },
  { key: 'state', head: 'Trạng thái', kind: 'choice', width: 22, choices: STATES },
  { key: 'hostUnitName', head: 'Đơn vị phát động', kind: 'text', width: 34 },
  { key: 'number', head: 'Số, ký hiệu', kind: 'text', width: 18 },
  { key: 'issuedOn', head: 'Ngày ban hành', kind: 'partial-day', width: 14 },
  { key: 'startsOn', head: 'Từ', kind: 'partial-day' },
  { key: 'endsOn', head: 'Đến', kind: 'partial-day' },
  { key: 'launchedOn', head: 'Ngày phát động', kind: 'day', width: 14 },
  { key: 'units', head: 'Số đơn vị', kind: 'whole' },
  { key: 'received', head: 'Đã tiếp nhận', kind: 'whole', width: 12 },
  { key: 'disseminated', head: 'Đã quán triệt', kind: 'whole', width: 12 },
  { key: 'late', head: 'Đơn vị quá hạn', kind: 'whole', width: 12 },
  { key: 'published', head: 'Công khai', kind: 'yes-no', width: 11 },
])

export const campaignsExport = listExport({
  name: 'campaigns',
  fileName: 'danh-sach-phong-trao',
  title: 'Danh sách phong trào thi đua',
  columns,
  filter: campaignsContract.list,
  open: async (tx, filter) => {
    const rows = (await seenCampaigns(tx, filter)).map(toSummary).map((campaign) => ({
      ...campaign,
      launchedOn: campaign.launchedOn === null ? null : plainDate(campaign.launchedOn),
    }))
    const words = [filter.q ? `tìm “${filter.q}”` : '', filter.state ? STATE_WORDS[filter.state] : '']
    return ok({ total: rows.length, rows, narrowedTo: words.filter(Boolean).join(', ') || undefined })
  },
})
