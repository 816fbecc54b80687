import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { Button, ConfirmDialog, useNavigation, useNotices } from '../../ui/index.ts'
import { type BoardRow, urging } from './api.ts'

/** What is done with the chosen rows: remind them all, or draft one letter about them. Says whom it leaves out before and after. */
export function BoardActs({ rows, onDone }: { rows: readonly BoardRow[]; onDone: () => void }) {
  const [open, setOpen] = useState<'remind' | 'letter'>()
  const due = rows.filter((row) => row.mayRemind)
  return (
    <>
      <Button size="s" icon="bell-ringing" onClick={() => setOpen('remind')}>
        Nhắc {due.length} việc
      </Button>
      <Button size="s" icon="file-text" onClick={() => setOpen('letter')}>
        Soạn công văn
      </Button>
      <RemindMany
        open={open === 'remind'}
        due={due}
        leftOut={rows.length - due.length}
        onClose={() => setOpen(undefined)}
        onDone={onDone}
      />
      <DraftLetter open={open === 'letter'} rows={rows} onClose={() => setOpen(undefined)} />
    </>
  )
}

type ManyProps = { open: boolean; due: readonly BoardRow[]; leftOut: number; onClose: () => void; onDone: () => void }

function RemindMany({ open, due, leftOut, onClose, onDone }: ManyProps) {
  const tell = useNotices()
  const remind = useAct(
    () => urging.remindMany.call({ ids: due.map((row) => row.id) }),
    ({ reminded, leftOut: left }) => {
      onClose()
      onDone()
      const why = left.map((one) => `${one.unitName}: ${one.why}`).join('. ')
      tell(
        left.length === 0
          ? { text: `Đã nhắc ${reminded} việc` }
          : { text: `Đã nhắc ${reminded} việc, để lại ${left.length}. ${why}`, tone: 'wrong' },
      )
    },
  )
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={due.length === 0 ? 'Không còn việc nào để nhắc hôm nay' : `Nhắc ${due.length} việc quá hạn`}
      confirm={due.length === 0 ? 'Đóng' : `Nhắc ${due.length} việc`}
      names={due.map((row) => `${row.unitName}: ${row.title}, quá ${row.daysLate} ngày`)}
      busy={remind.busy}
      error={remind.problem?.sentence}
      onConfirm={() => (due.length === 0 ? onClose() : remind.run(undefined))}
    >
      {leftOut > 0 ? `Để lại ${leftOut} việc hôm nay đã nhắc hoặc không thuộc quyền nhắc. ` : ''}
      {due.length > 0 &&
        'Lời nhắc hiện trong Việc của tôi của người đứng đầu và công chức phụ trách, kèm một thư trong giờ làm việc.'}
    </ConfirmDialog>
  )
}

function DraftLetter({ open, rows, onClose }: { open: boolean; rows: readonly BoardRow[]; onClose: () => void }) {
  const { go } = useNavigation()
  const tell = useNotices()
  const [id] = useState(() => newId())
  const free = rows.filter((row) => row.letter === null)
  const things = new Set(free.map((row) => row.thingId))
  const [first] = free
  const of = free.filter((row) => row.thingId === first?.thingId)
  const draft = useAct(
    () => urging.draftLetter.call({ id, obligationIds: of.map((row) => row.id) }),
    (made) => {
      if (made.leftOut > 0) tell({ text: `Để lại ${made.leftOut} việc đã có trong công văn khác hoặc đã xong` })
      go(`/don-doc/cong-van/${made.id}`)
    },
  )
  const title = of.length === 0 ? 'Các việc này đã có trong công văn khác' : `Soạn công văn đôn đốc ${of.length} việc`
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={title}
      confirm={of.length === 0 ? 'Đóng' : 'Soạn công văn'}
      names={of.map((row) => `${row.unitName}: ${row.title}, quá ${row.daysLate} ngày`)}
      busy={draft.busy}
      error={draft.problem?.sentence}
      onConfirm={() => (of.length === 0 ? onClose() : draft.run(undefined))}
    >
      {things.size > 1 ? `Mỗi công văn về một phong trào: lần này là “${first?.thingTitle ?? ''}”. ` : ''}
      {of.length > 0 && rows.length > free.length
        ? `Để lại ${rows.length - free.length} việc đã có trong công văn khác. `
        : ''}
      {of.length === 0
        ? 'Mở công văn ấy ở cột Đã nhắc của từng dòng.'
        : 'Dự thảo nêu đơn vị, việc, thời hạn theo văn bản; sửa được trước khi trình ký.'}
    </ConfirmDialog>
  )
}
