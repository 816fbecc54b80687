import type { FactShape } from '../contract.ts'
import type { FactKind } from '../fact-values.ts'
import { FactBoxes } from './fact-boxes.tsx'
import { useFactReview } from './fact-review.ts'
import { useAdding } from './use-fact-desk.ts'

/** A fact of which there is one, always with its box: when nothing was found the box is empty, says so, and typing adds the fact. */
export function SingleFact({ kind, facts }: { kind: FactKind; facts: readonly FactShape[] }) {
  const { desk } = useFactReview()
  const fact = facts.find((one) => one.kind === kind && one.state !== 'removed')
  const [begun] = useAdding(desk, kind, null)
  const factId = fact?.id ?? begun
  const type = (member: string, text: string) => {
    const id = factId ?? desk.startAdding({ kind, parentId: null, source: null })
    desk.type(id, member, text)
  }
  return (
    <FactBoxes
      factId={factId ?? kind}
      kind={kind}
      fact={fact ?? (begun === undefined ? undefined : desk.state().landing.get(begun))}
      numbered
      bare
      onType={type}
      help="Không tìm thấy trong văn bản"
    />
  )
}
