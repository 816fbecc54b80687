import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '../../../kernel/plain-date.ts'
import { fileWords } from '../../../mechanisms/submissions/web/index.ts'
import { organisation, unitOptions } from '../../../organisation/web/index.ts'
import { answerOf } from '../../../platform/web/answer-of.ts'
import { takeList } from '../../../platform/web/take-list.ts'
import { fileHref } from '../../../platform/web/upload-file.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import {
  Acts,
  Button,
  type Column,
  ConfirmDialog,
  Definitions,
  Dialog,
  Empty,
  ExportButton,
  FileList,
  ListTable,
  PageHeader,
  Panel,
  Prose,
  Stack,
  TwoLines,
  useListAddress,
  useNotices,
} from '../../../ui/index.ts'
import { EXAMPLE_KIND_WORDS } from '../../domain/value-words.ts'
import { type ReportsOutputs, reports } from '../api.ts'
import { type Example, ExampleDialog, KIND_OPTIONS } from './example-dialog.tsx'
import { noteUnits } from './note-units.ts'

type Listed = ReportsOutputs['listExamples']

/** Examples, new models and good practices that were noted: a unit's own, or of the branch below an office. */
export function ExamplesPage() {
  const list = useListAddress({ filters: ['loai', 'phong-trao', 'don-vi'], pageSize: 50 })
  const [noting, setNoting] = useState(false)
  const [open, setOpen] = useState<string>()
  const input = {
    q: list.q || undefined,
    kind: KIND_OPTIONS.find(({ value }) => value === list.filters.loai)?.value as Example['kind'] | undefined,
    campaignId: list.filters['phong-trao'] || undefined,
    unitId: list.filters['don-vi'] || undefined,
    page: list.page,
  }
  const found = useQuery(
    reports.listExamples.queryOptions({ input, placeholderData: (before: Listed | undefined) => before }),
  )
  const tree = useQuery(organisation.tree.queryOptions({ input: {} }))
  const shown = found.data?.examples.find((example) => example.id === open)
  return (
    <>
      <PageHeader
        title="Điển hình đã ghi"
        lead="Người, tập thể, mô hình mới, cách làm hay gặp khi làm việc và báo cáo, giữ cùng minh chứng để giới thiệu."
        acts={
          found.data?.actions.note && (
            <Button kind="primary" icon="star" onClick={() => setNoting(true)}>
              Ghi điển hình
            </Button>
          )
        }
      />
      <Panel flush label="Điển hình đã ghi">
        <ListTable<Example>
          list={{ ...list, pageSize: found.data?.pageSize ?? list.pageSize }}
          fixedSize
          noun="điển hình"
          label="Điển hình đã ghi"
          searchPlaceholder="Tên điển hình, người, tập thể"
          filters={[
            { name: 'loai', label: 'Loại', any: 'Mọi loại', options: KIND_OPTIONS },
            {
              name: 'phong-trao',
              label: 'Phong trào',
              any: 'Mọi phong trào',
              options: (found.data?.campaigns ?? []).map(({ id, title }) => ({ value: id, label: title })),
            },
            {
              name: 'don-vi',
              label: 'Đơn vị',
              any: 'Mọi đơn vị',
              options: unitOptions(tree.data?.units ?? []),
            },
          ]}
          acts={<ExportButton count={found.data?.total} onExport={() => takeList('examples', input)} />}
          rows={found.data?.examples}
          total={found.data?.total ?? 0}
          rowKey={(example) => example.id}
          fetching={found.isPlaceholderData}
          problem={found.data === undefined ? answerOf(found).problem : undefined}
          onRetry={() => void found.refetch()}
          empty={
            <Empty level={2} title="Chưa ghi điển hình nào">
              Ghi khi gặp, ngay trong lúc làm báo cáo hoặc tại đây.
            </Empty>
          }
          columns={columnsOf(setOpen)}
        />
      </Panel>
      {noting && found.data && (
        <ExampleDialog
          units={noteUnits(found.data.units, found.data.below, tree.data?.units ?? [])}
          campaigns={found.data.campaigns}
          onClose={() => setNoting(false)}
        />
      )}
      {shown && <OneExample example={shown} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function columnsOf(onOpen: (id: string) => void): Column<Example>[] {
  return [
    {
      key: 'title',
      head: 'Điển hình',
      card: 'line',
      cell: (example) => (
        <TwoLines sub={example.who}>
          <Button kind="text" onClick={() => onOpen(example.id)}>
            {example.title}
          </Button>
        </TwoLines>
      ),
    },
    { key: 'kind', head: 'Loại', cell: (example) => EXAMPLE_KIND_WORDS[example.kind] },
    {
      key: 'unit',
      head: 'Đơn vị',
      cell: (example) => <TwoLines sub={example.campaignTitle ?? 'Ngoài phong trào'}>{example.unitName}</TwoLines>,
    },
    { key: 'files', head: 'Minh chứng', end: true, cell: (example) => filesWords(example) },
    {
      key: 'noted',
      head: 'Người ghi',
      cell: (example) => <TwoLines sub={formatMoment(new Date(example.notedAt))}>{example.notedByName}</TwoLines>,
    },
  ]
}

function filesWords({ files }: Example): string {
  return files.length === 0 ? 'chưa có' : `${files.length} tệp`
}

function OneExample({ example, onClose }: { example: Example; onClose: () => void }) {
  const tell = useNotices()
  const [changing, setChanging] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const withdraw = useAct(reports.withdrawExample.call, () => {
    tell({ text: 'Đã rút điển hình' })
    onClose()
  })
  if (changing) return <ExampleDialog units={[]} example={example} onClose={() => setChanging(false)} />
  return (
    <Dialog open wide onClose={onClose} title={example.title}>
      <Stack>
        <Definitions
          pairs={[
            { term: 'Loại', value: EXAMPLE_KIND_WORDS[example.kind] },
            { term: 'Ai', value: example.who || 'chưa có' },
            { term: 'Đơn vị', value: example.unitName },
            { term: 'Phong trào', value: example.campaignTitle ?? 'Ngoài phong trào' },
            { term: 'Người ghi', value: `${example.notedByName}, ${formatMoment(new Date(example.notedAt))}` },
          ]}
        />
        <Prose>{example.story || 'Chưa kể việc đã làm, kết quả.'}</Prose>
        {example.files.length > 0 && (
          <FileList
            label="Minh chứng"
            files={example.files.map((file) => ({
              id: file.id,
              name: file.name,
              sub: fileWords(file),
              href: fileHref(file.id),
            }))}
          />
        )}
        <Acts end>
          {example.actions.withdraw && <Button onClick={() => setWithdrawing(true)}>Rút điển hình</Button>}
          {example.actions.change && (
            <Button kind="primary" icon="pencil" onClick={() => setChanging(true)}>
              Sửa điển hình
            </Button>
          )}
        </Acts>
      </Stack>
      <ConfirmDialog
        open={withdrawing}
        onClose={() => setWithdrawing(false)}
        title={`Rút “${example.title}”`}
        confirm="Rút điển hình"
        reason={{ label: 'Lý do rút', missing: 'Nhập lý do rút' }}
        busy={withdraw.busy}
        error={withdraw.problem?.sentence}
        onConfirm={(reason) => withdraw.run({ id: example.id, reason })}
      >
        Điển hình không còn trong danh sách; nhật ký giữ lại lý do.
      </ConfirmDialog>
    </Dialog>
  )
}
