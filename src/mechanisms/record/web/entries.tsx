import { dayOf, formatDate, formatDateWithWeekday, formatTime } from '../../../kernel/plain-date.ts'
import { History, type HistoryEntry, Link, VisuallyHidden } from '../../../ui/index.ts'
import type { RecordEntry } from '../contract.ts'
import classes from './entries.module.css'
import { entriesByDay } from './entries-by-day.ts'
import { kindIcon } from './thing-kinds.ts'

/** What happened to one thing, newest first, each with its day: for the history of a campaign, a submission. */
export function RecordEntries({ entries, label }: { entries: readonly RecordEntry[]; label: string }) {
  return <History label={label} entries={entries.map((entry) => shown(entry, true))} />
}

/** The same under a heading for each day, for long lists. `thingHref` leads from an entry to all entries of its thing. */
export function RecordEntriesByDay({
  entries,
  thingHref,
}: {
  entries: readonly RecordEntry[]
  thingHref?: (thingId: string) => string
}) {
  return entriesByDay(entries).map(({ day, entries: ofDay }) => (
    <section key={day} className={classes.day} aria-label={formatDateWithWeekday(day)}>
      <h2>{formatDateWithWeekday(day)}</h2>
      <History label={formatDateWithWeekday(day)} entries={ofDay.map((entry) => shown(entry, false, thingHref))} />
    </section>
  ))
}

function shown(entry: RecordEntry, withDay: boolean, thingHref?: (thingId: string) => string): HistoryEntry {
  const moment = new Date(entry.at)
  const at = withDay ? `${formatTime(moment)}, ${formatDate(dayOf(moment))}` : formatTime(moment)
  const capacity = entry.actorCapacity === null ? '' : ` · ${entry.actorCapacity}`
  return {
    id: entry.id,
    tone: 'xam',
    icon: kindIcon(entry.thingKind),
    title: (
      <span>
        <b className={classes.who}>{entry.actorName}</b> {entry.sentence}
        {entry.onBehalfOf !== null && `, thay ${entry.onBehalfOf}`}
      </span>
    ),
    body: entry.changes.length > 0 && <Changes changes={entry.changes} />,
    sub: (
      <>
        {at + capacity}
        {thingHref && entry.thingId !== null && (
          <>
            {' · '}
            <Link href={thingHref(entry.thingId)}>
              Mọi dòng về việc này<VisuallyHidden>: {entry.thingName}</VisuallyHidden>
            </Link>
          </>
        )}
      </>
    ),
  }
}

/** Field by field what was and what is; of a sensitive one only that it became another. */
function Changes({ changes }: { changes: RecordEntry['changes'] }) {
  return (
    <ul className={classes.changes}>
      {changes.map(({ words, before, after, hidden }) => (
        <li key={words}>
          {words}: {hidden ? 'đã đổi, nội dung được che' : <Values before={before} after={after} />}
        </li>
      ))}
    </ul>
  )
}

function Values({ before, after }: { before: string | null; after: string | null }) {
  return (
    <>
      <del>{before ?? 'chưa có'}</del> thành <ins>{after ?? 'để trống'}</ins>
    </>
  )
}
