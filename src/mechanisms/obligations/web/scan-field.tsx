import { useUpload } from '../../../platform/web/use-upload.ts'
import { FileField, FileList } from '../../../ui/index.ts'

export type Scan = { id: string; name: string }

/** One scan of a paper: sent at once, shown with the way to take it off again. */
export function ScanField({
  label,
  value,
  onChange,
  error,
  optional,
  id,
}: {
  label: string
  value: Scan | undefined
  onChange: (scan: Scan | undefined) => void
  error?: string
  optional?: boolean
  id?: string
}) {
  const upload = useUpload()
  const take = async (file: File | undefined) => {
    const sent = file && (await upload.send(file))
    if (sent) onChange(sent)
  }
  if (value) {
    return (
      <FileList
        label={label}
        files={[{ ...value, sub: 'Đã tải lên', href: `/api/files/${value.id}`, onRemove: () => onChange(undefined) }]}
      />
    )
  }
  return (
    <FileField
      id={id}
      label={label}
      optional={optional}
      accepts=".pdf, .jpg, .png, đến 20 MB"
      accept=".pdf,.png,.jpg,.jpeg,.webp,.heic"
      onFiles={(files) => void take(files[0])}
      sending={upload.sending}
      onStop={upload.stop}
      error={upload.problem?.sentence ?? error}
    />
  )
}
