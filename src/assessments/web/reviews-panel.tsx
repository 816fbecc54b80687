import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../kernel/plain-date.ts'
import { useAct } from '../../platform/web/use-act.ts'
import {
  ActButton,
  Acts,
  ConfirmDialog,
  DataTable,
  Dialog,
  Empty,
  Panel,
  type ShownAct,
  StatusWord,
  TwoLines,
  useNotices,
} from '../../ui/index.ts'
import { REVIEW_WORDS } from '../domain/kinds.ts'
import { assessments, type Review } from './api.ts'
import { type About, ClearForm, ReviewForm } from './review-form.tsx'

type Asking = { what: 'enter' } | { what: 'clear' | 'void'; one: Review } | undefined

/** «Việc đang xem xét» about a person, for a page about him; nothing for whoever may not read it. */
export function PersonReviewsPanel({ personId }: { personId: string }) {
  const found = useQuery(assessments.ofPerson.queryOptions({ input: { personId } }))
  if (!found.data?.facts) return null
  const { person, facts, actions } = found.data
  return (
    <ReviewsPanel
      about={{ kind: 'person', personId }}
      name={person.name}
      reviews={facts.reviews}
      mayEnter={actions['enter-review']}
    />
  )
}

export function UnitReviewsPanel({ unitId }: { unitId: string }) {
  const found = useQuery(assessments.ofUnit.queryOptions({ input: { unitId } }))
  if (!found.data?.facts) return null
  const { unit, facts, actions } = found.data
  return (
    <ReviewsPanel
      about={{ kind: 'unit', unitId }}
      name={unit.name}
      reviews={facts.reviews}
      mayEnter={actions['enter-review']}
    />
  )
}

function ReviewsPanel({
  about,
  name,
  reviews,
  mayEnter,
}: {
  about: About
  name: string
  reviews: readonly Review[]
  mayEnter: ShownAct
}) {
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  const open = reviews.filter((one) => one.voided === null && one.cleared === null)
  return (
    <Panel
      flush
      title="Việc đang xem xét"
      count={open.length || undefined}
      acts={
        <ActButton act={mayEnter} size="s" icon="plus" onClick={() => setAsking({ what: 'enter' })}>
          Ghi việc đang xem xét
        </ActButton>
      }
    >
      {reviews.length === 0 ? (
        <Empty title="Chưa có việc nào đang xem xét">
          Thanh tra, điều tra, khiếu nại, tố cáo, xem xét kỷ luật đang tiến hành được ghi ở đây cho đến khi có kết luận.
        </Empty>
      ) : (
        <DataTable<Review>
          label="Việc đang xem xét"
          rows={reviews}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'kind',
              head: 'Việc',
              cell: (one) => (
                <TwoLines sub={one.note ?? ''}>
                  <b>{REVIEW_WORDS[one.kind]}</b>
                </TwoLines>
              ),
            },
            {
              key: 'state',
              head: 'Trạng thái',
              card: 'state',
              cell: (one) => (
                <TwoLines sub={`Từ ${formatDate(one.startsOn)}`}>
                  <StatusWord {...reviewStatus(one)} small />
                </TwoLines>
              ),
            },
            { key: 'papers', head: 'Văn bản', card: 'plain', cell: papersOf },
          ]}
          rowAct={(one) => (
            <Acts>
              <ActButton act={one.actions.clear} size="s" onClick={() => setAsking({ what: 'clear', one })}>
                Ghi kết luận
              </ActButton>
              <ActButton act={one.actions.void} size="s" kind="subtle" onClick={() => setAsking({ what: 'void', one })}>
                Bỏ mục ghi nhầm
              </ActButton>
            </Acts>
          )}
        />
      )}
      <Dialog open={asking?.what === 'enter'} onClose={close} title={`Ghi việc đang xem xét đối với ${name}`} wide>
        <ReviewForm about={about} onClose={close} />
      </Dialog>
      <Dialog open={asking?.what === 'clear'} onClose={close} title="Ghi kết luận việc xem xét" wide>
        {asking?.what === 'clear' && <ClearForm review={asking.one} onClose={close} />}
      </Dialog>
      {asking?.what === 'void' && <VoidDialog one={asking.one} onClose={close} />}
    </Panel>
  )
}

function VoidDialog({ one, onClose }: { one: Review; onClose: () => void }) {
  const tell = useNotices()
  const act = useAct(assessments.voidReview.call, () => {
    onClose()
    tell({ text: 'Đã bỏ mục xem xét ghi nhầm' })
  })
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      danger
      title="Bỏ mục xem xét ghi nhầm"
      reason={{ label: 'Lý do bỏ mục này', missing: 'Nhập lý do để về sau hiểu vì sao bỏ' }}
      busy={act.busy}
      error={act.problem?.sentence}
      onConfirm={(reason) => act.run({ id: one.id, version: one.version, reason })}
    >
      <p>Mục này vẫn hiện trong danh sách là đã bỏ. Việc đã có kết luận thì ghi kết luận, không bỏ.</p>
    </ConfirmDialog>
  )
}

function reviewStatus(one: Review) {
  if (one.voided) return { tone: 'xam', icon: 'ban', word: `Đã bỏ: ${one.voided.reason}` } as const
  return one.cleared
    ? ({ tone: 'xam', icon: 'check', word: `Kết thúc ${formatDate(one.cleared.on)}: ${one.cleared.outcome}` } as const)
    : ({ tone: 'cam', icon: 'clock', word: 'Đang xem xét' } as const)
}

function papersOf(one: Review) {
  const papers = [paperWords(one), one.cleared && paperWords(one.cleared)].filter(Boolean)
  return papers.length === 0 ? 'chưa có văn bản' : papers.map((words) => <div key={words}>{words}</div>)
}

function paperWords(paper: { documentNumber: string | null; documentOn: string | null; issuer: string | null }) {
  const parts = [
    paper.documentNumber === null ? null : `Số ${paper.documentNumber}`,
    paper.documentOn === null ? null : formatDate(paper.documentOn),
    paper.issuer,
  ].filter(Boolean)
  return parts.length === 0 ? null : parts.join(', ')
}
