import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import {
  ActButton,
  ActLink,
  Answer,
  DataTable,
  Dialog,
  Empty,
  ExportButton,
  Link,
  PageHeader,
  Panel,
  Stack,
  StatusWord,
  Tabs,
  TwoLines,
  useAddressParams,
} from '../../ui/index.ts'
import { acting, type Delegation } from './api.ts'
import { delegationStatus } from './delegation-status.ts'
import { EndDelegationForm } from './end-delegation-form.tsx'
import { HandoverList } from './handover-list.tsx'

/** Who acts for whom during an absence, and the lists of what was handed over. */
export function DelegationsPage() {
  const [params] = useAddressParams()
  const over = params.get('het') === '1'
  const found = useQuery(acting.delegations.queryOptions({ input: over ? { over: '1' } : {} }))
  const actions = found.data?.actions
  return (
    <>
      <PageHeader
        title="Ủy quyền, bàn giao"
        lead="Khi vắng mặt, người giữ quyền ủy quyền cho người khác trong một thời gian. Hết ngày thì ủy quyền tự hết; người được ủy quyền không ủy quyền lại."
        acts={
          <>
            <ActLink act={actions?.['delegate-from-paper']} icon="writing-sign" href="/nguoi">
              Ghi từ bản giấy: chọn người
            </ActLink>
            <ActLink act={actions?.delegate} kind="primary" icon="plus" href="/uy-quyen/them">
              Ủy quyền
            </ActLink>
          </>
        }
      />
      <Tabs
        label="Hiệu lực"
        current={over ? '/uy-quyen?het=1' : '/uy-quyen'}
        tabs={[
          { href: '/uy-quyen', word: 'Đang và sắp có hiệu lực' },
          { href: '/uy-quyen?het=1', word: 'Đã hết' },
        ]}
      />
      <Stack gap="l">
        <Answer {...answerOf(found)} lines={5}>
          {(data) => (
            <Panel
              flush
              title="Ủy quyền khi vắng mặt"
              count={data.delegations.length || undefined}
              acts={
                <ExportButton
                  count={data.delegations.length}
                  totalIsMore={data.more}
                  size="s"
                  onExport={() => takeList('delegations', over ? { over: '1' } : {})}
                />
              }
            >
              {data.delegations.length === 0 ? (
                <Empty title={over ? 'Chưa có ủy quyền nào đã hết' : 'Không có ủy quyền nào'}>
                  {over
                    ? 'Ủy quyền hết hạn hoặc kết thúc sớm hiện ở đây.'
                    : 'Ủy quyền của mình và cho mình hiện ở đây.'}
                </Empty>
              ) : (
                <DelegationTable delegations={data.delegations} />
              )}
              {data.more && <p>Danh sách này có 200 ủy quyền mới nhất.</p>}
            </Panel>
          )}
        </Answer>
        {!over && <HandoverList />}
      </Stack>
    </>
  )
}

function DelegationTable({ delegations }: { delegations: readonly Delegation[] }) {
  const [ending, setEnding] = useState<Delegation>()
  return (
    <>
      <DataTable
        label="Ủy quyền khi vắng mặt"
        rows={delegations}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'to',
            head: 'Người được ủy quyền',
            cell: (one) => (
              <TwoLines sub={one.toPost}>
                <b>{one.toName}</b>
              </TwoLines>
            ),
          },
          {
            key: 'from',
            head: 'Thay',
            width: 190,
            cell: (one) => <TwoLines sub={one.fromPost}>{one.fromName}</TwoLines>,
          },
          {
            key: 'grants',
            head: 'Quyền, cách ký',
            cell: (one) => <TwoLines sub={`Ký ${one.signsAs}`}>{one.grants.join('; ')}</TwoLines>,
          },
          {
            key: 'days',
            head: 'Thời gian',
            width: 130,
            cell: (one) => <TwoLines sub={one.reason}>{`${formatDate(one.from)} – ${formatDate(one.to)}`}</TwoLines>,
          },
          { key: 'paper', head: 'Căn cứ', cell: (one) => <Basis one={one} /> },
          {
            key: 'state',
            head: 'Tình trạng',
            width: 180,
            card: 'state',
            cell: (one) => <StatusWord {...delegationStatus(one)} small />,
          },
        ]}
        rowAct={(one) => (
          <ActButton
            act={one.actions.end?.whyNot === null ? one.actions.end : undefined}
            size="s"
            onClick={() => setEnding(one)}
          >
            Kết thúc<span className="visually-hidden"> ủy quyền cho {one.toName}</span>
          </ActButton>
        )}
      />
      <Dialog open={ending !== undefined} onClose={() => setEnding(undefined)} title="Kết thúc sớm ủy quyền">
        {ending && <EndDelegationForm delegation={ending} onClose={() => setEnding(undefined)} />}
      </Dialog>
    </>
  )
}

function Basis({ one }: { one: Delegation }) {
  const paper =
    one.document && `Số ${one.document.number}${one.document.day ? `, ngày ${formatDate(one.document.day)}` : ''}`
  const entered = one.way === 'paper' ? `${one.enteredByName} ghi từ bản giấy` : 'Làm trên hệ thống'
  return (
    <TwoLines sub={entered}>
      {one.file ? (
        <Link href={`/api/files/${one.file.id}`}>{paper ?? one.file.name}</Link>
      ) : (
        (paper ?? 'chưa có văn bản')
      )}
    </TwoLines>
  )
}
