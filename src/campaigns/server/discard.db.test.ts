import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { discard } from './discard.ts'
import { getCampaign } from './get-campaign.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

describe('a draft that is thrown away', () => {
  it('is gone with its facts, and the record says who threw it away', async () => {
    const id = await acts.draft()
    await must(acts.write('hoa', discard, { id }))
    expect(await acts.read('hoa', getCampaign, { id })).toMatchObject({ refusal: { code: 'not-found' } })
  })

  it('is not a campaign that was launched', async () => {
    const id = await acts.launched()
    expect(await acts.write('hoa', discard, { id })).toMatchObject({ refusal: { code: 'wrong-campaign-state' } })
  })
})
