import { type ReactNode, useState } from 'react'
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
import { KINDS } from '../domain/kinds.ts'
import { type SavedWhole, type SubmissionPageData, submissions } from './api.ts'
import { ClashNote } from './clash-note.tsx'
import type { KindScreen } from './kind-screen.ts'
import { SignDialog } from './sign-dialog.tsx'
import { useDraft } from './use-draft.ts'
import { askFor } from './words.ts'

/** What is handed over or signed: the draft as it was last saved. */
export type Settled = { id: string; version: number }

/** What answers a duty while it is being written: saves itself; handed to the head, or signed at once by whoever may. */
export function SubmissionEditor<C extends SavedWhole>({
  data,
  screen,
  aside,
  above,
  below,
}: {
  data: SubmissionPageData
  screen: KindScreen<C>
  aside: ReactNode
  /** Why it came back. */
  above?: ReactNode
  /** What was sent before. */
  below?: ReactNode
}) {
  const { actions } = data
  const { Fields } = screen
  const tell = useNotices()
  const today = useToday()
  const draft = useDraft(data, screen.empty(data))
  const [tried, setTried] = useState(false)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [signing, setSigning] = useState<Settled>()

  const missing = screen.missing({ content: draft.content, files: draft.files.length }, { today, data })
  /** Shows what is missing, or saves the rest and gives what is to be sent. */
  const whole = async (): Promise<Settled | undefined> => {
    setTried(true)
    setProblems(
      missing.map((one) => ({ fieldId: screen.fieldIds[one.field] ?? one.field, text: askFor(one, screen.asked) })),
    )
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
            <Panel title={KINDS[data.kind].head}>
              <Stack>
                <ErrorSummary title="Chưa gửi được. Sửa các mục sau" problems={problems} />
                <ClashNote draft={draft} View={screen.View} />
                {handOver.problem && (
                  <Note tone="son" alert>
                    {handOver.problem.sentence}
                  </Note>
                )}
                <Fields
                  draft={draft}
                  obligation={data.obligation}
                  said={(field) => {
                    const one = tried ? missing.find((each) => each.field === field) : undefined
                    return one && askFor(one, screen.asked)
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
