import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '../../../kernel/plain-date.ts'
import { answerOf } from '../../../platform/web/answer-of.ts'
import { Acts, Answer, Button, DataTable, Dialog, Empty, Link, Stack, TwoLines } from '../../../ui/index.ts'
import { type Line, type LineOfReport, reports } from '../api.ts'
import { ValueView } from '../fill/line-view.tsx'
import { Evidence } from '../receive/evidence.tsx'

type Props = { branch: { id: string; unitId: string }; line: Line; onClose: () => void }

/** What stands behind one figure of the whole: each unit's own, its note and papers, and the report it is of. */
export function LineDialog({ branch, line, onClose }: Props) {
  const [page, setPage] = useState(1)
  const found = useQuery(reports.assembledLine.queryOptions({ input: { ...branch, lineKey: line.key, page } }))
  return (
    <Dialog open wide title={line.label} onClose={onClose} acts={<Button onClick={onClose}>Đóng</Button>}>
      <Answer {...answerOf(found)} lines={5}>
        {({ rows, total, pageSize }) => (
          <Stack>
            {rows.length === 0 && <Empty title="Chưa đơn vị nào điền dòng này">Đơn vị gửi thì hiện ở đây.</Empty>}
            {rows.length > 0 && (
              <DataTable
                label={`Từng đơn vị: ${line.label}`}
                rows={rows}
                rowKey={(row) => row.submissionId}
                columns={[
                  { key: 'unit', head: 'Đơn vị', card: 'line', cell: (row) => <UnitOfLine row={row} /> },
                  { key: 'value', head: 'Đã gửi', cell: (row) => <ValueView line={line} value={row.value} /> },
                  { key: 'files', head: 'Minh chứng', cell: (row) => <Papers row={row} /> },
                ]}
              />
            )}
            {total > pageSize && (
              <Acts>
                {page > 1 && <Button onClick={() => setPage(page - 1)}>Trang trước</Button>}
                <span>
                  {(page - 1) * pageSize + 1}–{Math.min(page * pageSize, total)} trong {total}
                </span>
                {page * pageSize < total && <Button onClick={() => setPage(page + 1)}>Trang sau</Button>}
              </Acts>
            )}
          </Stack>
        )}
      </Answer>
    </Dialog>
  )
}

export function UnitOfLine({ row }: { row: LineOfReport }) {
  const sent = `Gửi lần ${row.sentNo}, ${formatMoment(new Date(row.sentAt))}`
  return (
    <TwoLines sub={row.carriedByName === null ? sent : `Nay thuộc ${row.carriedByName}. ${sent}`}>
      <Link strong href={`/viec/${row.obligationId}/bao-cao`}>
        {row.unitName}
      </Link>
    </TwoLines>
  )
}

function Papers({ row }: { row: LineOfReport }) {
  return row.files.length === 0 ? 'chưa có' : <Evidence files={row.files} />
}
