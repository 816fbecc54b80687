import { Definitions, Prose } from '../../../ui/index.ts'
import { LIST_WORDS, plannedWords, valueWords } from '../../domain/value-words.ts'
import type { Line, ReportPageData, Value } from '../api.ts'
import classes from './fill.module.css'

/** What the plan sets, and what the unit reported last period and last year: beside every line. */
export function BesideLine({ line, page }: { line: Line; page: ReportPageData }) {
  const planned = plannedWords(line)
  const before = (data: ReportPageData['previous'], term: string) =>
    data?.lines[line.key] === undefined ? [] : [{ term, value: valueWords(line, data.lines[line.key]) }]
  const pairs = [
    ...(planned === null ? [] : [{ term: 'Kế hoạch', value: planned }]),
    ...before(page.previous, 'Kỳ trước'),
    ...before(page.lastYear, 'Năm trước'),
  ]
  return pairs.length === 0 ? null : <Definitions inline pairs={pairs} />
}

/** What stands on a line, to be read. */
export function ValueView({ line, value }: { line: Pick<Line, 'unit'>; value: Value | undefined }) {
  if (value?.kind === 'list' && value.items.length > 0) {
    return (
      <ul className={classes.items}>
        {value.items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: to be read only
          <li key={at}>
            <b>
              {LIST_WORDS[item.kind]}
              {item.who.trim() !== '' && `: ${item.who}`}
            </b>
            <Prose>{item.what}</Prose>
          </li>
        ))}
      </ul>
    )
  }
  const note = value && 'note' in value ? value.note.trim() : ''
  return (
    <div className={classes.said}>
      <p>{valueWords(line, value)}</p>
      {note !== '' && <p className={classes.help}>{note}</p>}
    </div>
  )
}
