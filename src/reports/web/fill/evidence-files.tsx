import { useState } from 'react'
import { fileWords } from '../../../mechanisms/submissions/web/index.ts'
import { fileHref } from '../../../platform/web/upload-file.ts'
import { useUpload } from '../../../platform/web/use-upload.ts'
import { FileField, FileList, Stack } from '../../../ui/index.ts'
import type { DraftFile } from '../api.ts'

/** What may be brought as evidence, said before it is chosen. */
const EVIDENCE_WORDS = '.pdf, .docx, .xlsx, .jpg, .png, mỗi tệp đến 200 MB'
const EVIDENCE_ACCEPT = '.pdf,.docx,.doc,.xlsx,.png,.jpg,.jpeg,.webp,.heic'

/** Files that prove something: brought one by one with their progress; the first that is refused ends the row, its reason in sight. */
export function EvidenceFiles(props: {
  id: string
  optional: boolean
  files: readonly DraftFile[]
  onChange: (files: readonly DraftFile[]) => void
  error: string | undefined
}) {
  const { id, optional, files, onChange, error } = props
  const upload = useUpload()
  const [taken, setTaken] = useState<readonly DraftFile[]>([])
  const take = async (chosen: readonly File[]) => {
    let all = files
    for (const one of chosen) {
      const sent = await upload.send(one)
      if (!sent) return
      all = [...all, sent]
      setTaken((before) => [...before, sent])
      onChange(all)
    }
  }
  return (
    <Stack gap="s">
      <FileField
        id={id}
        label="Minh chứng"
        optional={optional}
        accepts={EVIDENCE_WORDS}
        accept={EVIDENCE_ACCEPT}
        multiple
        onFiles={(chosen) => void take(chosen)}
        sending={upload.sending}
        onStop={upload.stop}
        error={upload.problem?.sentence ?? error}
      />
      {files.length > 0 && (
        <FileList
          label="Minh chứng của dòng"
          files={files.map((file) => ({
            id: file.id,
            name: file.name,
            sub: taken.some((one) => one.id === file.id) ? `${fileWords(file)}, vừa đính kèm` : fileWords(file),
            href: fileHref(file.id),
            onRemove: () => onChange(files.filter((one) => one.id !== file.id)),
          }))}
        />
      )}
    </Stack>
  )
}
