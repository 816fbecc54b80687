import { useUpload } from '../../../platform/web/use-upload.ts'
import { DateField, FileField, FileList, Note, SelectField, Stack } from '../../../ui/index.ts'
import type { ConsentDraft, ConsentGiver, ConsentPlace } from './paper-consent.ts'

/** Whose paper it is, of which day, and its scan. */
export function PaperFields({
  givers,
  draft,
  onChange,
  fieldId,
  said,
}: {
  givers: readonly ConsentGiver[]
  draft: ConsentDraft
  onChange: (part: Partial<ConsentDraft>) => void
  fieldId: (place: ConsentPlace) => string
  said: (place: ConsentPlace) => string | undefined
}) {
  const upload = useUpload()
  const take = async (files: readonly File[]) => {
    const scan = files[0] && (await upload.send(files[0]))
    if (scan) onChange({ scan })
  }
  return (
    <Stack>
      {givers.length === 0 && (
        <Note tone="cam" title="Chưa có người nào giữ thẩm quyền này">
          Quản trị viên cần giao quyền cho một vị trí công tác trước khi ghi được ý kiến
        </Note>
      )}
      <SelectField
        id={fieldId('person')}
        label="Người ký bản giấy"
        placeholder="Chọn người"
        value={draft.personId}
        onChange={(personId) => onChange({ personId })}
        options={givers.map((giver) => ({ value: giver.personId, label: `${giver.name}, ${giver.post}` }))}
        error={said('person')}
      />
      <DateField
        id={fieldId('day')}
        label="Ngày ghi trên bản giấy"
        value={draft.givenOn ?? ''}
        onChange={(givenOn) => onChange({ givenOn })}
        error={said('day')}
      />
      {draft.scan ? (
        <FileList
          label="Bản chụp"
          files={[{ ...draft.scan, sub: 'Bản chụp đã tải lên', onRemove: () => onChange({ scan: undefined }) }]}
        />
      ) : (
        <FileField
          id={fieldId('scan')}
          label="Bản chụp"
          accepts=".pdf, .jpg, .png, đến 20 MB"
          accept=".pdf,.png,.jpg,.jpeg,.webp,.heic"
          onFiles={(files) => void take(files)}
          sending={upload.sending}
          onStop={upload.stop}
          error={upload.problem?.sentence ?? said('scan')}
        />
      )}
    </Stack>
  )
}
