import type { Example } from '../examples/example.ts'
import { DataTable } from '../list-table/data-table.tsx'
import { StatusWord } from './status-word.tsx'
import { doneStatus, dueStatus, type PlainStatus, STATUS, waitingStatus } from './status-words.ts'

type Row = { status: PlainStatus; when: string }

function StatusTable({ label, rows }: { label: string; rows: readonly Row[] }) {
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={(row) => row.status.word}
      columns={[
        { key: 'word', head: 'Hiện', cell: (row) => <StatusWord {...row.status} /> },
        { key: 'when', head: 'Khi nào', cell: (row) => row.when },
      ]}
    />
  )
}

export const examples: readonly Example[] = [
  {
    id: 'obligations',
    title: 'Việc phải làm',
    element: (
      <StatusTable
        label="Trạng thái của việc phải làm"
        rows={[
          { status: dueStatus(13), when: 'Chưa đến hạn, còn hơn 7 ngày' },
          { status: dueStatus(2), when: 'Còn từ 1 đến 7 ngày' },
          { status: dueStatus(0), when: 'Ngày cuối' },
          { status: dueStatus(-4), when: 'Quá hạn, chưa làm' },
          { status: doneStatus(0), when: 'Đã xong trong hạn' },
          { status: doneStatus(3), when: 'Đã xong, sau hạn' },
          { status: STATUS.notOwed, when: 'Đơn vị không có việc này' },
        ]}
      />
    ),
  },
  {
    id: 'waiting',
    title: 'Chờ xử lý',
    element: (
      <StatusTable
        label="Tuổi của việc chờ"
        rows={[
          { status: waitingStatus(0), when: 'Đến trong ngày' },
          { status: waitingStatus(1), when: 'Chưa quá 2 ngày' },
          { status: waitingStatus(5), when: 'Từ ngày thứ 3' },
        ]}
      />
    ),
  },
  {
    id: 'submissions',
    title: 'Hồ sơ, báo cáo',
    element: (
      <StatusTable
        label="Trạng thái của hồ sơ"
        rows={[
          { status: STATUS.draft, when: 'Người lập đang soạn' },
          { status: STATUS.submitted, when: 'Đã ký gửi, chưa ai mở' },
          { status: STATUS.viewing, when: 'Người nhận đang xem' },
          { status: STATUS.returned, when: 'Có lý do, chờ sửa' },
          { status: STATUS.accepted, when: 'Xong, không sửa được nữa' },
          { status: STATUS.withdrawn, when: 'Người gửi rút lại' },
        ]}
      />
    ),
  },
  {
    id: 'verdicts',
    title: 'Đối chiếu quy định',
    element: (
      <StatusTable
        label="Kết quả đối chiếu"
        rows={[
          { status: STATUS.notEligible, when: 'Có điều kiện không đạt, nêu điều khoản' },
          { status: STATUS.toJudge, when: 'Quy định không đo được' },
          { status: STATUS.eligible, when: 'Mọi điều kiện đo được đều đạt' },
        ]}
      />
    ),
  },
  {
    id: 'filled',
    title: 'Có nền, ở đầu trang',
    element: (
      <>
        <StatusWord filled {...STATUS.returned} /> <StatusWord filled {...dueStatus(0)} />{' '}
        <StatusWord filled {...STATUS.accepted} />
      </>
    ),
  },
]
