import { useState } from 'react'
import { sentences, whyEmpty } from '../../platform/web/form-checks.ts'
import { useForm } from '../../platform/web/use-form.ts'
import { Button, EntryPage, Form, Link, Note, Stack, TextField } from '../../ui/index.ts'
import { accounts } from './api.ts'
import { useHouseState } from './house-state.ts'

/** Whoever forgot his password: by mail where mails go out, else from an administrator. The answer never tells whether a name exists. */
export function ForgotPasswordPage() {
  const house = useHouseState()
  const [asked, setAsked] = useState(false)
  return (
    <EntryPage organisation={house.organisationName ?? undefined}>
      <title>Quên mật khẩu – Thi Đua</title>
      <h1>Quên mật khẩu</h1>
      <Stack gap="l">
        {house.mails &&
          (asked ? (
            <Note tone="luc" title="Đã nhận yêu cầu" alert>
              Nếu tên này có tài khoản và tài khoản có địa chỉ thư, thư đặt lại mật khẩu sẽ tới trong ít phút. Đường dẫn
              trong thư dùng được trong 72 giờ.
            </Note>
          ) : (
            <AskForm onAsked={() => setAsked(true)} />
          ))}
        <p>
          {house.mails ? 'Không có thư, hoặc không nhận được: liên' : 'Liên'} hệ quản trị viên của cơ quan để được cấp
          mã dùng một lần. Có mã rồi thì <Link href="/dat-mat-khau">đặt mật khẩu bằng mã</Link>.
        </p>
        <p>
          <Link href="/dang-nhap">Về trang đăng nhập</Link>
        </p>
      </Stack>
    </EntryPage>
  )
}

function AskForm({ onAsked }: { onAsked: () => void }) {
  const form = useForm({
    initial: { name: '' },
    check: ({ name }) => sentences({ name: whyEmpty(name, 'tên đăng nhập hoặc thư điện tử') }),
    send: ({ name }) => accounts.askReset.call({ name }),
    onDone: onAsked,
  })
  return (
    <Form
      form={form}
      label="Xin thư đặt lại mật khẩu"
      problemsTitle="Chưa gửi được yêu cầu"
      acts={
        <Button type="submit" kind="primary" size="l" busy={form.busy}>
          Gửi thư đặt lại mật khẩu
        </Button>
      }
    >
      <TextField
        {...form.field('name')}
        label="Tên đăng nhập hoặc thư điện tử"
        autoComplete="username"
        spellCheck={false}
        autoFocus
      />
    </Form>
  )
}
