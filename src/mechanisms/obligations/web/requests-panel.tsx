import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { formatDate, formatMoment } from '../../../kernel/plain-date.ts'
import { sentences, whyEmpty, whyNotDay } from '../../../platform/web/form-checks.ts'
import { useToday } from '../../../platform/web/today.ts'
import { fileHref } from '../../../platform/web/upload-file.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { dayField, useForm } from '../../../platform/web/use-form.ts'
import {
  Acts,
  Button,
  DateField,
  Dialog,
  FileList,
  Form,
  Panel,
  RadioGroup,
  TextArea,
  TextField,
  useNotices,
  WorkList,
  WorkRow,
} from '../../../ui/index.ts'
import { type ObligationDetails, obligations } from './api.ts'
import { FilesField, type KeptFile } from './files-field.tsx'
import { type Scan, ScanField } from './scan-field.tsx'

type Request = ObligationDetails['requests'][number]

/** More time: asked by the unit, answered by whoever it is owed to. */
export function RequestsPanel({ details }: { details: ObligationDetails }) {
  const { obligation, requests } = details
  const [asking, setAsking] = useState(false)
  const [answering, setAnswering] = useState<Request>()
  const mayAsk = obligation.actions['ask-more-time'] !== undefined && obligation.askedUntil === null
  if (requests.length === 0 && !mayAsk) return null
  return (
    <Panel
      flush={requests.length > 0}
      title="Gia hạn"
      count={requests.length > 0 ? requests.length : undefined}
      acts={
        mayAsk && (
          <Button size="s" icon="hourglass" onClick={() => setAsking(true)}>
            Xin gia hạn
          </Button>
        )
      }
    >
      {requests.length === 0 ? (
        <p>{`Chưa xin gia hạn. Ngày cuối là ${formatDate(obligation.due.lastDay)}.`}</p>
      ) : (
        <WorkList>
          {requests.map((request) => (
            <RequestRow key={request.id} request={request} onAnswer={() => setAnswering(request)} />
          ))}
        </WorkList>
      )}
      <Dialog open={asking} onClose={() => setAsking(false)} title="Xin gia hạn">
        <AskForm details={details} onClose={() => setAsking(false)} />
      </Dialog>
      <Dialog open={answering !== undefined} onClose={() => setAnswering(undefined)} title="Trả lời đề nghị gia hạn">
        {answering && <AnswerForm request={answering} onClose={() => setAnswering(undefined)} />}
      </Dialog>
    </Panel>
  )
}

const STATES = {
  open: { tone: 'cham', icon: 'hourglass', word: 'Chờ trả lời' },
  granted: { tone: 'luc', icon: 'circle-check', word: 'Đã cho' },
  refused: { tone: 'son', icon: 'circle-x', word: 'Không cho' },
  withdrawn: { tone: 'xam', icon: 'minus', word: 'Đã rút' },
} as const

function RequestRow({ request, onAnswer }: { request: Request; onAnswer: () => void }) {
  const tell = useNotices()
  const withdraw = useAct(obligations.withdrawRequest.call, () => tell({ text: 'Đã rút đề nghị gia hạn' }))
  return (
    <WorkRow
      status={STATES[request.state]}
      title={`Đến hết ngày ${formatDate(request.wantedDay)}: ${request.reason}`}
      sub={
        <>
          {[`${request.askedByName}, ${formatMoment(new Date(request.askedAt))}`, decidedWords(request)]
            .filter(Boolean)
            .join('. ')}
          {request.files.length > 0 && (
            <FileList
              label="Tệp kèm đề nghị"
              files={request.files.map((file) => ({ ...file, sub: 'Tải về', href: fileHref(file.id) }))}
            />
          )}
        </>
      }
      act={
        (request.actions.answer || request.actions.withdraw) && (
          <Acts>
            {request.actions.answer && (
              <Button size="s" kind="primary" onClick={onAnswer}>
                Trả lời
              </Button>
            )}
            {request.actions.withdraw && (
              <Button size="s" busy={withdraw.busy} onClick={() => withdraw.run({ id: request.id })}>
                Rút đề nghị
              </Button>
            )}
          </Acts>
        )
      }
    />
  )
}

function decidedWords({ decided, grantedDay, answer }: Request): string {
  if (decided === null) return ''
  const what = grantedDay === null ? 'không cho gia hạn' : `cho gia hạn đến hết ngày ${formatDate(grantedDay)}`
  const paper =
    decided.paper === null
      ? ''
      : `, bản giấy ngày ${formatDate(decided.paper.on)} do ${decided.paper.enteredByName} ghi`
  return `${decided.byName} ${what}${paper}${answer ? `: ${answer}` : ''}`
}

function AskForm({ details, onClose }: { details: ObligationDetails; onClose: () => void }) {
  const [id] = useState(() => newId())
  const tell = useNotices()
  const { obligation } = details
  const form = useForm({
    initial: { wantedDay: '' as string | undefined, reason: '', fileIds: [] as readonly KeptFile[] },
    check: (typed) =>
      sentences({
        wantedDay: whyNotDay(typed.wantedDay, 'ngày xin gia hạn'),
        reason: whyEmpty(typed.reason, 'lý do xin gia hạn'),
      }),
    send: (typed) =>
      obligations.askMoreTime.call({
        id,
        obligationId: obligation.id,
        wantedDay: typed.wantedDay ?? '',
        reason: typed.reason,
        fileIds: typed.fileIds.map((file) => file.id),
      }),
    onDone: () => {
      tell({ text: `Đã gửi đề nghị gia hạn đến ${obligation.owedToUnitName}` })
      onClose()
    },
  })
  return (
    <Form form={form} send="Gửi đề nghị" onClose={onClose} problemsTitle="Chưa gửi được đề nghị">
      <DateField
        {...dayField(form.field('wantedDay'))}
        label="Xin đến hết ngày"
        help={`Ngày cuối đang tính là ${formatDate(obligation.due.lastDay)}. Trong lúc chờ trả lời, ngày này không đổi`}
      />
      <TextArea {...form.field('reason')} label="Lý do" maxLength={1000} />
      <FilesField {...form.field('fileIds')} label="Tệp kèm theo" />
    </Form>
  )
}

function AnswerForm({ request, onClose }: { request: Request; onClose: () => void }) {
  const tell = useNotices()
  const today = useToday()
  const form = useForm({
    initial: {
      outcome: 'granted' as 'granted' | 'refused',
      grantedDay: request.wantedDay as string | undefined,
      answer: '',
      way: 'product' as 'product' | 'paper',
      byName: '',
      on: today as string | undefined,
      scanFileId: undefined as Scan | undefined,
    },
    paths: { 'paper.on': 'on', 'paper.byName': 'byName', 'paper.scanFileId': 'scanFileId' },
    check: (typed) => {
      const paper = typed.way === 'paper'
      return sentences({
        grantedDay: typed.outcome === 'granted' ? whyNotDay(typed.grantedDay, 'ngày được gia hạn') : undefined,
        answer: typed.outcome === 'refused' ? whyEmpty(typed.answer, 'lý do không cho gia hạn') : undefined,
        byName: paper ? whyEmpty(typed.byName, 'tên người quyết định') : undefined,
        on: paper ? whyNotDay(typed.on, 'ngày trên bản giấy') : undefined,
        scanFileId: paper && typed.scanFileId === undefined ? 'Tải lên bản chụp' : undefined,
      })
    },
    send: (typed) =>
      obligations.answerRequest.call({
        id: request.id,
        outcome: typed.outcome,
        grantedDay: typed.outcome === 'granted' ? typed.grantedDay || null : null,
        answer: typed.answer,
        paper:
          typed.way === 'paper'
            ? { byName: typed.byName, on: typed.on ?? '', scanFileId: typed.scanFileId?.id ?? '' }
            : null,
      }),
    onDone: ({ request: answered }) => {
      tell({
        text:
          answered.grantedDay === null
            ? 'Đã trả lời không cho gia hạn'
            : `Đã cho gia hạn đến hết ngày ${formatDate(answered.grantedDay)}`,
      })
      onClose()
    },
  })
  const { values } = form
  return (
    <Form form={form} send="Trả lời" onClose={onClose} problemsTitle="Chưa trả lời được">
      <p>{`${request.askedByName} xin đến hết ngày ${formatDate(request.wantedDay)}: ${request.reason}`}</p>
      <RadioGroup
        label="Trả lời"
        value={values.outcome}
        onChange={(outcome) => form.set({ outcome })}
        options={[
          { value: 'granted', label: 'Cho gia hạn' },
          { value: 'refused', label: 'Không cho gia hạn' },
        ]}
      />
      {values.outcome === 'granted' && (
        <DateField
          {...dayField(form.field('grantedDay'))}
          label="Gia hạn đến hết ngày"
          help="Có thể khác ngày đơn vị xin"
        />
      )}
      <TextArea
        {...form.field('answer')}
        label={values.outcome === 'granted' ? 'Ghi chú cho đơn vị' : 'Lý do'}
        optional={values.outcome === 'granted'}
        maxLength={1000}
      />
      <RadioGroup
        label="Ai quyết định"
        value={values.way}
        onChange={(way) => form.set({ way })}
        options={[
          { value: 'product', label: 'Tôi quyết định trên hệ thống' },
          { value: 'paper', label: 'Ghi từ bản giấy', help: 'Người có quyền đã quyết định trên giấy' },
        ]}
      />
      {values.way === 'paper' && (
        <>
          <TextField {...form.field('byName')} label="Người quyết định" />
          <DateField {...dayField(form.field('on'))} label="Ngày trên bản giấy" />
          <ScanField
            label="Bản chụp"
            value={values.scanFileId}
            onChange={(scanFileId) => form.set({ scanFileId })}
            error={form.field('scanFileId').error}
          />
        </>
      )}
    </Form>
  )
}
