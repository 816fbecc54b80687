import { useState } from 'react'
import type { FactShape } from '../../../mechanisms/documents/contract.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { Button, Dialog, Note, Stack, TreeSelect } from '../../../ui/index.ts'
import { campaigns } from '../api.ts'
import { unitNodes } from './unit-nodes.ts'
import { type Review, type ReviewCache, useUnitTree } from './use-review.ts'

/** Chooses the units to which the tasks of one body are given. */
export function MatchDialog({
  review,
  cache,
  tasks,
  chosen,
  onClose,
}: {
  review: Review
  cache: ReviewCache
  tasks: readonly FactShape[]
  chosen: readonly string[]
  onClose: () => void
}) {
  const tree = useUnitTree()
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set(chosen))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const save = async () => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      const unitIds = [...wanted]
      for (const task of tasks) {
        const { campaign } = await campaigns.matchTask.call({ id: review.campaign.id, factId: task.id, unitIds })
        cache.patch((now) => ({
          ...now,
          campaign,
          tasks: [...now.tasks.filter((one) => one.factId !== task.id), { factId: task.id, unitIds }],
        }))
      }
      onClose()
    } catch (thrown) {
      setProblem(readProblem(thrown).sentence)
      setBusy(false)
    } finally {
      cache.refetchSoon()
    }
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={tasks.length === 1 ? 'Gắn nhiệm vụ với đơn vị' : `Gắn ${tasks.length} nhiệm vụ với đơn vị`}
      acts={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {wanted.size === 0 ? 'Để nguyên tên, không gắn' : `Gắn với ${wanted.size} đơn vị`}
          </Button>
        </>
      }
    >
      <Stack>
        <TreeSelect
          label="Đơn vị thực hiện"
          noun="đơn vị"
          nodes={unitNodes(tree.data?.units ?? [])}
          chosen={wanted}
          onChange={setWanted}
        />
        {problem && (
          <Note tone="son" alert>
            {problem}
          </Note>
        )}
      </Stack>
    </Dialog>
  )
}
