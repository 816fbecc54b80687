import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '../../../kernel/plain-date.ts'
import { capital } from '../../../kernel/vietnamese-text.ts'
import { usePageParam } from '../../../platform/web/page-route.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { Answer, Definitions, Link, Note, PageHeader, Panel, Stack, StatusWord, TwoColumns } from '../../../ui/index.ts'
import { thingPage } from '../../obligations/domain/pages.ts'
import { titleWithTurn } from '../../obligations/domain/turn-title.ts'
import type { SubmissionShape } from '../contract.ts'
import { KINDS, submissionHref } from '../domain/kinds.ts'
import { type SavedWhole, type SubmissionPageData, submissions } from './api.ts'
import type { KindScreen } from './kind-screen.ts'
import { ReceiptPanel } from './receipt-panel.tsx'
import { DecidePanel, OpenPanel } from './receiver-panel.tsx'
import { SignaturePanel, WithdrawButton } from './sender-panel.tsx'
import { ReturnedLines, Sendings } from './sendings.tsx'
import { SubmissionEditor } from './submission-editor.tsx'
import { submissionStatus } from './words.ts'

/** What answers one duty, from the empty form to the accepted sending, for whoever looks at it. */
export function SubmissionPage<C extends SavedWhole>({ kind, screen }: { kind: C['kind']; screen: KindScreen<C> }) {
  const obligationId = usePageParam('id')
  const asked = useQuery(submissions.forObligation.queryOptions({ input: { obligationId } }))
  return (
    <Answer
      asked={asked}
      problem={asked.error ? readProblem(asked.error) : undefined}
      title={capital(KINDS[kind].thing)}
    >
      {(data) => (data.kind === kind ? <Whole data={data} screen={screen} /> : <OfAnotherKind data={data} />)}
    </Answer>
  )
}

/** An address of one kind with a duty of another: leads there. */
function OfAnotherKind({ data }: { data: SubmissionPageData }) {
  return (
    <Note tone="xam" title={`Việc này có trang riêng: ${KINDS[data.kind].thing}`}>
      <Link href={submissionHref(data.obligation.id, data.kind)}>Mở trang của việc này</Link>
    </Note>
  )
}

type Looked<C extends SavedWhole> = { data: SubmissionPageData; screen: KindScreen<C> }

function Whole<C extends SavedWhole>({ data, screen }: Looked<C>) {
  const { obligation, submission } = data
  return (
    <>
      <PageHeader
        title={titleWithTurn(obligation)}
        crumbs={[
          { href: '/', word: 'Việc của tôi' },
          { href: thingPage(obligation), word: obligation.thingTitle },
        ]}
        lead={`${obligation.unitName}. ${obligation.due.words}`}
        acts={
          <>
            <WithdrawButton data={data} />
            <StatusWord filled {...submissionStatus(submission)} />
          </>
        }
      />
      <StateOfIt data={data} screen={screen} />
    </>
  )
}

function StateOfIt<C extends SavedWhole>({ data, screen }: Looked<C>) {
  const { View } = screen
  const { submission, actions } = data
  const state = submission?.state ?? 'draft'
  const sent = submission !== null && submission.sent.length > 0 && (
    <>
      <ReceiptPanel data={data} />
      <div data-print="hide">
        <Sendings
          submission={submission}
          show={({ content, files }) => <View content={content as C} files={files} />}
          partName={(key) => screen.partNames[key] ?? key}
        />
      </div>
    </>
  )
  if ((state === 'draft' || state === 'returned') && actions.save !== undefined) {
    return (
      <SubmissionEditor
        key={data.obligation.id}
        data={data}
        screen={screen}
        aside={<Aside data={data} />}
        above={submission && <Above submission={submission} screen={screen} />}
        below={sent}
      />
    )
  }
  return (
    <TwoColumns asideLabel="Chi tiết của việc" aside={<Aside data={data} />}>
      <Stack gap="l">
        {submission === null ? (
          <NotBegun data={data} />
        ) : (
          <Reading data={data} screen={screen} submission={submission} />
        )}
        {sent}
      </Stack>
    </TwoColumns>
  )
}

function NotBegun({ data: { kind, obligation } }: { data: SubmissionPageData }) {
  const { thing } = KINDS[kind]
  const title = obligation.state === 'open' ? `Đơn vị chưa soạn ${thing}` : `Không có ${thing} trên hệ thống`
  return (
    <Note tone="xam" title={title}>
      {obligation.doneWay === 'paper' ? 'Đã ghi nhận bản giấy của đơn vị.' : obligation.exemptReason}
    </Note>
  )
}

/** Sent, handed over or accepted: to be read, and decided by whom it is for. */
function Reading<C extends SavedWhole>({ data, screen, submission }: Looked<C> & { submission: SubmissionShape }) {
  const { unitName } = data.obligation
  const { View } = screen
  const unopened = submission.state === 'submitted' && submission.openedAt === null
  if (unopened && submission.actions.accept) return <OpenPanel submission={submission} unitName={unitName} />
  return (
    <>
      <Above submission={submission} screen={screen} />
      {submission.state === 'for-signature' && <SignaturePanel data={data} />}
      {submission.actions.accept && <DecidePanel submission={submission} unitName={unitName} />}
      <Panel title={KINDS[submission.kind].head}>
        <View content={submission.content as C} files={submission.files} />
      </Panel>
    </>
  )
}

function Above<C extends SavedWhole>({ submission, screen }: { submission: SubmissionShape; screen: KindScreen<C> }) {
  const { setAside } = submission
  const { View } = screen
  return (
    <>
      <Returned submission={submission} partName={(key) => screen.partNames[key] ?? key} />
      {setAside && (
        <Note tone="xam" title={`Bản nháp ${setAside.byName} soạn lúc ${formatMoment(new Date(setAside.at))}`}>
          <Stack gap="s">
            <p>Nơi nhận đã nhập bản giấy của đơn vị khi bản này đang soạn. Bản giữ lại:</p>
            <View content={setAside.content as C} files={setAside.files} />
          </Stack>
        </Note>
      )}
    </>
  )
}

/** The reason of the last return, word for word, and those of its single pieces, where it is to be mended. */
function Returned({ submission, partName }: { submission: SubmissionShape; partName: (key: string) => string }) {
  const last = submission.sent[0]
  if (submission.state === 'accepted' || submission.returnReason === null || last?.outcome !== 'returned') return null
  const when = last.outcomeAt === null ? '' : ` lúc ${formatMoment(new Date(last.outcomeAt))}`
  return (
    <Note tone="cam" icon="arrow-back-up" title={`${last.outcomeByName ?? 'Nơi nhận'} trả lại${when}`}>
      <Stack gap="s">
        <p>“{submission.returnReason}”</p>
        <ReturnedLines lines={last.lines} partName={partName} />
      </Stack>
    </Note>
  )
}

function Aside({ data }: { data: SubmissionPageData }) {
  const { obligation, submission } = data
  return (
    <Panel title="Chi tiết">
      <Definitions
        pairs={[
          { term: 'Đơn vị', value: obligation.unitName },
          { term: 'Báo về', value: obligation.owedToUnitName },
          { term: 'Người thực hiện', value: obligation.assignedName ?? 'chưa giao' },
          ...(submission
            ? [
                {
                  term: 'Người soạn',
                  value: `${submission.preparedByName}, ${formatMoment(new Date(submission.preparedAt))}`,
                },
              ]
            : []),
          ...(submission?.openedAt
            ? [
                {
                  term: 'Nơi nhận mở',
                  value: `${submission.openedByName ?? ''}, ${formatMoment(new Date(submission.openedAt))}`,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
