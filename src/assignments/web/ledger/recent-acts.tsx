import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '../../../kernel/plain-date.ts'
import { type ObligationOutputs, obligations } from '../../../mechanisms/obligations/web/index.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { Button, ConfirmDialog, Dialog, Panel, useNotices, WorkList, WorkRow } from '../../../ui/index.ts'
import { LeftList } from './bulk-acts.tsx'

type BulkRow = ObligationOutputs['bulkActs']['acts'][number]

/** What the person did to many rows lately, each to be undone whole. Nothing where there was none. */
export function RecentActs() {
  const asked = useQuery(obligations.bulkActs.queryOptions({ input: {} }))
  const acts = asked.data?.acts ?? []
  if (acts.length === 0) return null
  return (
    <Panel flush title="Thao tác gần đây" count={acts.length}>
      <WorkList>
        {acts.map((act) => (
          <ActRow key={act.id} act={act} />
        ))}
      </WorkList>
    </Panel>
  )
}

function ActRow({ act }: { act: BulkRow }) {
  const [open, setOpen] = useState(false)
  const [left, setLeft] = useState<ObligationOutputs['undoBulk']['left']>()
  const tell = useNotices()
  const undo = useAct(obligations.undoBulk.call, (outcome) => {
    tell({ text: `Đã trả lại ${outcome.back} việc` })
    setOpen(false)
    setLeft(outcome.left.length > 0 ? outcome.left : undefined)
  })
  const { undone } = act
  return (
    <WorkRow
      status={
        undone === null
          ? { tone: 'luc', icon: 'circle-check', word: 'Đã làm' }
          : { tone: 'xam', icon: 'arrow-back-up', word: 'Đã hoàn tác' }
      }
      title={act.words}
      sub={[
        `${act.doneByName}, ${formatMoment(new Date(act.doneAt))}`,
        undone && `Trả lại ${undone.count} việc lúc ${formatMoment(new Date(undone.at))}`,
      ]
        .filter(Boolean)
        .join('. ')}
      act={
        <>
          {act.actions.undo && (
            <Button size="s" icon="arrow-back-up" onClick={() => setOpen(true)}>
              Hoàn tác<span className="visually-hidden">: {act.words}</span>
            </Button>
          )}
          <ConfirmDialog
            open={open}
            onClose={() => setOpen(false)}
            title="Hoàn tác cả thao tác"
            confirm={`Hoàn tác ${act.count} việc`}
            busy={undo.busy}
            error={undo.problem?.sentence}
            onConfirm={() => undo.run({ id: act.id })}
          >
            {act.words}. Việc đã thay đổi từ đó được để nguyên và nêu tên.
          </ConfirmDialog>
          <Dialog open={left !== undefined} onClose={() => setLeft(undefined)} title="Việc được để nguyên">
            {left && <LeftList left={left} />}
          </Dialog>
        </>
      }
    />
  )
}
