import type { FormEvent, ReactNode } from 'react'
import { Acts } from '../button/button.tsx'
import { ErrorSummary, type FieldProblem } from '../field/error-summary.tsx'
import { Stack } from '../layout/layout.tsx'
import { Note } from '../note/note.tsx'
import type { Problem } from '../states/states.tsx'

export type FormProps = {
  /** Where something is wrong, after a press; takes the focus. */
  problems: readonly FieldProblem[]
  /** What was not done: «Chưa đăng nhập được»; else that it was not saved, and how many places. */
  problemsTitle?: string
  /** What the server said no with, when it belongs to no field. */
  refused?: Problem
  onSubmit: (event: FormEvent) => void
  children: ReactNode
  /** The buttons at the foot; the one that sends last. */
  acts: ReactNode
  /** The accessible name, where a page has several forms. */
  label?: string
  /** In a dialog the buttons stand right. */
  actsEnd?: boolean
}

/** A form sent as a whole: what is wrong above, the fields, the refusal beside the buttons that met it. */
export function Form({ problems, problemsTitle, refused, onSubmit, children, acts, label, actsEnd }: FormProps) {
  return (
    <form noValidate onSubmit={onSubmit} aria-label={label}>
      <Stack>
        <ErrorSummary title={problemsTitle} problems={problems} />
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
        <Acts end={actsEnd}>{acts}</Acts>
      </Stack>
    </form>
  )
}
