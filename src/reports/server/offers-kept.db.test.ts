import { afterAll, beforeAll, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { reportsIn, share } from '../../../test/reports.ts'
import { must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { DESK } from '../../app/what-is-owed.ts'
import { newId } from '../../kernel/ids.ts'
import type { LineValue } from '../domain/form.ts'
import { contribute } from './contributions.ts'
import { takeContribution } from './decide-contribution.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let reports: ReturnType<typeof reportsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  reports = reportsIn(opened, acts)
})
afterAll(() => opened.close())

const list = (...who: string[]): LineValue => ({
  kind: 'list',
  items: who.map((name) => ({ kind: 'example', who: name, what: 'Làm tốt' })),
})

/** Mai brings it, Lan puts it onto the line, which stands at this version. */
async function taken(owed: string, lineKey: string, value: LineValue, lineVersion: number) {
  const fileIds = [await acts.scan('mai')]
  const offer = { id: newId(), obligationId: owed, lineKey, value, note: '', fileIds }
  await must(acts.write('mai', contribute(DESK), offer))
  const press = { id: offer.id, submissionId: newId(), lineVersion }
  return (await must(acts.write('lan', takeContribution(DESK), press))).line
}

it('what several people bring to a list or a text stands there together; a paper alone changes no figure', async () => {
  const owed = await reports.owedBy(await reports.publishedForm(), opened.world.units.phongA)
  await must(reports.put('lan', owed, 'guong', list('Tổ một cửa')))
  await taken(owed, 'guong', list('Nguyễn Văn Ba'), 1)
  expect((await taken(owed, 'guong', list('Tổ một cửa', 'Trần Thị Tư'), 2)).value).toEqual(
    list('Tổ một cửa', 'Nguyễn Văn Ba', 'Trần Thị Tư'),
  )
  const text = (words: string): LineValue => ({ kind: 'narrative', text: words })
  await must(reports.put('lan', owed, 'nhan-xet', text('Kỷ cương tốt.')))
  expect((await taken(owed, 'nhan-xet', text('Còn hai hồ sơ chậm.'), 1)).value).toEqual(
    text('Kỷ cương tốt.\n\nCòn hai hồ sơ chậm.'),
  )
  await must(reports.put('lan', owed, 'ky-cuong', share(3, 4)))
  const proved = await taken(owed, 'ky-cuong', share(null, null), 1)
  expect([proved.value, proved.files.length]).toEqual([share(3, 4), 1])
})
