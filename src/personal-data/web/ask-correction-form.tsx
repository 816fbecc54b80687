import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { parseTypedPartialDate, partialDateText } from '../../organisation/index.ts'
import { sentences, whyEmpty, whyNotDay } from '../../platform/web/form-checks.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { useUpload } from '../../platform/web/use-upload.ts'
import {
  DateField,
  FileField,
  FileList,
  Form,
  Note,
  SelectField,
  TextArea,
  TextField,
  useNotices,
} from '../../ui/index.ts'
import { CORRECTION_FIELDS, CORRECTION_WORDS, type CorrectionField } from '../domain/corrections.ts'
import { personalData } from './api.ts'
import { capital } from './capital.ts'

type Typed = { field: string; text: string; gender: string; day: string | undefined; reason: string; fileIds: string[] }

const DAYS: readonly string[] = ['party-joined-on', 'recruited-on']
const GENDERS = [
  { value: 'male', label: 'Nam' },
  { value: 'female', label: 'Nữ' },
]

/** A person asks to have one thing of his file corrected: what, what is right, why, with what proof. */
export function AskCorrectionForm({ onClose }: { onClose: () => void }) {
  const [id] = useState(() => newId())
  const [files, setFiles] = useState<{ id: string; name: string }[]>([])
  const upload = useUpload()
  const tell = useNotices()
  const form = useForm<Typed, unknown>({
    initial: { field: 'birth', text: '', gender: '', day: '', reason: '', fileIds: [] },
    check: (typed) => sentences({ ...checkWanted(typed), reason: whyEmpty(typed.reason, 'lý do') }),
    send: (typed) =>
      personalData.askCorrection.call({
        id,
        field: typed.field as CorrectionField,
        wanted: wantedOf(typed),
        reason: typed.reason,
        fileIds: files.map((file) => file.id),
      }),
    paths: { wanted: 'text' },
    onDone: () => {
      onClose()
      tell({ text: 'Đã gửi đề nghị sửa đến người giữ hồ sơ của đơn vị' })
    },
  })
  const { field } = form.values
  return (
    <Form form={form} send="Gửi đề nghị" onClose={onClose} label="Đề nghị sửa">
      <SelectField
        {...form.field('field')}
        label="Mục cần sửa"
        options={CORRECTION_FIELDS.map((value) => ({ value, label: capital(CORRECTION_WORDS[value]) }))}
      />
      {field === 'gender' && (
        <SelectField {...form.field('gender')} label="Nội dung đúng" placeholder="Chọn giới tính" options={GENDERS} />
      )}
      {DAYS.includes(field) && <DateField {...dayField(form.field('day'))} label="Nội dung đúng" />}
      {field !== 'gender' && !DAYS.includes(field) && (
        <TextField
          {...form.field('text')}
          label="Nội dung đúng"
          help={field === 'birth' ? 'Ví dụ 05/07/1990; chỉ biết năm thì 1990' : undefined}
        />
      )}
      <TextArea {...form.field('reason')} label="Lý do" rows={2} help="Theo giấy tờ nào" />
      <FileField
        label="Giấy tờ kèm theo"
        optional
        accepts="Ảnh hoặc .pdf, không quá 5 tệp; chỉ người giữ hồ sơ xem được"
        accept="image/*,.pdf"
        sending={upload.sending}
        onStop={upload.stop}
        onFiles={async ([file]) => {
          const sent = file && files.length < 5 ? await upload.send(file) : undefined
          if (sent) setFiles((before) => [...before, { id: sent.id, name: sent.name }])
        }}
      />
      {upload.problem && (
        <Note tone="son" alert>
          {upload.problem.sentence}
        </Note>
      )}
      {files.length > 0 && (
        <FileList
          label="Tệp kèm theo"
          files={files.map((file) => ({
            ...file,
            onRemove: () => setFiles((before) => before.filter((one) => one.id !== file.id)),
          }))}
        />
      )}
    </Form>
  )
}

function checkWanted(typed: Typed) {
  const right = { text: undefined, gender: undefined, day: undefined }
  if (typed.field === 'gender') return { ...right, gender: typed.gender === '' ? 'Chọn giới tính' : undefined }
  if (DAYS.includes(typed.field)) return { ...right, day: whyNotDay(typed.day, 'ngày đúng') }
  const wrongBirth = typed.field === 'birth' && typed.text.trim() !== '' && !parseTypedPartialDate(typed.text)
  const text = wrongBirth ? 'Nhập ngày/tháng/năm, tháng/năm hoặc năm' : whyEmpty(typed.text, 'nội dung đúng')
  return { ...right, text }
}

function wantedOf(typed: Typed): string {
  if (typed.field === 'gender') return typed.gender
  if (DAYS.includes(typed.field)) return typed.day ?? ''
  const birth = typed.field === 'birth' ? parseTypedPartialDate(typed.text) : undefined
  return birth ? partialDateText(birth) : typed.text.trim()
}
