import { useState } from 'react'
import { sentences, whyEmpty } from '../../platform/web/form-checks.ts'
import { useForm } from '../../platform/web/use-form.ts'
import {
  Button,
  Cell,
  ConfirmDialog,
  Definitions,
  FieldGrid,
  Form,
  PageHeader,
  Panel,
  PasswordField,
  Stack,
  useNotices,
} from '../../ui/index.ts'
import { accounts } from './api.ts'
import { whyNotPassword } from './check-account.ts'
import { useHouseState } from './house-state.ts'
import { SecondFactorPanel } from './second-factor-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'
import { useLeave } from './use-leave.ts'
import { ROLE_MEANINGS, ROLE_WORDS } from './words.ts'

/** Who I am here, my password and second factor, where I am signed in, and the way out on every device. */
export function MyAccountPage() {
  const { me } = useHouseState()
  const [leaving, setLeaving] = useState(false)
  const leave = useLeave()
  if (me === null) return null
  return (
    <>
      <PageHeader title="Tài khoản của tôi" />
      <Stack gap="l">
        <Panel title={me.name}>
          <Definitions
            pairs={[
              { term: 'Tên đăng nhập', value: me.signInName },
              {
                term: 'Vị trí công tác',
                value: me.posts.map((post) => <div key={post.id}>{`${post.title}, ${post.unitName}`}</div>),
              },
              {
                term: 'Quyền',
                value:
                  me.roles.length === 0
                    ? 'chưa có quyền nào'
                    : me.roles.map((role) => (
                        <div key={role}>
                          {ROLE_WORDS[role]}: {ROLE_MEANINGS[role]}
                        </div>
                      )),
              },
            ]}
          />
        </Panel>
        <Panel title="Đổi mật khẩu">
          <ChangePassword about={[me.name, me.signInName]} />
        </Panel>
        <SecondFactorPanel who={me.name} />
        <SessionsPanel />
        <div>
          <Button kind="danger" icon="logout" onClick={() => setLeaving(true)}>
            Đăng xuất khỏi mọi thiết bị
          </Button>
        </div>
      </Stack>
      <ConfirmDialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title="Đăng xuất khỏi mọi thiết bị"
        danger
        busy={leave.busy}
        onConfirm={leave.everywhere}
      >
        Mọi phiên làm việc của tài khoản này đều đóng, kể cả phiên đang mở đây.
      </ConfirmDialog>
    </>
  )
}

const EMPTY = { current: '', next: '' }

function ChangePassword({ about }: { about: readonly string[] }) {
  const tell = useNotices()
  const form = useForm({
    initial: EMPTY,
    check: ({ current, next }) =>
      sentences({
        current: whyEmpty(current, 'mật khẩu hiện nay'),
        next: whyNotPassword(next, about),
      }),
    send: (values) => accounts.changePassword.call(values),
    onDone: () => {
      form.reset()
      tell({ text: 'Đã đổi mật khẩu. Các thiết bị khác phải đăng nhập lại' })
    },
  })
  return (
    <Form
      form={form}
      label="Đổi mật khẩu"
      problemsTitle="Chưa đổi được mật khẩu"
      acts={
        <Button type="submit" busy={form.busy}>
          Đổi mật khẩu
        </Button>
      }
    >
      <FieldGrid>
        <Cell span={6}>
          <PasswordField {...form.field('current')} label="Mật khẩu hiện nay" purpose="current" />
        </Cell>
        <Cell span={6}>
          <PasswordField {...form.field('next')} label="Mật khẩu mới" purpose="new" about={about} />
        </Cell>
      </FieldGrid>
    </Form>
  )
}
