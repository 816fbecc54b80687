import { Tabs } from '../../../ui/index.ts'
import classes from './review.module.css'
import type { Step } from './review-words.ts'

/** The two parts of the right side, each with an address of its own. */
export function StepTabs({ step, units }: { step: Step; units: number }) {
  return (
    <div className={classes.tabs}>
      <Tabs
        label="Các bước"
        current={step === 'du-kien' ? '?' : '?buoc=gui-den'}
        tabs={[
          { href: '?', word: '1. Dữ kiện' },
          { href: '?buoc=gui-den', word: '2. Gửi đến', count: units > 0 ? units : undefined },
        ]}
      />
    </div>
  )
}
