import { useEffect, useState } from 'react'
import type { ApiProblem } from '../../../platform/web/problem.ts'
import type { UploadedFile } from '../../../platform/web/upload-file.ts'
import { Acts, Button, CheckboxField, Note, Panel, Stack, TextArea } from '../../../ui/index.ts'

const KEY = 'thi-dua:van-ban-dan'

/** What was pasted has become a campaign. */
export function forgetPasted(): void {
  sessionStorage.removeItem(KEY)
}

export type ByHandProps = {
  /** A file was just refused: this is the way on. */
  suggested: boolean
  /** The file that could not be read stays with the campaign if wanted. */
  kept: UploadedFile | undefined
  busy: boolean
  problem: ApiProblem | undefined
  onCreate: (text: string, withFile: boolean) => void
}

/** Without a readable file: paste the text, or type everything in. What was pasted outlives a reload. */
export function ByHand({ suggested, kept, busy, problem, onCreate }: ByHandProps) {
  const [text, setText] = useState(() => sessionStorage.getItem(KEY) ?? '')
  const [withFile, setWithFile] = useState(true)
  const [open, setOpen] = useState(text !== '')
  useEffect(() => {
    if (text === '') sessionStorage.removeItem(KEY)
    else if (text.length < 500_000) sessionStorage.setItem(KEY, text)
  }, [text])
  const shown = open || suggested
  return (
    <Panel title="Nhập tay" label="Nhập tay">
      {shown ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) onCreate(text.trim(), withFile)
          }}
        >
          <Stack>
            <TextArea
              label="Dán văn bản vào đây"
              optional
              help="Có văn bản thì hệ thống đọc như đọc tệp; để trống thì nhập từng mục ở trang rà soát"
              rows={8}
              maxLength={1_000_000}
              value={text}
              onChange={setText}
            />
            {kept && (
              <CheckboxField
                label={`Giữ tệp ${kept.name} làm tệp gốc của văn bản`}
                checked={withFile}
                onChange={setWithFile}
              />
            )}
            {problem && (
              <Note tone="son" alert>
                {problem.sentence}
              </Note>
            )}
            <Acts>
              <Button type="submit" kind={suggested ? 'primary' : 'outline'} busy={busy}>
                {text.trim() === '' ? 'Nhập từng mục bằng tay' : 'Đọc văn bản đã dán'}
              </Button>
            </Acts>
          </Stack>
        </form>
      ) : (
        <Stack gap="s">
          <p>Chỉ có bản giấy, bản quét, hoặc tệp không đọc được: dán văn bản hoặc nhập từng mục</p>
          <Acts>
            <Button icon="pencil" onClick={() => setOpen(true)}>
              Nhập tay
            </Button>
          </Acts>
        </Stack>
      )}
    </Panel>
  )
}
