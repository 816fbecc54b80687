import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { DESK, IN_PRODUCT, submissionsIn, wholeContent } from '../../../../test/submissions.ts'
import { codeOf, must, type OpenedWorld, openWorld, recordedOf } from '../../../../test/world.ts'
import { EMPTY_COMPLETION } from '../domain/completion.ts'
import { enterFromPaper, paperEntry } from './enter-from-paper.ts'
import { forObligation } from './for-obligation.ts'
import { judge } from './judge.ts'
import { saveDraft } from './prepare.ts'
import { receiptTextOf } from './receipt-text.ts'
import { accept, returnSubmission, withdraw } from './receive.ts'
import { sign } from './send.ts'

const TODAY = '2022-07-12'
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let its: ReturnType<typeof submissionsIn>
beforeAll(async () => {
  opened = await openWorld(TODAY)
  acts = campaignsIn(opened)
  its = submissionsIn(opened, acts)
})
afterAll(() => opened.close())

const found = (lineKey: string) => ({ lineKey, outcome: 'accepted' as const, reason: null })
const bad = (lineKey: string, reason: string) => ({ lineKey, outcome: 'returned' as const, reason })

describe('a sending judged line by line', () => {
  it('keeps what was found in order when the rest is sent again, unless that line changed', async () => {
    const { id, draft, version, obligationId } = await its.sent('dissemination')
    const marks = [found('heldOn'), found('form'), bad('attended', 'Biên bản ghi 2 người')]
    const judged = await must(acts.write('hoa', judge(DESK), { id, sentNo: 1, marks, cleared: [] }))
    expect(judged.submission.sent[0]?.lines.map((line) => [line.lineKey, line.outcome])).toEqual([
      ['attended', 'returned'],
      ['form', 'accepted'],
      ['heldOn', 'accepted'],
    ])
    // While the receiver is at it the unit is not told; from the first mark on it can no longer withdraw.
    const early = await must(acts.read('lan', forObligation(DESK), { obligationId }))
    expect(early.submission?.sent[0]?.lines).toEqual([])
    expect(codeOf(await acts.write('lan', withdraw(DESK), { id }))).toBe('submission-opened')

    expect(codeOf(await acts.write('hoa', accept(DESK), { id, version }))).toBe('lines-returned')
    const back = await must(acts.write('hoa', returnSubmission(DESK), { id, version, reason: 'Sửa số người dự' }))
    const told = await must(acts.read('lan', forObligation(DESK), { obligationId }))
    expect(told.submission?.sent[0]?.lines[0]).toMatchObject({ lineKey: 'attended', reason: 'Biên bản ghi 2 người' })

    const content = { ...draft.content, attended: 2, form: 'online' } as typeof draft.content
    const again = { ...draft, version: back.submission.version, content }
    const saved = await must(acts.write('lan', saveDraft(DESK), again))
    const signing = { id, version: saved.submission.version, consent: IN_PRODUCT }
    await must(acts.write('minh', sign(DESK), signing))
    const atHoa = await must(acts.read('hoa', forObligation(DESK), { obligationId }))
    expect(atHoa.submission?.sent[0]?.lines).toMatchObject([{ lineKey: 'heldOn', outcome: 'accepted' }])
  })

  it('takes reasons along with the return itself; a mark is taken away again; a strange line is refused', async () => {
    const { id, version } = await its.sent('completion')
    const strange = { id, sentNo: 1, marks: [found('dong-la')], cleared: [] }
    expect(await acts.write('hoa', judge(DESK), strange)).toMatchObject({
      refusal: { code: 'no-such-line', values: { line: 'dong-la' } },
    })
    await must(acts.write('hoa', judge(DESK), { id, sentNo: 1, marks: [bad('done', 'Chưa rõ')], cleared: [] }))
    const cleared = await must(acts.write('hoa', judge(DESK), { id, sentNo: 1, marks: [], cleared: ['done'] }))
    expect(cleared.submission.sent[0]?.lines).toEqual([])
    const lines = [bad('doneOn', 'Ngày này là ngày nghỉ')]
    const back = await must(acts.write('hoa', returnSubmission(DESK), { id, version, reason: 'Xem lại ngày', lines }))
    expect(back.submission.sent[0]?.lines).toMatchObject([{ lineKey: 'doneOn', byName: 'Lê Thị Hoa' }])
  })

  it('is refused where another sending has come meanwhile, and to everybody but the receiver', async () => {
    const { id } = await its.sent('completion')
    const marks = [found('done')]
    expect(codeOf(await acts.write('hoa', judge(DESK), { id, sentNo: 2, marks, cleared: [] }))).toBe(
      'changed-meanwhile',
    )
    expect(codeOf(await acts.write('minh', judge(DESK), { id, sentNo: 1, marks, cleared: [] }))).toBe('not-yours-to-do')
    expect(codeOf(await acts.write('binh', judge(DESK), { id, sentNo: 1, marks, cleared: [] }))).toBe('not-found')
  })
})

describe('a paper typed in by the office', () => {
  it('is a sending with a receipt, on the day it was received; sent twice by mistake it is there once', async () => {
    const obligationId = await its.owed('completion')
    const entry = await must(acts.read('hoa', paperEntry(DESK), { obligationId }))
    expect(entry).toMatchObject({ kind: 'completion', givers: [{ name: 'Phạm Quang Minh' }] })
    const paper = await its.paper(obligationId, { ...EMPTY_COMPLETION, done: 'Theo bản giấy' })
    const first = await must(acts.write('hoa', enterFromPaper(DESK), paper))
    expect(first.obligation).toMatchObject({ state: 'done', doneOn: TODAY, doneWay: 'paper' })
    expect(first.submission.sent[0]).toMatchObject({
      sentNo: 1,
      consent: { way: 'paper', enteredByName: 'Lê Thị Hoa' },
    })
    expect(first.submission.files).toHaveLength(1)
    const second = await must(acts.write('hoa', enterFromPaper(DESK), paper))
    expect(second.submission.sent).toHaveLength(1)
    expect(codeOf(await acts.write('lan', withdraw(DESK), { id: paper.id }))).toBe('submission-opened')
    expect((await recordedOf(opened.work, paper.id)).at(-1)).toContain(
      'nhập từ bản giấy kết quả thực hiện “Tổ chức hội nghị điển hình” của Phòng A, Phạm Quang Minh ký ngày 12/07/2022, nhận ngày 12/07/2022',
    )
    expect(codeOf(await acts.write('hoa', accept(DESK), { id: paper.id, version: second.submission.version }))).toBe(
      'ok',
    )
  })

  it('of a report takes the place of the lines the unit was writing; a line the form does not have is refused', async () => {
    const obligationId = await its.owed('report')
    await must(its.write('report', obligationId))
    const value = { kind: 'amount' as const, amount: 5, note: '' }
    const only = { kind: 'report' as const, formVersion: 1, lines: { 'kinh-phi': { value, fileIds: [] } } }
    const strange = { ...only, lines: { la: { value, fileIds: [] } } }
    const refused = await acts.write('hoa', enterFromPaper(DESK), await its.paper(obligationId, strange))
    expect(codeOf(refused)).toBe('no-such-line')
    const entered = await must(acts.write('hoa', enterFromPaper(DESK), await its.paper(obligationId, only)))
    expect(entered.submission.content).toEqual(only)
    // Returned, the unit goes on from the paper, with its own kept beside it.
    const { id, version } = entered.submission
    await must(acts.write('hoa', returnSubmission(DESK), { id, version, reason: 'Thiếu số liệu kỷ cương' }))
    const atLan = await must(acts.read('lan', forObligation(DESK), { obligationId }))
    expect(atLan.submission?.content).toEqual(only)
    expect(atLan.submission?.setAside?.content).toMatchObject({ lines: { 'ky-cuong': { value: { numerator: 0 } } } })
  })

  it('sets aside what the unit was writing, for the unit alone', async () => {
    const { draft, obligationId } = await its.prepared('completion')
    const paper = await its.paper(obligationId, wholeContent('completion', TODAY))
    const entered = await must(acts.write('hoa', enterFromPaper(DESK), paper))
    expect(entered.submission).toMatchObject({ id: draft.id, setAside: null })
    const atLan = await must(acts.read('lan', forObligation(DESK), { obligationId }))
    expect(atLan.submission?.setAside).toMatchObject({ content: draft.content, byName: 'Đỗ Bích Lan' })
    expect(atLan.submission?.setAside?.files.map((file) => file.id)).toEqual(draft.fileIds)
  })

  it('is refused of a wrong day, of somebody who does not head the unit, and by anybody else', async () => {
    const obligationId = await its.owed('completion')
    const paper = await its.paper(obligationId, wholeContent('completion', TODAY))
    const enter = async (name: 'hoa' | 'minh' | 'binh' | 'phuc', changed: object) =>
      codeOf(await acts.write(name, enterFromPaper(DESK), { ...paper, ...changed }))
    expect(await enter('hoa', { receivedOn: '2022-07-13' })).toBe('day-in-future')
    expect(await enter('hoa', { receivedOn: '2022-07-11' })).toBe('day-before-launch')
    expect(await enter('hoa', { content: wholeContent('dissemination', TODAY) })).toBe('wrong-obligation-kind')
    const byLan = { ...paper.consent, givenByPersonId: opened.world.accounts.lan.personId }
    expect(await enter('hoa', { consent: byLan })).toBe('wrong-consent-paper')
    expect(await enter('minh', {})).toBe('not-yours-to-do')
    expect(await enter('phuc', {})).toBe('not-yours-to-do')
    expect(await enter('binh', {})).toBe('not-found')
    expect(await enter('hoa', {})).toBe('ok')
  })
})

describe('a receipt', () => {
  it('is the SHA-256 of the text that is handed out, for everybody who sees the sending', async () => {
    const { id, whole } = await its.sent('dissemination')
    const text = await must(acts.read('hoa', receiptTextOf(DESK), { id, sentNo: 1 }))
    expect(text.hash).toBe(whole.submission.receipt?.hash)
    expect(createHash('sha256').update(text.text).digest('hex')).toBe(text.hash)
    expect(text.text).toContain('"attended":3')
    expect(codeOf(await acts.read('hoa', receiptTextOf(DESK), { id, sentNo: 2 }))).toBe('not-found')
    expect(codeOf(await acts.read('binh', receiptTextOf(DESK), { id, sentNo: 1 }))).toBe('not-found')
  })

  it('given before kinds had names is recomputed from what was kept then', async () => {
    const { id } = await its.sent('dissemination')
    // As a sending of those days lies there: content without its kind, files without their hashes.
    await must(
      opened.work.write(opened.world.as('minh'), async (tx) => {
        const row = await tx.db
          .selectFrom('submission_version')
          .selectAll()
          .where('submission_id', '=', id)
          .executeTakeFirstOrThrow()
        const { kind: _kind, ...content } = row.content as Record<string, unknown>
        const files = (row.files as Record<string, unknown>[]).map(({ sha256: _hash, ...file }) => file)
        const names = Object.keys(content).sort()
        const written = JSON.stringify([
          id,
          1,
          row.unit_id,
          Object.fromEntries(names.map((name) => [name, content[name]])),
          [['a'.repeat(64), 'ban-ky.pdf']],
          row.submitted_at.toISOString(),
          'Phạm Quang Minh',
        ])
        await tx.db
          .updateTable('submission_version')
          .set({
            content: JSON.stringify(content),
            files: JSON.stringify(files),
            receipt_hash: createHash('sha256').update(written).digest('hex'),
          })
          .where('submission_id', '=', id)
          .execute()
        return { ok: true, value: undefined }
      }),
    )
    const page = await must(acts.read('hoa', receiptTextOf(DESK), { id, sentNo: 1 }))
    const kept = await must(
      opened.work.read(opened.world.as('hoa'), async (tx) => ({
        ok: true,
        value: await tx.db
          .selectFrom('submission_version')
          .select('receipt_hash')
          .where('submission_id', '=', id)
          .executeTakeFirstOrThrow(),
      })),
    )
    expect(page.hash).toBe(kept.receipt_hash)
  })
})
