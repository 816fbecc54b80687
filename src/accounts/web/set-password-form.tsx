import { sentences } from '../../platform/web/form-checks.ts'
import { useForm } from '../../platform/web/use-form.ts'
import { Button, Form, PasswordField, useNotices } from '../../ui/index.ts'
import { type Account, accounts } from './api.ts'
import { whyNotPassword } from './check-account.ts'

/** A new password for somebody who has lost his; all his sessions are closed. */
export function SetPasswordForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const tell = useNotices()
  const about = [account.personName, account.signInName, account.email ?? ''].filter((word) => word !== '')
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => sentences({ password: whyNotPassword(password, about) }),
    send: ({ password }) => accounts.setPassword.call({ id: account.id, password }),
    onDone: () => {
      onClose()
      tell({ text: `Đã đặt lại mật khẩu của ${account.personName}` })
    },
  })
  return (
    <Form
      label="Đặt lại mật khẩu"
      problems={form.problems}
      problemsTitle="Chưa đặt lại được mật khẩu"
      refused={form.refused}
      onSubmit={form.submit}
      actsEnd
      acts={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            Đặt lại mật khẩu
          </Button>
        </>
      }
    >
      <p>Mọi phiên đang mở của tài khoản này bị đóng. Giao mật khẩu mới tận tay người dùng.</p>
      <PasswordField {...form.field('password')} label="Mật khẩu mới" purpose="new" about={about} />
    </Form>
  )
}
