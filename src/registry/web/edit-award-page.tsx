import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { Answer, Note, PageHeader, useNavigation, useNotices } from '../../ui/index.ts'
import { awardNameOn } from '../domain/award-codes.ts'
import { type OneAward, registry } from './api.ts'
import { AwardFields } from './award-form.tsx'
import { typedBirth } from './birth-text.ts'
import { type AwardTyped, contentOf, EMPTY_AWARD, useAwardForm } from './use-award-form.ts'

/** An entry is corrected by whoever keeps it. */
export function EditAwardPage() {
  const id = usePageParam('id')
  const found = useQuery(registry.award.queryOptions({ input: { id } }))
  return (
    <>
      <PageHeader
        title="Sửa khen thưởng trong sổ"
        crumbs={[
          { href: '/so-khen-thuong', word: 'Sổ khen thưởng' },
          { href: `/so-khen-thuong/${id}`, word: found.data?.award.recipient.name ?? 'Mục đang sửa' },
        ]}
      />
      <Answer {...answerOf(found)} lines={10}>
        {(data) =>
          data.actions.change ? (
            <EditForm key={data.award.version} data={data} />
          ) : (
            <Note tone="xam">Chỉ nơi giữ mục này và bộ phận thường trực được sửa</Note>
          )
        }
      </Answer>
    </>
  )
}

function EditForm({ data }: { data: OneAward }) {
  const tell = useNotices()
  const { go } = useNavigation()
  const { id, version } = data.award
  const form = useAwardForm(
    typedOf(data),
    (typed) => registry.change.call({ id, version, ...contentOf(typed) }),
    () => {
      tell({ text: 'Đã sửa mục trong sổ' })
      go(`/so-khen-thuong/${id}`)
    },
  )
  return (
    <AwardFields form={form} label="Sửa khen thưởng" keepers={[]} send="Lưu mục này" leave={`/so-khen-thuong/${id}`} />
  )
}

function typedOf({ award, birth, file }: OneAward): AwardTyped {
  const usual = awardNameOn(award.awardCode, null)
  return {
    ...EMPTY_AWARD,
    kind: award.recipient.kind,
    name: award.recipient.name,
    unitName: award.recipient.unitName,
    birth: typedBirth(birth),
    awardCode: award.awardCode,
    awardName: award.awardName === usual ? '' : award.awardName,
    method: award.method ?? '',
    periodId: award.periodId ?? '',
    achievedFrom: award.achievedFrom ?? '',
    achievedTo: award.achievedTo ?? '',
    achievement: award.achievement,
    decisionNumber: award.decisionNumber ?? '',
    decisionOn: award.decisionOn ?? '',
    decisionYear: award.decisionOn === null && award.year !== null ? String(award.year) : '',
    issuer: award.issuer ?? '',
    signer: award.signer ?? '',
    keeperUnitId: 'kept',
    file,
  }
}
