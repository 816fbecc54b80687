import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useHouseState } from '../../accounts/web/index.ts'
import { newId } from '../../kernel/ids.ts'
import { PageHeader, useNavigation, useNotices } from '../../ui/index.ts'
import { organisation, registry, unitChoices } from './api.ts'
import { AwardFields } from './award-form.tsx'
import { contentOf, EMPTY_AWARD, useAwardForm } from './use-award-form.ts'

/** One award that was given is entered from its decision. */
export function NewAwardPage() {
  const tell = useNotices()
  const { go } = useNavigation()
  const { me } = useHouseState()
  const tree = useQuery(organisation.tree.queryOptions({ input: {} }))
  // made once: pressed twice, it is one entry
  const [id] = useState(() => newId())
  const own = me?.posts[0]?.unitId ?? ''
  const form = useAwardForm(
    { ...EMPTY_AWARD, keeperUnitId: own },
    (typed) => registry.enter.call({ id, keeperUnitId: typed.keeperUnitId, ...contentOf(typed) }),
    ({ award }) => {
      tell({ text: `Đã ghi ${award.awardName} của ${award.recipient.name} vào sổ` })
      go(`/so-khen-thuong/${award.id}`)
    },
  )
  useEffect(() => {
    if (own !== '' && form.values.keeperUnitId === '') form.set({ keeperUnitId: own })
  }, [own, form])
  return (
    <>
      <PageHeader title="Ghi khen thưởng vào sổ" crumbs={[{ href: '/so-khen-thuong', word: 'Sổ khen thưởng' }]} />
      <AwardFields
        form={form}
        label="Ghi khen thưởng vào sổ"
        keepers={me?.roles.includes('standing-office') ? unitChoices(tree.data?.units ?? []) : []}
        send="Ghi vào sổ"
        leave="/so-khen-thuong"
      />
    </>
  )
}
