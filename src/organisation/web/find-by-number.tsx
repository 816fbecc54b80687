import { useState } from 'react'
import { useForm } from '../../platform/web/use-form.ts'
import { Button, Dialog, Form, Link, Note, TextField } from '../../ui/index.ts'
import { organisation } from './api.ts'

/** Who has exactly this number. Not in the list's search box: that stands in the address; a hit is recorded. */
export function FindByNumber({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Tìm theo số định danh">
      <FindForm onClose={onClose} />
    </Dialog>
  )
}

function FindForm({ onClose }: { onClose: () => void }) {
  const [found, setFound] = useState<{ id: string; name: string } | null>()
  const form = useForm({
    initial: { citizenId: '' },
    send: (typed) => organisation.findByCitizenId.call(typed),
    onDone: ({ person }) => setFound(person),
  })
  return (
    <Form
      form={form}
      label="Tìm theo số định danh"
      actsEnd
      acts={
        <>
          <Button onClick={onClose}>Đóng</Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            Tìm người
          </Button>
        </>
      }
    >
      <p>Chỉ tìm đúng cả số, trong những người mà hồ sơ do mình giữ. Tìm thấy thì lượt tìm được ghi vào hồ sơ.</p>
      <TextField {...form.field('citizenId')} label="Số định danh" inputMode="numeric" autoComplete="off" />
      <div role="status">
        {found && (
          <Note tone="luc">
            <Link href={`/nguoi/${found.id}`}>{found.name}</Link>
          </Note>
        )}
        {found === null && <Note tone="xam">Không có ai khớp số này trong những người mà hồ sơ do mình giữ.</Note>}
      </div>
    </Form>
  )
}
