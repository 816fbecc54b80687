import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld } from '../../../../test/world.ts'
import { confirmReceipt } from '../../../mechanisms/obligations/server/index.ts'
import { OVERVIEW_ROWS } from '../../domain/overview-words.ts'
import { pause } from '../changes/pause.ts'
import { getCampaign } from '../get-campaign.ts'
import { campaignThings } from '../obligation-things.ts'
import { overview } from './overview.ts'
import { overviewRows } from './rows.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

const see = () => must(acts.read('phuc', overview(campaignThings), {}))

describe('the page of whoever answers for all campaigns', () => {
  it('says who has not sent, what is late and since when, what changed since last week', async () => {
    const id = await acts.launched()
    const page = await must(acts.read('minh', getCampaign, { id }))
    const receipt = page.takeUp[0]?.obligations.find((one) => one.kind === 'confirm-receipt')
    opened.clock.move(eightOn('2022-07-20'))
    const confirming = { id: receipt?.id ?? '', consent: { way: 'product' } as const, assignPersonId: null }
    await must(acts.write('minh', confirmReceipt(campaignThings), confirming))

    // Receipt was due on 19/07, dissemination is on 26/07.
    expect(await see()).toMatchObject({
      counts: { late: 1, 'newly-late': 1, 'due-soon': 2, 'done-lately': 1, returned: 0, 'more-time': 0 },
      doneInTime: 0,
      lateBefore: 0,
      lateUnits: 1,
      longestLate: 1,
      notSent: [
        { kind: 'confirm-receipt', owed: 2, notSent: 1, late: 1, lastDay: '2022-07-19' },
        { kind: 'disseminate', owed: 2, notSent: 2, late: 0, lastDay: '2022-07-26' },
      ],
      launched: [],
    })
    opened.clock.move(eightOn('2022-07-28'))
    expect(await see()).toMatchObject({ counts: { late: 3, 'newly-late': 2 }, lateBefore: 1, longestLate: 9 })
  })

  it('opens exactly the rows that each number counts', async () => {
    const { counts } = await see()
    for (const what of OVERVIEW_ROWS) {
      const { rows, total } = await must(acts.read('phuc', overviewRows(campaignThings), { what, page: 1 }))
      expect([what, total, rows.length]).toEqual([what, counts[what], counts[what]])
    }
  })

  it('counts nothing of a paused campaign as late, and tells that it was paused', async () => {
    const id = (await see()).campaigns.find((one) => one.state === 'launched')?.id ?? ''
    await must(acts.write('hoa', pause, await acts.change(id, 'Chờ sắp xếp')))
    expect(await see()).toMatchObject({
      counts: { late: 0 },
      lateUnits: 0,
      longestLate: 0,
      notSent: [],
      changes: [{ kind: 'paused', campaignId: id, reason: 'Chờ sắp xếp' }],
    })
  })

  it('is not shown to the units', async () => {
    expect(codeOf(await acts.read('minh', overview(campaignThings), {}))).toBe('not-yours-to-see')
    expect(codeOf(await acts.read('lan', overviewRows(campaignThings), { what: 'late', page: 1 }))).toBe(
      'not-yours-to-see',
    )
  })
})
