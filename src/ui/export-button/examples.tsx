import { Acts } from '../button/button.tsx'
import type { Example } from '../examples/example.ts'
import { ExportButton } from './export-button.tsx'

const PROBLEM = 'Danh sách có 120.000 dòng, quá 100.000 dòng một tệp. Lọc bớt rồi xuất'

export const examples: readonly Example[] = [
  {
    id: 'rows',
    title: 'Xuất đúng các dòng đang hiện',
    element: (
      <Acts>
        <ExportButton count={38} onExport={async () => ({ file: 'danh-sach-nguoi-2026-11-25.xlsx' })} />
        <ExportButton count={1214} what="Danh sách đơn vị" size="s" onExport={async () => ({ file: 'a.xlsx' })} />
      </Acts>
    ),
  },
  {
    id: 'refused',
    title: 'Không xuất được: nói lý do và cách làm',
    element: <ExportButton count={10_000} totalIsMore onExport={async () => ({ problem: PROBLEM })} />,
  },
  {
    id: 'under-way',
    title: 'Đang xuất: bấm lần nữa không làm gì',
    element: <ExportButton count={52_340} onExport={() => new Promise(() => undefined)} />,
  },
]
