import { sentences, whyNotEmail } from '../../platform/web/form-checks.ts'
import { useForm } from '../../platform/web/use-form.ts'
import { Button, Form, PasswordField, TextField, useNotices } from '../../ui/index.ts'
import { accounts } from './api.ts'
import { whyNotPassword, whyNotSignInName } from './check-account.ts'

type NewAccountProps = {
  person: { id: string; name: string; email: string | null }
  accountId: string
  onClose: () => void
}

/** Opens an account for a person, with a first password that is handed over by word of mouth. */
export function NewAccountForm({ person, accountId, onClose }: NewAccountProps) {
  const tell = useNotices()
  const form = useForm({
    initial: { signInName: '', email: person.email ?? '', password: '' },
    check: (typed) =>
      sentences({
        signInName: whyNotSignInName(typed.signInName),
        email: whyNotEmail(typed.email),
        password: whyNotPassword(typed.password, [person.name, typed.signInName, typed.email]),
      }),
    send: (typed) =>
      accounts.create.call({
        id: accountId,
        personId: person.id,
        signInName: typed.signInName,
        email: typed.email.trim() || null,
        password: typed.password,
      }),
    onDone: ({ account }) => {
      onClose()
      tell({ text: `Đã mở tài khoản ${account.signInName} cho ${person.name}. Giao quyền để bắt đầu làm việc` })
    },
  })
  const { signInName, email } = form.values
  return (
    <Form
      label="Mở tài khoản"
      problems={form.problems}
      problemsTitle="Chưa mở được tài khoản"
      refused={form.refused}
      onSubmit={form.submit}
      actsEnd
      acts={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            Mở tài khoản
          </Button>
        </>
      }
    >
      <TextField
        {...form.field('signInName')}
        label="Tên đăng nhập"
        help="Chữ thường không dấu, số, dấu chấm, gạch. Ví dụ: lan.nguyen"
        spellCheck={false}
      />
      <TextField
        {...form.field('email')}
        label="Thư điện tử"
        optional
        type="email"
        help="Có thì đăng nhập được bằng thư"
      />
      <PasswordField
        {...form.field('password')}
        label="Mật khẩu ban đầu"
        purpose="new"
        about={[person.name, signInName, email].filter((word) => word !== '')}
        help="Giao tận tay người dùng, và nhắc đổi ngay lần đầu ở Tài khoản của tôi"
      />
    </Form>
  )
}
