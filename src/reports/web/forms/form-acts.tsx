import { useState } from 'react'
import { useAct } from '../../../platform/web/use-act.ts'
import { Button, ButtonLink, ConfirmDialog, useNavigation, useNotices } from '../../../ui/index.ts'
import { type FormPageData, reports } from '../api.ts'
import { CloseDialog } from './close-dialog.tsx'

/** What is done with a form as a whole: thrown away, closed, opened again. */
export function FormActs({ form }: { form: FormPageData['form'] }) {
  const tell = useNotices()
  const { go } = useNavigation()
  const [asking, setAsking] = useState<'discard' | 'close' | 'reopen'>()
  const close = () => setAsking(undefined)
  const discard = useAct(reports.discardForm.call, () => {
    tell({ text: 'Đã xóa biểu mẫu' })
    go('/bao-cao/bieu-mau')
  })
  const reopen = useAct(reports.reopenForm.call, () => {
    close()
    tell({ text: 'Đã mở lại kỳ báo cáo' })
  })
  return (
    <>
      {form.state !== 'draft' && (
        <ButtonLink icon="chart-bar" href={`/bao-cao/${form.id}/tong-hop`}>
          Xem tổng hợp
        </ButtonLink>
      )}
      {form.actions.discard && (
        <Button icon="trash" onClick={() => setAsking('discard')}>
          Xóa biểu mẫu
        </Button>
      )}
      {form.actions.close && (
        <Button icon="lock" onClick={() => setAsking('close')}>
          Khép kỳ báo cáo
        </Button>
      )}
      {form.actions.reopen && <Button onClick={() => setAsking('reopen')}>Mở lại kỳ báo cáo</Button>}
      <ConfirmDialog
        open={asking === 'discard'}
        onClose={close}
        title={`Xóa “${form.title}”`}
        confirm="Xóa biểu mẫu"
        danger
        busy={discard.busy}
        error={discard.problem?.sentence}
        onConfirm={() => discard.run({ id: form.id })}
      >
        Biểu mẫu chưa ban hành, không đơn vị nào thấy. Xóa rồi không lấy lại được.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'reopen'}
        onClose={close}
        title="Mở lại kỳ báo cáo"
        confirm="Mở lại kỳ báo cáo"
        reason={{ label: 'Lý do mở lại', missing: 'Nhập lý do mở lại' }}
        busy={reopen.busy}
        error={reopen.problem?.sentence}
        onConfirm={(reason) => reopen.run({ id: form.id, reason })}
      >
        Đơn vị chưa gửi lại gửi được; hạn nộp vẫn như cũ.
      </ConfirmDialog>
      {asking === 'close' && <CloseDialog form={form} onClose={close} />}
    </>
  )
}
