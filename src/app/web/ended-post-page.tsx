import { useMutation } from '@tanstack/react-query'
import { Button, EntryPage } from '../../ui/index.ts'
import { orpc } from './api.ts'

/** Signed in, but every post has ended: there is nothing he may see or do, and it is said. */
export function EndedPostPage({ name }: { name: string }) {
  const leave = useMutation(
    orpc.accounts.signOut.mutationOptions({ onSuccess: () => window.location.assign('/dang-nhap') }),
  )
  return (
    <EntryPage>
      <h1>Không còn vị trí công tác nào</h1>
      <p>
        {name} đã kết thúc mọi vị trí công tác, nên không xem và không xử lý được việc gì. Nếu chưa đúng, báo người quản
        trị ghi lại vị trí công tác.
      </p>
      <Button kind="primary" busy={leave.isPending} onClick={() => leave.mutate({})}>
        Đăng xuất
      </Button>
    </EntryPage>
  )
}
