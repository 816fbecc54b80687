import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf } from '../../../platform/web/answer-of.ts'
import { usePageParam } from '../../../platform/web/page-route.ts'
import { takeList } from '../../../platform/web/take-list.ts'
import {
  Answer,
  Button,
  ExportButton,
  Note,
  PageHeader,
  Panel,
  SelectField,
  Stack,
  Tabs,
  useAddressParams,
} from '../../../ui/index.ts'
import { namesWords } from '../../domain/assembly.ts'
import { type Assembled, reports } from '../api.ts'
import { BranchReports } from './branch-reports.tsx'
import { BranchTexts } from './branch-texts.tsx'
import { OwnReportDialog } from './own-report-dialog.tsx'
import { WholeFigures } from './whole-figures.tsx'

const PARTS = ['toan-nhanh', 'theo-don-vi', 'phan-loi', 'chua-gui'] as const
type Part = (typeof PARTS)[number]

/** The reports of a branch as one: the whole, unit by unit, the texts, and who has not sent. */
export function AssembledPage() {
  const id = usePageParam('id')
  const [params, change] = useAddressParams()
  const unitId = params.get('nhanh') ?? undefined
  const input = unitId === undefined ? { id } : { id, unitId }
  const found = useQuery(
    reports.assembled.queryOptions({ input, placeholderData: (before: Assembled | undefined) => before }),
  )
  const part = PARTS.find((one) => one === params.get('phan')) ?? 'toan-nhanh'
  return (
    <>
      {found.data === undefined && <PageHeader title="Tổng hợp báo cáo" />}
      <Answer {...answerOf(found)} lines={8}>
        {(data) => <Shown data={data} part={part} onBranch={(nhanh) => change({ nhanh, page: undefined })} />}
      </Answer>
    </>
  )
}

type ShownProps = { data: Assembled; part: Part; onBranch: (unitId: string) => void }

function Shown({ data, part, onBranch }: ShownProps) {
  const [putting, setPutting] = useState(false)
  const { form, unit, branches } = data
  const branch = { id: form.id, unitId: unit.id }
  return (
    <>
      <PageHeader
        title={`Tổng hợp: ${form.title}`}
        crumbs={[{ href: `/bao-cao/bieu-mau/${form.id}`, word: 'Biểu mẫu báo cáo' }]}
        lead={`${form.periodName}, ${unit.name}${form.campaignTitle === null ? '' : `. ${form.campaignTitle}`}`}
        acts={
          data.actions.edit && (
            <Button icon="file-text" onClick={() => setPutting(true)}>
              Đưa vào báo cáo của đơn vị
            </Button>
          )
        }
      />
      <Stack gap="l">
        <Coming data={data} />
        {branches.length > 0 && (
          <Panel label="Nhánh đang xem">
            <SelectField
              label="Xem riêng một nhánh"
              value={unit.id}
              onChange={onBranch}
              options={[
                { value: unit.id, label: `${unit.name} (đang xem)` },
                ...branches.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Panel>
        )}
        <div>
          <Parts data={data} part={part} />
          <Stack gap="l">
            {part === 'toan-nhanh' && <WholeFigures data={data} />}
            {part === 'toan-nhanh' && <ToCouncil branch={branch} count={data.owed} />}
            {part === 'theo-don-vi' && <BranchReports key="all" data={data} show="all" />}
            {part === 'phan-loi' && <BranchTexts data={data} />}
            {part === 'chua-gui' && <BranchReports key="missing" data={data} show="missing" />}
          </Stack>
        </div>
      </Stack>
      {putting && <OwnReportDialog branch={branch} unitName={unit.name} onClose={() => setPutting(false)} />}
    </>
  )
}

/** What goes to the council when it appraises: facts of each unit, nobody ranked. */
function ToCouncil({ branch, count }: { branch: { id: string; unitId: string }; count: number }) {
  const what = 'kết quả chuyển hội đồng'
  const take = () => takeList('report-hand-over', branch)
  return (
    <Panel title="Chuyển hội đồng" acts={<ExportButton size="s" count={count} what={what} onExport={take} />}>
      <p>Danh sách đơn vị với số liệu, điển hình đã ghi và việc làm đúng hạn, để hội đồng thẩm định thành tích.</p>
    </Panel>
  )
}

/** What the totals stand on, before any of them: how many sent, and who has not, by name. */
function Coming({ data }: { data: Assembled }) {
  const { owed, sent, missing, missingNames, supplementsMissing, carried, counts } = data
  const waived = counts.exempt ?? 0
  const more = [
    waived > 0 && `${waived} đơn vị được miễn.`,
    supplementsMissing > 0 && `${supplementsMissing} đơn vị còn phải bổ sung các dòng thêm sau.`,
    carried > 0 && `Trong đó ${carried} báo cáo của đơn vị đã kết thúc, tính vào đơn vị kế tục.`,
  ].filter((words) => words !== false)
  const title =
    missing === 0
      ? `${sent}/${owed} đơn vị đã gửi, không thiếu đơn vị nào`
      : `${sent}/${owed} đơn vị đã gửi, thiếu ${missing}`
  return (
    <Note tone={missing === 0 ? 'luc' : 'cam'} title={title} level={2}>
      {missing > 0 && <p>Số liệu dưới đây chưa có {namesWords(missingNames, missing)}.</p>}
      {more.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </Note>
  )
}

function Parts({ data, part }: { data: Assembled; part: Part }) {
  const [params] = useAddressParams()
  const branch = params.get('nhanh')
  const href = (one: Part) => {
    const search = new URLSearchParams({ phan: one, ...(branch === null ? {} : { nhanh: branch }) })
    return `/bao-cao/${data.form.id}/tong-hop?${search}`
  }
  return (
    <Tabs
      label="Các phần của bản tổng hợp"
      current={href(part)}
      tabs={[
        { href: href('toan-nhanh'), word: 'Toàn nhánh' },
        { href: href('theo-don-vi'), word: 'Theo đơn vị', count: data.owed },
        { href: href('phan-loi'), word: 'Phần lời', count: data.texts.length },
        { href: href('chua-gui'), word: 'Đơn vị chưa gửi', count: data.missing },
      ]}
    />
  )
}
