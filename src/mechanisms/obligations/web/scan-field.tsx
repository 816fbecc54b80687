import { useEffect, useRef } from 'react'
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
  const place = useRef<HTMLDivElement>(null)
  const sentHere = useRef(false)
  // the field gives way to the file that was sent: the keyboard goes on from there
  useEffect(() => {
    if (value && sentHere.current && document.activeElement === document.body) place.current?.focus()
    sentHere.current = false
  }, [value])
  const take = async (file: File | undefined) => {
    const sent = file && (await upload.send(file))
    if (!sent) return
    sentHere.current = true
    onChange(sent)
  }
  if (value) {
    return (
      <div ref={place} tabIndex={-1}>
        <FileList
          label={label}
          files={[{ ...value, sub: 'Đã tải lên', href: `/api/files/${value.id}`, onRemove: () => onChange(undefined) }]}
        />
      </div>
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
