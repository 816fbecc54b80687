import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn, PLAN_TEXT } from '../../../test/campaigns.ts'
import { must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { changeFact, setFactState } from '../../mechanisms/documents/server/change-facts.ts'
import { close } from './changes/close.ts'
import { createCampaign } from './create-campaign.ts'
import { decide } from './decide.ts'
import { getCampaign, reviewCampaign } from './get-campaign.ts'
import { launch } from './launch.ts'
import { listCampaigns } from './list-campaigns.ts'
import { planOwner } from './plan-owner.ts'
import { propose } from './propose.ts'
import { campaignDays } from './waiting.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
const text = PLAN_TEXT
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

describe('a plan becomes a campaign', () => {
  it('is read into facts that point into its text', async () => {
    const id = await acts.draft()
    const page = await must(acts.read('hoa', reviewCampaign, { id }))
    expect(page.campaign.state).toBe('draft')
    expect(page.campaign.startsOn).toBe('2022-01-01')
    expect(page.campaign.endsOn).toBe('2022-12-31')
    const theme = page.facts.find((fact) => fact.kind === 'theme')
    expect(theme?.source).not.toBeNull()
    expect(page.document.text.slice(theme?.source?.start, theme?.source?.end)).toContain('Đoàn kết, đổi mới')
    const periods = page.facts.filter((fact) => fact.kind === 'period')
    expect(periods).toHaveLength(2)
    expect(page.facts.filter((fact) => fact.parentId === periods[0]?.id)).toHaveLength(7)
  })

  it('is one campaign when the same request comes twice', async () => {
    const id = newId()
    const input = { id, door: 'draft' as const, fileId: null, text, textFrom: 'pasted' as const }
    const [first, second] = await Promise.all([
      acts.write('hoa', createCampaign, input),
      acts.write('hoa', createCampaign, input),
    ])
    expect([first, second].filter((one) => one.ok).length).toBeGreaterThan(0)
    const again = await must(acts.write('hoa', createCampaign, input))
    expect(again.campaignId).toBe(id)
  })

  it('is not found by those who may not see a draft, and not made by those who are not the standing office', async () => {
    const id = await acts.draft()
    for (const name of ['lan', 'minh', 'mai', 'quan', 'thu'] as const) {
      expect(await acts.read(name, getCampaign, { id })).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    }
    const input = { id: newId(), door: 'draft' as const, fileId: null, text: '', textFrom: 'none' as const }
    expect(await acts.write('minh', createCampaign, input)).toMatchObject({
      ok: false,
      refusal: { code: 'not-yours-to-do' },
    })
  })
})

describe('the door of a draft', () => {
  it('cannot be proposed before units and days are chosen, and says what is missing', async () => {
    const id = await acts.draft()
    const refused = await acts.write('hoa', propose, { id, version: await acts.version(id) })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'campaign-incomplete', field: 'units' } })
  })

  it('is agreed, numbered and launched; each unit then owes receipt and dissemination', async () => {
    const id = await acts.numbered()
    const launched = await must(acts.write('hoa', launch, { id, version: await acts.version(id) }))
    expect(launched).toMatchObject({ alreadyLaunched: false, campaign: { state: 'launched', units: 2 } })
    const page = await must(acts.read('hoa', getCampaign, { id }))
    expect(page.takeUp.map((row) => row.unitName)).toEqual(['Phòng A', 'Phòng B'])
    expect(page.takeUp.flatMap((row) => row.obligations.map((one) => one.kind))).toEqual([
      'confirm-receipt',
      'disseminate',
      'confirm-receipt',
      'disseminate',
    ])
    expect(page.entries[0]?.sentence).toContain('đến 2 đơn vị')
  })

  it('is launched once: the second click finds it done', async () => {
    const id = await acts.numbered()
    const input = { id, version: await acts.version(id) }
    const results = await Promise.all([acts.write('hoa', launch, input), acts.write('hoa', launch, input)])
    expect(results.map((one) => one.ok && one.value.alreadyLaunched).sort()).toEqual([false, true])
    expect((await must(acts.read('hoa', getCampaign, { id }))).takeUp).toHaveLength(2)
  })

  it('is not launched without its number and signed file', async () => {
    const id = await acts.agreed()
    const refused = await acts.write('hoa', launch, { id, version: await acts.version(id) })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'campaign-incomplete' } })
    expect(refused.ok === false && refused.refusal.values.missing).toContain('tệp văn bản đã ký')
  })

  it('keeps the consent when number, date and signed file are entered, and loses it when a fact is changed', async () => {
    const id = await acts.numbered()
    const before = await must(acts.read('hoa', reviewCampaign, { id }))
    expect(before.campaign.state).toBe('agreed')
    expect(before.consents[0]?.voided).toBeNull()

    const theme = before.facts.find((fact) => fact.kind === 'theme')
    if (!theme) throw new Error('no theme')
    const change = {
      documentId: before.document.id,
      factId: theme.id,
      version: theme.version,
      value: { text: 'Chủ đề khác' },
    }
    const changed = await must(acts.write('hoa', changeFact(planOwner), change))
    expect(changed.consentVoided).toBe(true)
    const after = await must(acts.read('hoa', reviewCampaign, { id }))
    expect(after.campaign.state).toBe('draft')
    expect(after.campaign.theme).toBe('Chủ đề khác')
    expect(after.consents[0]?.voided?.reason).toContain('dữ kiện')
    expect(await acts.write('hoa', launch, { id, version: after.campaign.version })).toMatchObject({
      ok: false,
      refusal: { code: 'wrong-campaign-state' },
    })
  })

  it('is not agreed to when it was changed after the authority opened it', async () => {
    const id = await acts.draft()
    await acts.sentTo(id, [opened.world.units.phongA])
    await must(acts.write('hoa', propose, { id, version: await acts.version(id) }))
    const seen = await acts.version(id)
    await acts.sentTo(id, [opened.world.units.phongB])
    const consent = { way: 'product' } as const
    const decision = { id, version: seen, outcome: 'agreed' as const, reason: null, consent }
    expect(await acts.write('phuc', decide, decision)).toMatchObject({
      ok: false,
      refusal: { code: 'changed-meanwhile' },
    })
  })

  it('is returned with a reason, and not without one', async () => {
    const id = await acts.draft()
    await acts.sentTo(id, [opened.world.units.phongA])
    await must(acts.write('hoa', propose, { id, version: await acts.version(id) }))
    const decision = {
      id,
      version: await acts.version(id),
      outcome: 'returned' as const,
      consent: { way: 'product' } as const,
    }
    expect(await acts.write('phuc', decide, { ...decision, reason: ' ' })).toMatchObject({ ok: false })
    expect(await acts.write('phuc', decide, { ...decision, reason: null })).toMatchObject({
      ok: false,
      refusal: { code: 'reason-required' },
    })
    const returned = await must(acts.write('phuc', decide, { ...decision, reason: 'Thiếu Đoàn Thanh niên' }))
    expect(returned.campaign.state).toBe('returned')
  })

  it('is agreed to on paper: entered by Hoa in the name of whoever held the authority that day', async () => {
    const id = await acts.draft()
    await acts.sentTo(id, [opened.world.units.phongA])
    await must(acts.write('hoa', propose, { id, version: await acts.version(id) }))
    const { accounts } = opened.world
    const paper = {
      way: 'paper' as const,
      givenByPersonId: accounts.minh.personId,
      givenOn: '2022-07-12',
      scanFileId: await acts.scan(),
    }
    const decision = { id, version: await acts.version(id), outcome: 'agreed' as const, reason: null }
    expect(await acts.write('hoa', decide, { ...decision, consent: paper })).toMatchObject({
      ok: false,
      refusal: { code: 'wrong-consent-paper', field: 'consent.givenByPersonId' },
    })
    const tomorrow = { ...paper, givenByPersonId: accounts.phuc.personId, givenOn: '2022-07-13' }
    expect(await acts.write('hoa', decide, { ...decision, consent: tomorrow })).toMatchObject({
      ok: false,
      refusal: { code: 'wrong-consent-paper', field: 'consent.givenOn' },
    })
    const given = { ...paper, givenByPersonId: accounts.phuc.personId }
    await must(acts.write('hoa', decide, { ...decision, consent: given }))
    const page = await must(acts.read('hoa', reviewCampaign, { id }))
    expect(page.campaign.state).toBe('agreed')
    expect(page.consents[0]).toMatchObject({ way: 'paper', givenByName: 'Trần Văn Phúc', enteredByName: 'Lê Thị Hoa' })
  })
})

describe('the door of an issued document', () => {
  it('is launched by the authority’s agreement, with the number, day and signer read from it', async () => {
    const issued = text
      .replace('Số: /KH-SNV', 'Số: 88/KH-SNV')
      .replace('ngày tháng 01 năm 2022', 'ngày 25 tháng 01 năm 2022')
    const id = newId()
    await must(
      acts.write('hoa', createCampaign, {
        id,
        door: 'issued' as const,
        fileId: null,
        text: issued,
        textFrom: 'pasted' as const,
      }),
    )
    const { campaign } = await must(acts.read('hoa', reviewCampaign, { id }))
    expect(campaign, 'what it bears is shown from the first day').toMatchObject({
      number: '88/KH-SNV',
      issuedOn: '2022-01-25',
    })
    await acts.sentTo(id, [opened.world.units.phongA])
    await must(acts.write('hoa', propose, { id, version: await acts.version(id) }))
    const consent = { way: 'product' } as const
    const done = await must(
      acts.write('phuc', decide, {
        id,
        version: await acts.version(id),
        outcome: 'agreed' as const,
        reason: null,
        consent,
      }),
    )
    expect(done.campaign).toMatchObject({ state: 'launched', number: '88/KH-SNV', issuedOn: '2022-01-25' })
  })

  it('cannot be proposed while the paper’s number was not found', async () => {
    const id = await acts.draft('issued')
    await acts.sentTo(id, [opened.world.units.phongA])
    const refused = await acts.write('hoa', propose, { id, version: await acts.version(id) })
    expect(refused.ok === false && refused.refusal.values.missing).toContain('số, ký hiệu')
  })
})

describe('the list', () => {
  it('finds a campaign by words of its name, its theme and its number, with marks or without', async () => {
    const id = await acts.launched([opened.world.units.phongA])
    const { campaign } = await must(acts.read('hoa', getCampaign, { id }))
    const found = async (q: string) =>
      (await must(acts.read('hoa', listCampaigns, { q, page: 1 }))).campaigns.some((one) => one.id === id)
    expect(await found('thang loi nhiem vu')).toBe(true)
    expect(await found('đoàn kết, đổi mới')).toBe(true)
    expect(await found(campaign.number ?? 'none')).toBe(true)
    expect(await found(`${campaign.number} không có chữ này`)).toBe(false)
  })
})

describe('the days ahead', () => {
  it('count «trước ngày 15/07» to the 14th, its last day on time, and say both', async () => {
    await acts.launched([opened.world.units.phongA])
    const { world, work } = opened
    const days = await must(work.read(world.as('hoa'), async (tx) => ok(await campaignDays(tx))))
    expect(days).toContainEqual(
      expect.objectContaining({
        day: '2022-07-14',
        text: expect.stringMatching(/^Tổng kết Đợt thi đua thứ nhất. Trước ngày 15\/07\/2022 \(hết ngày 14\/07\)$/i),
      }),
    )
  })
})

describe('two people in one review', () => {
  it('the second to change a fact is shown what the first wrote, and nothing is lost', async () => {
    const id = await acts.draft()
    const page = await must(acts.read('hoa', reviewCampaign, { id }))
    const place = page.facts.find((fact) => fact.kind === 'place')
    if (!place) throw new Error('no place')
    const change = { documentId: page.document.id, factId: place.id, version: place.version }
    await must(acts.write('hoa', changeFact(planOwner), { ...change, value: { text: 'Hà Tĩnh (sửa)' } }))
    const second = await acts.write('hoa', changeFact(planOwner), { ...change, value: { text: 'Hồng Lĩnh' } })
    expect(second).toMatchObject({
      ok: false,
      refusal: { code: 'fact-changed', data: { fact: { value: { text: 'Hà Tĩnh (sửa)' } } } },
    })
  })

  it('a removed fact comes back as it was', async () => {
    const id = await acts.draft()
    const page = await must(acts.read('hoa', reviewCampaign, { id }))
    const target = page.facts.find((fact) => fact.kind === 'target')
    if (!target) throw new Error('no target')
    const at = { documentId: page.document.id, factId: target.id }
    const removed = await must(
      acts.write('hoa', setFactState(planOwner), { ...at, version: 1, state: 'removed' as const }),
    )
    expect(removed.fact.state).toBe('removed')
    const back = await must(
      acts.write('hoa', setFactState(planOwner), { ...at, version: 2, state: 'restored' as const }),
    )
    expect(back.fact).toMatchObject({ state: 'confirmed', value: target.value })
  })
})

describe('after the launch', () => {
  it('facts are closed, and a closed campaign takes nothing more', async () => {
    const id = await acts.numbered()
    await must(acts.write('hoa', launch, { id, version: await acts.version(id) }))
    const page = await must(acts.read('hoa', reviewCampaign, { id }))
    const [fact] = page.facts
    if (!fact) throw new Error('no facts')
    const change = { documentId: page.document.id, factId: fact.id, version: fact.version, value: { text: 'x' } }
    expect(await acts.write('hoa', changeFact(planOwner), change)).toMatchObject({
      ok: false,
      refusal: { code: 'document-closed' },
    })
    await acts.closed(id, 'Hết năm')
    const again = { ...(await acts.change(id, 'Hết năm')), open: 0, groups: [], exceptions: [] }
    expect(await acts.write('hoa', close, again)).toMatchObject({
      ok: false,
      refusal: { code: 'wrong-campaign-state' },
    })
  })

  it('is seen by the units it went to with their own duties alone', async () => {
    const id = await acts.numbered()
    await must(acts.write('hoa', launch, { id, version: await acts.version(id) }))
    const page = await must(acts.read('mai', getCampaign, { id }))
    expect(page.takeUp.map((row) => row.unitName)).toEqual(['Phòng A'])
    expect(page.campaign.actions).toEqual({})
    expect(page.consents).toEqual([])
  })
})
