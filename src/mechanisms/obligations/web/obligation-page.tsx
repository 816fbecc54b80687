import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatDate, formatMoment } from '../../../kernel/plain-date.ts'
import { usePageParam } from '../../../platform/web/page-route.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import {
  Acts,
  Answer,
  ButtonLink,
  Definitions,
  History,
  Note,
  PageHeader,
  Panel,
  Stack,
  StatusWord,
  TwoColumns,
} from '../../../ui/index.ts'
import { ConsentList } from '../../consents/web/index.ts'
import type { ObligationShape } from '../contract.ts'
import { pageOf } from '../domain/pages.ts'
import { type ObligationDetails, obligations } from './api.ts'
import { AssignPanel } from './assign-panel.tsx'
import { ConfirmPanel } from './confirm-panel.tsx'
import { RemindDialogButton } from './remind-dialog.tsx'
import { SettleButton } from './settle-dialog.tsx'
import { DUTY_NAMES, doneWords, nextAct, obligationStatus } from './words.ts'

/** One duty of one unit. `about` says what it comes from: the capability whose thing it is knows that. */
export function ObligationPage({ about }: { about: (thingId: string) => ReactNode }) {
  const id = usePageParam('id')
  const asked = useQuery(obligations.get.queryOptions({ input: { id } }))
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} title="Việc phải làm">
      {(details) => <ObligationView details={details} about={about(details.obligation.thingId)} />}
    </Answer>
  )
}

function ObligationView({ details, about }: { details: ObligationDetails; about: ReactNode }) {
  const { obligation } = details
  return (
    <>
      <PageHeader
        title={obligation.title}
        crumbs={[{ href: '/', word: 'Việc của tôi' }]}
        lead={`${obligation.unitName}. ${obligation.due.words}`}
        acts={<StatusWord filled {...obligationStatus(obligation)} />}
      />
      <TwoColumns asideLabel="Chi tiết của việc" aside={<Aside details={details} />}>
        <Stack gap="l">
          <StateOfIt details={details} />
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
        acts={actions['open-submission'] && <SubmissionLink obligation={obligation} />}
      />
    )
  }
  if (obligation.closedOn !== null) {
    return (
      <Note tone="xam" title={`Phong trào đã kết thúc ngày ${formatDate(obligation.closedOn)}`}>
        Việc này chưa làm khi phong trào kết thúc, nay không làm và không bị nhắc nữa.
      </Note>
    )
  }
  if (mayConfirm(obligation)) return <ConfirmPanel details={details} />
  if (actions['open-submission'] && !actions.remind) {
    return (
      <Panel title="Quán triệt trong đơn vị">
        <Stack>
          <p>Ghi ngày, hình thức, số người dự, kèm biên bản hoặc ảnh; người đứng đầu đơn vị ký rồi gửi.</p>
          <Acts>
            <SubmissionLink obligation={obligation} primary />
          </Acts>
        </Stack>
      </Panel>
    )
  }
  return (
    <Note tone="xam" title={`Chờ ${obligation.unitName}`}>
      {obligation.kind === 'confirm-receipt'
        ? 'Người đứng đầu đơn vị xác nhận trên hệ thống, hoặc công chức phụ trách ghi từ bản giấy.'
        : 'Đơn vị tổ chức quán triệt, người đứng đầu ký và gửi bản quán triệt.'}
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
  const office = actions.remind || actions['receive-on-paper'] || actions.exempt
  return (
    <>
      <Panel title="Chi tiết">
        <Definitions
          pairs={[
            { term: 'Việc', value: DUTY_NAMES[obligation.kind].head },
            { term: 'Đơn vị', value: obligation.unitName },
            { term: 'Báo về', value: obligation.owedToUnitName },
            { term: 'Ngày cuối', value: formatDate(due.lastDay) },
            ...(obligation.words ? [{ term: 'Theo văn bản', value: `“${obligation.words}”` }] : []),
          ]}
        />
      </Panel>
      {office && (
        <Panel title="Bộ phận thường trực">
          <Acts>
            <RemindDialogButton owed={obligation} />
            <SettleButton owed={obligation} size="m" />
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
    </>
  )
}
