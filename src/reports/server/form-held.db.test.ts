import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { reportsIn } from '../../../test/reports.ts'
import { must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { DESK } from '../../app/what-is-owed.ts'
import { newId } from '../../kernel/ids.ts'
import { closeForm } from './close-form.ts'
import { openReport } from './save-line.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

describe('a form under which a unit is writing', () => {
  it('is closed only after what is being written: the unit holds it, though the form is the office’s', async () => {
    const acts = campaignsIn(opened)
    const reports = reportsIn(opened, acts)
    const formId = await reports.publishedForm()
    const obligationId = await reports.owedBy(formId, opened.world.units.phongA)
    const order: string[] = []
    const closing = { id: formId, reason: 'Đủ số liệu', graceUntil: null, graceReason: '' }
    let office: Promise<unknown> = Promise.resolve()
    await must(
      opened.work.write(opened.world.as('lan'), async (tx) => {
        const report = await openReport(tx, DESK, { obligationId, submissionId: newId() })
        office = must(acts.write('hoa', closeForm, closing)).then(() => order.push('office'))
        await new Promise((resolve) => setTimeout(resolve, 500))
        order.push('unit')
        return report
      }),
    )
    await office
    expect(order).toEqual(['unit', 'office'])
  })
})
