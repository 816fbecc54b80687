import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf } from '../../platform/web/answer-of.ts'
import { readProblem } from '../../platform/web/problem.ts'
import { useAct } from '../../platform/web/use-act.ts'
import {
  ActButton,
  Acts,
  Answer,
  ConfirmDialog,
  Definitions,
  Dialog,
  type Option,
  Panel,
  type ShownAct,
  Stack,
  StatusWord,
  useNotices,
} from '../../ui/index.ts'
import { type Account, type AccountPost, accounts } from './api.ts'
import { GrantsPanel } from './grants-panel.tsx'
import { NewAccountForm } from './new-account-form.tsx'
import { SetPasswordForm } from './set-password-form.tsx'

export type AccountPanelProps = {
  person: { id: string; name: string; email: string | null }
  /** The id a new account will have: made once for the page. */
  newAccountId: string
  mayCreate: ShownAct
  /** Posts that hold or are to come: what grants sit on. */
  posts: readonly AccountPost[]
  units: readonly Option[]
}

/** A person's account, as an administrator sees it: opening it, closing it for a while, its password, what it may do. */
export function AccountPanel(props: AccountPanelProps) {
  const found = useQuery(accounts.ofPerson.queryOptions({ input: { personId: props.person.id } }))
  if (found.data === undefined) {
    const asked = answerOf(found)
    // an administrator of another part of the tree: the account is not his to see, and the page is whole without it
    if (asked.problem?.code === 'not-yours-to-see') return null
    return (
      <Panel title="Tài khoản">
        <Answer {...asked}>{() => null}</Answer>
      </Panel>
    )
  }
  const { account } = found.data
  return account === null ? <NoAccount {...props} /> : <ShownAccount {...props} account={account} />
}

function NoAccount({ person, newAccountId, mayCreate }: AccountPanelProps) {
  const [open, setOpen] = useState(false)
  return (
    <Panel title="Tài khoản">
      <Stack>
        <p>{person.name} chưa có tài khoản nên chưa đăng nhập được.</p>
        <Acts>
          <ActButton act={mayCreate} icon="key" onClick={() => setOpen(true)}>
            Mở tài khoản
          </ActButton>
        </Acts>
      </Stack>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Mở tài khoản cho ${person.name}`}>
        <NewAccountForm person={person} accountId={newAccountId} onClose={() => setOpen(false)} />
      </Dialog>
    </Panel>
  )
}

function ShownAccount({ account, person, posts, units }: AccountPanelProps & { account: Account }) {
  const [open, setOpen] = useState<'password' | 'disable'>()
  const close = () => setOpen(undefined)
  const tell = useNotices()
  const disable = useAct(
    () => accounts.disable.call({ id: account.id }),
    () => {
      close()
      tell({ text: `Đã khóa tài khoản của ${person.name}` })
    },
  )
  const enable = useAct(
    async () => {
      try {
        return await accounts.enable.call({ id: account.id })
      } catch (thrown) {
        tell({ text: readProblem(thrown).sentence, tone: 'wrong' })
        throw thrown
      }
    },
    () => tell({ text: `Đã mở lại tài khoản của ${person.name}` }),
  )
  return (
    <>
      <Panel
        title="Tài khoản"
        acts={
          account.disabled ? (
            <StatusWord tone="son" icon="lock" word="Đang khóa" />
          ) : (
            <StatusWord tone="luc" icon="circle-check" word="Đang dùng" />
          )
        }
      >
        <Stack>
          <Definitions
            pairs={[
              { term: 'Tên đăng nhập', value: account.signInName },
              { term: 'Thư để đăng nhập', value: account.email ?? 'chưa có' },
            ]}
          />
          <Acts>
            <ActButton act={account.actions['set-password']} icon="key" onClick={() => setOpen('password')}>
              Đặt lại mật khẩu
            </ActButton>
            <ActButton act={account.actions.disable} kind="danger" icon="lock" onClick={() => setOpen('disable')}>
              Khóa tài khoản
            </ActButton>
            <ActButton
              act={account.actions.enable}
              icon="refresh"
              busy={enable.busy}
              onClick={() => enable.run(undefined)}
            >
              Mở lại tài khoản
            </ActButton>
          </Acts>
        </Stack>
      </Panel>
      <GrantsPanel account={account} posts={posts} units={units} />
      <Dialog open={open === 'password'} onClose={close} title={`Đặt lại mật khẩu của ${person.name}`}>
        <SetPasswordForm account={account} onClose={close} />
      </Dialog>
      <ConfirmDialog
        open={open === 'disable'}
        onClose={() => {
          disable.clear()
          close()
        }}
        title={`Khóa tài khoản của ${person.name}`}
        confirm="Khóa tài khoản"
        danger
        busy={disable.busy}
        error={disable.problem?.sentence}
        onConfirm={() => disable.run(undefined)}
      >
        Mọi phiên đang mở của tài khoản này bị đóng ngay, và không đăng nhập được cho đến khi mở lại. Vị trí công tác và
        quyền giữ nguyên.
      </ConfirmDialog>
    </>
  )
}
