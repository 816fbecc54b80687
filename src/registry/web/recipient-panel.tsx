import { useAct } from '../../platform/web/use-act.ts'
import {
  ActButton,
  Acts,
  Button,
  DataTable,
  Definitions,
  Empty,
  Link,
  Note,
  Panel,
  PanelBody,
  StatusWord,
  TwoLines,
  useNotices,
} from '../../ui/index.ts'
import { type Candidate, type OneAward, registry } from './api.ts'
import { birthWords, evidenceWords, recipientHref } from './words.ts'

/** Who of ours the recipient is: settled, or side by side for a person to decide. The decision is remembered for everybody written so. */
export function RecipientPanel({ data }: { data: OneAward }) {
  const { award, actions, candidates } = data
  const tell = useNotices()
  const match = useAct(registry.match.call, ({ entries }, { verdict }) =>
    tell({
      text:
        verdict === 'same'
          ? `Đã xác định, áp dụng cho ${entries} mục cùng tên, ngày sinh, đơn vị`
          : 'Đã ghi là không phải, sẽ không hỏi lại cặp này',
    }),
  )
  const unmatch = useAct(registry.unmatch.call, ({ entries }) => tell({ text: `Đã bỏ xác định ở ${entries} mục` }))
  const problem = match.problem ?? unmatch.problem
  if (award.recipient.matched) {
    return (
      <Panel
        title="Người, đơn vị của hệ thống"
        acts={
          <ActButton act={actions.unmatch} size="s" busy={unmatch.busy} onClick={() => unmatch.run({ id: award.id })}>
            Bỏ xác định
          </ActButton>
        }
      >
        {problem && <Note tone="son">{problem.sentence}</Note>}
        {award.recipient.id === null ? (
          <p>Đã xác định là một người không thuộc phạm vi được xem.</p>
        ) : (
          <p>
            <Link href={recipientHref(award)}>Xem mọi khen thưởng đã nhận của {award.recipient.name}</Link>
          </p>
        )}
      </Panel>
    )
  }
  if (!actions.match) return null
  return (
    <Panel flush title="Đây có phải là" count={candidates.length || undefined}>
      <PanelBody>
        {problem && <Note tone="son">{problem.sentence}</Note>}
        <Definitions
          inline
          pairs={[
            { term: 'Quyết định ghi', value: award.recipient.name },
            { term: 'Ngày sinh', value: birthWords(data.birth) },
            { term: 'Chức vụ, đơn vị', value: award.recipient.unitName || 'chưa có' },
          ]}
        />
      </PanelBody>
      {candidates.length === 0 ? (
        <Empty title="Chưa thấy ai trùng tên trong phạm vi được xem">
          Mục này giữ nguyên như quyết định ghi. Thêm người, đơn vị cùng tên thì mở lại trang này để xác định.
        </Empty>
      ) : (
        <DataTable<Candidate>
          label="Người, đơn vị có thể là"
          rows={candidates}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'name',
              head: 'Trong hệ thống',
              cell: (one) => (
                <TwoLines sub={one.sub || 'chưa có vị trí công tác'}>
                  <Link strong href={one.kind === 'person' ? `/nguoi/${one.id}` : `/don-vi/${one.id}`}>
                    {one.name}
                  </Link>
                </TwoLines>
              ),
            },
            {
              key: 'birth',
              head: 'Ngày sinh',
              width: 130,
              card: 'plain',
              cell: (one) => (one.kind === 'unit' ? '' : birthWords(one.birth)),
            },
            { key: 'evidence', head: 'So với quyết định', card: 'plain', cell: evidenceWords },
            {
              key: 'verdict',
              head: 'Đã xác định',
              width: 150,
              card: 'state',
              cell: (one) =>
                one.verdict === 'different' ? <StatusWord tone="xam" icon="x" word="Không phải" small /> : null,
            },
          ]}
          rowAct={(one) => (
            <Acts>
              <Button
                size="s"
                busy={match.busy}
                onClick={() => match.run({ id: award.id, candidateId: one.id, verdict: 'same' })}
              >
                Đúng là {one.kind === 'person' ? 'người này' : 'đơn vị này'}
              </Button>
              {one.verdict !== 'different' && (
                <Button
                  size="s"
                  kind="subtle"
                  busy={match.busy}
                  onClick={() => match.run({ id: award.id, candidateId: one.id, verdict: 'different' })}
                >
                  Không phải
                </Button>
              )}
            </Acts>
          )}
        />
      )}
    </Panel>
  )
}
