import { Button } from '../button/button.tsx'
import type { Example } from '../examples/example.ts'
import { StatusWord } from '../status-word/status-word.tsx'
import { dueStatus, STATUS } from '../status-word/status-words.ts'
import { PageHeader } from './page-header.tsx'

export const examples: readonly Example[] = [
  {
    id: 'full',
    title: 'Đường dẫn, câu dẫn, nút',
    alone: true,
    element: (
      <main id="noi-dung" style={{ padding: 'var(--s6) var(--gutter)' }}>
        <PageHeader
          title="Thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022"
          crumbs={[
            { href: '/phong-trao', word: 'Phong trào thi đua' },
            { href: '/phong-trao?nam=2022', word: 'Năm 2022' },
          ]}
          lead="“Đoàn kết, đổi mới, thi đua hoàn thành vượt mức các chỉ tiêu, nhiệm vụ năm 2022”"
          acts={
            <>
              <StatusWord filled {...STATUS.returned} />
              <StatusWord filled {...dueStatus(0)} />
              <Button icon="file-text">Kế hoạch gốc</Button>
              <Button kind="primary">Phát động phong trào</Button>
            </>
          }
        />
      </main>
    ),
  },
]
