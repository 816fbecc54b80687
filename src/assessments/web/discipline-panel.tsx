import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { useToday } from '../../platform/web/today.ts'
import { useAct } from '../../platform/web/use-act.ts'
import {
  ActButton,
  Acts,
  ConfirmDialog,
  DataTable,
  Dialog,
  Empty,
  Note,
  Panel,
  StatusWord,
  TwoLines,
  useNotices,
} from '../../ui/index.ts'
import { isInForce } from '../domain/checks.ts'
import { DISCIPLINE_WORDS, SIDE_WORDS } from '../domain/kinds.ts'
import { assessments, type Discipline } from './api.ts'
import { DisciplineForm } from './discipline-form.tsx'

type Asking = { what: 'enter' } | { what: 'change' | 'void' | 'reason'; one: Discipline } | undefined

/** «Kỷ luật» of a person, for a page about him; nothing for whoever may not read it. The reason is shown on request, which is recorded. */
export function DisciplinePanel({ personId }: { personId: string }) {
  const found = useQuery(assessments.ofPerson.queryOptions({ input: { personId } }))
  const today = useToday()
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  if (!found.data?.facts) return null
  const { person, facts, actions } = found.data
  const standing = facts.disciplines.filter((one) => one.voided === null)
  return (
    <Panel
      flush
      title="Kỷ luật"
      count={standing.length || undefined}
      acts={
        <ActButton act={actions['enter-discipline']} size="s" icon="plus" onClick={() => setAsking({ what: 'enter' })}>
          Ghi kỷ luật
        </ActButton>
      }
    >
      {facts.disciplines.length === 0 ? (
        <Empty title="Chưa có kỷ luật nào được ghi">
          Mục này chỉ người có quyền xem: bản thân, người đứng đầu, công chức phụ trách và bộ phận thường trực.
        </Empty>
      ) : (
        <DataTable<Discipline>
          label="Kỷ luật"
          rows={facts.disciplines}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'kind',
              head: 'Hình thức',
              cell: (one) => (
                <TwoLines sub={SIDE_WORDS[one.side]}>
                  <b>{DISCIPLINE_WORDS[one.kind].word}</b>
                </TwoLines>
              ),
            },
            {
              key: 'state',
              head: 'Hiệu lực',
              card: 'state',
              cell: (one) => (
                <TwoLines sub={daysWords(one)}>
                  <StatusWord {...disciplineStatus(one, today)} small />
                </TwoLines>
              ),
            },
            {
              key: 'decision',
              head: 'Quyết định',
              card: 'plain',
              cell: (one) => (
                <TwoLines sub={one.issuer}>
                  Số {one.decisionNumber}, {formatDate(one.decisionOn)}
                </TwoLines>
              ),
            },
          ]}
          rowAct={(one) => (
            <Acts>
              <ActButton
                act={one.actions['see-reason']}
                size="s"
                kind="subtle"
                onClick={() => setAsking({ what: 'reason', one })}
              >
                Xem lý do
              </ActButton>
              <ActButton act={one.actions.change} size="s" onClick={() => setAsking({ what: 'change', one })}>
                Sửa
              </ActButton>
              <ActButton act={one.actions.void} size="s" onClick={() => setAsking({ what: 'void', one })}>
                Bỏ mục ghi nhầm
              </ActButton>
            </Acts>
          )}
        />
      )}
      <Dialog open={asking?.what === 'enter'} onClose={close} title={`Ghi kỷ luật của ${person.name}`} wide>
        <DisciplineForm personId={personId} onClose={close} />
      </Dialog>
      <Dialog open={asking?.what === 'change'} onClose={close} title="Sửa mục kỷ luật" wide>
        {asking?.what === 'change' && <DisciplineForm personId={personId} changed={asking.one} onClose={close} />}
      </Dialog>
      <Dialog open={asking?.what === 'reason'} onClose={close} title="Lý do kỷ luật">
        {asking?.what === 'reason' && <Reason id={asking.one.id} />}
      </Dialog>
      {asking?.what === 'void' && <VoidDialog one={asking.one} onClose={close} />}
    </Panel>
  )
}

/** Asked for when it is opened: each showing is an act. */
function Reason({ id }: { id: string }) {
  const found = useQuery({
    queryKey: ['discipline-reason', id],
    queryFn: () => assessments.disciplineReason.call({ id }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (found.error) return <Note tone="son">Chưa xem được lý do. Đóng rồi mở lại</Note>
  return (
    <>
      <p>{found.data?.reason ?? 'Đang mở'}</p>
      <p>Lần xem này được ghi vào nhật ký.</p>
    </>
  )
}

function VoidDialog({ one, onClose }: { one: Discipline; onClose: () => void }) {
  const tell = useNotices()
  const act = useAct(assessments.voidDiscipline.call, () => {
    onClose()
    tell({ text: 'Đã bỏ mục kỷ luật ghi nhầm' })
  })
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      danger
      title="Bỏ mục kỷ luật ghi nhầm"
      reason={{ label: 'Lý do bỏ mục này', missing: 'Nhập lý do để về sau hiểu vì sao bỏ' }}
      busy={act.busy}
      error={act.problem?.sentence}
      onConfirm={(reason) => act.run({ id: one.id, version: one.version, reason })}
    >
      <p>Mục này vẫn hiện trong danh sách là đã bỏ. Kỷ luật đã hết hạn hoặc được xóa sớm thì sửa ngày hết, không bỏ.</p>
    </ConfirmDialog>
  )
}

function daysWords(one: Discipline): string {
  const until = one.endsOn === null ? 'chưa có ngày hết' : `đến hết ${formatDate(one.endsOn)}`
  return `Từ ${formatDate(one.startsOn)}, ${until}`
}

function disciplineStatus(one: Discipline, today: string) {
  if (one.voided) return { tone: 'xam', icon: 'ban', word: `Đã bỏ: ${one.voided.reason}` } as const
  const days = { startsOn: plainDate(one.startsOn), endsOn: one.endsOn === null ? null : plainDate(one.endsOn) }
  if (isInForce(days, plainDate(today)))
    return { tone: 'son', icon: 'alert-triangle', word: 'Đang trong thời hạn' } as const
  return one.startsOn > today
    ? ({ tone: 'cam', icon: 'clock', word: 'Chưa bắt đầu' } as const)
    : ({ tone: 'xam', icon: 'check', word: 'Đã hết thời hạn' } as const)
}
