import { ladderOf, thingBeside } from '../../mechanisms/obligations/web/index.ts'
import { useToday } from '../../platform/web/today.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { Button, type Column, dueStatus, Ladder, Link, StatusWord, TwoLines, useNotices } from '../../ui/index.ts'
import { type BoardRow, urging } from './api.ts'
import { REACH_WORDS, remindedWords } from './words.ts'

export const boardColumns: readonly Column<BoardRow>[] = [
  {
    key: 'unit',
    head: 'Đơn vị',
    width: 230,
    cell: (row) => (
      <TwoLines sub={REACH_WORDS[row.reach]}>
        <Link strong href={`/viec/${row.id}`}>
          {row.unitName}
        </Link>
      </TwoLines>
    ),
  },
  {
    key: 'what',
    head: 'Việc',
    card: 'plain',
    cell: (row) => <TwoLines sub={`${thingBeside(row)}. ${row.due}`}>{row.title}</TwoLines>,
  },
  {
    key: 'late',
    head: 'Quá hạn',
    width: 140,
    card: 'state',
    cell: (row) => <StatusWord {...dueStatus(-row.daysLate)} small />,
  },
  {
    key: 'urged',
    head: 'Đã nhắc',
    width: 240,
    card: 'plain',
    cell: (row) => (
      <TwoLines
        sub={
          row.letter ? (
            <Link href={`/don-doc/cong-van/${row.letter.id}`}>
              {row.letter.state === 'draft' ? 'Đang dự thảo công văn' : `Công văn số ${row.letter.number ?? ''}`}
            </Link>
          ) : undefined
        }
      >
        <Ladder {...ladderOf(row.reminders)} />
        {row.reminders.count > 0 && (
          <div>
            <Link href={`/don-doc/viec/${row.id}`}>
              {remindedWords(row)}
              <span className="visually-hidden">: sổ nhắc của {row.unitName}</span>
            </Link>
          </div>
        )}
      </TwoLines>
    ),
  },
]

/** Reminds from the row; what was reminded today says so. */
export function RowAct({ row }: { row: BoardRow }) {
  const today = useToday()
  const tell = useNotices()
  const remind = useAct(
    () => urging.remindMany.call({ ids: [row.id] }),
    ({ reminded, leftOut }) => {
      if (reminded === 1) tell({ text: `Đã nhắc ${row.unitName}` })
      else tell({ text: `Chưa nhắc ${row.unitName}: ${leftOut[0]?.why ?? ''}`, tone: 'wrong' })
    },
  )
  if (row.reminders.byHandOn === today) return <StatusWord small tone="xam" icon="check" word="Hôm nay đã nhắc" />
  if (!row.mayRemind) return null
  return (
    <Button size="s" icon="bell-ringing" busy={remind.busy} onClick={() => remind.run(undefined)}>
      Nhắc<span className="visually-hidden"> {row.unitName}</span>
    </Button>
  )
}
