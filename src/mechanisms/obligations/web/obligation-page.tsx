import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatDate, formatMoment } from '../../../kernel/plain-date.ts'
import { usePageParam } from '../../../platform/web/page-route.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import {
  Acts,
  Answer,
  Button,
  ButtonLink,
  Definitions,
  History,
  Note,
  PageHeader,
  Panel,
  Prose,
  Stack,
  StatusWord,
  TwoColumns,
  useNotices,
} from '../../../ui/index.ts'
import { ConsentList } from '../../consents/web/index.ts'
import type { ObligationShape } from '../contract.ts'
import { pageOf, paperPage } from '../domain/pages.ts'
import { titleWithTurn } from '../domain/turn-title.ts'
import { type ObligationDetails, obligations } from './api.ts'
import { AssignPanel } from './assign-panel.tsx'
import { ConfirmPanel } from './confirm-panel.tsx'
import { NoteArrivalButton, ProlongButton, UndoExemptionButton } from './office-acts.tsx'
import { RemindDialogButton } from './remind-dialog.tsx'
import { RequestsPanel } from './requests-panel.tsx'
import { SettleButton } from './settle-dialog.tsx'
import { SharesPanel } from './shares-panel.tsx'
import { DUTY_NAMES, doneWords, nextAct, obligationStatus } from './words.ts'

export type Thing = Pick<ObligationShape, 'thingKind' | 'thingId'>

/** One duty of one unit. `about` says what it comes from: the capability whose thing it is knows that. */
export function ObligationPage({ about }: { about: (thing: Thing) => ReactNode }) {
  const id = usePageParam('id')
  const asked = useQuery(obligations.get.queryOptions({ input: { id } }))
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} title="Việc phải làm">
      {(details) => <ObligationView details={details} about={about(details.obligation)} />}
    </Answer>
  )
}

function ObligationView({ details, about }: { details: ObligationDetails; about: ReactNode }) {
  const { obligation } = details
  return (
    <>
      <PageHeader
        title={titleWithTurn(obligation)}
        crumbs={[{ href: '/', word: 'Việc của tôi' }]}
        lead={`${obligation.unitName}. ${obligation.due.words}`}
        acts={<StatusWord filled {...obligationStatus(obligation)} />}
      />
      <TwoColumns asideLabel="Chi tiết của việc" aside={<Aside details={details} />}>
        <Stack gap="l">
          <StateOfIt details={details} />
          <AcceptNote obligation={obligation} />
          <SharesPanel details={details} />
          <RequestsPanel details={details} />
          {about}
          {details.consents.length > 0 && (
            <Panel title="Xác nhận đã ghi">
              <ConsentList consents={details.consents} />
            </Panel>
          )}
        </Stack>
      </TwoColumns>
    </>
  )
}

/** What is to be done here now, or what has become of it. */
function StateOfIt({ details }: { details: ObligationDetails }) {
  const { obligation } = details
  const { actions } = obligation
  if (obligation.state !== 'open') {
    return (
      <Note
        tone={obligation.state === 'done' ? 'luc' : 'xam'}
        title={doneWords(obligation)}
        acts={
          <>
            {actions['open-submission'] && <SubmissionLink obligation={obligation} />}
            <UndoExemptionButton owed={obligation} />
            <NoteArrivalButton owed={obligation} />
          </>
        }
      >
        {wordsOf(obligation)}
      </Note>
    )
  }
  if (obligation.closedOn !== null) {
    return (
      <Note
        tone="xam"
        title={`${THING_WORDS[obligation.thingKind]} đã kết thúc ngày ${formatDate(obligation.closedOn)}`}
      >
        {wordsOf(obligation)}
        <p>Việc này chưa làm khi kết thúc, nay không làm và không bị nhắc nữa.</p>
      </Note>
    )
  }
  if (mayConfirm(obligation)) return <ConfirmPanel details={details} />
  if (actions['open-submission'] && !actions.remind) {
    return (
      <Panel title={HOW[obligation.kind].title}>
        <Stack>
          {wordsOf(obligation)}
          <p>{HOW[obligation.kind].words}</p>
          <Acts>
            <SubmissionLink obligation={obligation} primary />
          </Acts>
        </Stack>
      </Panel>
    )
  }
  return (
    <Note
      tone="xam"
      title={`Chờ ${obligation.unitName}`}
      acts={
        actions.contribute && (
          <ButtonLink size="s" href={pageOf(obligation)}>
            Góp cho báo cáo
          </ButtonLink>
        )
      }
    >
      {wordsOf(obligation)}
      <p>{HOW[obligation.kind].waits}</p>
    </Note>
  )
}

/** What the paper asks, word for word. */
function wordsOf({ words }: ObligationShape): ReactNode {
  return words === null ? null : <Prose>{`Văn bản giao: “${words}”`}</Prose>
}

const THING_WORDS = { campaign: 'Phong trào', assignment: 'Việc được giao' } as const

/** What the unit does about each kind, and what the office waits for. */
const HOW = {
  'confirm-receipt': {
    title: 'Xác nhận tiếp nhận',
    words: 'Người đứng đầu đơn vị xác nhận trên hệ thống.',
    waits: 'Người đứng đầu đơn vị xác nhận trên hệ thống, hoặc công chức phụ trách ghi từ bản giấy.',
  },
  disseminate: {
    title: 'Quán triệt trong đơn vị',
    words: 'Ghi ngày, hình thức, số người dự, kèm biên bản hoặc ảnh; người đứng đầu đơn vị ký rồi gửi.',
    waits: 'Đơn vị tổ chức quán triệt, người đứng đầu ký và gửi bản quán triệt.',
  },
  task: {
    title: 'Việc phải làm',
    words: 'Làm xong thì báo kết quả, kèm minh chứng nếu được yêu cầu; người đứng đầu đơn vị ký rồi gửi.',
    waits: 'Đơn vị thực hiện, người đứng đầu ký và gửi kết quả.',
  },
  report: {
    title: 'Báo cáo',
    words: 'Điền số liệu, nội dung và minh chứng theo biểu mẫu; người đứng đầu đơn vị ký rồi gửi.',
    waits: 'Đơn vị lập báo cáo, người đứng đầu ký và gửi.',
  },
} as const

/** «Nhận việc», and who has taken it on. */
function AcceptNote({ obligation }: { obligation: ObligationShape }) {
  const tell = useNotices()
  const accept = useAct(obligations.accept.call, () => tell({ text: 'Đã ghi đơn vị nhận việc' }))
  const { accepted, actions, state } = obligation
  if (accepted) {
    return <Note tone="xam" title={`Đã nhận việc ngày ${formatDate(accepted.on)}, ${accepted.byName}`} />
  }
  if (!actions.accept || state !== 'open') return null
  return (
    <Note
      tone="xam"
      title="Đơn vị chưa nhận việc"
      acts={
        <Button size="s" busy={accept.busy} onClick={() => accept.run({ id: obligation.id })}>
          Nhận việc
        </Button>
      }
    >
      {accept.problem?.sentence ?? 'Nhận việc để nơi giao biết đơn vị đã nắm được; hạn không đổi.'}
    </Note>
  )
}

/** While it is being confirmed the form itself asks who carries it out. */
function mayConfirm({ state, actions }: ObligationShape): boolean {
  return state === 'open' && (actions.confirm !== undefined || actions['confirm-from-paper'] !== undefined)
}

function SubmissionLink({ obligation, primary }: { obligation: ObligationShape; primary?: boolean }) {
  return (
    <ButtonLink kind={primary ? 'primary' : 'outline'} href={pageOf(obligation)}>
      {nextAct(obligation)}
    </ButtonLink>
  )
}

function Aside({ details }: { details: ObligationDetails }) {
  const { obligation } = details
  const { actions, due } = obligation
  const office =
    actions.remind || actions['receive-on-paper'] || actions['enter-paper'] || actions.exempt || actions.prolong
  return (
    <>
      <Panel title="Chi tiết">
        <Definitions
          pairs={[
            { term: 'Việc', value: DUTY_NAMES[obligation.kind].head },
            { term: 'Đơn vị', value: obligation.unitName },
            { term: 'Báo về', value: obligation.owedToUnitName },
            { term: 'Ngày cuối', value: formatDate(due.lastDay) },
            ...(due.prolongedBecause
              ? [
                  { term: 'Ngày cuối lúc đầu', value: formatDate(due.firstLastDay) },
                  { term: 'Gia hạn vì', value: due.prolongedBecause },
                ]
              : []),
            ...(obligation.needsProof ? [{ term: 'Minh chứng', value: 'Bắt buộc' }] : []),
          ]}
        />
      </Panel>
      {office && (
        <Panel title={obligation.thingKind === 'campaign' ? 'Bộ phận thường trực' : 'Nơi giao việc'}>
          <Acts>
            <RemindDialogButton owed={obligation} />
            {obligation.kind !== 'confirm-receipt' && actions['enter-paper'] && (
              <ButtonLink href={paperPage({ id: obligation.id, kind: obligation.kind })}>
                Nhập nội dung bản giấy
              </ButtonLink>
            )}
            <SettleButton owed={obligation} size="m" />
            <ProlongButton owed={obligation} />
          </Acts>
        </Panel>
      )}
      {!mayConfirm(obligation) && (actions.assign || obligation.assignedName !== null) && (
        <AssignPanel key={obligation.assignedPersonId} details={details} />
      )}
      {details.reminderList.length > 0 && (
        <Panel title="Lời nhắc" count={details.reminderList.length}>
          <History
            label="Lời nhắc"
            entries={details.reminderList.map((one) => ({
              id: one.at,
              tone: 'cam',
              icon: 'bell-ringing',
              title: `${one.byName} nhắc`,
              sub: `${formatMoment(new Date(one.at))}. Gửi ${one.toNames.join(', ') || 'chưa có người phụ trách'}`,
              body: <p>“{one.message}”</p>,
            }))}
          />
        </Panel>
      )}
      {details.history.length > 0 && (
        <Panel title="Quá trình">
          <History
            label="Quá trình"
            entries={details.history.map((one) => ({
              id: one.id,
              tone: 'xam',
              icon: 'history',
              title: `${one.actorName} ${one.sentence}`,
              sub: formatMoment(new Date(one.at)),
            }))}
          />
        </Panel>
      )}
    </>
  )
}
