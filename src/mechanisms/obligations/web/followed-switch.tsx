import { RadioGroup } from '../../../ui/index.ts'

type FollowedSwitchProps = {
  mine: number
  all: number
  value: 'mine' | 'all'
  onChange: (value: 'mine' | 'all') => void
}

/** For an officer who looks after some of the units of a list: his own first, everybody's at hand. Nothing where it is all the same. */
export function FollowedSwitch({ mine, all, value, onChange }: FollowedSwitchProps) {
  if (mine === 0 || mine === all) return null
  return (
    <RadioGroup
      label="Đơn vị"
      labelHidden
      inline
      value={value}
      onChange={onChange}
      options={[
        { value: 'mine', label: `Đơn vị tôi theo dõi (${mine})` },
        { value: 'all', label: `Tất cả (${all})` },
      ]}
    />
  )
}

/** What is shown of a list: those of the units looked after, where there are some and they were not asked to give way. */
export function followedOnly<Row>(
  rows: readonly Row[],
  isMine: (row: Row) => boolean,
  value: 'mine' | 'all',
): readonly Row[] {
  const mine = rows.filter(isMine)
  return value === 'mine' && mine.length > 0 ? mine : rows
}
