import { fileHref } from '../../../platform/web/upload-file.ts'
import { useUpload } from '../../../platform/web/use-upload.ts'
import { FileField, FileList, Stack } from '../../../ui/index.ts'

export type KeptFile = { id: string; name: string }

/** Several files brought for one thing: each is sent at once, shown, and may be taken off again before the form is sent. */
export function FilesField({
  id,
  label,
  value,
  onChange,
  error,
}: {
  id?: string
  label: string
  value: readonly KeptFile[]
  onChange: (files: readonly KeptFile[]) => void
  error?: string | undefined
}) {
  const upload = useUpload()
  const take = async (files: readonly File[]) => {
    let kept = value
    for (const file of files) {
      const sent = await upload.send(file)
      if (!sent) return
      kept = [...kept, sent]
      onChange(kept)
    }
  }
  return (
    <Stack gap="s">
      {value.length > 0 && (
        <FileList
          label={label}
          files={value.map((file) => ({
            ...file,
            sub: 'Đã tải lên',
            href: fileHref(file.id),
            onRemove: () => onChange(value.filter((one) => one.id !== file.id)),
          }))}
        />
      )}
      <FileField
        id={id}
        label={value.length > 0 ? 'Thêm tệp' : label}
        optional
        multiple
        accepts="Tệp văn bản, ảnh, bảng tính"
        onFiles={(files) => void take([...files])}
        sending={upload.sending}
        onStop={upload.stop}
        error={upload.problem?.sentence ?? error}
      />
    </Stack>
  )
}
