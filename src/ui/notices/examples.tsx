import { Button } from '../button/button.tsx'
import type { Example } from '../examples/example.ts'
import { Stack } from '../layout/layout.tsx'
import { NoticeBar, useNotices } from './notices.tsx'

const nothing = () => undefined

function Teller() {
  const tell = useNotices()
  return (
    <Button onClick={() => tell({ text: 'Đã nhắc Phòng Cải cách hành chính', undo: { onUndo: nothing } })}>
      Nhắc Phòng Cải cách hành chính
    </Button>
  )
}

export const examples: readonly Example[] = [
  {
    id: 'bars',
    title: 'Đã xong, hoàn tác được, có chỗ xem, hỏng',
    element: (
      <Stack gap="s">
        <NoticeBar notice={{ text: 'Đã lưu đơn vị' }} onClose={nothing} />
        <NoticeBar notice={{ text: 'Đã trả lại 3 hồ sơ', undo: { onUndo: nothing } }} onClose={nothing} />
        <NoticeBar
          notice={{ text: 'Đã phát động đến 9 đơn vị', act: { word: 'Xem phong trào', onPress: nothing } }}
          onClose={nothing}
        />
        <NoticeBar notice={{ text: 'Chưa nhắc được. Thử lại sau ít phút', tone: 'wrong' }} onClose={nothing} />
      </Stack>
    ),
  },
  { id: 'real', title: 'Hiện thật ở chân màn hình', element: <Teller /> },
]
