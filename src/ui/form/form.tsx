import type { FormEvent, ReactNode } from 'react'
import { Acts, Button, ButtonLink } from '../button/button.tsx'
import { ErrorSummary, type FieldProblem } from '../field/error-summary.tsx'
import { Stack } from '../layout/layout.tsx'
import { Note } from '../note/note.tsx'
import type { Problem } from '../states/states.tsx'

/** What a form is doing: where it stands with what is typed, and with the server. */
export type SentForm = {
  /** Where something is wrong, after a press; takes the focus. */
  readonly problems: readonly FieldProblem[]
  /** What the server said no with, when it belongs to no field. */
  readonly refused: Problem | undefined
  readonly submit: (event: FormEvent) => void
  readonly busy: boolean
}

export type FormProps = {
  form: SentForm
  /** What was not done: «Chưa đăng nhập được»; else that it was not saved, and how many places. */
  problemsTitle?: string
  /** This refusal is told among the fields, with what can be done about it. */
  refusedElsewhere?: boolean
  children: ReactNode
  /** The accessible name, where a page has several forms. */
  label?: string
} & (Sent | { /** Other buttons than the usual ones. */ acts: ReactNode; actsEnd?: boolean })

type Sent = {
  /** On the button that sends: what is done, in words. */
  send: ReactNode
  danger?: boolean
  /** In a dialog: closes it with nothing sent. The buttons stand right, the one that sends last. */
  onClose?: () => void
  /** On a page: where «Thôi» leads. */
  leave?: string
}

/** A form sent as a whole: what is wrong above, the fields, the refusal beside the buttons that met it. */
export function Form({ form, problemsTitle, refusedElsewhere, children, label, ...foot }: FormProps) {
  const refused = refusedElsewhere ? undefined : form.refused
  return (
    <form noValidate onSubmit={form.submit} aria-label={label}>
      <Stack>
        <ErrorSummary title={problemsTitle} problems={form.problems} />
        {children}
        {refused && (
          <Note tone="son" alert>
            {refused.sentence}
            {refused.reference !== undefined && (
              <>
                . Mã để báo quản trị: <b>{refused.reference}</b>
              </>
            )}
          </Note>
        )}
        {'acts' in foot ? <Acts end={foot.actsEnd}>{foot.acts}</Acts> : <UsualActs {...foot} busy={form.busy} />}
      </Stack>
    </form>
  )
}

function UsualActs({ send, danger, onClose, leave, busy }: Sent & { busy: boolean }) {
  return (
    <Acts end={onClose !== undefined}>
      {onClose && <Button onClick={onClose}>Thôi</Button>}
      <Button type="submit" kind={danger ? 'danger' : 'primary'} busy={busy}>
        {send}
      </Button>
      {leave !== undefined && (
        <ButtonLink kind="subtle" href={leave}>
          Thôi
        </ButtonLink>
      )}
    </Acts>
  )
}
