import type { FactShape } from '../../../mechanisms/documents/contract.ts'
import type { FactKind } from '../../../mechanisms/documents/fact-values.ts'
import { FactList, SingleFact } from '../../../mechanisms/documents/web/index.ts'
import { FieldGrid, SideGroup } from '../../../ui/index.ts'
import { countWords } from './count-words.ts'
import { PeriodGroups } from './period-groups.tsx'
import { TaskGroups } from './task-groups.tsx'
import { TitleField } from './title-field.tsx'
import type { Review, ReviewCache } from './use-review.ts'

/** Everything that was read, in the order in which a paper is made. */
export function FactGroups({ review, cache, editable }: { review: Review; cache: ReviewCache; editable: boolean }) {
  const { facts } = review
  const of = (kind: FactKind) => facts.filter((fact) => fact.kind === kind)
  const periods = new Set(of('period').flatMap((fact) => (fact.state === 'removed' ? [] : [fact.id])))
  const loose = of('commemoration').filter((fact) => fact.parentId === null || !periods.has(fact.parentId))
  const signers = of('signer')
  return (
    <div>
      <SideGroup title="Phong trào">
        <FieldGrid>
          <TitleField review={review} cache={cache} editable={editable} />
          <SingleFact kind="theme" facts={facts} />
        </FieldGrid>
      </SideGroup>
      <SideGroup title="Văn bản">
        <FieldGrid>
          <SingleFact kind="number" facts={facts} />
          <SingleFact kind="date" facts={facts} />
          <SingleFact kind="docType" facts={facts} />
          <SingleFact kind="subject" facts={facts} />
          <SingleFact kind="issuer" facts={facts} />
          <SingleFact kind="superior" facts={facts} />
          <SingleFact kind="signer" facts={facts} />
          <SingleFact kind="place" facts={facts} />
        </FieldGrid>
        {signers.length > 1 && <FactList kind="signer" facts={signers.slice(1)} />}
      </SideGroup>
      <Group title="Căn cứ" kind="legalBasis" facts={of('legalBasis')} add="Thêm căn cứ" />
      <PeriodGroups facts={facts} />
      {(loose.length > 0 || periods.size === 0) && (
        <Group title="Ngày kỷ niệm ngoài đợt" kind="commemoration" facts={loose} add="Thêm ngày kỷ niệm" />
      )}
      <Group title="Chỉ tiêu" kind="target" facts={of('target')} add="Thêm chỉ tiêu" />
      <TaskGroups review={review} cache={cache} editable={editable} />
      <Group title="Mốc thời hạn" kind="deadline" facts={of('deadline')} add="Thêm mốc thời hạn" />
      <Group title="Phong trào được nêu" kind="movement" facts={of('movement')} add="Thêm phong trào" />
      <Group title="Nơi nhận" kind="recipient" facts={of('recipient')} add="Thêm nơi nhận" />
    </div>
  )
}

function Group({
  title,
  kind,
  facts,
  add,
}: {
  title: string
  kind: FactKind
  facts: readonly FactShape[]
  add: string
}) {
  return (
    <SideGroup title={title} status={countWords(facts)}>
      <FactList kind={kind} facts={facts} add={add} />
    </SideGroup>
  )
}
