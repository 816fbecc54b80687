import { useUpload } from '../../platform/web/use-upload.ts'
import { FileField, FileList } from '../../ui/index.ts'

export type PaperFile = { id: string; name: string; size: number }

type PaperFileFieldProps = {
  id: string
  label: string
  value: PaperFile | undefined
  onChange: (file: PaperFile | undefined) => void
  error: string | undefined
  optional?: boolean
}

/** The file of one paper: sent at once, shown with the way to take it off again. */
export function PaperFileField({ id, label, value, onChange, error, optional }: PaperFileFieldProps) {
  const upload = useUpload()
  const take = async (file: File | undefined) => {
    const sent = file && (await upload.send(file))
    if (sent) onChange(sent)
  }
  if (value) {
    const shown = { ...value, sub: 'Đã tải lên', href: `/api/files/${value.id}`, onRemove: () => onChange(undefined) }
    return <FileList label={label} files={[shown]} />
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
