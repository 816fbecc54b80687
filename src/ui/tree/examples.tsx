import type { Example } from '../examples/example.ts'
import { WithState } from '../examples/with-state.tsx'
import { Panel } from '../panel/panel.tsx'
import { StatusWord } from '../status-word/status-word.tsx'
import { STATUS } from '../status-word/status-words.ts'
import { Tree } from './tree.tsx'
import type { TreeNode } from './tree-choice.ts'
import { TreeSelect } from './tree-select.tsx'

const UNITS: readonly TreeNode[] = [
  {
    id: 'so',
    name: 'Sở Nội vụ Hà Tĩnh',
    children: [
      { id: 'vp', name: 'Văn phòng Sở' },
      { id: 'tt', name: 'Thanh tra Sở' },
      {
        id: 'tdkt',
        name: 'Ban Thi đua - Khen thưởng',
        sub: 'Bộ phận thường trực',
        children: [{ id: 'nv', name: 'Tổ Nghiệp vụ' }],
      },
      { id: 'cchc', name: 'Phòng Cải cách hành chính' },
      { id: 'ltls', name: 'Trung tâm Lưu trữ lịch sử', barred: 'Đã kết thúc ngày 30/06/2022' },
    ],
  },
]

const MANY: readonly TreeNode[] = Array.from({ length: 14 }, (_, index) => ({
  id: `xa-${index}`,
  name: `Ủy ban nhân dân xã ${['Cẩm Bình', 'Thạch Hà', 'Kỳ Anh', 'Đức Thọ', 'Hương Khê', 'Vũ Quang', 'Nghi Xuân'][index % 7]} ${index + 1}`,
}))

export const examples: readonly Example[] = [
  {
    id: 'choose',
    title: 'Chọn đơn vị: một phần, đơn vị không chọn được',
    element: (
      <WithState start={new Set(['vp', 'nv'])}>
        {(chosen, set) => <TreeSelect label="Gửi đến" noun="đơn vị" nodes={UNITS} chosen={chosen} onChange={set} />}
      </WithState>
    ),
  },
  {
    id: 'many',
    title: 'Nhiều đơn vị: có ô tìm, đang báo sai',
    element: (
      <WithState start={new Set<string>()}>
        {(chosen, set) => (
          <TreeSelect
            label="Đơn vị nhận"
            noun="đơn vị"
            branches="alone"
            nodes={MANY}
            chosen={chosen}
            onChange={set}
            error="Chọn ít nhất một đơn vị"
          />
        )}
      </WithState>
    ),
  },
  {
    id: 'read',
    title: 'Cây chỉ để xem',
    element: (
      <Panel label="Triển khai">
        <Tree
          label="Triển khai đến các đơn vị"
          items={[
            {
              id: 'tinh',
              name: 'UBND tỉnh Hà Tĩnh',
              sub: 'Chỉ thị 02/CT-UBND, 19/01/2022',
              children: [
                { id: 'a', name: 'Văn phòng Sở', sub: <StatusWord small {...STATUS.accepted} /> },
                { id: 'b', name: 'Trung tâm Lưu trữ lịch sử', sub: <StatusWord small {...STATUS.viewing} /> },
              ],
            },
          ]}
        />
      </Panel>
    ),
  },
]
