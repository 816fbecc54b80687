import { type DragEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../button/button.tsx'
import { Glyph } from '../icon/glyph.tsx'
import { cx } from '../theme/class-names.ts'
import { keepFocusNear } from '../theme/next-focus.ts'
import fieldClasses from './field.module.css'
import { FieldSaid } from './field.tsx'
import classes from './file-field.module.css'
import { useWaitForFile } from './use-wait-for-file.ts'

export type FileFieldProps = {
  label: string
  /** What may be dropped, in words: «.docx, .pdf, .txt, đến 20 MB». */
  accepts: string
  /** The same for the browser's picker: `.docx,.pdf`. */
  accept?: string
  multiple?: boolean
  onFiles: (files: File[]) => void
  /** While one is being sent: its name and how much of it, 0 to 1. */
  sending?: { name: string; part: number }
  onStop?: () => void
  error?: string
  optional?: boolean
  id?: string
  /** A large area for a page's main act; else one line. */
  large?: boolean
}

/** Drop files or choose them; shows how much has been sent. */
export function FileField({
  label,
  accepts,
  accept,
  multiple,
  onFiles,
  sending,
  onStop,
  error,
  optional,
  id,
  large,
}: FileFieldProps) {
  const made = useId()
  const fieldId = id ?? made
  const input = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const chose = useRef(false)
  const [over, setOver] = useState(false)
  const isSending = sending !== undefined
  // the button that was pressed goes while the file is sent, and what stops it goes after: the keyboard stays at the field
  useEffect(() => {
    if (chose.current && document.activeElement === document.body) area.current?.focus()
    chose.current = isSending
  }, [isSending])
  const waits = useWaitForFile(area, isSending)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  return (
    <div>
      <label className={fieldClasses.labelRow} htmlFor={fieldId}>
        <span>
          {label}
          {optional && <span className={fieldClasses.optional}> (không bắt buộc)</span>}
        </span>
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra road, the button beside it is the first */}
      <div
        ref={area}
        tabIndex={-1}
        className={cx(classes.area, over && classes.over, large && classes.large, error !== undefined && classes.wrong)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          id={fieldId}
          className="visually-hidden"
          type="file"
          tabIndex={-1}
          accept={accept}
          multiple={multiple}
          aria-describedby={cx(`${fieldId}-accepts`, error !== undefined && `${fieldId}-said`)}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            if (files.length === 0) return
            chose.current = true
            onFiles(files)
          }}
        />
        {sending ? (
          <Sending {...sending} onStop={onStop} />
        ) : (
          <>
            <Glyph icon="upload" size={large ? 'l' : 'm'} className={classes.icon} />
            <span className={classes.words}>
              Kéo tệp vào đây hoặc{' '}
              <Button size="s" aria-label={`Chọn tệp: ${label}`} onClick={() => input.current?.click()}>
                Chọn tệp
              </Button>
              <small id={`${fieldId}-accepts`}>{accepts}</small>
            </span>
          </>
        )}
      </div>
      {waits && <FieldSaid id={`${fieldId}-waits`} text="Tệp đang được gửi. Đợi gửi xong rồi bấm lại" />}
      {error !== undefined && <FieldSaid id={`${fieldId}-said`} text={error} />}
    </div>
  )
}

function Sending({ name, part, onStop }: { name: string; part: number; onStop?: () => void }) {
  const percent = Math.round(part * 100)
  return (
    <div className={classes.sending}>
      <span>
        Đang gửi {name}, {percent}%
      </span>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={`Gửi ${name}`}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      {onStop && (
        <Button size="s" onClick={onStop}>
          Dừng gửi
        </Button>
      )}
    </div>
  )
}

export type FileItem = {
  id: string
  name: string
  /** Grey: kind, size, when. */
  sub?: string
  href?: string
  onRemove?: () => void
}

/** Files attached to something. */
export function FileList({ files, label }: { files: readonly FileItem[]; label: string }) {
  const list = useRef<HTMLUListElement>(null)
  const remove = ({ currentTarget }: MouseEvent<HTMLElement>, file: FileItem) => {
    keepFocusNear(currentTarget.closest('li') ?? currentTarget, () => list.current?.querySelector('button'))
    file.onRemove?.()
  }
  return (
    <ul ref={list} className={classes.files} aria-label={label}>
      {files.map((file) => (
        <li key={file.id}>
          <Glyph icon="file-check" />
          <span>
            {file.href ? (
              <a href={file.href} download>
                {file.name}
              </a>
            ) : (
              file.name
            )}
            {file.sub && <small>{file.sub}</small>}
          </span>
          {file.onRemove ? (
            <Button kind="subtle" size="s" square icon="x" onClick={(event) => remove(event, file)}>
              {`Gỡ tệp ${file.name}`}
            </Button>
          ) : (
            <span />
          )}
        </li>
      ))}
    </ul>
  )
}
