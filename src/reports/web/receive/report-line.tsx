import type { ReactNode } from 'react'
import { Definitions, type Pair, Prose, Stack, StatusWord } from '../../../ui/index.ts'
import type { FormLine, LineValue } from '../../domain/form.ts'
import { LIST_WORDS, NOT_THERE, plannedWords, valueWords } from '../../domain/value-words.ts'
import { doubtsOf } from '../../domain/values.ts'
import { Evidence, type EvidenceFile } from './evidence.tsx'
import classes from './receive.module.css'

export type LineBeside = { previous: LineValue | undefined; lastYear: LineValue | undefined; headcount: number | null }

/** One line of a report as it was written: what was planned, reached, and before; in doubt what does not fit; with its papers. */
export function ReportLine({
  no,
  line,
  value,
  files,
  beside,
  changed,
  folded,
  children,
}: {
  no: number
  line: FormLine
  value: LineValue | undefined
  files: readonly EvidenceFile[]
  beside: LineBeside
  /** It says something else than in the sending before. */
  changed: boolean
  /** Shown inside something else that has its own headings: an earlier sending. */
  folded: boolean
  /** What the receiver says of it. */
  children?: ReactNode
}) {
  const Label = folded ? 'p' : 'h3'
  const doubts = value === undefined ? [] : doubtsOf(line, value, { headcount: beside.headcount })
  return (
    <article className={classes.line} id={folded ? undefined : `dong-${line.key}`}>
      <Label className={classes.label}>
        <span className={classes.number}>{no}</span>
        {line.label}
      </Label>
      <div className={classes.body}>
        <Stack gap="s">
          {changed && <StatusWord tone="cham" icon="pencil" word="Khác lần gửi trước" small />}
          <Value line={line} value={value} beside={beside} />
          {doubts.map((doubt) => (
            <p key={doubt} className={classes.doubt}>
              {doubt}
            </p>
          ))}
          {line.evidence === 'required' && files.length === 0 && <p className={classes.doubt}>Chưa có minh chứng</p>}
          <Evidence files={files} />
          {children}
        </Stack>
      </div>
    </article>
  )
}

function Value({ line, value, beside }: { line: FormLine; value: LineValue | undefined; beside: LineBeside }) {
  if (line.kind === 'narrative') {
    return value?.kind === 'narrative' && value.text.trim() !== '' ? <Prose>{value.text}</Prose> : <p>{NOT_THERE}</p>
  }
  if (line.kind === 'list') return <Items value={value} />
  const planned = plannedWords(line)
  const before = (term: string, was: LineValue | undefined): Pair[] =>
    was === undefined ? [] : [{ term, value: valueWords(line, was) }]
  return (
    <>
      <Definitions
        inline
        pairs={[
          ...(planned === null ? [] : [{ term: 'Kế hoạch', value: planned }]),
          { term: 'Thực hiện', value: <span className={classes.said}>{valueWords(line, value)}</span> },
          ...before('Kỳ trước', beside.previous),
          ...before('Năm trước', beside.lastYear),
        ]}
      />
      {value && 'note' in value && value.note.trim() !== '' && <Prose>{value.note}</Prose>}
    </>
  )
}

function Items({ value }: { value: LineValue | undefined }) {
  if (value?.kind !== 'list' || value.items.length === 0) return <p>{NOT_THERE}</p>
  return (
    <ul className={classes.items}>
      {value.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was sent is never reordered
        <li key={index}>
          <b>{[LIST_WORDS[item.kind], item.who].filter((part) => part.trim() !== '').join(': ')}</b>
          <Prose>{item.what}</Prose>
        </li>
      ))}
    </ul>
  )
}
