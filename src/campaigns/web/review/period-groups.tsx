import type { FactShape } from '../../../mechanisms/documents/contract.ts'
import {
  FactBoxes,
  FactList,
  factElementId,
  focusFact,
  rowWords,
  useActing,
  useAdding,
  useFactReview,
} from '../../../mechanisms/documents/web/index.ts'
import { Button, SideGroup, SourceLink } from '../../../ui/index.ts'
import { countWords } from './count-words.ts'
import classes from './review.module.css'
import { reviewDueWords } from './review-words.ts'

/** Each period with its days; its commemorations hang on it. */
export function PeriodGroups({ facts }: { facts: readonly FactShape[] }) {
  const { desk, editable } = useFactReview()
  const periods = facts.filter((fact) => fact.kind === 'period')
  const adding = useAdding(desk, 'period', null).filter((id) => !periods.some((period) => period.id === id))
  const add = () => focusFact(desk.startAdding({ kind: 'period', parentId: null, source: null }))
  const none = periods.length === 0 && adding.length === 0
  return (
    <>
      <SideGroup title="Đợt thi đua" status={countWords(periods)}>
        {none && <p className={classes.lead}>Không tìm thấy trong văn bản</p>}
        {editable && (
          <Button size="s" icon="plus" onClick={add}>
            Thêm đợt thi đua
          </Button>
        )}
      </SideGroup>
      {[...periods.map((period) => period.id), ...adding].map((id) => (
        <PeriodGroup key={id} id={id} facts={facts} />
      ))}
    </>
  )
}

function PeriodGroup({ id, facts }: { id: string; facts: readonly FactShape[] }) {
  const review = useFactReview()
  const period = facts.find((fact) => fact.id === id) ?? review.desk.state().landing.get(id)
  const acting = useActing(review.desk, id)
  const title = typeof period?.value.name === 'string' ? period.value.name : 'Đợt thi đua mới'
  const number = review.numberOf(id)
  const own = facts.filter((fact) => fact.kind === 'commemoration' && fact.parentId === id)
  if (period?.state === 'removed') {
    return (
      <SideGroup
        title={`${title} (đã bỏ)`}
        status={
          review.editable && (
            <Button
              size="s"
              icon="arrow-back-up"
              busy={acting}
              onClick={() => void review.desk.setFactState(id, 'restored')}
            >
              Lấy lại
            </Button>
          )
        }
      >
        <s>{rowWords('period', period.value).title}</s>
      </SideGroup>
    )
  }
  return (
    <SideGroup
      title={title}
      status={
        <>
          {review.editable && (
            <Button
              size="s"
              kind="subtle"
              square
              icon="trash"
              busy={acting}
              onClick={() => (period ? void review.desk.setFactState(id, 'removed') : review.desk.drop(id))}
            >
              {`Bỏ ${title}`}
            </Button>
          )}
          {number !== undefined && <SourceLink number={number} what={title} onClick={() => review.showPlace(id)} />}
        </>
      }
    >
      <div id={factElementId(id)}>
        <FactBoxes factId={id} kind="period" fact={period} />
      </div>
      {period && reviewDueWords(period.value) && <p className={classes.due}>{reviewDueWords(period.value)}</p>}
      {period && (
        <>
          <h4 className={classes.under}>Ngày kỷ niệm trong đợt</h4>
          <FactList kind="commemoration" facts={own} parentId={id} add="Thêm ngày kỷ niệm" />
        </>
      )}
    </SideGroup>
  )
}
