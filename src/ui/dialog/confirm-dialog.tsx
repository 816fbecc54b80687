import { type ReactNode, useRef, useState } from 'react'
import { Button } from '../button/button.tsx'
import { TextArea } from '../field/text-field.tsx'
import { Note } from '../note/note.tsx'
import classes from './dialog.module.css'
import { Dialog } from './dialog.tsx'

export type ConfirmDialogProps = {
  open: boolean
  onClose: () => void
  /** What will be done: «Trả lại 3 hồ sơ». */
  title: string
  /** The button, verb and thing; the title when not given. */
  confirm?: string
  danger?: boolean
  /** What follows from it. */
  children?: ReactNode
  /** Whom or what it concerns, by name. */
  names?: readonly string[]
  /** Asks for a reason; without one the press is answered with `missing`. */
  reason?: { label: string; missing: string; help?: ReactNode }
  busy?: boolean
  /** What the server said no with. */
  error?: string
  onConfirm: (reason: string) => void
}

/** Asks before what cannot be undone lightly. The way out is «Thôi»; the way on says what it does. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title}>
      <ConfirmBody {...props} />
    </Dialog>
  )
}

/** The inside, mounted afresh with each opening so that a reason once typed does not come back. */
export function ConfirmBody({
  title,
  confirm,
  danger,
  children,
  names,
  reason,
  busy,
  error,
  onClose,
  onConfirm,
}: Omit<ConfirmDialogProps, 'open'>) {
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (busy) return
        if (!reason || words.trim() !== '') return onConfirm(words.trim())
        setMissing(true)
        field.current?.querySelector('textarea')?.focus()
      }}
    >
      {children && <div className={classes.said}>{children}</div>}
      {names && names.length > 0 && (
        <ul className={classes.names} tabIndex={names.length > 8 ? 0 : undefined} aria-label="Danh sách">
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {reason && (
        <div className={classes.field} ref={field}>
          <TextArea
            label={reason.label}
            help={reason.help}
            rows={2}
            value={words}
            error={missing && words.trim() === '' ? reason.missing : undefined}
            onChange={setWords}
          />
        </div>
      )}
      {error && (
        <div className={classes.field}>
          <Note tone="son" alert>
            {error}
          </Note>
        </div>
      )}
      <div className={classes.acts}>
        <Button onClick={onClose}>Thôi</Button>
        <Button type="submit" kind={danger ? 'danger' : 'primary'} busy={busy}>
          {confirm ?? title}
        </Button>
      </div>
    </form>
  )
}
