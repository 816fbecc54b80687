import { sentences, whyEmpty } from '../../platform/web/form-checks.ts'
import { useForm } from '../../platform/web/use-form.ts'
import { Button, Form, TextField, useNotices } from '../../ui/index.ts'
import { accounts } from './api.ts'

type SecondStepFormProps = {
  onInside?: () => void
  /** Back to name and password. */
  onBack: () => void
  /** The second factor is gone: name and password are enough, and are asked for again. */
  onRemoved: () => void
}

/** After the right password: the code of the authenticator, a recovery code, or what an administrator handed over. */
export function SecondStepForm({ onInside, onBack, onRemoved }: SecondStepFormProps) {
  const tell = useNotices()
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => sentences({ code: whyEmpty(code, 'mã xác thực') }),
    send: ({ code }) => accounts.secondStep.call({ code }),
    onDone: ({ next, recoveryCodesLeft: left }) => {
      if (next === 'sign-in') return onRemoved()
      if (left !== null) tell({ text: `Mã khôi phục đó hết giá trị. Còn ${left} mã; tạo lại trong Tài khoản của tôi` })
      onInside?.()
    },
  })
  return (
    <Form
      form={form}
      label="Xác thực bước hai"
      problemsTitle="Chưa đăng nhập được"
      acts={
        <>
          <Button size="l" onClick={onBack}>
            Quay lại
          </Button>
          <Button type="submit" kind="primary" size="l" busy={form.busy}>
            Xác nhận mã
          </Button>
        </>
      }
    >
      <TextField
        {...form.field('code')}
        label="Mã xác thực"
        help="Sáu chữ số trên ứng dụng xác thực. Mất điện thoại thì nhập một mã khôi phục, hoặc mã gỡ do quản trị viên giao"
        autoComplete="one-time-code"
        spellCheck={false}
        autoFocus
      />
    </Form>
  )
}
