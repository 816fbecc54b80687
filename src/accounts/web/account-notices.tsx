import { useAct } from '../../platform/web/use-act.ts'
import { Button, Note } from '../../ui/index.ts'
import { accounts } from './api.ts'
import type { Me } from './house-state.ts'

/** What was done to the account since its owner was here last, above every page until he says he has read it. */
export function AccountNotices({ me }: { me: Me }) {
  const dismiss = useAct((id: string) => accounts.dismissNotice.call({ id }))
  return me.notices.map(({ id, sentence }) => (
    <Note
      key={id}
      tone="cam"
      title="Về tài khoản này"
      acts={
        <Button size="s" onClick={() => dismiss.run(id)}>
          Đã đọc
        </Button>
      }
    >
      {sentence}
    </Note>
  ))
}
