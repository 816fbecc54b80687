import { Button } from '../button/button.tsx'
import type { Example } from '../examples/example.ts'
import { Panel } from '../panel/panel.tsx'
import { Empty, ErrorState, Loading } from './states.tsx'

export const examples: readonly Example[] = [
  {
    id: 'empty',
    title: 'Chưa có gì',
    element: (
      <Panel label="Hồ sơ" flush>
        <Empty
          title="Chưa có phong trào nào năm 2025"
          acts={
            <>
              <Button kind="primary">Tạo từ văn bản</Button>
              <Button>Nhập tay</Button>
            </>
          }
        >
          Phong trào tạo từ kế hoạch đã ký hoặc dự thảo.
        </Empty>
      </Panel>
    ),
  },
  {
    id: 'not-found',
    title: 'Không tìm thấy',
    element: (
      <Panel label="Kết quả tìm" flush>
        <Empty title="Không có hồ sơ khớp “bich lan”" acts={<Button>Bỏ lọc</Button>}>
          Đang lọc theo 2 điều kiện. Bỏ lọc có 1 hồ sơ khớp.
        </Empty>
      </Panel>
    ),
  },
  {
    id: 'error',
    title: 'Hỏng, với mã và nút thử lại',
    element: (
      <ErrorState
        problem={{ sentence: 'Máy chủ gặp lỗi. Bản nháp còn nguyên. Thử lại, hoặc báo mã', reference: '7K2M' }}
        onRetry={() => undefined}
      />
    ),
  },
  {
    id: 'loading',
    title: 'Đang tải',
    element: (
      <Panel title="Đang tải danh sách" level={3} flush busy>
        <Loading now label="Đang tải danh sách" />
      </Panel>
    ),
  },
]
