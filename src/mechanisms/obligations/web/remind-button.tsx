import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { useToday } from '../../../platform/web/today.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { Button, type ButtonKind, ConfirmDialog, StatusWord, useNotices } from '../../../ui/index.ts'
import type { ObligationShape } from '../contract.ts'
import { obligations } from './api.ts'
import { DUTY_NAMES } from './words.ts'

/** Reminds one unit from its row, with the standard words. Once a day: after that the row says so instead of offering it. */
export function RemindButton({ owed, kind }: { owed: ObligationShape; kind?: ButtonKind }) {
  const today = useToday()
  const tell = useNotices()
  // one id for as long as the row stands: pressed twice it is one reminder
  const [reminderId] = useState(() => newId())
  const remind = useAct(
    async () => {
      try {
        return await obligations.remind.call({ id: owed.id, reminderId })
      } catch (thrown) {
        tell({ text: readProblem(thrown).sentence, tone: 'wrong' })
        throw thrown
      }
    },
    ({ toNames }) => tell({ text: remindedNotice(owed.unitName, toNames) }),
  )
  if (!owed.actions.remind) return null
  if (owed.reminders.byHandOn === today) return <StatusWord small tone="xam" icon="check" word="Hôm nay đã nhắc" />
  return (
    <Button size="s" kind={kind} icon="bell-ringing" busy={remind.busy} onClick={() => remind.run(undefined)}>
      Nhắc<span className="visually-hidden"> {owed.unitName}</span>
    </Button>
  )
}

/** «Đã nhắc Thanh tra Sở: Võ Văn Minh, Trần Thị Lan»; says so when the unit has nobody to read it. */
export function remindedNotice(unitName: string, toNames: readonly string[]): string {
  if (toNames.length === 0) return `Đã ghi lời nhắc ${unitName}; đơn vị chưa có người phụ trách để nhận`
  return `Đã nhắc ${unitName}: ${toNames.join(', ')}`
}

/** Reminds every unit of a list that was not reminded today, after showing whom; says how many were and were not. */
export function RemindAllButton({ owed }: { owed: readonly ObligationShape[] }) {
  const today = useToday()
  const tell = useNotices()
  const [open, setOpen] = useState(false)
  const due = owed.filter((one) => one.actions.remind && one.reminders.byHandOn !== today)
  const all = useAct(
    async (them: readonly ObligationShape[]) => {
      const outcomes = await Promise.allSettled(
        them.map((one) => obligations.remind.call({ id: one.id, reminderId: newId() })),
      )
      return outcomes.filter((outcome) => outcome.status === 'fulfilled').length
    },
    (done, them) => {
      setOpen(false)
      const left = them.length - done
      if (left === 0) tell({ text: `Đã nhắc ${done} việc quá hạn` })
      else tell({ text: `Đã nhắc ${done} việc, ${left} việc chưa nhắc được. Nhắc lại từ từng dòng`, tone: 'wrong' })
    },
  )
  if (due.length < 2) return null
  const words = `Nhắc cả ${due.length} việc quá hạn`
  return (
    <>
      <Button size="s" icon="bell-ringing" onClick={() => setOpen(true)}>
        {words}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={words}
        confirm={`Nhắc ${due.length} việc`}
        names={due.map(
          (one) => `${one.unitName}: ${DUTY_NAMES[one.kind].said}, ${one.due.words.toLocaleLowerCase('vi')}`,
        )}
        busy={all.busy}
        onConfirm={() => all.run(due)}
      >
        Lời nhắc hiện trong Việc của tôi của người đứng đầu và công chức phụ trách, kèm một thư.
      </ConfirmDialog>
    </>
  )
}
