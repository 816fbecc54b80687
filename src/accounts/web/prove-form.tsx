import type { ReactNode } from 'react'
import { sentences, whyEmpty } from '../../platform/web/form-checks.ts'
import { useForm } from '../../platform/web/use-form.ts'
import { Button, Form, PasswordField, TextField } from '../../ui/index.ts'

export type Proof = { password: string; code: string }

type ProveFormProps<Output> = {
  /** What is done: the form's name and the word on its button. */
  act: string
  danger?: boolean
  children: ReactNode
  send: (proof: Proof) => Promise<Output>
  onDone: (output: Output) => void
  onCancel: () => void
}

/** What changes one's own second factor wants both: the password and a code. */
export function ProveForm<Output>({ act, danger, children, send, onDone, onCancel }: ProveFormProps<Output>) {
  const form = useForm({
    initial: { password: '', code: '' },
    check: ({ password, code }) =>
      sentences({ password: whyEmpty(password, 'mật khẩu đang dùng'), code: whyEmpty(code, 'mã xác thực') }),
    send,
    onDone,
  })
  return (
    <Form
      form={form}
      label={act}
      acts={
        <>
          <Button onClick={onCancel}>Thôi</Button>
          <Button type="submit" kind={danger ? 'danger' : 'primary'} busy={form.busy}>
            {act}
          </Button>
        </>
      }
    >
      <p>{children}</p>
      <PasswordField {...form.field('password')} label="Mật khẩu đang dùng" purpose="current" />
      <TextField
        {...form.field('code')}
        label="Mã xác thực"
        help="Sáu chữ số trên ứng dụng, hoặc một mã khôi phục"
        autoComplete="one-time-code"
        spellCheck={false}
      />
    </Form>
  )
}
