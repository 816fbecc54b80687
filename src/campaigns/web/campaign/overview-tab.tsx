import { formatDate, type PlainDate, plainDate } from '../../../kernel/plain-date.ts'
import { calmTitle, documentKindName } from '../../../mechanisms/documents/domain/document-kinds.ts'
import {
  type AxisPeriod,
  Definitions,
  Empty,
  Link,
  Panel,
  PanelBody,
  Stack,
  StatusWord,
  TwoColumns,
  YearAxis,
} from '../../../ui/index.ts'
import { basesOf } from '../../domain/bases.ts'
import { type Plan, type PlanPeriod, type PlanTarget, periodState, planOf } from '../../domain/plan.ts'
import { capitalised } from '../../domain/title.ts'
import type { CampaignDetails } from '../api.ts'
import { paperWords } from '../words.ts'
import classes from './campaign.module.css'
import { TakeUpPanel } from './take-up-panel.tsx'

/** The year with its periods and days, the targets in the plan's words, how far the units have come. */
export function OverviewTab({ details }: { details: CampaignDetails }) {
  const plan = planOf(details.facts)
  return (
    <Stack gap="l">
      <TimePanel plan={plan} today={plainDate(details.today)} over={details.campaign.state === 'closed'} />
      <TwoColumns asideLabel="Triển khai và văn bản" aside={<Aside details={details} />}>
        <Targets targets={plan.targets} />
      </TwoColumns>
    </Stack>
  )
}

function TimePanel({ plan, today, over }: { plan: Plan; today: PlainDate; over: boolean }) {
  const drawn = plan.periods.flatMap((period) => axisPeriod(period) ?? [])
  const undrawn = plan.periods.filter((period) => axisPeriod(period) === undefined)
  // what has been closed runs no more, whatever its plan says
  const running = over ? undefined : plan.periods.find((period) => periodState(period, today) === 'running')
  const others = plan.otherMarks.flatMap(({ name, day }) => (day === null ? [] : [{ name, date: day }]))
  const unplaced = [...plan.periods.flatMap((period) => period.marks), ...plan.otherMarks].filter(
    (mark) => mark.day === null,
  )
  const year = axisYear(drawn, today)
  return (
    <Panel
      title="Thời gian"
      acts={running && <StatusWord tone="luc" icon="circle-check" word={`Đang diễn ra: ${running.name}`} />}
    >
      <Stack>
        {drawn.length === 0 && undrawn.length === 0 && <p>Văn bản không nêu đợt thi đua.</p>}
        {drawn.length > 0 && <YearAxis year={year} today={today} periods={drawn} otherMarks={others} />}
        {undrawn.length > 0 && (
          <Definitions
            pairs={undrawn.map((period) => ({
              term: period.name,
              value: [period.span, period.review].filter(Boolean).join('. '),
            }))}
          />
        )}
        {unplaced.length > 0 && <p>Chưa rõ ngày: {unplaced.map((mark) => mark.name).join('; ')}.</p>}
      </Stack>
    </Panel>
  )
}

/** A period with both its days can be drawn; the words keep the plan's own precision. */
function axisPeriod(period: PlanPeriod): AxisPeriod | undefined {
  if (period.from === null || period.to === null) return undefined
  return {
    name: period.name,
    from: period.from,
    to: period.to,
    span: period.span,
    sub: period.review ?? undefined,
    marks: period.marks.flatMap(({ name, day }) =>
      day === null ? [] : [{ name, date: day, doubt: outside(period, day) ? 'Ngày nằm ngoài đợt này' : undefined }],
    ),
  }
}

/** The plan itself puts some days into the other period: shown where it puts them, and said. */
function outside({ from, to }: PlanPeriod, day: PlainDate): boolean {
  return (from !== null && day < from) || (to !== null && day > to)
}

/** This year when a period touches it, else the year in which the first begins. */
function axisYear(periods: readonly AxisPeriod[], today: PlainDate): number {
  const now = today.slice(0, 4)
  const touches = periods.some((period) => period.from.slice(0, 4) <= now && period.to.slice(0, 4) >= now)
  return Number(touches ? now : (periods[0]?.from.slice(0, 4) ?? now))
}

const SUBJECTS: Readonly<Record<PlanTarget['subject'], string>> = {
  unit: 'Cả cơ quan',
  collective: 'Tập thể',
  individual: 'Cá nhân',
}

function Targets({ targets }: { targets: readonly PlanTarget[] }) {
  const groups = (Object.keys(SUBJECTS) as PlanTarget['subject'][]).flatMap((subject) => {
    const own = targets.filter((target) => target.subject === subject)
    return own.length === 0 ? [] : [{ subject, own }]
  })
  return (
    <Panel flush title="Chỉ tiêu" count={targets.length > 0 ? targets.length : undefined}>
      {groups.length === 0 ? (
        <Empty title="Văn bản không nêu chỉ tiêu" />
      ) : (
        groups.map(({ subject, own }, index) => (
          <PanelBody key={subject} line={index > 0}>
            <h3 className={classes.group}>{SUBJECTS[subject]}</h3>
            <ul className={classes.targets}>
              {own.map((target) => (
                <li key={target.id}>
                  <span>{capitalised(target.words)}</span>
                  {target.figure && <b>{target.figure}</b>}
                </li>
              ))}
            </ul>
          </PanelBody>
        ))
      )}
    </Panel>
  )
}

function Aside({ details }: { details: CampaignDetails }) {
  const { campaign, document } = details
  const answered = basesOf(details.facts, document.text).filter((one) => one.answered)
  return (
    <>
      <TakeUpPanel details={details} />
      <Panel title="Văn bản">
        <Stack gap="s">
          <Definitions
            pairs={[
              { term: documentKindName(document.kind), value: paperWords(campaign) },
              ...answered.map((one) => ({ term: 'Hưởng ứng', value: one.words })),
              { term: 'Người ký', value: signer(document) },
              { term: 'Người phụ trách', value: campaign.inChargeName },
              {
                term: 'Phát động',
                value:
                  campaign.launchedOn === null
                    ? 'chưa có'
                    : [formatDate(campaign.launchedOn), campaign.launchedByName].filter(Boolean).join(', '),
              },
            ]}
          />
          <p>
            <Link href={`/phong-trao/${campaign.id}?phan=van-ban`}>Đọc văn bản</Link>
          </p>
        </Stack>
      </Panel>
    </>
  )
}

function signer({ signerName, signerTitle }: CampaignDetails['document']): string {
  if (signerName === null) return 'chưa có'
  return signerTitle === null ? signerName : `${signerName}, ${calmTitle(signerTitle)}`
}
