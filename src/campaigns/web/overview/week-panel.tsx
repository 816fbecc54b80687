import { formatDate } from '../../../kernel/plain-date.ts'
import { Definitions, Link, Panel, Stack } from '../../../ui/index.ts'
import { CHANGE_NAMES } from '../../domain/change-words.ts'
import { OVERVIEW_WORDS, type OverviewRows } from '../../domain/overview-words.ts'
import type { OverviewData } from '../api.ts'
import classes from './overview.module.css'

/** What changed since last week; each number opens its rows. */
export function WeekPanel({ data }: { data: OverviewData }) {
  const { counts, doneInTime } = data
  const done = counts['done-lately']
  return (
    <Panel title="Từ tuần trước đến nay">
      <Stack>
        <Definitions
          pairs={[
            {
              term: OVERVIEW_WORDS['done-lately'],
              value: <Count what="done-lately" count={done} more={done > 0 ? `, ${doneInTime} việc đúng hạn` : ''} />,
            },
            ...(['newly-late', 'due-soon', 'returned', 'more-time'] as const).map((what) => ({
              term: OVERVIEW_WORDS[what],
              value: <Count what={what} count={counts[what]} />,
            })),
          ]}
        />
        <Events data={data} />
      </Stack>
    </Panel>
  )
}

function Count({ what, count, more = '' }: { what: OverviewRows; count: number; more?: string }) {
  if (count === 0) return 'không có việc nào'
  return (
    <>
      <Link href={`/tong-quan?xem=${what}`}>{`${count.toLocaleString('vi-VN')} việc`}</Link>
      {more}
    </>
  )
}

/** What was done with campaigns themselves. */
function Events({ data: { launched, changes } }: { data: OverviewData }) {
  const events = [
    ...launched.map(({ id, title, on, units }) => ({ key: id, id, on, words: `Phát động đến ${units} đơn vị`, title })),
    ...changes.map((change) => ({
      key: change.id,
      id: change.campaignId,
      on: change.onDay,
      words: [CHANGE_NAMES[change.kind], change.words].filter(Boolean).join('. '),
      title: change.campaignTitle,
    })),
  ]
  if (events.length === 0) return null
  return (
    <ul className={classes.events}>
      {events.map((event) => (
        <li key={event.key}>
          <time dateTime={event.on}>{formatDate(event.on).slice(0, 5)}</time>
          <span>
            <Link href={`/phong-trao/${event.id}`}>{event.title}</Link>
            <small>{event.words}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
