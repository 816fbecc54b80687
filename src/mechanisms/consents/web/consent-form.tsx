import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { type ApiProblem, problemAt } from '../../../platform/web/problem.ts'
import { Acts, Button, ErrorSummary, type FieldProblem, Note, RadioGroup, Stack, TextArea } from '../../../ui/index.ts'
import type { ConsentGiven } from '../contract.ts'
import {
  type ConsentAnswer,
  type ConsentDraft,
  type ConsentGiver,
  type ConsentPlace,
  PATH_OF_PLACE,
  readConsent,
} from './paper-consent.ts'
import { PaperFields } from './paper-fields.tsx'

export type ConsentFormProps = {
  /** Whose consent counts here; offered when it is entered from paper. */
  givers: readonly ConsentGiver[]
  /** The person himself may give it here. */
  allowProduct: boolean
  /** He may enter the one given on paper. */
  allowPaper: boolean
  /** Agreeing in words, verb and thing: «Đồng ý phát động». It is the button. */
  agree: string
  /** The same when it is entered from paper: «Ghi ý kiến đồng ý». */
  agreeOnPaper?: string
  /** What the choice between product and paper is called, when it is not «Cách cho ý kiến»: «Cách ký». */
  wayLabel?: string
  /** When the thing may be returned instead: the button's words, «Trả lại bản trình». A reason is then required. */
  sendBack?: string
  /** What follows, said above the buttons. */
  children?: ReactNode
  busy?: boolean
  /** What the server said no with. */
  problem?: ApiProblem
  onSubmit: (given: ConsentGiven, answer: ConsentAnswer) => void
  onCancel?: () => void
}

/**
 * A consent is given: by the person himself in the product, or entered from paper by an officer, who says whose it is, of which
 * day, and attaches the scan. Keeps what was typed when the server refuses.
 */
export function ConsentForm(props: ConsentFormProps) {
  const { givers, allowProduct, allowPaper, agree, sendBack, children, busy, problem, onSubmit, onCancel } = props
  const formId = useId()
  const fieldId = (place: ConsentPlace) => `${formId}-${place}`
  const [draft, setDraft] = useState<ConsentDraft>({
    way: allowProduct ? 'product' : 'paper',
    outcome: sendBack === undefined ? 'agreed' : undefined,
    reason: '',
    personId: givers.length === 1 ? (givers[0]?.personId ?? '') : '',
    givenOn: '',
    scan: undefined,
  })
  const [missing, setMissing] = useState<readonly FieldProblem[]>([])
  const change = (part: Partial<ConsentDraft>) => setDraft((now) => ({ ...now, ...part }))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const read = readConsent(draft, fieldId)
    setMissing('problems' in read ? read.problems : [])
    if ('given' in read) onSubmit(read.given, read.answer)
  }
  const said = (place: ConsentPlace): string | undefined => {
    // a place that has been filled in since is asked for no longer
    const still = readConsent(draft, fieldId)
    const asked = 'problems' in still ? still.problems : []
    const own = missing.find((one) => one.fieldId === fieldId(place))
    if (own && asked.some((one) => one.fieldId === own.fieldId)) return own.text
    return problemAt(problem, PATH_OF_PLACE[place])
  }
  const onPaper = draft.way === 'paper'
  const agreeWord = onPaper ? (props.agreeOnPaper ?? 'Ghi ý kiến đồng ý') : agree
  const sendBackWord = onPaper ? 'Ghi ý kiến trả lại' : (sendBack ?? '')
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ErrorSummary title="Chưa ghi được. Sửa các mục sau" problems={missing} />
        {problem && (
          <Note tone="son" alert>
            {problem.sentence}
          </Note>
        )}
        {allowProduct && allowPaper && (
          <RadioGroup
            label={props.wayLabel ?? 'Cách cho ý kiến'}
            inline
            value={draft.way}
            onChange={(way) => change({ way })}
            options={[
              { value: 'product', label: 'Trên hệ thống' },
              { value: 'paper', label: 'Ghi từ bản giấy' },
            ]}
          />
        )}
        {onPaper && <PaperFields givers={givers} draft={draft} onChange={change} fieldId={fieldId} said={said} />}
        {sendBack !== undefined && (
          <RadioGroup
            label={onPaper ? 'Ý kiến ghi trên giấy' : 'Ý kiến'}
            inline
            id={fieldId('outcome')}
            value={draft.outcome}
            onChange={(outcome) => change({ outcome })}
            error={said('outcome')}
            options={[
              { value: 'agreed', label: 'Đồng ý' },
              { value: 'returned', label: 'Trả lại để sửa' },
            ]}
          />
        )}
        {draft.outcome === 'returned' && (
          <TextArea
            id={fieldId('reason')}
            label="Lý do trả lại"
            help="Người soạn thấy nguyên văn"
            rows={3}
            maxLength={2000}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            error={said('reason')}
          />
        )}
        {draft.outcome !== 'returned' && children}
        <Acts end>
          {onCancel && <Button onClick={onCancel}>Thôi</Button>}
          <Button type="submit" kind="primary" busy={busy}>
            {draft.outcome === 'returned' ? sendBackWord : agreeWord}
          </Button>
        </Acts>
      </Stack>
    </form>
  )
}
