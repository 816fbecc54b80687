import { Button, ButtonLink } from '../button/button.tsx'
import type { Example } from '../examples/example.ts'
import { Panel } from '../panel/panel.tsx'
import { dueStatus, STATUS, waitingStatus } from '../status-word/status-words.ts'
import { LateRow, WorkList, WorkRow } from './work-row.tsx'

export const examples: readonly Example[] = [
  {
    id: 'owed',
    title: 'Phải làm, chờ xử lý',
    element: (
      <Panel title="Phải làm" count={3} flush level={3}>
        <WorkList>
          <WorkRow
            status={dueStatus(2)}
            title="Tổng kết đợt thi đua thứ nhất, sơ kết 6 tháng"
            href="/mau"
            sub="Trước ngày 15/07/2022 (hết ngày 14/07). Bản thảo có 7/9 báo cáo"
            act={
              <ButtonLink kind="primary" size="s" href="/mau">
                Mở bản thảo
              </ButtonLink>
            }
          />
          <WorkRow
            status={dueStatus(13)}
            title="Báo cáo lãnh đạo Sở kết quả triển khai kế hoạch, tháng 7"
            href="/mau"
            sub="Chậm nhất ngày 25/07/2022. Hằng tháng, theo Kế hoạch năm 2022, mục IV.2"
            act={
              <ButtonLink size="s" href="/mau">
                Mở báo cáo
              </ButtonLink>
            }
          />
          <WorkRow
            status={waitingStatus(5)}
            title="Báo cáo đợt thi đua thứ nhất"
            href="/mau"
            sub="Phòng Công chức, viên chức gửi lúc 10:05, 07/07/2022"
          />
          <WorkRow status={STATUS.draft} title="Công văn đôn đốc nộp báo cáo" href="/mau" />
        </WorkList>
      </Panel>
    ),
  },
  {
    id: 'late',
    title: 'Quá hạn ở các đơn vị, với bậc nhắc',
    element: (
      <Panel title="Quá hạn ở các đơn vị" count={2} flush level={3}>
        <WorkList>
          <LateRow
            status={dueStatus(-4)}
            title="Phòng Xây dựng chính quyền"
            href="/mau"
            sub="Quán triệt kế hoạch, hạn 08/07"
            ladder={{ climbed: 3, word: 'Đã báo Giám đốc' }}
            act={<Button size="s">Nhắc</Button>}
          />
          <LateRow
            status={dueStatus(-1)}
            title="Trung tâm Lưu trữ lịch sử"
            href="/mau"
            sub="Tiếp nhận kế hoạch, hạn 11/07"
            act={<Button size="s">Nhắc</Button>}
          />
        </WorkList>
      </Panel>
    ),
  },
]
