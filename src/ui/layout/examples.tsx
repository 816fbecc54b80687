import { Button } from '../button/button.tsx'
import type { Example } from '../examples/example.ts'
import { TextField } from '../field/text-field.tsx'
import { Panel } from '../panel/panel.tsx'
import { Paper } from '../paper/paper.tsx'
import { SaveState } from '../save-state/save-state.tsx'
import { StatusWord } from '../status-word/status-word.tsx'
import { Cell, FieldGrid, Prose, SideGroup, SplitView, StickyFoot, TwoColumns } from './layout.tsx'

const nothing = () => undefined

export const examples: readonly Example[] = [
  {
    id: 'prose',
    title: 'Lời người viết, giữ cách xuống dòng',
    element: <Prose>{'Đã tổ chức hội nghị ngày 12/07.\n\nHai mươi người dự, không ai vắng.'}</Prose>,
  },
  {
    id: 'columns',
    title: 'Cột chính và cột bên',
    element: (
      <TwoColumns
        asideLabel="Sắp tới (mẫu)"
        aside={
          <Panel title="Sắp tới" level={3}>
            <p>Cột bên.</p>
          </Panel>
        }
      >
        <Panel title="Phải làm" level={3}>
          <FieldGrid>
            <Cell span={4} keepHalf>
              <TextField label="Dự" value="11" numeric onChange={nothing} />
            </Cell>
            <Cell span={4} keepHalf>
              <TextField label="Tổng số" value="12" numeric onChange={nothing} />
            </Cell>
            <Cell span={12}>
              <TextField label="Hình thức" value="Hội nghị toàn đơn vị" onChange={nothing} />
            </Cell>
          </FieldGrid>
        </Panel>
      </TwoColumns>
    ),
  },
  {
    id: 'foot',
    title: 'Chân của biểu mẫu',
    alone: true,
    element: (
      <main id="noi-dung" style={{ padding: 'var(--s6) var(--gutter) var(--s14)' }}>
        <h1>Báo cáo quán triệt</h1>
        <p>Chân trang luôn trong tầm mắt khi cuộn.</p>
        <div style={{ height: 900 }} />
        <StickyFoot words={<SaveState value={{ state: 'saved', at: '08:52' }} />}>
          <Button>Xem trước</Button>
          <Button kind="primary" icon="send">
            Trình Trưởng phòng ký
          </Button>
        </StickyFoot>
      </main>
    ),
  },
  {
    id: 'split',
    title: 'Hai bên: văn bản và dữ kiện',
    alone: true,
    element: (
      <main id="noi-dung" style={{ padding: 'var(--s6) var(--gutter) var(--s14)', marginTop: 'var(--bar)' }}>
        <SplitView
          left={{
            title: 'Kế hoạch phát động phong trào thi đua năm 2022',
            acts: (
              <Button size="s" square icon="download">
                Tải tệp gốc
              </Button>
            ),
            children: (
              <Paper sheet label="Văn bản">
                <p>Thực hiện Chỉ thị số 34/2014/CT-TW ngày 07/04/2014 của Bộ Chính trị…</p>
              </Paper>
            ),
          }}
          right={{
            title: 'Dữ kiện đọc được',
            acts: <StatusWord tone="cam" icon="help-circle" word="5 cần xem lại" />,
            foot: (
              <>
                <p>Đã lưu nháp lúc 09:41. Còn 5 chỗ cần xem lại.</p>
                <Button>Đến chỗ tiếp theo</Button>
                <Button kind="primary">Tạo phong trào</Button>
              </>
            ),
            children: (
              <>
                <SideGroup title="Văn bản" status={<StatusWord tone="cam" icon="help-circle" word="2 cần xem lại" />}>
                  <FieldGrid>
                    <Cell span={6}>
                      <TextField label="Số, ký hiệu" value="/KH-SNV" onChange={nothing} doubt="Bản thảo để trống số" />
                    </Cell>
                    <Cell span={6}>
                      <TextField label="Cơ quan ban hành" value="Sở Nội vụ Hà Tĩnh" onChange={nothing} />
                    </Cell>
                  </FieldGrid>
                </SideGroup>
                <SideGroup title="Đợt thi đua thứ nhất">
                  <TextField label="Bắt đầu" value="01/01/2022" onChange={nothing} />
                </SideGroup>
              </>
            ),
          }}
        />
      </main>
    ),
  },
]
