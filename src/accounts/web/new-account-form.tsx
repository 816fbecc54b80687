import { sentences, whyNotEmail } from '../../platform/web/form-checks.ts'
import { useForm } from '../../platform/web/use-form.ts'
import { Form, TextField } from '../../ui/index.ts'
import { accounts } from './api.ts'
import { whyNotSignInName } from './check-account.ts'
import type { Handed } from './handed-access.tsx'
import { useWays, type Way, WayField } from './issue-access-form.tsx'

type NewAccountProps = {
  person: { id: string; name: string; email: string | null }
  accountId: string
  onClose: () => void
  onOpened: (handed: Handed | null) => void
}

/** Opens an account for a person, who then chooses his password himself. */
export function NewAccountForm({ person, accountId, onClose, onOpened }: NewAccountProps) {
  const form = useForm({
    initial: { signInName: '', email: person.email ?? '', way: undefined as Way | undefined },
    check: (typed) =>
      sentences({
        signInName: whyNotSignInName(typed.signInName),
        email: whyNotEmail(typed.email),
      }),
    send: (typed) =>
      accounts.create.call({
        id: accountId,
        personId: person.id,
        signInName: typed.signInName,
        email: typed.email.trim() || null,
        way: way(typed.way),
      }),
    onDone: ({ access }) => onOpened(access),
  })
  const email = form.values.email.trim()
  const ways = useWays(email)
  const way = (chosen: Way | undefined): Way => (ways.offered ? (chosen ?? ways.first) : 'hand')
  return (
    <Form form={form} send="Mở tài khoản" onClose={onClose} label="Mở tài khoản" problemsTitle="Chưa mở được tài khoản">
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
      {ways.offered ? (
        <WayField value={way(form.values.way)} onChange={(next) => form.set({ way: next })} mailTo={email} />
      ) : (
        <p>Mở xong sẽ hiện mã dùng một lần. Giao mã cho {person.name} để tự đặt mật khẩu.</p>
      )}
    </Form>
  )
}
