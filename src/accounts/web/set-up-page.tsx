import { useEffect, useState } from 'react'
import { useForm } from '../../platform/web/use-form.ts'
import { Button, EntryPage, Form, TextField, useNavigation } from '../../ui/index.ts'
import { accounts } from './api.ts'
import { useHouseState } from './house-state.ts'
import { SetUpForm } from './set-up-form.tsx'

/** The first visit of all: the code from the terminal, then the organisation and its first administrator. */
export function SetUpPage() {
  const house = useHouseState()
  const { go } = useNavigation()
  const [code, setCode] = useState<string>()
  const done = !house.needsSetUp
  const inside = house.me !== null
  useEffect(() => {
    if (done) go(inside ? '/bat-dau' : '/dang-nhap', { replace: true })
  }, [done, inside, go])
  useEffect(() => {
    document.title = 'Thiết lập hệ thống – Thi Đua'
  }, [])
  if (done) return null
  return (
    <EntryPage>
      <h1>Thiết lập hệ thống</h1>
      {code === undefined ? (
        <>
          <p>Bước 1 trong 2. Nhập mã dùng một lần để chắc rằng người thiết lập là người chạy máy chủ.</p>
          <CodeForm onCode={setCode} />
        </>
      ) : (
        <>
          <p>Bước 2 trong 2. Khai cơ quan và quản trị viên đầu tiên. Đơn vị và người khác thêm sau.</p>
          <SetUpForm code={code} today={house.today} onWrongCode={() => setCode(undefined)} />
        </>
      )}
    </EntryPage>
  )
}

function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => (code.trim() === '' ? { code: 'Nhập mã thiết lập' } : {}),
    send: ({ code }) => accounts.checkSetUpCode.call({ code }),
    onDone: (_done, { code }) => onCode(code),
  })
  return (
    <Form
      form={form}
      label="Mã thiết lập"
      problemsTitle="Chưa kiểm được mã"
      acts={
        <Button type="submit" kind="primary" size="l" busy={form.busy}>
          Kiểm mã thiết lập
        </Button>
      }
    >
      <TextField
        {...form.field('code')}
        label="Mã thiết lập"
        help="Mã in ở dòng «Mã thiết lập dùng một lần» trong cửa sổ dòng lệnh đã chạy npm start. Dạng XXXX-XXXX"
        spellCheck={false}
        autoFocus
      />
    </Form>
  )
}
