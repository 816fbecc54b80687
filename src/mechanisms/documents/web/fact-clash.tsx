import { Button, Definitions, Note } from '../../../ui/index.ts'
import type { FactKind, WireFactValue } from '../fact-values.ts'
import type { FactEntry } from './fact-desk.ts'
import { type Typed, typedOf } from './fact-form.ts'
import { FORMS } from './fact-forms.ts'
import { useFactReview } from './fact-review.ts'

/** Another person changed the fact meanwhile: both values side by side, and the choice. Or the server took it no longer. */
export function FactClash({ factId, kind, entry }: { factId: string; kind: FactKind; entry: FactEntry }) {
  const { desk } = useFactReview()
  if (entry.status === 'refused' || entry.theirs === undefined) {
    return (
      <Note
        tone="son"
        alert
        title="Chưa lưu được chỗ này"
        acts={
          <>
            <Button size="s" onClick={() => void desk.save(factId)}>
              Lưu lại
            </Button>
            <Button size="s" kind="subtle" onClick={() => desk.drop(factId)}>
              Bỏ nội dung chưa lưu
            </Button>
          </>
        }
      >
        {entry.sentence}
      </Note>
    )
  }
  const by = entry.theirs.changedBy ?? 'Người khác'
  return (
    <Note
      tone="cam"
      alert
      title={entry.sentence}
      acts={
        <>
          <Button size="s" onClick={() => desk.choose(factId, 'mine')}>
            Giữ nội dung đang gõ
          </Button>
          <Button size="s" onClick={() => desk.choose(factId, 'theirs')}>
            {`Lấy nội dung của ${by}`}
          </Button>
        </>
      }
    >
      <Definitions
        pairs={[
          { term: 'Đang gõ', value: differing(kind, entry.typed, entry.theirs.value) },
          { term: by, value: differing(kind, typedOf(kind, entry.theirs.value), undefined, entry.typed) },
        ]}
      />
    </Note>
  )
}

/** Only the members in which the two differ, with their names when there is more than one. */
function differing(kind: FactKind, shown: Typed, other: WireFactValue | undefined, otherTyped?: Typed): string {
  const beside = otherTyped ?? typedOf(kind, other ?? {})
  const members = FORMS[kind].filter(
    (member) => (shown[member.name] ?? '').trim() !== (beside[member.name] ?? '').trim(),
  )
  const words = members.map((member) => {
    const text = shown[member.name]?.trim() || 'để trống'
    const word = member.options?.find((option) => option.value === shown[member.name])?.label ?? text
    return FORMS[kind].length === 1 ? word : `${member.label}: ${word}`
  })
  return words.join('; ')
}
