import { useForm } from '../../platform/web/use-form.ts'
import { Button, Form, PasswordField, TextField } from '../../ui/index.ts'
import { accounts } from './api.ts'

/** Name and password. `name` is what stands there at first; `onSignedIn` hears that the cookies are set. */
export function SignInForm({ name = '', onSignedIn }: { name?: string; onSignedIn?: () => void }) {
  const form = useForm({
    initial: { name, password: '' },
    check: ({ name, password }) => ({
      ...(name.trim() === '' && { name: 'Nhập tên đăng nhập hoặc thư điện tử' }),
      ...(password === '' && { password: 'Nhập mật khẩu' }),
    }),
    send: (values) => accounts.signIn.call(values),
    onDone: onSignedIn,
  })
  return (
    <Form
      label="Đăng nhập"
      problems={form.problems}
      problemsTitle="Chưa đăng nhập được"
      refused={form.refused}
      onSubmit={form.submit}
      acts={
        <Button type="submit" kind="primary" size="l" wide busy={form.busy}>
          Đăng nhập
        </Button>
      }
    >
      <TextField
        {...form.field('name')}
        label="Tên đăng nhập hoặc thư điện tử"
        name="username"
        autoComplete="username"
        spellCheck={false}
      />
      <PasswordField {...form.field('password')} label="Mật khẩu" purpose="current" name="password" />
    </Form>
  )
}
