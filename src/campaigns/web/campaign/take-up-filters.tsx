import { DUTY_NAMES, FollowedSwitch } from '../../../mechanisms/obligations/web/index.ts'
import { type ListAddress, type Option, SelectField, TextField, useTypedSearch } from '../../../ui/index.ts'
import type { TakeUpFilter } from '../../contract.ts'
import { taskTitle } from '../../domain/task-plan.ts'
import { UNIT_STATES } from '../../domain/unit-states.ts'
import type { CampaignDetails } from '../api.ts'
import classes from './campaign.module.css'

/** As they stand in the address: branch, what, which units, whose. */
export const FILTERS = ['nhanh', 'viec', 'loc', 'dv'] as const

type Kind = NonNullable<TakeUpFilter['kind']>
const KINDS = Object.keys(DUTY_NAMES) as Kind[]
const isKind = (text: string): text is Kind => (KINDS as string[]).includes(text)

const STATES: readonly Option[] = [
  { value: '', label: 'Mọi đơn vị' },
  { value: 'late', label: 'Có việc quá hạn' },
  { value: 'open', label: 'Còn việc chưa xong' },
  { value: 'done', label: 'Đã xong cả' },
]

/** What the address asks for, as the operation takes it. */
export function askedOf({ q, filters }: ListAddress): Omit<TakeUpFilter, 'id'> {
  const { nhanh = '', viec = '', loc = '', dv = '' } = filters
  const state = UNIT_STATES.find((one) => one === loc)
  return {
    ...(nhanh === '' ? {} : { branchId: nhanh }),
    ...(isKind(viec) ? { kind: viec } : {}),
    ...(viec.startsWith('nv-') ? { factId: viec.slice(3) } : {}),
    ...(state ? { state } : {}),
    ...(dv === 'theo-doi' ? { mine: true } : {}),
    ...(q === '' ? {} : { q }),
  }
}

/** Which units and which duties the map shows. */
export function TakeUpFilters({ list, details, mine }: { list: ListAddress; details: CampaignDetails; mine: number }) {
  const [typed, setTyped] = useTypedSearch(list)
  return (
    <>
      <FollowedSwitch
        mine={mine}
        all={details.campaign.units}
        value={list.filters.dv === 'theo-doi' ? 'mine' : 'all'}
        onChange={(value) => list.filter('dv', value === 'mine' ? 'theo-doi' : '')}
      />
      <search className={classes.filters} aria-label="Lọc bảng triển khai">
        <TextField
          label="Tìm đơn vị"
          labelHidden
          type="search"
          icon="search"
          placeholder="Tìm đơn vị, gõ có dấu hoặc không dấu"
          value={typed}
          onChange={setTyped}
        />
        <SelectField
          label="Đơn vị"
          labelHidden
          value={list.filters.loc ?? ''}
          onChange={(value) => list.filter('loc', value)}
          options={STATES}
        />
        <SelectField
          label="Việc"
          labelHidden
          value={list.filters.viec ?? ''}
          onChange={(value) => list.filter('viec', value)}
          options={dutyOptions(details)}
        />
      </search>
    </>
  )
}

function dutyOptions({ facts, tasks }: CampaignDetails): Option[] {
  const given = new Set(tasks.filter((task) => task.unitIds.length > 0).map((task) => task.factId))
  return [
    { value: '', label: 'Mọi việc' },
    ...KINDS.map((value) => ({ value, label: DUTY_NAMES[value].head, group: 'Loại việc' })),
    ...facts
      .filter((fact) => given.has(fact.id))
      .map((fact) => ({
        value: `nv-${fact.id}`,
        label: taskTitle(String(fact.value.text ?? '')),
        group: 'Nhiệm vụ của kế hoạch',
      })),
  ]
}
