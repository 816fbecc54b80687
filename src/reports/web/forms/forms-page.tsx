import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf } from '../../../platform/web/answer-of.ts'
import { takeList } from '../../../platform/web/take-list.ts'
import {
  Button,
  type Column,
  Empty,
  ExportButton,
  Link,
  ListTable,
  PageHeader,
  Panel,
  StatusWord,
  TwoLines,
  useListAddress,
} from '../../../ui/index.ts'
import { type ReportsOutputs, reports } from '../api.ts'
import { formStatus } from './form-words.ts'
import { NewFormDialog } from './new-form-dialog.tsx'

type Listed = ReportsOutputs['listForms']
type Form = Listed['forms'][number]

const STATES = [
  { value: 'draft', label: 'Đang soạn' },
  { value: 'published', label: 'Đang nhận báo cáo' },
  { value: 'closed', label: 'Đã khép kỳ' },
] as const

/** Every report form one may see, the latest period first. */
export function FormsPage() {
  const list = useListAddress({ filters: ['tinh-trang', 'phong-trao'], pageSize: 20 })
  const [making, setMaking] = useState(false)
  const campaignId = list.filters['phong-trao'] || undefined
  const input = {
    q: list.q || undefined,
    state: STATES.find(({ value }) => value === list.filters['tinh-trang'])?.value,
    campaignId,
    page: list.page,
  }
  const found = useQuery(
    reports.listForms.queryOptions({ input, placeholderData: (before: Listed | undefined) => before }),
  )
  return (
    <>
      <PageHeader
        title="Biểu mẫu báo cáo"
        lead="Đơn vị báo cáo những gì, kỳ nào, hạn nào."
        acts={
          found.data?.actions.create && (
            <Button kind="primary" icon="plus" onClick={() => setMaking(true)}>
              Lập biểu mẫu
            </Button>
          )
        }
      />
      <Panel flush label="Biểu mẫu báo cáo">
        <ListTable<Form>
          list={{ ...list, pageSize: found.data?.pageSize ?? list.pageSize }}
          fixedSize
          noun="biểu mẫu"
          label="Biểu mẫu báo cáo"
          searchPlaceholder="Tên biểu mẫu, kỳ, phong trào"
          filters={[{ name: 'tinh-trang', label: 'Tình trạng', any: 'Mọi tình trạng', options: STATES }]}
          acts={<ExportButton count={found.data?.total} onExport={() => takeList('report-forms', input)} />}
          rows={found.data?.forms}
          total={found.data?.total ?? 0}
          rowKey={(form) => form.id}
          fetching={found.isPlaceholderData}
          problem={found.data === undefined ? answerOf(found).problem : undefined}
          onRetry={() => void found.refetch()}
          empty={
            <Empty level={2} title="Chưa có biểu mẫu nào">
              Biểu mẫu lập từ chỉ tiêu, nhiệm vụ của kế hoạch, hoặc chép từ kỳ trước.
            </Empty>
          }
          columns={COLUMNS}
        />
      </Panel>
      {making && <NewFormDialog campaignId={campaignId} onClose={() => setMaking(false)} />}
    </>
  )
}

const COLUMNS: Column<Form>[] = [
  {
    key: 'title',
    head: 'Biểu mẫu',
    card: 'line',
    cell: (form) => (
      <TwoLines sub={form.campaignTitle ?? 'Ngoài phong trào'}>
        <Link href={`/bao-cao/bieu-mau/${form.id}`} strong>
          {form.title}
        </Link>
      </TwoLines>
    ),
  },
  { key: 'period', head: 'Kỳ', cell: (form) => form.periodName },
  { key: 'due', head: 'Hạn nộp', cell: (form) => form.due?.words ?? 'theo kế hoạch' },
  {
    key: 'sent',
    head: 'Đã gửi',
    end: true,
    cell: (form) => (form.state === 'draft' ? 'chưa ban hành' : `${form.sent}/${form.units} đơn vị`),
  },
  {
    key: 'late',
    head: 'Quá hạn',
    end: true,
    cell: (form) => (form.late === 0 ? 'không có' : `${form.late} đơn vị`),
  },
  { key: 'state', head: 'Tình trạng', card: 'state', width: 200, cell: (form) => <StatusWord {...formStatus(form)} /> },
]
