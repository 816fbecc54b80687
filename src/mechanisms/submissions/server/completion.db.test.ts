import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { DESK, IN_PRODUCT, submissionsIn } from '../../../../test/submissions.ts'
import { codeOf, must, type OpenedWorld, openWorld, recordedOf } from '../../../../test/world.ts'
import { setStepRule } from '../../../acting/server/step-rules.ts'
import { newId } from '../../../kernel/ids.ts'
import { EMPTY_COMPLETION } from '../domain/completion.ts'
import { EMPTY_DISSEMINATION } from '../domain/dissemination.ts'
import { forObligation } from './for-obligation.ts'
import { handOver, saveDraft } from './prepare.ts'
import { accept } from './receive.ts'
import { sign } from './send.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let its: ReturnType<typeof submissionsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  its = submissionsIn(opened, acts)
})
afterAll(() => opened.close())

describe('what was done of a task', () => {
  it('is written by the officer, signed for by the head, and accepted; the record calls it by the task', async () => {
    const { id, version } = await its.prepared('completion')
    const handed = await must(acts.write('lan', handOver(DESK), { id, version }))
    const signing = { id, version: handed.submission.version, consent: IN_PRODUCT }
    const signed = await must(acts.write('minh', sign(DESK), signing))
    expect(signed.obligation).toMatchObject({ state: 'done', doneOn: '2022-07-12' })
    expect(signed.submission).toMatchObject({ kind: 'completion', content: { done: 'Đã tổ chức hội nghị' } })
    await must(acts.write('hoa', accept(DESK), { id, version: signed.submission.version }))
    const what = 'kết quả thực hiện “Tổ chức hội nghị điển hình”'
    expect(await recordedOf(opened.work, id)).toEqual([
      `bắt đầu soạn ${what} của Phòng A`,
      `chuyển ký ${what} của Phòng A`,
      expect.stringContaining(`ký và gửi ${what} của Phòng A, lần 1, mã biên nhận`),
      `chấp nhận ${what} của Phòng A`,
    ])
  })

  it('asks for proof where the task does, and for a day that has come', async () => {
    const obligationId = await its.owed('completion', { needsProof: true })
    const content = { ...EMPTY_COMPLETION, done: ' ', doneOn: '2022-07-13' }
    const draft = { id: newId(), obligationId, version: 0, content, fileIds: [] }
    const { submission } = await must(acts.write('lan', saveDraft(DESK), draft))
    const refused = await acts.write('lan', handOver(DESK), { id: draft.id, version: submission.version })
    expect(refused).toMatchObject({
      refusal: {
        code: 'submission-incomplete',
        field: 'content.done',
        values: {
          what: 'Kết quả thực hiện',
          missing: 'việc đã làm, ngày làm xong chưa tới (13/07/2022), tệp minh chứng',
        },
      },
    })
  })

  it('needs no proof where the task asks for none', async () => {
    const obligationId = await its.owed('completion')
    const content = { ...EMPTY_COMPLETION, done: 'Đã làm', doneOn: '2022-07-12' }
    const draft = { id: newId(), obligationId, version: 0, content, fileIds: [] }
    await must(acts.write('lan', saveDraft(DESK), draft))
    expect(codeOf(await acts.write('minh', sign(DESK), { id: draft.id, version: 1, consent: IN_PRODUCT }))).toBe('ok')
  })

  it('is not answered with what belongs to another duty', async () => {
    const obligationId = await its.owed('completion')
    const draft = { id: newId(), obligationId, version: 0, content: EMPTY_DISSEMINATION, fileIds: [] }
    expect(codeOf(await acts.write('lan', saveDraft(DESK), draft))).toBe('wrong-obligation-kind')
  })
})

describe('where a unit says that its officer sends what was done', () => {
  it('she signs for it herself, in her own capacity; a dissemination stays the head’s', async () => {
    const { phongA } = opened.world.units
    const { id, version, obligationId } = await its.prepared('completion')
    const byLan = { id, version, consent: IN_PRODUCT }
    expect(codeOf(await acts.write('lan', sign(DESK), byLan))).toBe('not-yours-to-do')
    const rule = {
      unitId: phongA,
      step: 'completion-by-officer',
      rule: 'allowed',
      basis: 'Quy chế',
      version: 0,
    } as const
    await must(acts.write('quan', setStepRule, rule))
    const page = await must(acts.read('lan', forObligation(DESK), { obligationId }))
    expect(page.actions.sign).toEqual({ whyNot: null })
    const signed = await must(acts.write('lan', sign(DESK), byLan))
    expect(signed.submission.sent[0]?.consent).toMatchObject({ givenByName: 'Đỗ Bích Lan', way: 'product' })
    const other = await its.prepared('dissemination')
    expect(codeOf(await acts.write('lan', sign(DESK), { ...byLan, id: other.id, version: other.version }))).toBe(
      'not-yours-to-do',
    )
  })

  it('she does not where two people are asked for', async () => {
    const { phongA } = opened.world.units
    const two = { unitId: phongA, step: 'submission-sign', rule: 'forbidden', basis: 'Quy chế', version: 0 } as const
    await must(acts.write('quan', setStepRule, two))
    const { id, version } = await its.prepared('completion')
    expect(codeOf(await acts.write('lan', sign(DESK), { id, version, consent: IN_PRODUCT }))).toBe('two-people-needed')
    expect(codeOf(await acts.write('minh', sign(DESK), { id, version, consent: IN_PRODUCT }))).toBe('ok')
    await must(acts.write('quan', setStepRule, { ...two, rule: null, version: 1 }))
  })
})
