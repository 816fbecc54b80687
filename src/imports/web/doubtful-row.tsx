import { useAct } from '../../platform/web/use-act.ts'
import { Acts, Button, Link, Note, ScrollRegion } from '../../ui/index.ts'
import type { Decision } from '../domain/outcomes.ts'
import { type Import, imports, type Row, type Rows } from './api.ts'
import classes from './imports.module.css'

/** One row of the sheet beside whom it may be, value by value, for a person to decide. */
export function DoubtfulRow({ one, row, columns }: { one: Import; row: Row; columns: Rows['columns'] }) {
  const decide = useAct((chosen: { decision: Decision; thingId: string | null }) =>
    imports.decide.call({ id: one.id, rowNo: row.no, ...chosen }),
  )
  const newer = row.candidates.some((candidate) => candidate.newer)
  const shown = columns.filter(
    ({ key }) => Boolean(row.values[key]) || row.candidates.some((candidate) => Boolean(candidate.values[key])),
  )
  const headings = row.candidates.map((candidate) => (newer ? 'Đang có trong hệ thống' : `Đã có: ${candidate.name}`))
  return (
    <section aria-label={`Dòng ${row.no}, ${row.name}`}>
      <p className={classes.question}>
        <b>{`Dòng ${row.no}: ${row.name}`}</b>
        {newer ? ' Bản ghi đã được sửa từ khi xuất danh sách này.' : ' Chưa rõ có phải người đã có không.'}
      </p>
      <ScrollRegion label={`So sánh dòng ${row.no}`}>
        <table className={classes.pair}>
          <thead>
            <tr>
              <th scope="col">Mục</th>
              <th scope="col">Trong tệp</th>
              {row.candidates.map((candidate, at) => (
                <th scope="col" key={candidate.id}>
                  <Link href={`/nguoi/${candidate.id}`}>{headings[at]}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, head }) => (
              <tr key={key}>
                <th scope="row">{head}</th>
                <td>{row.values[key] ?? 'để trống'}</td>
                {row.candidates.map((candidate) => (
                  <td key={candidate.id} data-differs={differs(row.values[key], candidate.values[key]) || undefined}>
                    {candidate.values[key] ?? 'chưa có'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {one.actions.decide && (
        <Acts>
          {newer ? (
            <Button busy={decide.busy} onClick={() => decide.run({ decision: 'overwrite', thingId: null })}>
              Ghi theo tệp
            </Button>
          ) : (
            <>
              {row.candidates.map((candidate) => (
                <Button
                  key={candidate.id}
                  busy={decide.busy}
                  onClick={() => decide.run({ decision: 'same', thingId: candidate.id })}
                >
                  {row.candidates.length > 1 ? `Là ${candidate.name}, ${candidate.values.unit ?? ''}` : 'Là người này'}
                </Button>
              ))}
              <Button busy={decide.busy} onClick={() => decide.run({ decision: 'new', thingId: null })}>
                Là người khác, thêm mới
              </Button>
            </>
          )}
          <Button kind="subtle" busy={decide.busy} onClick={() => decide.run({ decision: 'skip', thingId: null })}>
            Bỏ qua dòng này
          </Button>
        </Acts>
      )}
      {decide.problem && <Note tone="son" alert title={decide.problem.sentence} />}
    </section>
  )
}

/** An empty cell says nothing of what is there. */
function differs(said: string | null | undefined, there: string | null | undefined): boolean {
  return Boolean(said) && said !== there
}
