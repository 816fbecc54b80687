import { useEffect, useRef } from 'react'
import { Note } from '../note/note.tsx'

export type FieldProblem = { fieldId: string; text: string }

/** At submit: what was not done, and links to each place to mend. Takes the focus whenever the problems change. */
export function ErrorSummary({ title, problems }: { title?: string; problems: readonly FieldProblem[] }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) place.current?.focus()
  }, [problems])
  if (problems.length === 0) return null
  return (
    <div ref={place} tabIndex={-1}>
      <Note tone="son" alert title={title ?? `Chưa lưu được, có ${problems.length} chỗ cần sửa`}>
        {problems.map((problem) => (
          <div key={problem.fieldId}>
            <a
              href={`#${problem.fieldId}`}
              onClick={(event) => {
                event.preventDefault()
                goToField(problem.fieldId)
              }}
            >
              {problem.text}
            </a>
          </div>
        ))}
      </Note>
    </div>
  )
}

/** Brings a field into sight and puts the cursor in it. */
export function goToField(fieldId: string): void {
  const field = document.getElementById(fieldId)
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
