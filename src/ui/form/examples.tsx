import type { Example } from '../examples/example.ts'
import { TextField } from '../field/text-field.tsx'
import { Form, type SentForm } from './form.tsx'

const nothing = () => undefined
const fresh: SentForm = { problems: [], refused: undefined, submit: nothing, busy: false }
const refused = { sentence: 'Đơn vị cấp trên đã kết thúc ngày 30/06/2022. Bỏ đơn vị này rồi làm tiếp' }

export const examples: readonly Example[] = [
  {
    id: 'fresh',
    title: 'Mới mở',
    element: (
      <Form form={fresh} send="Thêm đơn vị" leave="/don-vi" label="Thêm đơn vị, mới mở">
        <TextField label="Tên đơn vị" value="" onChange={nothing} />
      </Form>
    ),
  },
  {
    id: 'refused',
    title: 'Máy chủ không nhận',
    element: (
      <Form form={{ ...fresh, refused }} send="Thêm đơn vị" leave="/don-vi" label="Thêm đơn vị, không nhận">
        <TextField label="Tên đơn vị" value="Phòng Nội vụ" onChange={nothing} />
      </Form>
    ),
  },
  {
    id: 'in-a-dialog',
    title: 'Trong hộp thoại, việc không làm lại được',
    element: (
      <Form form={fresh} send="Kết thúc đơn vị" danger onClose={nothing} label="Kết thúc đơn vị, trong hộp thoại">
        <TextField label="Lý do" value="" onChange={nothing} />
      </Form>
    ),
  },
]
