import type { Example } from '../examples/example.ts'
import { Stack } from '../layout/layout.tsx'
import { LongJob } from './progress.tsx'

export const examples: readonly Example[] = [
  {
    id: 'jobs',
    title: 'Biết và chưa biết còn bao lâu',
    element: (
      <Stack>
        <LongJob
          title="Đang lập 1.240 giấy khen"
          part={0.62}
          words="768 trong 1.240, còn khoảng 1 phút. Có thể rời trang này; xong sẽ có thông báo."
          onStop={() => undefined}
        />
        <LongJob title="Đang đọc văn bản" words="Thường dưới 5 giây." />
      </Stack>
    ),
  },
]
