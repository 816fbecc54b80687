import { plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { sheetColumns } from '../../kernel/sheet-columns.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { type FormSummary, reportsContract } from '../contract.ts'
import { type FormState, whyMayNot, whyMayNotCreate } from '../domain/permissions.ts'
import { loadForms, thingOf, toSummary } from './load-form.ts'

const PAGE_SIZE = 20

type Filter = { q?: string | undefined; state?: FormState | undefined; campaignId?: string | undefined }
type Listed = {
  forms: FormSummary[]
  total: number
  page: number
  pageSize: number
  actions: { create?: { whyNot: string | null } }
}

/** The forms the actor may see, the latest period first. An office has dozens a year: they are counted after judging each. */
export async function listForms(tx: Tx, filter: Filter & { page: number }): Promise<Result<Listed>> {
  const seen = await seenForms(tx, filter)
  const start = (filter.page - 1) * PAGE_SIZE
  return ok({
    forms: seen.slice(start, start + PAGE_SIZE),
    total: seen.length,
    page: filter.page,
    pageSize: PAGE_SIZE,
    actions: whyMayNotCreate(tx.actor) === undefined ? { create: { whyNot: null } } : {},
  })
}

async function seenForms(tx: Tx, { q, state, campaignId }: Filter): Promise<FormSummary[]> {
  const words = foldForSearch(q ?? '')
    .split(' ')
    .filter(Boolean)
  const loaded = await loadForms(tx, (query) => {
    let narrowed = query.orderBy('report_form.period_to', 'desc').orderBy('report_form.id')
    if (state !== undefined) narrowed = narrowed.where('report_form.state', '=', state)
    return campaignId === undefined ? narrowed : narrowed.where('report_form.campaign_id', '=', campaignId)
  })
  return loaded
    .filter((one) => whyMayNot(tx.actor, 'see', thingOf(one)) === undefined)
    .filter((one) =>
      words.every((word) => `${one.row.title_search} ${foldForSearch(one.campaignTitle ?? '')}`.includes(word)),
    )
    .map(toSummary)
}

export const STATE_WORDS: Readonly<Record<FormState, string>> = {
  draft: 'Đang soạn',
  published: 'Đang nhận báo cáo',
  closed: 'Đã khép kỳ',
}

const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'title', head: 'Biểu mẫu', kind: 'text', width: 50, wrap: true },
  { key: 'campaignTitle', head: 'Phong trào', kind: 'text', width: 40, wrap: true },
  { key: 'periodName', head: 'Kỳ báo cáo', kind: 'text', width: 22 },
  { key: 'periodFrom', head: 'Từ ngày', kind: 'day' },
  { key: 'periodTo', head: 'Đến ngày', kind: 'day' },
  {
    key: 'state',
    head: 'Tình trạng',
    kind: 'choice',
    width: 20,
    choices: (Object.keys(STATE_WORDS) as FormState[]).map((code) => ({ code, word: STATE_WORDS[code] })),
  },
  { key: 'due', head: 'Hạn nộp', kind: 'text', width: 34 },
  { key: 'versionNo', head: 'Lần ban hành', kind: 'whole' },
  { key: 'units', head: 'Số đơn vị', kind: 'whole' },
  { key: 'sent', head: 'Đã gửi', kind: 'whole' },
  { key: 'late', head: 'Quá hạn chưa gửi', kind: 'whole', width: 12 },
])

export const formsExport = listExport({
  name: 'report-forms',
  fileName: 'bieu-mau-bao-cao',
  title: 'Biểu mẫu báo cáo',
  columns,
  filter: reportsContract.listForms,
  open: async (tx, filter) => {
    const rows = (await seenForms(tx, filter)).map((form) => ({
      ...form,
      periodFrom: plainDate(form.periodFrom),
      periodTo: plainDate(form.periodTo),
      due: form.due?.words ?? null,
    }))
    const words = [filter.q ? `tìm “${filter.q}”` : '', filter.state ? STATE_WORDS[filter.state] : '']
    return ok({ total: rows.length, rows, narrowedTo: words.filter(Boolean).join(', ') || undefined })
  },
})
