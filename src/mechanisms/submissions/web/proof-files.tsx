import { fileHref } from '../../../platform/web/upload-file.ts'
import { useUpload } from '../../../platform/web/use-upload.ts'
import { FileField, FileList, Stack } from '../../../ui/index.ts'
import type { DraftFile } from './draft-store.ts'
import { fileWords } from './file-words.ts'

/** The papers that prove what is said: brought one by one, each row of a choice until one is refused. */
export function ProofFiles({
  id,
  label,
  optional = false,
  files,
  onChange,
  error,
}: {
  id: string | undefined
  label: string
  optional?: boolean
  files: readonly DraftFile[]
  onChange: (files: readonly DraftFile[]) => void
  error: string | undefined
}) {
  const upload = useUpload()
  const take = async (chosen: readonly File[]) => {
    let all: readonly DraftFile[] = files
    for (const one of chosen) {
      const sent = await upload.send(one)
      // the first that is refused or stopped ends the row: its reason stays in sight
      if (!sent) return
      all = [...all, sent]
      onChange(all)
    }
  }
  return (
    <Stack gap="s">
      <FileField
        id={id}
        label={label}
        optional={optional}
        accepts=".pdf, .docx, .jpg, .png, mỗi tệp đến 200 MB"
        accept=".pdf,.docx,.doc,.xlsx,.png,.jpg,.jpeg,.webp,.heic"
        multiple
        onFiles={(chosen) => void take(chosen)}
        sending={upload.sending}
        onStop={upload.stop}
        error={upload.problem?.sentence ?? error}
      />
      {files.length > 0 && (
        <FileList
          label="Tệp đã tải lên"
          files={files.map((file) => ({
            id: file.id,
            name: file.name,
            sub: fileWords(file),
            href: fileHref(file.id),
            onRemove: () => onChange(files.filter((one) => one.id !== file.id)),
          }))}
        />
      )}
    </Stack>
  )
}
