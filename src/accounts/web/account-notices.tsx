import { useAct } from '../../platform/web/use-act.ts'
import { Button, Note } from '../../ui/index.ts'
import { accounts } from './api.ts'
import type { Me } from './house-state.ts'
import classes from './notices.module.css'

/** What was done to the account since its owner was here last, above every page until he says, once for all of it, that he has read it. */
export function AccountNotices({ me }: { me: Me }) {
  const dismiss = useAct((ids: string[]) => accounts.dismissNotices.call({ ids }))
  return (
    <Note
      tone="cam"
      title="Về tài khoản này"
      acts={
        <Button size="s" busy={dismiss.busy} onClick={() => dismiss.run(me.notices.flatMap(({ ids }) => ids))}>
          Đã đọc
        </Button>
      }
    >
      {me.notices.map(({ ids, sentence, each }) => (
        <div key={ids.join()}>
          {sentence}
          {each.length > 0 && (
            <details>
              <summary>{`Xem ${each.length} lần đăng nhập`}</summary>
              <ul className={classes.each}>
                {each.map((line, index) => (
                  <li key={ids[index]}>{line}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
    </Note>
  )
}
