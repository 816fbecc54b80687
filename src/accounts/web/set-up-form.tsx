import { useEffect, useRef, useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { sentences, whyEmpty, whyNotDay, whyNotEmail } from '../../platform/web/form-checks.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { Button, DateField, Form, PasswordField, TextField } from '../../ui/index.ts'
import { accounts } from './api.ts'
import { whyNotPassword, whyNotSignInName } from './check-account.ts'

const EMPTY = { organisation: '', shortName: '', name: '', title: '', signInName: '', email: '', password: '' }

/** The organisation and its first administrator; after it he is signed in. */
export function SetUpForm({ code, today, onWrongCode }: { code: string; today: string; onWrongCode: () => void }) {
  const [ids] = useState(() => ({ organisation: newId(), person: newId() }))
  const form = useForm({
    initial: { ...EMPTY, from: `${today.slice(0, 4)}-01-01` as string | undefined },
    check: (typed) =>
      sentences({
        organisation: whyEmpty(typed.organisation, 'tên cơ quan'),
        from: whyNotDay(typed.from, 'ngày bắt đầu'),
        name: whyEmpty(typed.name, 'họ và tên'),
        title: whyEmpty(typed.title, 'chức vụ'),
        signInName: whyNotSignInName(typed.signInName),
        email: whyNotEmail(typed.email),
        password: whyNotPassword(typed.password, [typed.name, typed.signInName, typed.email]),
      }),
    send: (typed) =>
      accounts.setUp.call({
        code,
        organisation: {
          id: ids.organisation,
          name: typed.organisation,
          shortName: typed.shortName.trim() || null,
          from: typed.from,
        },
        administrator: {
          personId: ids.person,
          name: typed.name,
          postTitle: typed.title,
          signInName: typed.signInName,
          email: typed.email.trim() || null,
          password: typed.password,
        },
      }),
    paths: {
      'organisation.name': 'organisation',
      'organisation.shortName': 'shortName',
      'organisation.from': 'from',
      'administrator.name': 'name',
      'administrator.postTitle': 'title',
      'administrator.signInName': 'signInName',
      'administrator.email': 'email',
      'administrator.password': 'password',
    },
  })
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const wrongCode = form.refused?.code === 'wrong-set-up-code'
  const { name, signInName, email } = form.values
  return (
    <Form
      form={form}
      label="Cơ quan và quản trị viên đầu tiên"
      problemsTitle="Chưa thiết lập được"
      acts={
        <>
          {wrongCode && (
            <Button size="l" onClick={onWrongCode}>
              Nhập lại mã thiết lập
            </Button>
          )}
          <Button type="submit" kind="primary" size="l" busy={form.busy}>
            Thiết lập hệ thống
          </Button>
        </>
      }
    >
      <h2>Cơ quan</h2>
      <TextField
        {...form.field('organisation')}
        ref={first}
        label="Tên cơ quan"
        help="Tên đầy đủ như trên văn bản, ví dụ: Sở Nội vụ tỉnh Hà Tĩnh"
        autoComplete="organization"
      />
      <TextField {...form.field('shortName')} label="Tên viết tắt" optional />
      <DateField
        {...dayField(form.field('from'))}
        label="Ghi dữ liệu từ ngày"
        help="Đơn vị và vị trí công tác bắt đầu sớm nhất từ ngày này. Chọn sớm hơn nếu cần ghi những năm trước"
      />
      <h2>Quản trị viên đầu tiên</h2>
      <TextField {...form.field('name')} label="Họ và tên" autoComplete="name" />
      <TextField {...form.field('title')} label="Chức vụ" help="Ví dụ: Chuyên viên Văn phòng" />
      <TextField
        {...form.field('signInName')}
        label="Tên đăng nhập"
        help="Chữ thường không dấu, số, dấu chấm, gạch. Ví dụ: quan.huynh"
        autoComplete="username"
        spellCheck={false}
      />
      <TextField {...form.field('email')} label="Thư điện tử" optional type="email" autoComplete="email" />
      <PasswordField
        {...form.field('password')}
        label="Mật khẩu"
        purpose="new"
        about={[name, signInName, email].filter((word) => word !== '')}
      />
    </Form>
  )
}
