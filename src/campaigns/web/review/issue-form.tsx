import { useForm } from '../../../platform/web/use-form.ts'
import { useUpload } from '../../../platform/web/use-upload.ts'
import {
  Acts,
  Button,
  Cell,
  DateField,
  ErrorSummary,
  FieldGrid,
  FileField,
  FileList,
  Note,
  Panel,
  Stack,
  TextField,
  useNotices,
} from '../../../ui/index.ts'
import { campaigns } from '../api.ts'
import { numberToStartFrom } from './review-words.ts'
import type { Review, ReviewCache } from './use-review.ts'

type SignedFile = { id: string; name: string }

/** A draft becomes an issued paper: number, date, signer as the clerk gives them, and the signed file. The consent stands. */
export function IssueForm({ review, cache }: { review: Review; cache: ReviewCache }) {
  const { campaign, document: paper, facts } = review
  const tell = useNotices()
  const upload = useUpload()
  const signed = paper.files.find((file) => file.role === 'signed')
  const signer = facts.find((fact) => fact.kind === 'signer' && fact.state !== 'removed')
  const word = (value: unknown) => (typeof value === 'string' ? value : '')
  const form = useForm({
    initial: {
      number: paper.number ?? numberToStartFrom(facts),
      issuedOn: (paper.issuedOn ?? '') as string | undefined,
      signerName: paper.signerName ?? word(signer?.value.name),
      signerTitle: paper.signerTitle ?? word(signer?.value.title),
      signedFile: signed as SignedFile | undefined,
    },
    check: (values) => ({
      number: values.number.trim() === '' ? 'Nhập số, ký hiệu văn thư đã cấp' : undefined,
      issuedOn: values.issuedOn ? undefined : 'Nhập ngày ghi trên văn bản đã ký',
      signerName: values.signerName.trim() === '' ? 'Nhập người ký' : undefined,
      signedFile: values.signedFile ? undefined : 'Tải tệp văn bản đã ký lên',
    }),
    paths: { signedFileId: 'signedFile' },
    send: async ({ number, issuedOn, signerName, signerTitle, signedFile }) => {
      const entered = await campaigns.enterNumber.call({
        id: campaign.id,
        number,
        issuedOn: issuedOn ?? '',
        signerName,
        signerTitle: signerTitle.trim() || null,
        signedFileId: signedFile && signedFile.id !== signed?.id ? signedFile.id : null,
      })
      // The launch looks for the signed file on the page: it is there before anybody is told to launch.
      await cache.refetch()
      return entered
    },
    onDone: ({ campaign: head }) => {
      cache.putHead(head)
      tell({ text: `Đã ghi số ${head.number ?? ''}. Phát động được rồi` })
    },
  })
  if (campaign.actions['enter-number']?.whyNot !== null) return null
  const take = async (files: readonly File[]) => {
    const file = files[0] && (await upload.send(files[0]))
    if (file) form.set({ signedFile: file })
  }
  const { signedFile } = form.values
  const file = form.field('signedFile')
  return (
    <div style={{ marginTop: 16 }}>
      <Panel title="Văn bản đã ký" level={3} id="truong-signedFile">
        <form noValidate onSubmit={form.submit}>
          <Stack>
            <ErrorSummary problems={form.problems} />
            {form.refused && (
              <Note tone="son" alert>
                {form.refused.sentence}
              </Note>
            )}
            <FieldGrid>
              <Cell span={6}>
                <TextField label="Số, ký hiệu" maxLength={100} {...form.field('number')} />
              </Cell>
              <Cell span={6}>
                <DateField label="Ngày ký" {...form.field('issuedOn')} value={form.values.issuedOn ?? ''} />
              </Cell>
              <Cell span={6}>
                <TextField label="Người ký" maxLength={200} {...form.field('signerName')} />
              </Cell>
              <Cell span={6}>
                <TextField label="Chức vụ" optional maxLength={300} {...form.field('signerTitle')} />
              </Cell>
            </FieldGrid>
            {signedFile ? (
              <FileList
                label="Tệp văn bản đã ký"
                files={[
                  {
                    id: signedFile.id,
                    name: signedFile.name,
                    href: `/api/files/${signedFile.id}`,
                    onRemove: () => form.set({ signedFile: undefined }),
                  },
                ]}
              />
            ) : (
              <FileField
                id={file.id}
                label="Tệp văn bản đã ký"
                accepts=".pdf, .docx hoặc ảnh chụp, đến 20 MB"
                accept=".pdf,.docx,.png,.jpg,.jpeg,.webp,.heic"
                onFiles={(files) => void take(files)}
                sending={upload.sending}
                onStop={upload.stop}
                error={upload.problem?.sentence ?? file.error}
              />
            )}
            <Acts end>
              <Button type="submit" busy={form.busy}>
                {campaign.number === null ? 'Ghi số, ngày và tệp đã ký' : 'Ghi lại số, ngày và tệp đã ký'}
              </Button>
            </Acts>
          </Stack>
        </form>
      </Panel>
    </div>
  )
}
