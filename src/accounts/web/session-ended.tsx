import { useState } from 'react'
import { Button, Dialog, Note } from '../../ui/index.ts'
import { accounts } from './api.ts'
import type { Me } from './house-state.ts'
import { SignInForm } from './sign-in-form.tsx'

/**
 * The session has ended under an open page: a note over the page, and the door in a window, so that nothing typed below is
 * lost. Whoever comes in as somebody else begins with a page of his own.
 */
export function SessionEnded({ me }: { me: Me }) {
  const [open, setOpen] = useState(true)
  const signedIn = async () => {
    const now = await accounts.state.call({})
    if (now.me?.accountId !== me.accountId) window.location.assign('/')
  }
  return (
    <>
      <Note
        tone="cam"
        alert
        title="Phiên làm việc đã hết"
        acts={
          <Button size="s" onClick={() => setOpen(true)}>
            Đăng nhập lại
          </Button>
        }
      >
        Nội dung trên màn hình còn nguyên. Đăng nhập lại rồi làm tiếp
      </Note>
      <Dialog open={open} onClose={() => setOpen(false)} title="Đăng nhập lại">
        <SignInForm name={me.signInName} onSignedIn={() => void signedIn()} />
      </Dialog>
    </>
  )
}
