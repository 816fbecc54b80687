import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDateWithWeekday, plainDate } from '../../../kernel/plain-date.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import {
  Answer,
  ButtonLink,
  DayList,
  Empty,
  LateRow,
  Link,
  PageHeader,
  Panel,
  PanelBody,
  TwoColumns,
  WorkList,
  WorkRow,
  waitingStatus,
} from '../../../ui/index.ts'
import { pageOf } from '../domain/pages.ts'
import { thingBeside, titleWithTurn } from '../domain/turn-title.ts'
import { type MyWork, obligations } from './api.ts'
import { FollowedSwitch, followedOnly } from './followed-switch.tsx'
import { mostUrgent, workWords } from './most-urgent.ts'
import { RemindAllButton, RemindButton } from './remind-button.tsx'
import { doneWords, ladderOf, lateWords, nextAct, obligationStatus, remindedWords } from './words.ts'

/** *Việc của tôi*: what I owe, what waits for me, what is late below me, what is done, what comes. */
export function MyWorkPage() {
  const asked = useQuery(obligations.mine.queryOptions({ input: {} }))
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} title="Việc của tôi">
      {(work) => (
        <>
          <PageHeader
            title="Việc của tôi"
            lead={`${formatDateWithWeekday(plainDate(work.today))}. ${workWords(work)}`}
          />
          <TwoColumns
            asideLabel="Thời gian tới"
            aside={
              <>
                <ComingPanel work={work} />
                {work.contact && <ContactPanel contact={work.contact} />}
              </>
            }
          >
            <WorkPanels work={work} />
          </TwoColumns>
        </>
      )}
    </Answer>
  )
}

function WorkPanels({ work }: { work: MyWork }) {
  const [units, setUnits] = useState<'mine' | 'all'>('mine')
  const mine = new Set(work.followed ?? [])
  const late = followedOnly(work.lateBelow, (one) => mine.has(one.id), units)
  const urgent = mostUrgent({ ...work, lateBelow: [...late] })
  const idle = work.owed.length + work.waiting.length + work.lateBelow.length === 0
  return (
    <>
      {idle && (
        <Panel label="Không có việc nào đang chờ">
          <Empty
            level={2}
            title="Không có việc nào đang chờ"
            acts={<ButtonLink href="/phong-trao">Xem phong trào</ButtonLink>}
          >
            Việc của đơn vị, việc chờ ký và việc được giao hiện ở đây, việc gấp nhất đứng đầu.
          </Empty>
        </Panel>
      )}
      {work.owed.length > 0 && (
        <Panel flush title="Phải làm" count={work.owed.length}>
          <WorkList>
            {work.owed.map((owed) => (
              <WorkRow
                key={owed.id}
                status={obligationStatus(owed)}
                title={titleWithTurn(owed)}
                href={pageOf(owed)}
                sub={[
                  thingBeside(owed),
                  owed.due.words,
                  owed.assignedName && `Giao ${owed.assignedName}`,
                  remindedWords(owed.reminders),
                ]
                  .filter(Boolean)
                  .join('. ')}
                act={
                  <ButtonLink size="s" kind={owed.id === urgent ? 'primary' : 'outline'} href={pageOf(owed)}>
                    {nextAct(owed)}
                  </ButtonLink>
                }
              />
            ))}
          </WorkList>
        </Panel>
      )}
      {work.waiting.length > 0 && (
        <Panel flush title="Chờ xử lý" count={work.waiting.length}>
          <WorkList>
            {work.waiting.map((one) => (
              <WorkRow
                key={`${one.kind}-${one.id}`}
                status={waitingStatus(one.days)}
                title={one.title}
                href={one.link}
                sub={one.detail}
                act={
                  <ButtonLink size="s" kind={one.id === urgent ? 'primary' : 'outline'} href={one.link}>
                    {one.act}
                  </ButtonLink>
                }
              />
            ))}
          </WorkList>
        </Panel>
      )}
      {work.helpful.length > 0 && (
        <Panel flush title="Báo cáo của đơn vị, có thể góp">
          <WorkList>
            {work.helpful.map((one) => (
              <WorkRow
                key={one.id}
                status={obligationStatus(one)}
                title={titleWithTurn(one)}
                href={pageOf(one)}
                sub={`${one.thingTitle}. ${one.due.words}`}
                act={
                  <ButtonLink size="s" kind="outline" href={pageOf(one)}>
                    Góp cho báo cáo
                  </ButtonLink>
                }
              />
            ))}
          </WorkList>
        </Panel>
      )}
      {work.lateBelow.length > 0 && (
        <Panel flush title="Quá hạn ở các đơn vị" count={late.length} acts={<RemindAllButton owed={late} />}>
          {mine.size > 0 && mine.size < work.lateBelow.length && (
            <PanelBody>
              <FollowedSwitch mine={mine.size} all={work.lateBelow.length} value={units} onChange={setUnits} />
            </PanelBody>
          )}
          <LateRows late={[...late]} urgent={urgent} />
        </Panel>
      )}
      {work.doneLately.length > 0 && (
        <Panel flush title="Đã xong gần đây">
          <WorkList>
            {work.doneLately.map((owed) => (
              <WorkRow
                key={owed.id}
                status={obligationStatus(owed)}
                title={titleWithTurn(owed)}
                href={pageOf(owed)}
                sub={[thingBeside(owed), doneWords(owed)].filter(Boolean).join('. ')}
              />
            ))}
          </WorkList>
        </Panel>
      )}
    </>
  )
}

function LateRows({ late, urgent }: { late: MyWork['lateBelow']; urgent: string | undefined }) {
  const oneThing = new Set(late.map((owed) => owed.thingId)).size === 1
  return (
    <WorkList>
      {late.map((owed) => (
        <LateRow
          key={owed.id}
          title={owed.unitName}
          href={`/viec/${owed.id}`}
          sub={lateWords(owed, oneThing)}
          status={obligationStatus(owed)}
          ladder={ladderOf(owed.reminders)}
          act={<RemindButton owed={owed} kind={owed.id === urgent ? 'primary' : 'outline'} />}
        />
      ))}
    </WorkList>
  )
}

function ContactPanel({ contact }: { contact: NonNullable<MyWork['contact']> }) {
  return (
    <Panel title="Đầu mối tại bộ phận thường trực">
      <p>
        <b>{contact.name}</b>, {contact.post}
      </p>
    </Panel>
  )
}

function ComingPanel({ work }: { work: MyWork }) {
  const year = work.next.some((one) => one.day.slice(0, 4) !== work.today.slice(0, 4))
  return (
    <Panel title="Sắp tới">
      {work.next.length === 0 ? (
        <p>Chưa có mốc nào phía trước.</p>
      ) : (
        <DayList
          year={year}
          days={work.next.map((one) => ({
            date: one.day,
            words: one.link === null ? one.text : <Link href={one.link}>{one.text}</Link>,
          }))}
        />
      )}
    </Panel>
  )
}
