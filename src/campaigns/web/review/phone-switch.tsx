import { RadioGroup } from '../../../ui/index.ts'
import classes from './review.module.css'

/** On a phone one side is seen at a time: the facts, or the paper. */
export function PhoneSwitch({
  title,
  side,
  onSide,
}: {
  title: string
  side: 'left' | 'right'
  onSide: (side: 'left' | 'right') => void
}) {
  return (
    <div className={classes.phoneHead}>
      <h1>{title}</h1>
      <RadioGroup
        label="Đang xem"
        labelHidden
        inline
        value={side}
        onChange={onSide}
        options={[
          { value: 'right', label: 'Dữ kiện' },
          { value: 'left', label: 'Văn bản' },
        ]}
      />
    </div>
  )
}
