import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { Answer, Button, DataTable, Note, Panel, PanelBody, StatusWord, TwoLines, useNotices } from '../../ui/index.ts'
import { type AccountsOutputs, accounts } from './api.ts'

type Session = AccountsOutputs['sessions']['sessions'][number]

function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1)
}

/** Where one is signed in, this place marked; others closed one by one or together. */
export function SessionsPanel() {
  const found = useQuery(accounts.sessions.queryOptions({ input: {} }))
  const tell = useNotices()
  const end = useAct(
    (session: Session) => accounts.endSession.call({ id: session.id }),
    (_done, session) => tell({ text: `Đã đóng phiên trên ${session.device}` }),
  )
  const endOthers = useAct(
    () => accounts.endOtherSessions.call({}),
    ({ ended }) => tell({ text: `Đã đóng ${ended} phiên khác` }),
  )
  const problem = end.problem ?? endOthers.problem
  const others = (found.data?.sessions ?? []).filter((session) => !session.here).length
  return (
    <Panel
      flush
      title="Phiên đang mở"
      count={found.data?.sessions.length}
      acts={
        others > 0 && (
          <Button size="s" icon="logout" busy={endOthers.busy} onClick={() => endOthers.run(undefined)}>
            {`Đóng ${others} phiên khác`}
          </Button>
        )
      }
    >
      {problem && (
        <PanelBody>
          <Note tone="son" alert>
            {problem.sentence}
          </Note>
        </PanelBody>
      )}
      {found.data === undefined ? (
        <PanelBody>
          <Answer {...answerOf(found)} lines={2}>
            {() => null}
          </Answer>
        </PanelBody>
      ) : (
        <DataTable
          label="Phiên đang mở của tài khoản này"
          rows={found.data.sessions}
          rowKey={(session) => session.id}
          columns={[
            {
              key: 'device',
              head: 'Thiết bị',
              cell: (session) => (
                <TwoLines sub={session.ip === null ? 'chưa rõ địa chỉ' : `Địa chỉ ${session.ip}`}>
                  <b>{capital(session.device)}</b>
                </TwoLines>
              ),
            },
            { key: 'begun', head: 'Bắt đầu', cell: (session) => formatMoment(new Date(session.begunAt)) },
            { key: 'used', head: 'Dùng gần nhất', cell: (session) => formatMoment(new Date(session.usedAt)) },
            {
              key: 'act',
              head: 'Phiên',
              width: 170,
              card: 'plain',
              cell: (session) =>
                session.here ? (
                  <StatusWord tone="luc" icon="circle-check" word="Phiên này" small />
                ) : (
                  <Button size="s" onClick={() => end.run(session)}>
                    Đóng phiên
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Panel>
  )
}
