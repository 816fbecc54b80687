import { useForm } from '../../platform/web/use-form.ts'
import { Form, RadioGroup } from '../../ui/index.ts'
import { type Account, accounts } from './api.ts'
import type { Handed } from './handed-access.tsx'
import { useHouseState } from './house-state.ts'

export type Way = 'mail' | 'hand'

/** How access gets to its owner; by mail only where a mail can get there. */
export function useWays(mailTo: string | null): { offered: boolean; first: Way } {
  const { mails } = useHouseState()
  const offered = mails && mailTo !== null && mailTo !== ''
  return { offered, first: offered ? 'mail' : 'hand' }
}

export function WayField({ value, onChange, mailTo }: { value: Way; onChange: (way: Way) => void; mailTo: string }) {
  return (
    <RadioGroup
      label="Cách giao"
      value={value}
      onChange={onChange}
      options={[
        { value: 'mail', label: `Gửi thư tới ${mailTo}`, help: 'Đường dẫn dùng một lần trong 72 giờ' },
        { value: 'hand', label: 'Cấp mã, giao tận tay', help: 'Mã dùng một lần trong 24 giờ, chỉ hiện lần này' },
      ]}
    />
  )
}

type IssueAccessFormProps = { account: Account; onIssued: (handed: Handed) => void; onClose: () => void }

/** Lets somebody choose a password himself who has none, or has lost it. */
export function IssueAccessForm({ account, onIssued, onClose }: IssueAccessFormProps) {
  const ways = useWays(account.mailTo)
  const form = useForm({
    initial: { way: ways.first },
    send: ({ way }) => accounts.issueAccess.call({ id: account.id, way }),
    onDone: ({ access }) => onIssued(access),
  })
  const { way } = form.values
  return (
    <Form form={form} send={way === 'mail' ? 'Gửi thư' : 'Cấp mã'} onClose={onClose} label="Cấp quyền đặt mật khẩu">
      <p>
        {account.personName} tự đặt mật khẩu{account.activated ? ' mới' : ''}. Quản trị viên không biết mật khẩu của
        người khác. {account.activated && 'Mật khẩu cũ còn dùng được cho đến lúc đó. '}
        {account.secondFactor && 'Xác thực hai bước giữ nguyên. '}Mã hoặc thư đã cấp trước đó hết giá trị.
      </p>
      {ways.offered && (
        <WayField value={way} onChange={(next) => form.set({ way: next })} mailTo={account.mailTo ?? ''} />
      )}
    </Form>
  )
}
