import { useState } from 'react'
import { useAct } from '../../../platform/web/use-act.ts'
import { Acts, Button, DateField, Dialog, Note, Stack, TextArea, useNotices } from '../../../ui/index.ts'
import { type FormPageData, reports } from '../api.ts'

type Problems = readonly { field: string; text: string }[]

/** Publishing: who will owe it; of a later version what was changed, and what those who have sent must add until when. */
export function PublishDialog({
  page,
  version,
  onClose,
  onProblems,
}: {
  page: FormPageData
  /** As it was last saved. */
  version: number
  onClose: () => void
  /** What is missing in the form itself, for its fields. */
  onProblems: (problems: Problems) => void
}) {
  const { form, changes } = page
  const tell = useNotices()
  const [note, setNote] = useState('')
  const [due, setDue] = useState<string>('')
  const publish = useAct(
    async (input: Parameters<typeof reports.publishForm.call>[0]) => reports.publishForm.call(input),
    ({ units, supplements }) => {
      tell({
        text:
          supplements > 0
            ? `Đã ban hành lần sửa; ${supplements} đơn vị đã gửi nhận việc bổ sung`
            : `Đã ban hành cho ${units} đơn vị`,
      })
      onClose()
    },
  )
  const missing = problemsOf(publish.problem?.data)
  const ofForm = missing.filter(({ field }) => field !== 'note' && field !== 'supplementDue')
  const said = (field: string) =>
    missing.find((one) => one.field === field)?.text ??
    (publish.problem?.field === field ? publish.problem.sentence : undefined)
  const lacks = (changes?.mustAdd.length ?? 0) > 0 && (changes?.unitsSent ?? 0) > 0
  return (
    <Dialog open onClose={onClose} title={form.versionNo === 0 ? 'Ban hành biểu mẫu' : 'Ban hành lần sửa'}>
      <Stack>
        {publish.problem && missing.length === 0 && said('supplementDue') === undefined && (
          <Note tone="son" alert>
            {publish.problem.sentence}
          </Note>
        )}
        {ofForm.length > 0 && (
          <Note
            tone="son"
            alert
            title={`Còn ${ofForm.length} chỗ chưa đủ`}
            acts={
              <Button size="s" onClick={() => onProblems(ofForm)}>
                Đến chỗ cần sửa
              </Button>
            }
          >
            <ul>
              {ofForm.slice(0, 8).map((one) => (
                <li key={`${one.field}${one.text}`}>{one.text}</li>
              ))}
            </ul>
          </Note>
        )}
        {form.versionNo === 0 ? (
          <p>
            {form.unitIds.length} đơn vị nhận việc báo cáo này. Sau khi ban hành, sửa dòng là ban hành lần mới; kỳ và
            hạn không đổi ở đây nữa.
          </p>
        ) : (
          <>
            <ChangeWords page={page} />
            <TextArea
              id="note"
              label="Sửa gì, vì sao"
              help="Đơn vị đọc nguyên văn"
              rows={3}
              maxLength={2000}
              value={note}
              onChange={setNote}
              error={said('note')}
            />
            {lacks && (
              <DateField
                id="supplementDue"
                label="Hạn bổ sung cho đơn vị đã gửi"
                help="Hết ngày này còn đúng hạn"
                value={due}
                onChange={(day) => setDue(day ?? '')}
                error={said('supplementDue')}
              />
            )}
          </>
        )}
        <Acts end>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            kind="primary"
            icon="send"
            busy={publish.busy}
            onClick={() => publish.run({ id: form.id, version, note, supplementDue: due || null })}
          >
            {form.versionNo === 0 ? 'Ban hành biểu mẫu' : 'Ban hành lần sửa'}
          </Button>
        </Acts>
      </Stack>
    </Dialog>
  )
}

function ChangeWords({ page: { changes } }: { page: FormPageData }) {
  if (changes === null) return <p>Biểu mẫu chưa sửa gì so với lần ban hành trước.</p>
  return (
    <>
      <ul>
        {changes.added.map((label) => (
          <li key={`+${label}`}>Thêm: {label}</li>
        ))}
        {changes.removed.map((label) => (
          <li key={`-${label}`}>Bỏ: {label}</li>
        ))}
        {changes.changed.map((one) => (
          <li key={`~${one.label}`}>
            Sửa {one.what.join(', ')}: {one.label}
          </li>
        ))}
      </ul>
      {changes.unitsSent > 0 && (
        <Note tone="cam" title={`${changes.unitsSent} đơn vị đã gửi`}>
          {changes.mustAdd.length === 0
            ? 'Báo cáo đã gửi giữ nguyên, không phải bổ sung.'
            : `Báo cáo đã gửi giữ nguyên. Đơn vị nào chưa có thì nhận việc bổ sung: ${changes.mustAdd.join('; ')}.`}
        </Note>
      )}
    </>
  )
}

function problemsOf(data: unknown): Problems {
  const found = (data as { problems?: Problems } | undefined)?.problems
  return Array.isArray(found) ? found : []
}
