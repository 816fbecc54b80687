import type { FactShape } from '../../../mechanisms/documents/contract.ts'
import { isDoubtful } from '../../../mechanisms/documents/web/index.ts'
import { Button, StatusWord } from '../../../ui/index.ts'

/** «38 chắc chắn», «5 cần xem lại»: the second leads to the first of them. */
export function CounterWords({ facts, onNext }: { facts: readonly FactShape[]; onNext: () => void }) {
  const standing = facts.filter((fact) => fact.state !== 'removed')
  const doubtful = standing.filter(isDoubtful).length
  return (
    <>
      {standing.length === 0 ? (
        <StatusWord tone="xam" icon="circle-dashed" word="Chưa có dữ kiện" />
      ) : (
        <StatusWord tone="luc" icon="circle-check" word={`${standing.length - doubtful} chắc chắn`} />
      )}
      {doubtful > 0 && (
        <Button kind="subtle" size="s" onClick={onNext}>
          <StatusWord tone="cam" icon="help-circle" word={`${doubtful} cần xem lại`} />
        </Button>
      )}
    </>
  )
}
