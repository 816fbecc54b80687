import { type ReactNode, useId } from 'react'
import { Glyph } from '../icon/glyph.tsx'
import { cx } from '../theme/class-names.ts'
import classes from './field.module.css'

/** What every field takes beside its value. */
export type FieldCommon = {
  label: string
  /** Optional fields are marked, not required ones. */
  optional?: boolean
  /** Under the field. */
  help?: ReactNode
  /** What is wrong and what to enter. */
  error?: string
  /** Why the value is doubtful: amber, blocks nothing. */
  doubt?: string
  /** Right of the label: a `SourceLink`, a status. */
  source?: ReactNode
  /** Given so that an `ErrorSummary` can lead here; else made up. */
  id?: string
  /** The label is for screen readers only (search boxes, cells of a table). */
  labelHidden?: boolean
}

/** What the control itself must carry to be tied to its label, help and error. */
export type FieldTies = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  className: string | undefined
}

/** The frame of a field: label above, help below, one error or doubt tied to the control. */
export function Field({
  label,
  optional,
  help,
  error,
  doubt,
  source,
  id,
  labelHidden,
  children,
}: FieldCommon & { children: (ties: FieldTies) => ReactNode }) {
  const made = useId()
  const fieldId = id ?? made
  const said = error ?? doubt
  const describedBy = cx(said !== undefined && `${fieldId}-said`, help !== undefined && `${fieldId}-help`)
  return (
    <div className={cx(classes.field, error !== undefined ? classes.wrong : doubt !== undefined && classes.doubtful)}>
      <div className={labelHidden && !source ? 'visually-hidden' : classes.labelRow}>
        <label htmlFor={fieldId} className={labelHidden ? 'visually-hidden' : undefined}>
          {label}
          {optional && <span className={classes.optional}> (không bắt buộc)</span>}
        </label>
        {source}
      </div>
      {children({
        id: fieldId,
        'aria-describedby': describedBy,
        'aria-invalid': error === undefined ? undefined : true,
        className: classes.input,
      })}
      {help !== undefined && (
        <div className={classes.help} id={`${fieldId}-help`}>
          {help}
        </div>
      )}
      {said !== undefined && <FieldSaid id={`${fieldId}-said`} text={said} doubtful={error === undefined} />}
    </div>
  )
}

/** The sentence under a field: what is wrong, or what is doubtful. */
export function FieldSaid({ id, text, doubtful }: { id: string; text: string; doubtful?: boolean }) {
  return (
    <p className={cx(classes.said, doubtful && classes.saidDoubtful)} id={id}>
      <Glyph icon={doubtful ? 'help-circle' : 'alert-triangle'} size="s" />
      <span>{text}</span>
    </p>
  )
}

/** The numbered mark beside a field that leads to its place in the paper. */
export function SourceLink({
  number,
  what,
  doubtful,
  href,
  onClick,
}: {
  number: number
  /** The field's name, for screen readers. */
  what: string
  doubtful?: boolean
  href?: string
  onClick?: () => void
}) {
  const words = (
    <>
      <span className="visually-hidden">{what}: xem chỗ </span>
      {number}
    </>
  )
  const className = cx(classes.source, doubtful && classes.sourceDoubtful)
  return href !== undefined ? (
    <a className={className} href={href} onClick={onClick}>
      {words}
    </a>
  ) : (
    <button type="button" className={className} onClick={onClick}>
      {words}
    </button>
  )
}
