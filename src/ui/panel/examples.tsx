import { Button } from '../button/button.tsx'
import type { Example } from '../examples/example.ts'
import { Definitions } from '../layout/layout.tsx'
import { Panel, PanelBody } from './panel.tsx'

export const examples: readonly Example[] = [
  {
    id: 'plain',
    title: 'Có tên, số đếm và nút',
    element: (
      <Panel title="Chờ xử lý" count={5} acts={<Button size="s">Xem theo đơn vị</Button>} level={3}>
        <p>Nội dung của khung.</p>
      </Panel>
    ),
  },
  {
    id: 'flush',
    title: 'Hai phần trong một khung',
    element: (
      <Panel title="Kế hoạch" flush level={3}>
        <PanelBody>
          <Definitions
            pairs={[
              { term: 'Số, ký hiệu', value: '45/KH-SNV' },
              { term: 'Ngày ký', value: '20/01/2022' },
              { term: 'Người ký', value: 'chưa có' },
            ]}
          />
        </PanelBody>
        <PanelBody line>
          <Definitions
            inline
            pairs={[
              { term: 'Kế hoạch', value: '100%' },
              { term: 'Thực hiện', value: <b>12/12 người, 100%</b> },
            ]}
          />
        </PanelBody>
      </Panel>
    ),
  },
]
