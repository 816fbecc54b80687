import { Button } from '../../../ui/index.ts'
import type { FactShape } from '../contract.ts'
import { useFactReview } from './fact-review.ts'
import { keepFocus } from './focus-fact.ts'
import { useActing } from './use-fact-desk.ts'

/** Says that a doubtful fact is right as it was read. */
export function FactDoubt({ fact }: { fact: FactShape }) {
  const { desk } = useFactReview()
  const acting = useActing(desk, fact.id)
  return (
    <Button
      size="s"
      icon="check"
      busy={acting}
      onClick={() => void desk.setFactState(fact.id, 'confirmed').then(() => keepFocus(fact.id))}
    >
      Xác nhận đúng
    </Button>
  )
}
