import { apiFor, type Outputs } from '../../../platform/web/api.ts'
import { useForm } from '../../../platform/web/use-form.ts'
import { Button, Form, TextArea, useNotices } from '../../../ui/index.ts'
import type { recordContract } from '../contract.ts'

type Seals = Outputs<typeof recordContract>['seals']

const record = apiFor<typeof recordContract>('record')
const addresses = (text: string) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))]

/** To whom the day's head is mailed; read only for somebody who may not set it. */
export function HeadReadersForm({ seals: { readers, actions } }: { seals: Seals }) {
  const tell = useNotices()
  const form = useForm({
    initial: { emails: readers.join('\n') },
    check: ({ emails }) => {
      const wrong = addresses(emails).find((one) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(one))
      return wrong === undefined ? {} : { emails: `“${wrong}” chưa phải địa chỉ thư. Ví dụ: luu.tru@hatinh.gov.vn` }
    },
    send: ({ emails }) => record.setHeadReaders.call({ emails: addresses(emails) }),
    onDone: (_done, { emails }) => {
      const count = addresses(emails).length
      tell({ text: count === 0 ? 'Không gửi đầu chuỗi đi đâu nữa' : `Gửi đầu chuỗi hằng ngày đến ${count} địa chỉ` })
    },
  })
  if (!actions['set-readers']) {
    return <p>{readers.length === 0 ? 'Chưa gửi đến đâu.' : `Gửi hằng ngày đến: ${readers.join(', ')}.`}</p>
  }
  return (
    <Form
      form={form}
      label="Gửi đầu chuỗi ra ngoài"
      problemsTitle="Chưa lưu được địa chỉ"
      acts={
        <Button type="submit" busy={form.busy}>
          Lưu địa chỉ
        </Button>
      }
    >
      <TextArea
        {...form.field('emails')}
        label="Địa chỉ nhận thư"
        optional
        rows={3}
        help="Mỗi dòng một địa chỉ, của nơi ngoài hệ thống này: văn thư lưu trữ, thanh tra. Ai giữ thư thì chứng minh được nhật ký trước ngày đó không bị viết lại."
      />
    </Form>
  )
}
