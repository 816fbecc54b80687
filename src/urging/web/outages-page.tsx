import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { sentences, whyEmpty, whyNotDay } from '../../platform/web/form-checks.ts'
import { takeList } from '../../platform/web/take-list.ts'
import { useToday } from '../../platform/web/today.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import {
  ActButton,
  Acts,
  Answer,
  ConfirmDialog,
  DataTable,
  DateField,
  Dialog,
  Empty,
  ExportButton,
  Form,
  PageHeader,
  Panel,
  type PlainStatus,
  StatusWord,
  TextField,
  TwoLines,
  useNotices,
} from '../../ui/index.ts'
import { type UrgingOutputs, urging } from './api.ts'

type Outage = UrgingOutputs['outages']['outages'][number]

/** *Ngừng hệ thống*: declared by the administrator; urging pauses, and what fell due in it is due later. */
export function OutagesPage() {
  const found = useQuery(urging.outages.queryOptions({ input: {} }))
  const [open, setOpen] = useState<'declare' | { end: Outage } | { back: Outage }>()
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHeader
        title="Ngừng hệ thống"
        lead="Khi hệ thống không phục vụ được, công bố từ ngày nào: mọi nhắc việc dừng lại, hạn rơi vào những ngày ấy được lùi khi hệ thống hoạt động lại. Việc quá hạn từ trước không được lùi."
        acts={
          <ActButton
            act={found.data?.actions.declare}
            kind="primary"
            icon="alert-triangle"
            onClick={() => setOpen('declare')}
          >
            Công bố ngừng hệ thống
          </ActButton>
        }
      />
      <Answer {...answerOf(found)} lines={4}>
        {({ outages }) => (
          <Panel
            flush
            title="Các lần ngừng"
            count={outages.length}
            acts={<ExportButton count={outages.length} size="s" onExport={() => takeList('outages', {})} />}
          >
            {outages.length === 0 ? (
              <Empty title="Chưa có lần ngừng hệ thống nào">
                Lần ngừng được công bố hiện ở đây, kèm số việc được lùi hạn.
              </Empty>
            ) : (
              <DataTable
                label="Các lần ngừng hệ thống, mới nhất ở trên"
                rows={outages}
                rowKey={(one) => one.id}
                columns={[
                  { key: 'span', head: 'Thời gian', cell: (one) => <b>{one.span}</b> },
                  {
                    key: 'state',
                    head: 'Tình trạng',
                    width: 170,
                    card: 'state',
                    cell: (one) => <StatusWord {...stateOf(one)} small />,
                  },
                  {
                    key: 'reason',
                    head: 'Lý do',
                    cell: (one) => <TwoLines sub={one.documentWords ?? undefined}>{one.reason}</TwoLines>,
                  },
                  {
                    key: 'what',
                    head: 'Kết quả',
                    cell: (one) => <TwoLines sub={byWords(one)}>{resultOf(one)}</TwoLines>,
                  },
                ]}
                rowAct={(one) => (
                  <Acts>
                    <ActButton act={one.actions.end} size="s" icon="check" onClick={() => setOpen({ end: one })}>
                      Kết thúc<span className="visually-hidden"> lần ngừng {one.span}</span>
                    </ActButton>
                    <ActButton
                      act={one.actions['take-back']}
                      size="s"
                      icon="ban"
                      onClick={() => setOpen({ back: one })}
                    >
                      Thu hồi<span className="visually-hidden"> lần ngừng {one.span}</span>
                    </ActButton>
                  </Acts>
                )}
              />
            )}
          </Panel>
        )}
      </Answer>
      <Dialog open={open === 'declare'} onClose={close} title="Công bố ngừng hệ thống">
        <DeclareForm onClose={close} />
      </Dialog>
      <Dialog open={typeof open === 'object' && 'end' in open} onClose={close} title="Kết thúc ngừng hệ thống">
        {typeof open === 'object' && 'end' in open && <EndForm outage={open.end} onClose={close} />}
      </Dialog>
      <TakeBack outage={typeof open === 'object' && 'back' in open ? open.back : undefined} onClose={close} />
    </>
  )
}

function stateOf(one: Outage): PlainStatus {
  if (one.takenBack) return { tone: 'xam', icon: 'ban', word: 'Đã thu hồi' }
  return one.to === null
    ? { tone: 'cam', icon: 'alert-triangle', word: 'Đang ngừng' }
    : { tone: 'luc', icon: 'circle-check', word: 'Đã kết thúc' }
}

function resultOf(one: Outage): string {
  if (one.takenBack) return one.takenBack.reason
  return one.lengthened === null ? 'chưa kết thúc' : `Lùi hạn ${one.lengthened.toLocaleString('vi-VN')} việc`
}

function byWords(one: Outage): string {
  if (one.takenBack) return `${one.takenBack.byName} thu hồi`
  const ended = one.endedByName === null ? '' : `, ${one.endedByName} kết thúc`
  return `${one.declaredByName} công bố${ended}`
}

function DeclareForm({ onClose }: { onClose: () => void }) {
  const today = useToday()
  const tell = useNotices()
  const [id] = useState(() => newId())
  const form = useForm({
    initial: { from: today as string | undefined, reason: '', documentWords: '' },
    check: (typed) =>
      sentences({
        from: whyNotDay(typed.from, 'ngày bắt đầu'),
        reason: whyEmpty(typed.reason, 'lý do ngừng hệ thống'),
      }),
    send: ({ from, reason, documentWords }) =>
      urging.declareOutage.call({ id, from: from ?? '', reason, documentWords: documentWords.trim() || null }),
    onDone: (_done, { from }) => {
      onClose()
      tell({ text: `Đã công bố ngừng hệ thống từ ${formatDate(from ?? '')}. Mọi nhắc việc dừng lại` })
    },
  })
  return (
    <Form
      form={form}
      send="Công bố ngừng"
      onClose={onClose}
      label="Công bố ngừng hệ thống"
      problemsTitle="Chưa công bố được"
    >
      <DateField {...dayField(form.field('from'))} label="Ngừng từ ngày" />
      <TextField {...form.field('reason')} label="Lý do" help="Ví dụ: Mất điện toàn trụ sở; nâng cấp máy chủ" />
      <TextField
        {...form.field('documentWords')}
        label="Văn bản"
        optional
        help="Ví dụ: Thông báo số 15/TB-SNV ngày 12/07/2022"
      />
    </Form>
  )
}

function EndForm({ outage, onClose }: { outage: Outage; onClose: () => void }) {
  const today = useToday()
  const tell = useNotices()
  const form = useForm({
    initial: { to: today as string | undefined },
    check: (typed) => sentences({ to: whyNotDay(typed.to, 'ngày cuối hệ thống còn ngừng') }),
    send: ({ to }) => urging.endOutage.call({ id: outage.id, to: to ?? '' }),
    onDone: ({ lengthened, newLastDay }) => {
      onClose()
      tell({
        text:
          lengthened === 0
            ? 'Đã kết thúc. Không có hạn nào rơi vào những ngày này'
            : `Đã lùi hạn ${lengthened} việc đến hết ngày ${formatDate(newLastDay)}`,
      })
    },
  })
  return (
    <Form
      form={form}
      send="Kết thúc và lùi hạn"
      onClose={onClose}
      label="Kết thúc ngừng hệ thống"
      problemsTitle="Chưa kết thúc được"
    >
      <p>Hạn rơi vào {outage.span} đến ngày này được lùi thêm đúng số ngày làm việc đã mất, tính từ sau ngày cuối.</p>
      <DateField {...dayField(form.field('to'))} label="Ngày cuối hệ thống còn ngừng" />
    </Form>
  )
}

function TakeBack({ outage, onClose }: { outage: Outage | undefined; onClose: () => void }) {
  const tell = useNotices()
  const back = useAct(
    ({ id, reason }: { id: string; reason: string }) => urging.takeBackOutage.call({ id, reason }),
    ({ setBack, left }) => {
      onClose()
      tell({ text: `Đã thu hồi: trả hạn ${setBack} việc${left > 0 ? `, để lại ${left} việc đã thay đổi từ đó` : ''}` })
    },
  )
  return (
    <ConfirmDialog
      open={outage !== undefined}
      onClose={() => {
        back.clear()
        onClose()
      }}
      title={`Thu hồi công bố ngừng hệ thống ${outage?.span ?? ''}`}
      confirm="Thu hồi công bố"
      danger
      reason={{ label: 'Lý do', missing: 'Nhập lý do thu hồi' }}
      busy={back.busy}
      error={back.problem?.sentence}
      onConfirm={(reason) => outage && back.run({ id: outage.id, reason })}
    >
      Hạn đã lùi trở lại như trước, trừ việc đã thay đổi hoặc đã xong từ đó.
    </ConfirmDialog>
  )
}
