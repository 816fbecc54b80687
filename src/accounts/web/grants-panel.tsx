import { useState } from 'react'
import { formatDate } from '../../kernel/plain-date.ts'
import { ActButton, DataTable, Dialog, Empty, type Option, Panel, TwoLines } from '../../ui/index.ts'
import type { Account, AccountPost, Grant } from './api.ts'
import { ChangeGrantForm } from './change-grant-form.tsx'
import { GrantForm } from './grant-form.tsx'
import { ROLE_MEANINGS, ROLE_WORDS } from './words.ts'

type GrantsPanelProps = { account: Account; posts: readonly AccountPost[]; units: readonly Option[] }

/** What the account may do: roles at units, on posts, from a day to a day. */
export function GrantsPanel({ account, posts, units }: GrantsPanelProps) {
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Grant>()
  return (
    <Panel
      flush
      title="Quyền"
      count={account.grants.length || undefined}
      acts={
        <ActButton act={account.actions.grant} size="s" icon="plus" onClick={() => setAdding(true)}>
          Giao quyền
        </ActButton>
      }
    >
      {account.grants.length === 0 ? (
        <Empty title="Chưa có quyền nào">Giao ít nhất một quyền để người này xem và xử lý được việc.</Empty>
      ) : (
        <DataTable
          label="Quyền"
          rows={account.grants}
          rowKey={(grant) => grant.id}
          columns={[
            {
              key: 'role',
              head: 'Quyền',
              cell: (grant) => (
                <TwoLines sub={ROLE_MEANINGS[grant.role]}>
                  <b>{ROLE_WORDS[grant.role]}</b>
                </TwoLines>
              ),
            },
            {
              key: 'unit',
              head: 'Tại',
              cell: (grant) => <TwoLines sub={`theo vị trí ${grant.postTitle}`}>{grant.unitName}</TwoLines>,
            },
            { key: 'from', head: 'Từ ngày', width: 120, cell: (grant) => formatDate(grant.from) },
            {
              key: 'to',
              head: 'Đến hết ngày',
              width: 140,
              cell: (grant) => (grant.to === null ? 'chưa định' : formatDate(grant.to)),
            },
          ]}
          rowAct={(grant) => (
            <ActButton act={grant.actions.end} size="s" onClick={() => setChanging(grant)}>
              Đổi ngày cuối<span className="visually-hidden"> quyền {ROLE_WORDS[grant.role]}</span>
            </ActButton>
          )}
        />
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={`Giao quyền cho ${account.personName}`} wide>
        <GrantForm account={account} posts={posts} units={units} onClose={() => setAdding(false)} />
      </Dialog>
      <Dialog open={changing !== undefined} onClose={() => setChanging(undefined)} title="Đổi ngày cuối của quyền">
        {changing && <ChangeGrantForm account={account} grant={changing} onClose={() => setChanging(undefined)} />}
      </Dialog>
    </Panel>
  )
}
