import { Button, EntryPage } from '../../ui/index.ts'
import { useLeave } from './use-leave.ts'

/** Signed in, but every post has ended: there is nothing he may see or do, and it is said. */
export function EndedPostPage({ name }: { name: string }) {
  const leave = useLeave()
  return (
    <EntryPage>
      <title>Không còn vị trí công tác nào – Thi Đua</title>
      <h1>Không còn vị trí công tác nào</h1>
      <p>
        {name} không còn vị trí công tác nào đang có hiệu lực, nên chưa xem và xử lý được việc gì. Nếu chưa đúng, báo
        quản trị viên ghi lại vị trí công tác.
      </p>
      <Button kind="primary" busy={leave.busy} onClick={leave.here}>
        Đăng xuất
      </Button>
    </EntryPage>
  )
}
