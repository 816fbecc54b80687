import { useEffect, useState } from 'react'
import { formatMoment } from '../../kernel/plain-date.ts'
import { sentences, whyEmpty } from '../../platform/web/form-checks.ts'
import { type ApiProblem, readProblem } from '../../platform/web/problem.ts'
import { useForm } from '../../platform/web/use-form.ts'
import { Button, ButtonLink, EntryPage, Form, Link, Note, PasswordField, Stack, TextField } from '../../ui/index.ts'
import { type AccountsOutputs, accounts } from './api.ts'
import { whyNotPassword } from './check-account.ts'
import { useHouseState } from './house-state.ts'
import { secretInAddress } from './secret-in-address.ts'

type Access = AccountsOutputs['readAccess'] & { code: string }

/** Choosing a password with what an administrator handed over, or with the link of a mail: its secret stands behind «#». */
export function ChoosePasswordPage() {
  const house = useHouseState()
  const [linked] = useState(() => secretInAddress(window.location.hash))
  const [access, setAccess] = useState<Access>()
  const [problem, setProblem] = useState<ApiProblem>()
  const [done, setDone] = useState<string>()
  useEffect(() => {
    if (linked === undefined) return
    // out of the address bar and the history: it is worth a password
    window.history.replaceState(window.history.state, '', window.location.pathname)
    accounts.readAccess.call({ code: linked }).then(
      (read) => setAccess({ ...read, code: linked }),
      (thrown: unknown) => setProblem(readProblem(thrown)),
    )
  }, [linked])
  const first = access?.purpose === 'invitation'
  const title = first ? 'Kích hoạt tài khoản' : 'Đặt mật khẩu'
  return (
    <EntryPage organisation={house.organisationName ?? undefined}>
      <title>{`${title} – Thi Đua`}</title>
      <h1>{title}</h1>
      <Stack gap="l">
        {problem && (
          <Note tone="son" alert title="Đường dẫn không dùng được">
            {problem.sentence}
          </Note>
        )}
        {done !== undefined ? (
          <>
            <Note tone="luc" alert title="Đã đặt mật khẩu">
              Đăng nhập bằng tên <b>{done}</b> và mật khẩu vừa đặt.
            </Note>
            <ButtonLink kind="primary" size="l" href="/dang-nhap">
              Đăng nhập
            </ButtonLink>
          </>
        ) : access ? (
          <PasswordStep access={access} onDone={setDone} />
        ) : (
          <CodeStep onRead={setAccess} />
        )}
        {done === undefined && (
          <p>
            <Link href="/dang-nhap">Về trang đăng nhập</Link>
          </p>
        )}
      </Stack>
    </EntryPage>
  )
}

function CodeStep({ onRead }: { onRead: (access: Access) => void }) {
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => sentences({ code: whyEmpty(code, 'mã đã nhận') }),
    send: ({ code }) => accounts.readAccess.call({ code }),
    onDone: (read, { code }) => onRead({ ...read, code }),
  })
  return (
    <Form
      form={form}
      label="Mã dùng một lần"
      problemsTitle="Chưa dùng được mã"
      acts={
        <Button type="submit" kind="primary" size="l" busy={form.busy}>
          Dùng mã
        </Button>
      }
    >
      <TextField
        {...form.field('code')}
        label="Mã dùng một lần"
        help="Do quản trị viên giao, dạng XXXX-XXXX-XXXX, dùng được trong 24 giờ"
        autoComplete="one-time-code"
        spellCheck={false}
        autoFocus
      />
    </Form>
  )
}

function PasswordStep({ access, onDone }: { access: Access; onDone: (signInName: string) => void }) {
  const about = [access.name, access.signInName]
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => sentences({ password: whyNotPassword(password, about) }),
    send: ({ password }) => accounts.useAccess.call({ code: access.code, password }),
    onDone: ({ signInName }) => onDone(signInName),
  })
  return (
    <Form
      form={form}
      label="Mật khẩu mới"
      problemsTitle="Chưa đặt được mật khẩu"
      acts={
        <Button type="submit" kind="primary" size="l" busy={form.busy}>
          Đặt mật khẩu
        </Button>
      }
    >
      <p>
        Tài khoản <b>{access.signInName}</b> của {access.name}. Mã dùng một lần, đến{' '}
        {formatMoment(new Date(access.until))}. Không ai khác biết mật khẩu này, kể cả quản trị viên.
      </p>
      <PasswordField {...form.field('password')} label="Mật khẩu mới" purpose="new" about={about} />
    </Form>
  )
}
