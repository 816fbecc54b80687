import { type ReactNode, useEffect, useState } from 'react'
import { ConsentForm } from '../../mechanisms/consents/web/index.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { ActButton, Button, ConfirmDialog, Dialog, goToField, StickyFoot, useNotices } from '../../ui/index.ts'
import { assessments, type Sheet } from './api.ts'
import { levelFieldId } from './words.ts'

type Place = { unitId: string; periodId: string }
type Asking = 'decide' | 'reopen' | undefined

/** What can be done with the list as a whole: sent, taken back, confirmed or returned, taken up again. */
export function SheetActs({
  place,
  sheet,
  flush,
  foot,
  unwritten,
}: {
  place: Place
  sheet: Sheet
  /** Saves what is still being typed. */
  flush: () => Promise<boolean>
  foot: ReactNode
  /** How many rows say nothing yet. */
  unwritten: number
}) {
  const { actions, list } = sheet
  const tell = useNotices()
  const [asking, setAsking] = useState<Asking>()
  const done = (text: string) => () => {
    setAsking(undefined)
    tell({ text })
  }
  const propose = useAct(async (input: Place) => {
    await flush()
    const fresh = await assessments.sheet.call(input)
    return assessments.propose.call({ ...input, version: fresh.list?.version ?? 0 })
  }, done('Đã chuyển người đứng đầu xác nhận'))
  const takeBack = useAct(assessments.takeBack.call, done('Đã lấy danh sách về sửa'))
  const drop = useAct(assessments.dropCorrection.call, done('Đã thôi đính chính, giữ kết quả đã xác nhận'))
  const mayDecide = actions.confirm?.whyNot === null
  const refused = propose.problem ?? takeBack.problem ?? drop.problem
  // What was missing has been written since.
  const problem = refused?.code === 'rating-list-incomplete' && unwritten === 0 ? undefined : refused
  const missingRow = problem?.code === 'rating-list-incomplete' ? problem.field : undefined
  useEffect(() => {
    if (missingRow !== undefined) goToField(levelFieldId(missingRow))
  }, [missingRow])
  const version = list?.version ?? 0
  if (Object.keys(actions).length === 0) return null
  return (
    <StickyFoot
      words={
        <>
          {problem && <p role="alert">{problem.sentence}</p>}
          {foot}
        </>
      }
    >
      <ActButton act={actions['drop-correction']} busy={drop.busy} onClick={() => drop.run(place)}>
        Thôi đính chính
      </ActButton>
      <ActButton act={actions['take-back']} busy={takeBack.busy} onClick={() => takeBack.run(place)}>
        Lấy về sửa
      </ActButton>
      <ActButton act={actions.reopen} icon="pencil" onClick={() => setAsking('reopen')}>
        Mở đính chính
      </ActButton>
      {!mayDecide && actions['confirm-from-paper'] && list !== null && (
        <Button icon="file-text" onClick={() => void flush().then(() => setAsking('decide'))}>
          Ghi xác nhận từ bản giấy
        </Button>
      )}
      <ActButton
        act={actions.propose}
        kind={mayDecide ? 'outline' : 'primary'}
        icon="send"
        busy={propose.busy}
        onClick={() => propose.run(place)}
      >
        Chuyển người đứng đầu xác nhận
      </ActButton>
      <ActButton act={actions.confirm} kind="primary" icon="circle-check" onClick={() => setAsking('decide')}>
        Xác nhận hoặc trả lại
      </ActButton>
      {asking === 'decide' && (
        <DecideDialog
          place={place}
          sheet={sheet}
          onClose={() => setAsking(undefined)}
          onDone={(agreed) => done(agreed ? 'Đã xác nhận danh sách xếp loại' : 'Đã trả lại danh sách')()}
        />
      )}
      <ReopenDialog
        open={asking === 'reopen'}
        place={{ ...place, version }}
        onClose={() => setAsking(undefined)}
        onDone={done('Đã mở đính chính. Sửa xong thì chuyển xác nhận lại')}
      />
    </StickyFoot>
  )
}

function DecideDialog({
  place,
  sheet: { actions, givers, list, rows },
  onClose,
  onDone,
}: {
  place: Place
  sheet: Sheet
  onClose: () => void
  onDone: (agreed: boolean) => void
}) {
  const decide = useAct(assessments.decide.call, (_sheet, { outcome }) => onDone(outcome === 'agreed'))
  return (
    <Dialog open onClose={onClose} title="Xác nhận danh sách xếp loại">
      <ConsentForm
        givers={givers}
        allowProduct={actions.confirm?.whyNot === null}
        allowPaper={actions['confirm-from-paper'] !== undefined}
        wayLabel="Cách xác nhận"
        agree="Xác nhận danh sách"
        agreeOnPaper="Ghi xác nhận"
        sendBack="Trả lại danh sách"
        busy={decide.busy}
        problem={decide.problem}
        onCancel={onClose}
        onSubmit={(consent, answer) => decide.run({ ...place, version: list?.version ?? 0, ...answer, consent })}
      >
        <p>
          {rows.length} dòng có hiệu lực ngay khi xác nhận. Về sau muốn sửa phải mở đính chính, nêu lý do và xác nhận
          lại.
        </p>
      </ConsentForm>
    </Dialog>
  )
}

function ReopenDialog({
  open,
  place,
  onClose,
  onDone,
}: {
  open: boolean
  place: Place & { version: number }
  onClose: () => void
  onDone: () => void
}) {
  const reopen = useAct(assessments.reopen.call, onDone)
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title="Mở đính chính danh sách xếp loại"
      confirm="Mở đính chính"
      reason={{ label: 'Lý do đính chính', missing: 'Nhập lý do để người xác nhận biết vì sao sửa' }}
      busy={reopen.busy}
      error={reopen.problem?.sentence}
      onConfirm={(reason) => reopen.run({ ...place, reason })}
    >
      <p>Kết quả đã xác nhận vẫn có hiệu lực cho đến khi bản đính chính được xác nhận.</p>
    </ConfirmDialog>
  )
}
