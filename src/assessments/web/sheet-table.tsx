import { DataTable, Link, SelectField, StatusWord, TextField, TwoLines } from '../../ui/index.ts'
import type { SheetRow } from './api.ts'
import type { SheetWriting } from './use-sheet.ts'
import { choiceOf, levelFieldId, RATING_CHOICES, ratedOf, ratedStatus } from './words.ts'

/** Everybody of the unit, one row each: Tab goes to the next person, a letter or an arrow chooses. Read only without `writing`. */
export function SheetTable({
  label,
  rows,
  writing,
  inCorrection,
}: {
  label: string
  rows: readonly SheetRow[]
  writing: SheetWriting | undefined
  inCorrection: boolean
}) {
  return (
    <DataTable<SheetRow>
      label={label}
      rows={rows}
      rowKey={(row) => row.subjectId}
      columns={[
        {
          key: 'name',
          head: 'Người, tập thể',
          cell: (row) => (
            <TwoLines sub={[row.sub, row.hint].filter(Boolean).join('. ')}>
              <Link strong href={`/xep-loai/${row.kind === 'person' ? 'ca-nhan' : 'tap-the'}/${row.subjectId}`}>
                {row.name}
              </Link>
            </TwoLines>
          ),
        },
        {
          key: 'level',
          head: 'Xếp loại',
          width: 330,
          card: 'plain',
          cell: (row) =>
            writing ? <LevelField row={row} writing={writing} /> : <StatusWord {...ratedStatus(row)} small />,
        },
        ...(writing || rows.some((row) => row.note !== '')
          ? [
              {
                key: 'note',
                head: 'Ghi chú',
                width: 240,
                card: 'plain' as const,
                cell: (row: SheetRow) => (writing ? <NoteField row={row} writing={writing} /> : row.note),
              },
            ]
          : []),
        ...(inCorrection
          ? [
              {
                key: 'before',
                head: 'Đang có hiệu lực',
                width: 200,
                card: 'plain' as const,
                cell: (row: SheetRow) => (row.inForce ? <StatusWord {...ratedStatus(row.inForce)} small /> : 'chưa có'),
              },
            ]
          : []),
      ]}
    />
  )
}

function LevelField({ row, writing }: { row: SheetRow; writing: SheetWriting }) {
  const { note, ...value } = writing.shown(row)
  return (
    <SelectField
      id={levelFieldId(row.subjectId)}
      label={`Xếp loại của ${row.name}`}
      labelHidden
      placeholder="Chưa ghi"
      value={choiceOf(value)}
      onChange={(choice) => writing.change(row, ratedOf(choice, note))}
      options={RATING_CHOICES}
    />
  )
}

/** A note beside a level is rare, so the box stands there only where one is needed or was written. */
function NoteField({ row, writing }: { row: SheetRow; writing: SheetWriting }) {
  const value = writing.shown(row)
  if (value.notRated === null && value.note === '') return null
  return (
    <TextField
      label={`Ghi chú về ${row.name}`}
      labelHidden
      maxLength={500}
      value={value.note}
      onChange={(note) => writing.change(row, { ...value, note })}
      error={writing.whyNot(row) === undefined ? undefined : 'Ghi rõ lý do chưa xếp loại'}
    />
  )
}
