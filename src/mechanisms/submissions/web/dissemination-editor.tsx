import { type ReactNode, useState } from 'react'
import { plainDate } from '../../../kernel/plain-date.ts'
import { useToday } from '../../../platform/web/today.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import {
  Button,
  ErrorSummary,
  type FieldProblem,
  Note,
  Panel,
  SaveState,
  Stack,
  StickyFoot,
  TwoColumns,
  useNotices,
} from '../../../ui/index.ts'
import { missingIn } from '../domain/dissemination.ts'
import { type SubmissionPageData, submissions } from './api.ts'
import { ClashNote } from './clash-note.tsx'
import { DisseminationFields, FIELD_ID } from './dissemination-fields.tsx'
import { SignDialog } from './sign-dialog.tsx'
import { useDraft } from './use-draft.ts'
import { askFor } from './words.ts'

/** What is handed over or signed: the draft as it was last saved. */
export type Settled = { id: string; version: number }

/** The dissemination while it is being written: saves itself; handed to the head, or signed at once by whoever may. */
export function DisseminationEditor({
  data,
  aside,
  above,
  below,
}: {
  data: SubmissionPageData
  aside: ReactNode
  /** Why it came back. */
  above?: ReactNode
  /** What was sent before. */
  below?: ReactNode
}) {
  const { obligation, actions } = data
  const tell = useNotices()
  const today = useToday()
  const draft = useDraft(obligation.id, data)
  const [tried, setTried] = useState(false)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [signing, setSigning] = useState<Settled>()

  const missing = missingIn(draft.content, {
    files: draft.files.length,
    today,
    launchedOn: plainDate(data.launchedOn),
  })
  /** Shows what is missing, or saves the rest and gives what is to be sent. */
  const whole = async (): Promise<Settled | undefined> => {
    setTried(true)
    setProblems(missing.map((one) => ({ fieldId: FIELD_ID[one.field] ?? one.field, text: askFor(one) })))
    return missing.length > 0 ? undefined : draft.settled()
  }
  const handOver = useAct(
    async () => {
      const settled = await whole()
      return settled ? submissions.handOver.call(settled) : undefined
    },
    (done) => done && tell({ text: 'Đã chuyển người đứng đầu ký' }),
  )
  const openSigning = async () => setSigning(await whole())
  const signsHere = actions.sign?.whyNot === null
  const maySign = signsHere || actions['sign-from-paper'] !== undefined
  return (
    <>
      <TwoColumns asideLabel="Chi tiết của việc" aside={aside}>
        <Stack gap="l">
          {above}
          <div data-print="hide">
            <Panel title="Kết quả quán triệt">
              <Stack>
                <ErrorSummary title="Chưa gửi được. Sửa các mục sau" problems={problems} />
                <ClashNote draft={draft} />
                {handOver.problem && (
                  <Note tone="son" alert>
                    {handOver.problem.sentence}
                  </Note>
                )}
                <DisseminationFields
                  draft={draft}
                  said={(field) => {
                    const one = tried ? missing.find((each) => each.field === field) : undefined
                    return one && askFor(one)
                  }}
                />
              </Stack>
            </Panel>
          </div>
          {below}
        </Stack>
      </TwoColumns>
      <StickyFoot words={<SaveState value={draft.save} />}>
        {maySign && (
          <Button kind={signsHere ? 'primary' : 'outline'} onClick={() => void openSigning()}>
            {signsHere ? 'Ký và gửi' : 'Ghi chữ ký từ bản giấy'}
          </Button>
        )}
        {(actions['hand-over'] !== undefined || data.submission === null) && (
          <Button
            kind={signsHere ? 'outline' : 'primary'}
            icon="writing-sign"
            busy={handOver.busy}
            onClick={() => handOver.run(undefined)}
          >
            Chuyển ký
          </Button>
        )}
      </StickyFoot>
      {signing && <SignDialog data={data} what={signing} onClose={() => setSigning(undefined)} />}
    </>
  )
}
