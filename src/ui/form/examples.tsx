import { Button } from '../button/button.tsx'
import type { Example } from '../examples/example.ts'
import { TextField } from '../field/text-field.tsx'
import { Form } from './form.tsx'

const send = <Button kind="primary">Thêm đơn vị</Button>
const nothing = () => undefined

export const examples: readonly Example[] = [
  {
    id: 'fresh',
    title: 'Mới mở',
    element: (
      <Form problems={[]} onSubmit={nothing} acts={send} label="Thêm đơn vị, mới mở">
        <TextField label="Tên đơn vị" value="" onChange={nothing} />
      </Form>
    ),
  },
  {
    id: 'refused',
    title: 'Máy chủ không nhận',
    element: (
      <Form
        problems={[]}
        refused={{ sentence: 'Đơn vị cấp trên đã kết thúc ngày 30/06/2022. Bỏ đơn vị này rồi làm tiếp' }}
        onSubmit={nothing}
        acts={send}
        label="Thêm đơn vị, không nhận"
      >
        <TextField label="Tên đơn vị" value="Phòng Nội vụ" onChange={nothing} />
      </Form>
    ),
  },
]
