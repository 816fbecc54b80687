import { Button } from '../button/button.tsx'
import type { Example } from '../examples/example.ts'
import { PasswordField } from '../field/password-field.tsx'
import { TextField } from '../field/text-field.tsx'
import { EntryPage, EntryPeople } from './entry.tsx'

const nothing = () => undefined

function Form() {
  return (
    <form>
      <TextField label="Tên đăng nhập hoặc thư điện tử" value="" onChange={nothing} autoComplete="username" />
      <PasswordField label="Mật khẩu" purpose="current" value="" onChange={nothing} />
      <Button kind="primary" size="l" type="submit">
        Đăng nhập
      </Button>
    </form>
  )
}

export const examples: readonly Example[] = [
  {
    id: 'with-people',
    title: 'Đăng nhập, bản thử',
    alone: true,
    element: (
      <EntryPage
        organisation="Sở Nội vụ Hà Tĩnh"
        aside={
          <>
            <h2>Bản thử: vào với vai</h2>
            <p>Dữ liệu mẫu, người và số liệu là bịa ra.</p>
            <EntryPeople
              label="Người của bản thử"
              people={[
                { id: 'hoa', name: 'Lê Thị Hoa', sub: 'Bộ phận thường trực, Văn phòng Sở', onPress: nothing },
                { id: 'phuc', name: 'Trần Hữu Phúc', sub: 'Giám đốc Sở', onPress: nothing },
              ]}
            />
          </>
        }
      >
        <h1>Đăng nhập</h1>
        <Form />
      </EntryPage>
    ),
  },
  {
    id: 'alone',
    title: 'Thiết lập lần đầu',
    alone: true,
    element: (
      <EntryPage>
        <h1>Thiết lập</h1>
        <p>Nhập mã in trong cửa sổ dòng lệnh đã khởi động phần mềm.</p>
        <Form />
      </EntryPage>
    ),
  },
]
