import { Button } from '../button/button.tsx'
import type { Example } from '../examples/example.ts'
import { Link } from '../link/link.tsx'
import { useNotices } from '../notices/notices.tsx'
import { Panel } from '../panel/panel.tsx'
import { Empty } from '../states/states.tsx'
import { StatusWord } from '../status-word/status-word.tsx'
import { doneStatus, dueStatus, type PlainStatus, STATUS } from '../status-word/status-words.ts'
import { type Column, TwoLines } from './data-table.tsx'
import { useListAddress } from './list-address.ts'
import { ListTable, type ListTableProps } from './list-table.tsx'

type Row = { id: string; name: string; post: string; unit: string; status: PlainStatus; sent: string }

const ROWS: readonly Row[] = [
  {
    id: '1',
    name: 'Phạm Quốc Sơn',
    post: 'Thanh tra viên',
    unit: 'Thanh tra Sở',
    status: STATUS.submitted,
    sent: '19/11/2024',
  },
  {
    id: '2',
    name: 'Huỳnh Ngọc Quân',
    post: 'Chuyên viên',
    unit: 'Trung tâm Lưu trữ lịch sử',
    status: dueStatus(-4),
    sent: '19/11/2024',
  },
  {
    id: '3',
    name: 'Nguyễn Thị Bích Lan',
    post: 'Chuyên viên',
    unit: 'Phòng Cải cách hành chính',
    status: STATUS.accepted,
    sent: '18/11/2024',
  },
  {
    id: '4',
    name: 'Võ Văn Minh',
    post: 'Trưởng phòng',
    unit: 'Phòng Cải cách hành chính',
    status: doneStatus(3),
    sent: '18/11/2024',
  },
  {
    id: '5',
    name: 'Đỗ Thị Mai',
    post: 'Nhân viên văn thư',
    unit: 'Văn phòng Sở',
    status: STATUS.returned,
    sent: '14/11/2024',
  },
]

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'name',
    head: 'Người, tập thể',
    sortable: true,
    cell: (row) => (
      <TwoLines sub={row.post}>
        <Link strong href="/mau">
          {row.name}
        </Link>
      </TwoLines>
    ),
  },
  { key: 'unit', head: 'Đơn vị', cell: (row) => row.unit, card: 'plain' },
  { key: 'status', head: 'Trạng thái', cell: (row) => <StatusWord {...row.status} />, card: 'state' },
  { key: 'sent', head: 'Ngày nhận', sortable: true, end: true, cell: (row) => row.sent },
]

function List(props: Partial<ListTableProps<Row>> & { prefix: string; bulkToo?: boolean }) {
  const { prefix, bulkToo, ...given } = props
  const list = useListAddress({
    filters: [`${prefix}-unit`, `${prefix}-state`, `${prefix}-year`],
    defaultSort: { by: 'sent', descending: true },
  })
  const tell = useNotices()
  return (
    <Panel label={`Danh sách hồ sơ (${prefix})`} flush>
      <ListTable
        label={`Bảng hồ sơ (${prefix})`}
        noun="hồ sơ"
        list={list}
        columns={COLUMNS}
        rows={ROWS}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        total={38}
        overall={214}
        searchPlaceholder="Tên, đơn vị, gõ có dấu hoặc không dấu"
        filters={[
          {
            name: `${prefix}-unit`,
            label: 'Đơn vị',
            any: 'Mọi đơn vị',
            options: [{ value: 'vp', label: 'Văn phòng Sở' }],
          },
          {
            name: `${prefix}-state`,
            label: 'Trạng thái',
            any: 'Mọi trạng thái',
            options: [{ value: 'sent', label: 'Đã gửi' }],
          },
          { name: `${prefix}-year`, label: 'Năm', any: 'Mọi năm', options: [{ value: '2024', label: '2024' }] },
        ]}
        empty={<Empty title="Chưa có hồ sơ nào">Hồ sơ lập từ kết quả bình xét của đơn vị.</Empty>}
        bulk={
          bulkToo
            ? (chosen, clear) => (
                <Button
                  size="s"
                  icon="arrow-back-up"
                  onClick={() => {
                    tell({ text: `Đã trả lại ${chosen.size} hồ sơ`, undo: { onUndo: () => undefined } })
                    clear()
                  }}
                >
                  Trả lại {chosen.size} hồ sơ
                </Button>
              )
            : undefined
        }
        allIds={bulkToo ? async () => ROWS.map((row) => row.id) : undefined}
        {...given}
      />
    </Panel>
  )
}

export const examples: readonly Example[] = [
  { id: 'full', title: 'Tìm, lọc, chọn, phân trang', element: <List prefix="day-du" bulkToo /> },
  {
    id: 'acts',
    title: 'Có việc trên từng dòng',
    element: (
      <List
        prefix="tung-dong"
        total={5}
        overall={undefined}
        filters={[]}
        rowAct={() => <Button size="s">Nhắc</Button>}
      />
    ),
  },
  { id: 'nothing', title: 'Chưa có gì', element: <List prefix="trong" rows={[]} total={0} overall={0} /> },
  { id: 'loading', title: 'Đang tải lần đầu', element: <List prefix="tai" rows={undefined} total={0} /> },
  {
    id: 'problem',
    title: 'Hỏng',
    element: (
      <List
        prefix="hong"
        problem={{ sentence: 'Máy chủ gặp lỗi. Thử lại, hoặc báo mã', reference: '7K2M' }}
        onRetry={() => undefined}
      />
    ),
  },
]
