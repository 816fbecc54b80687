import { Button } from '../button/button.tsx'
import { TextField } from '../field/text-field.tsx'
import { Form } from './form.tsx'

const send = <Button kind="primary">Thêm đơn vị</Button>
const nothing = () => undefined

export const examples = [
  {
    title: 'Mới mở',
    element: (
      <Form problems={[]} onSubmit={nothing} acts={send} label="Thêm đơn vị, mới mở">
        <TextField label="Tên đơn vị" value="" onChange={nothing} />
      </Form>
    ),
  },
  {
    title: 'Máy chủ không nhận',
    element: (
      <Form
        problems={[]}
        refused={{ sentence: 'Đã có đơn vị cùng tên tại đây. Đặt tên khác' }}
        onSubmit={nothing}
        acts={send}
        label="Thêm đơn vị, không nhận"
      >
        <TextField label="Tên đơn vị" value="Phòng Nội vụ" onChange={nothing} />
      </Form>
    ),
  },
]
