import { useState } from 'react'
import { useForm } from '../../platform/web/use-form.ts'
import { Button, Form, Note, PasswordField, Stack, TextField } from '../../ui/index.ts'
import { accounts } from './api.ts'
import { SecondStepForm } from './second-step-form.tsx'

type SignInFormProps = {
  /** What stands there at first. */
  name?: string
  /** Hears that the cookies are set. */
  onSignedIn?: () => void
}

/** Name and password; then, for whoever has a second factor, a code. */
export function SignInForm({ name = '', onSignedIn }: SignInFormProps) {
  const [step, setStep] = useState<'password' | 'code' | 'again'>('password')
  const [typed, setTyped] = useState(name)
  if (step === 'code') {
    return (
      <SecondStepForm onInside={onSignedIn} onBack={() => setStep('password')} onRemoved={() => setStep('again')} />
    )
  }
  return (
    <Stack>
      {step === 'again' && (
        <Note tone="luc" title="Đã gỡ xác thực hai bước">
          Đăng nhập lại bằng tên và mật khẩu, rồi bật lại trong Tài khoản của tôi.
        </Note>
      )}
      <PasswordStep
        name={typed}
        onPassed={(passed, next) => {
          setTyped(passed)
          if (next === 'inside') onSignedIn?.()
          else setStep('code')
        }}
      />
    </Stack>
  )
}

type PasswordStepProps = { name: string; onPassed: (name: string, next: 'inside' | 'second-step') => void }

function PasswordStep({ name, onPassed }: PasswordStepProps) {
  const form = useForm({
    initial: { name, password: '' },
    check: ({ name, password }) => ({
      ...(name.trim() === '' && { name: 'Nhập tên đăng nhập hoặc thư điện tử' }),
      ...(password === '' && { password: 'Nhập mật khẩu' }),
    }),
    send: (values) => accounts.signIn.call(values),
    onDone: ({ next }, values) => onPassed(values.name, next),
  })
  return (
    <Form
      form={form}
      label="Đăng nhập"
      problemsTitle="Chưa đăng nhập được"
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
