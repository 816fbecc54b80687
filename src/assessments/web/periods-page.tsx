import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { sentences, whyNotDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import {
  ActButton,
  Acts,
  Answer,
  Button,
  ConfirmDialog,
  DataTable,
  DateField,
  Dialog,
  Empty,
  Form,
  PageHeader,
  Panel,
  RadioGroup,
  useNotices,
} from '../../ui/index.ts'
import { PERIOD_KIND_WORDS, periodName } from '../domain/periods.ts'
import { type AssessmentsOutputs, assessments } from './api.ts'

type Listed = AssessmentsOutputs['periods']['periods'][number]
type Asking = { what: 'add' } | { what: 'change' | 'remove'; period: Listed } | undefined

/** The years and school years that ratings and awards are of. */
export function PeriodsPage() {
  const found = useQuery(assessments.periods.queryOptions({ input: {} }))
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  const change = found.data?.actions.change
  return (
    <>
      <PageHeader
        title="Kỳ xét khen thưởng"
        lead="Xếp loại và khen thưởng ghi theo kỳ: năm dương lịch, hoặc năm học ở các trường."
        acts={
          <ActButton
            act={found.data?.actions.create}
            kind="primary"
            icon="plus"
            onClick={() => setAsking({ what: 'add' })}
          >
            Thêm kỳ xét
          </ActButton>
        }
      />
      <Answer {...answerOf(found)} lines={6}>
        {({ periods }) => (
          <Panel flush label="Các kỳ xét">
            {periods.length === 0 ? (
              <Empty level={2} title="Chưa có kỳ xét nào">
                Thêm năm hoặc năm học để các đơn vị ghi kết quả xếp loại.
              </Empty>
            ) : (
              <DataTable<Listed>
                label="Các kỳ xét"
                rows={periods}
                rowKey={(one) => one.id}
                columns={[
                  { key: 'name', head: 'Kỳ', cell: (one) => <b>{periodName(one)}</b> },
                  { key: 'kind', head: 'Loại', width: 180, card: 'plain', cell: (one) => PERIOD_KIND_WORDS[one.kind] },
                  { key: 'from', head: 'Từ ngày', width: 140, cell: (one) => formatDate(one.from) },
                  { key: 'to', head: 'Đến hết ngày', width: 140, cell: (one) => formatDate(one.to) },
                  {
                    key: 'used',
                    head: 'Đang dùng',
                    width: 220,
                    card: 'plain',
                    cell: (one) => (one.inUse ? 'Đã có kết quả ghi theo' : 'Chưa dùng'),
                  },
                ]}
                rowAct={(one) =>
                  change &&
                  !one.inUse && (
                    <Acts>
                      <Button size="s" onClick={() => setAsking({ what: 'change', period: one })}>
                        Sửa<span className="visually-hidden"> {periodName(one)}</span>
                      </Button>
                      <Button size="s" onClick={() => setAsking({ what: 'remove', period: one })}>
                        Bỏ<span className="visually-hidden"> {periodName(one)}</span>
                      </Button>
                    </Acts>
                  )
                }
              />
            )}
          </Panel>
        )}
      </Answer>
      <Dialog open={asking?.what === 'add'} onClose={close} title="Thêm kỳ xét">
        <PeriodForm onClose={close} />
      </Dialog>
      <Dialog open={asking?.what === 'change'} onClose={close} title="Sửa kỳ xét">
        {asking?.what === 'change' && <PeriodForm period={asking.period} onClose={close} />}
      </Dialog>
      {asking?.what === 'remove' && <RemoveDialog period={asking.period} onClose={close} />}
    </>
  )
}

function PeriodForm({ period, onClose }: { period?: Listed; onClose: () => void }) {
  const tell = useNotices()
  const year = useToday().slice(0, 4)
  const [id] = useState(() => period?.id ?? newId())
  const form = useForm({
    initial: {
      kind: period?.kind ?? ('calendar-year' as 'calendar-year' | 'school-year'),
      from: (period?.from ?? `${year}-01-01`) as string | undefined,
      to: (period?.to ?? `${year}-12-31`) as string | undefined,
    },
    check: (typed) => sentences({ from: whyNotDay(typed.from, 'ngày đầu'), to: whyNotDay(typed.to, 'ngày cuối') }),
    send: ({ kind, from, to }) => {
      const input = { id, kind, from: from ?? '', to: to ?? '' }
      return period ? assessments.changePeriod.call(input) : assessments.createPeriod.call(input)
    },
    onDone: (saved) => {
      onClose()
      tell({ text: `Đã ghi ${periodName(saved.period).toLocaleLowerCase('vi')}` })
    },
  })
  return (
    <Form form={form} send={period ? 'Lưu kỳ xét' : 'Thêm kỳ xét'} onClose={onClose} label="Kỳ xét">
      <RadioGroup
        {...form.field('kind')}
        label="Loại"
        inline
        options={[
          { value: 'calendar-year', label: PERIOD_KIND_WORDS['calendar-year'] },
          { value: 'school-year', label: PERIOD_KIND_WORDS['school-year'] },
        ]}
      />
      <DateField {...dayField(form.field('from'))} label="Từ ngày" />
      <DateField
        {...dayField(form.field('to'))}
        label="Đến hết ngày"
        help="Mã kỳ lấy theo năm của hai ngày này: 2025, 2024-2025"
      />
    </Form>
  )
}

function RemoveDialog({ period, onClose }: { period: Listed; onClose: () => void }) {
  const tell = useNotices()
  const act = useAct(assessments.removePeriod.call, () => {
    onClose()
    tell({ text: `Đã bỏ ${periodName(period).toLocaleLowerCase('vi')}` })
  })
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      danger
      title={`Bỏ ${periodName(period).toLocaleLowerCase('vi')}`}
      busy={act.busy}
      error={act.problem?.sentence}
      onConfirm={() => act.run({ id: period.id })}
    >
      <p>Kỳ này chưa có kết quả nào ghi theo.</p>
    </ConfirmDialog>
  )
}
