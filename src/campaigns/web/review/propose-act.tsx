import { useState } from 'react'
import type { FactKind } from '../../../mechanisms/documents/fact-values.ts'
import { useFactReview } from '../../../mechanisms/documents/web/index.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { Button, Dialog, goToField, Note, Stack, useNotices } from '../../../ui/index.ts'
import { campaigns } from '../api.ts'
import type { FootProps } from './foot-props.ts'
import classes from './review.module.css'
import { isOfTask, stepOfMissing } from './review-words.ts'
import type { Review } from './use-review.ts'

type Missing = Review['missing']

/** Saves what is typed, then puts it before the authority; what is missing is listed, each line leading to its place. */
export function ProposeAct({ review, cache, onStep, onFact }: FootProps) {
  const { desk } = useFactReview()
  const tell = useNotices()
  const [missing, setMissing] = useState<Missing>([])
  const [unsaved, setUnsaved] = useState(false)
  const propose = useAct(
    async () => {
      const saved = await Promise.all([desk.saveAll(), cache.saves.flushAll()])
      if (!saved.every(Boolean)) return 'unsaved' as const
      const fresh = (await cache.refetch()) ?? review
      if (fresh.missing.length > 0) return fresh.missing
      return await campaigns.propose.call({ id: fresh.campaign.id, version: fresh.campaign.version })
    },
    (outcome) => {
      if (outcome === 'unsaved') setUnsaved(true)
      else if (Array.isArray(outcome)) setMissing(outcome)
      else {
        cache.putHead(outcome.campaign)
        tell({ text: 'Đã trình người có thẩm quyền' })
      }
    },
  )
  const why = review.campaign.actions.propose?.whyNot
  const close = () => {
    setMissing([])
    setUnsaved(false)
    propose.clear()
  }
  const go = (field: string) => {
    close()
    const step = stepOfMissing(field)
    onStep(step)
    if (step === 'gui-den' || field === 'title' || isOfTask(field)) setTimeout(() => goToField(`truong-${field}`), 60)
    else onFact(field as FactKind)
  }
  return (
    <>
      <Button
        kind="primary"
        icon="send"
        busy={propose.busy}
        onClick={() => (why ? tell({ text: why, tone: 'wrong' }) : propose.run(undefined))}
      >
        Trình người có thẩm quyền
      </Button>
      <Dialog
        open={missing.length > 0 || unsaved || propose.problem !== undefined}
        onClose={close}
        title="Chưa trình được"
        acts={<Button onClick={close}>Đóng</Button>}
      >
        <Stack>
          {propose.problem && <Note tone="son">{propose.problem.sentence}</Note>}
          {unsaved && <Note tone="cam">Có chỗ chưa lưu được. Sửa các chỗ được đánh dấu rồi trình lại</Note>}
          {missing.length > 0 && (
            <div>
              <p>Còn thiếu:</p>
              <ul className={classes.missing}>
                {missing.map((one) => (
                  <li key={one.field}>
                    <Button kind="subtle" size="s" onClick={() => go(one.field)}>
                      {isOfTask(one.field) ? `Đặt ${one.what}` : `Nhập ${one.what}`}
                    </Button>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Stack>
      </Dialog>
    </>
  )
}
