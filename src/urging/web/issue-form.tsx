import { type Scan, ScanField } from '../../mechanisms/obligations/web/index.ts'
import { sentences, whyEmpty, whyNotDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { DateField, Form, TextField, useNotices } from '../../ui/index.ts'
import { type Letter, urging } from './api.ts'

/** What the clerk gave after the signature; with it the letter is issued and its units are told. */
export function IssueForm({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const today = useToday()
  const tell = useNotices()
  const form = useForm({
    initial: {
      number: '',
      issuedOn: today as string | undefined,
      signerName: '',
      signerTitle: letter.content.signerTitle,
      signedFile: undefined as Scan | undefined,
    },
    check: (typed) =>
      sentences({
        number: whyEmpty(typed.number, 'số, ký hiệu'),
        issuedOn: whyNotDay(typed.issuedOn, 'ngày ký'),
        signerName: whyEmpty(typed.signerName, 'tên người ký'),
      }),
    paths: { signedFileId: 'signedFile' },
    send: ({ number, issuedOn, signerName, signerTitle, signedFile }) =>
      urging.issueLetter.call({
        id: letter.id,
        version: letter.version,
        number,
        issuedOn: issuedOn ?? '',
        signerName,
        signerTitle: signerTitle.trim() || null,
        signedFileId: signedFile?.id ?? null,
      }),
    onDone: ({ told }) => {
      onClose()
      tell({ text: `Đã ban hành. ${told} người của các đơn vị được báo` })
    },
  })
  const file = form.field('signedFile')
  return (
    <Form
      form={form}
      send="Ban hành công văn"
      onClose={onClose}
      label="Nhập số, ngày, người ký"
      problemsTitle="Chưa ban hành được"
    >
      <TextField {...form.field('number')} label="Số, ký hiệu" help="Ví dụ: 45/SNV-TĐKT" />
      <DateField {...dayField(form.field('issuedOn'))} label="Ngày" />
      <TextField {...form.field('signerName')} label="Người ký" />
      <TextField {...form.field('signerTitle')} label="Chức vụ" optional />
      <ScanField
        id={file.id}
        label="Bản đã ký"
        optional
        value={file.value}
        onChange={file.onChange}
        error={file.error}
      />
      <p>Bản đã ký nêu mọi đơn vị nhận công văn; người đứng đầu, công chức phụ trách của các đơn vị ấy tải được.</p>
    </Form>
  )
}
