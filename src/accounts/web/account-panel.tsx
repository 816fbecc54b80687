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
import { type Handed, HandedAccess } from './handed-access.tsx'
import { IssueAccessForm } from './issue-access-form.tsx'
import { NewAccountForm } from './new-account-form.tsx'

export type AccountPanelProps = {
  person: { id: string; name: string; email: string | null }
  /** The id a new account will have: made once for the page. */
  newAccountId: string
  mayCreate: ShownAct
  /** Posts that hold or are to come: what grants sit on. */
  posts: readonly AccountPost[]
  units: readonly Option[]
}

/** A person's account, as an administrator sees it: opening it, closing it for a while, letting its owner in again, what it may do. */
export function AccountPanel(props: AccountPanelProps) {
  const found = useQuery(accounts.ofPerson.queryOptions({ input: { personId: props.person.id } }))
  // here, because what is below changes as soon as the account is there
  const [handed, setHanded] = useState<Handed | null>(null)
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
  return (
    <>
      {account === null ? (
        <NoAccount {...props} onHanded={setHanded} />
      ) : (
        <ShownAccount {...props} account={account} onHanded={setHanded} />
      )}
      {handed && <HandedAccess handed={handed} name={props.person.name} onClose={() => setHanded(null)} />}
    </>
  )
}

type WithHanded = AccountPanelProps & { onHanded: (handed: Handed | null) => void }

function NoAccount({ person, newAccountId, mayCreate, onHanded }: WithHanded) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
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
      <Dialog open={open} onClose={close} title={`Mở tài khoản cho ${person.name}`}>
        <NewAccountForm
          person={person}
          accountId={newAccountId}
          onClose={close}
          onOpened={(handed) => {
            close()
            onHanded(handed)
          }}
        />
      </Dialog>
    </Panel>
  )
}

function ShownAccount({ account, person, posts, units, onHanded }: WithHanded & { account: Account }) {
  const [open, setOpen] = useState<'access' | 'disable' | 'second-factor' | 'sessions'>()
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
  const remove = useAct(
    () => accounts.issueSecondFactorRemoval.call({ id: account.id }),
    ({ access }) => {
      close()
      onHanded(access)
    },
  )
  const endSessions = useAct(
    () => accounts.endSessionsOf.call({ id: account.id }),
    ({ ended }) => {
      close()
      tell({
        text: ended === 0 ? `${person.name} không có phiên nào đang mở` : `Đã đóng ${ended} phiên của ${person.name}`,
      })
    },
  )
  return (
    <>
      <Panel
        title="Tài khoản"
        acts={
          account.disabled ? (
            <StatusWord tone="son" icon="lock" word="Đang khóa" />
          ) : account.activated ? (
            <StatusWord tone="luc" icon="circle-check" word="Đang dùng" />
          ) : (
            <StatusWord tone="cam" icon="hourglass" word="Chưa kích hoạt" />
          )
        }
      >
        <Stack>
          <Definitions
            pairs={[
              { term: 'Tên đăng nhập', value: account.signInName },
              { term: 'Thư để đăng nhập', value: account.email ?? 'chưa có' },
              { term: 'Xác thực hai bước', value: account.secondFactor ? 'đang bật' : 'chưa bật' },
            ]}
          />
          <Acts>
            <ActButton act={account.actions['issue-access']} icon="key" onClick={() => setOpen('access')}>
              {account.activated ? 'Cho đặt lại mật khẩu' : 'Cấp lại mã kích hoạt'}
            </ActButton>
            <ActButton act={account.actions['remove-second-factor']} onClick={() => setOpen('second-factor')}>
              Cấp mã gỡ xác thực hai bước
            </ActButton>
            <ActButton act={account.actions['end-sessions']} icon="logout" onClick={() => setOpen('sessions')}>
              Đóng mọi phiên
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
      <Dialog open={open === 'access'} onClose={close} title={`Cho ${person.name} đặt mật khẩu`}>
        <IssueAccessForm
          account={account}
          onClose={close}
          onIssued={(handed) => {
            close()
            onHanded(handed)
          }}
        />
      </Dialog>
      <ConfirmDialog
        open={open === 'second-factor'}
        onClose={() => {
          remove.clear()
          close()
        }}
        title={`Cấp mã gỡ xác thực hai bước cho ${person.name}`}
        confirm="Cấp mã"
        busy={remove.busy}
        error={remove.problem?.sentence}
        onConfirm={() => remove.run(undefined)}
      >
        Khi {person.name} mất cả điện thoại lẫn mã khôi phục. Mã chỉ có tác dụng sau khi chính người đó nhập đúng mật
        khẩu. Người đã giao mã đặt lại mật khẩu trong 72 giờ qua không cấp được mã này.
      </ConfirmDialog>
      <ConfirmDialog
        open={open === 'sessions'}
        onClose={() => {
          endSessions.clear()
          close()
        }}
        title={`Đóng mọi phiên của ${person.name}`}
        confirm="Đóng mọi phiên"
        danger
        busy={endSessions.busy}
        error={endSessions.problem?.sentence}
        onConfirm={() => endSessions.run(undefined)}
      >
        Mọi thiết bị đang mở tài khoản này phải đăng nhập lại. Nội dung chưa lưu trên các thiết bị đó có thể mất.
      </ConfirmDialog>
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
