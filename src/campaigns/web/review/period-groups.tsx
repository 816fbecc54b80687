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
  const adding = useAdding('period', null, facts)
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
      {periods.map((period) => (
        <PeriodGroup key={period.id} period={period} facts={facts} />
      ))}
      {adding.map(([id]) => (
        <SideGroup
          key={id}
          title="Đợt thi đua mới"
          status={
            <Button size="s" kind="subtle" icon="trash" onClick={() => desk.drop(id)}>
              Thôi, không thêm
            </Button>
          }
        >
          <div id={factElementId(id)}>
            <FactBoxes factId={id} kind="period" fact={undefined} />
          </div>
        </SideGroup>
      ))}
    </>
  )
}

function PeriodGroup({ period, facts }: { period: FactShape; facts: readonly FactShape[] }) {
  const review = useFactReview()
  const acting = useActing(review.desk, period.id)
  const name = rowWords('period', period.value).title
  const title = typeof period.value.name === 'string' ? period.value.name : 'Đợt thi đua'
  const number = review.numberOf(period.id)
  const own = facts.filter((fact) => fact.kind === 'commemoration' && fact.parentId === period.id)
  if (period.state === 'removed') {
    return (
      <SideGroup
        title={`${title} (đã bỏ)`}
        status={
          review.editable && (
            <Button
              size="s"
              icon="arrow-back-up"
              busy={acting}
              onClick={() => void review.desk.setFactState(period.id, 'restored')}
            >
              Lấy lại
            </Button>
          )
        }
      >
        <s>{name}</s>
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
              onClick={() => void review.desk.setFactState(period.id, 'removed')}
            >
              {`Bỏ ${title}`}
            </Button>
          )}
          {number !== undefined && (
            <SourceLink number={number} what={title} onClick={() => review.showPlace(period.id)} />
          )}
        </>
      }
    >
      <div id={factElementId(period.id)}>
        <FactBoxes factId={period.id} kind="period" fact={period} help="Không tìm thấy trong văn bản" />
      </div>
      {reviewDueWords(period.value) && <p className={classes.due}>{reviewDueWords(period.value)}</p>}
      <h4 className={classes.under}>Ngày kỷ niệm trong đợt</h4>
      <FactList kind="commemoration" facts={own} parentId={period.id} add="Thêm ngày kỷ niệm" />
    </SideGroup>
  )
}
