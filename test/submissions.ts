import { DESK } from '../src/app/what-is-owed.ts'
import { newId } from '../src/kernel/ids.ts'
import { addDays, plainDate } from '../src/kernel/plain-date.ts'
import { ok } from '../src/kernel/result.ts'
import { createObligations } from '../src/mechanisms/obligations/server/index.ts'
import type { ContentOf, SubmissionContent } from '../src/mechanisms/submissions/contract.ts'
import { EMPTY_COMPLETION } from '../src/mechanisms/submissions/domain/completion.ts'
import { EMPTY_DISSEMINATION } from '../src/mechanisms/submissions/domain/dissemination.ts'
import { saveDraft, sign } from '../src/mechanisms/submissions/server/index.ts'
import { today } from '../src/platform/clock/clock.ts'
import type { campaignsIn } from './campaigns.ts'
import { reportsIn, share } from './reports.ts'
import { must, type Name, type OpenedWorld } from './world.ts'

export { DESK }
export const IN_PRODUCT = { way: 'product' } as const

export type Kind = SubmissionContent['kind']
type SavedWhole = Exclude<Kind, 'report'>
const OBLIGATION_OF = { dissemination: 'disseminate', completion: 'task' } as const

/** Something that may be sent, of each kind. */
export function wholeContent<K extends Kind>(kind: K, day: string): ContentOf<K>
export function wholeContent(kind: Kind, day: string): SubmissionContent {
  switch (kind) {
    case 'dissemination':
      return { ...EMPTY_DISSEMINATION, heldOn: day, form: 'meeting', attended: 3, total: 3 }
    case 'completion':
      return { ...EMPTY_COMPLETION, done: 'Đã tổ chức hội nghị', doneOn: day }
    case 'report': {
      const value = { kind: 'share', numerator: 3, denominator: 3, note: '' } as const
      return { kind: 'report', formVersion: 1, lines: { 'ky-cuong': { value, fileIds: [] } } }
    }
  }
}

/** What Phòng A owes of each kind, and what was written and sent for it. */
export function submissionsIn(opened: OpenedWorld, acts: ReturnType<typeof campaignsIn>) {
  const { phongA, root } = opened.world.units
  const reports = reportsIn(opened, acts)
  const campaigns = new Map<string, Promise<string>>()

  /** One campaign for all that a unit owes here: what is owed is told apart by its own key. */
  function campaignOf(unitId: string): Promise<string> {
    const known = campaigns.get(unitId) ?? acts.launched([unitId])
    campaigns.set(unitId, known)
    return known
  }

  async function owed(kind: Kind, more: { needsProof?: boolean; unitId?: string } = {}): Promise<string> {
    const unitId = more.unitId ?? phongA
    const campaignId = await campaignOf(unitId)
    if (kind === 'report') {
      const formId = await reports.publishedForm({ campaignId, unitIds: [unitId] })
      return reports.owedBy(formId, unitId)
    }
    return made(campaignId, unitId, { kind: OBLIGATION_OF[kind], needsProof: more.needsProof ?? false })
  }

  /** An obligation of that campaign beside those of its launch. */
  function made(campaignId: string, unitId: string, owes: { kind: 'disseminate' | 'task'; needsProof: boolean }) {
    const day = addDays(plainDate(today(opened.clock)), 10)
    const written = opened.work.write(opened.world.as('hoa'), async (tx) => {
      const unit = tx.db.selectFrom('unit').select('unit_no').where('id', '=', unitId)
      const obligation = {
        ...owes,
        thing: { kind: 'campaign', id: campaignId },
        unit: { id: unitId, unitNo: (await unit.executeTakeFirstOrThrow()).unit_no },
        owedToUnitId: root,
        title: 'Tổ chức hội nghị điển hình',
        words: null,
        deadline: { day, relation: 'by' },
        sourceKey: newId(),
      } as const
      await createObligations(tx, [obligation])
      const found = tx.db.selectFrom('obligation').select('id').where('source_key', '=', obligation.sourceKey)
      return ok((await found.executeTakeFirstOrThrow()).id)
    })
    return must(written)
  }

  type Begun = { id: string; version: number; lineVersion: number; fileIds: string[] }

  /** Saves something that may be sent, and says something else each time; the version it stands at is told. */
  async function write(kind: Kind, obligationId: string, before?: Begun, by: Name = 'lan') {
    const { id, version, lineVersion, fileIds } = before ?? { id: newId(), version: 0, lineVersion: 0, fileIds: [] }
    if (kind === 'report') {
      const value = share(version, version + 3)
      const more = { version: lineVersion }
      const saved = await reports.put(by, obligationId, 'ky-cuong', value, more)
      if (!saved.ok) return saved
      const { submissionId, submissionVersion, line } = saved.value
      return ok({ id: submissionId, version: submissionVersion, lineVersion: line.version, fileIds })
    }
    const whole = wholeContent<SavedWhole>(kind, today(opened.clock))
    const papers = fileIds.length > 0 ? fileIds : [await acts.scan(by)]
    const draft = { id, obligationId, version, content: { ...whole, note: `lần ${version}` }, fileIds: papers }
    const saved = await acts.write(by, saveDraft(DESK), draft)
    return saved.ok ? ok({ id, version: saved.value.submission.version, lineVersion: 0, fileIds: papers }) : saved
  }

  /** Written whole by Lan, with a paper, ready to be sent. */
  async function prepared<K extends SavedWhole>(kind: K, obligationId?: string) {
    const content = wholeContent(kind, today(opened.clock))
    const owes = obligationId ?? (await owed(kind))
    const draft = { id: newId(), obligationId: owes, version: 0, content, fileIds: [await acts.scan('lan')] }
    const { submission } = await must(acts.write('lan', saveDraft(DESK), draft))
    return { draft, id: draft.id, obligationId: owes, version: submission.version }
  }

  /** Prepared by Lan, signed for by Minh. */
  async function sent(kind: SavedWhole, obligationId?: string) {
    const { id, version, ...rest } = await prepared(kind, obligationId)
    const whole = await must(acts.write('minh', sign(DESK), { id, version, consent: IN_PRODUCT }))
    return { id, ...rest, version: whole.submission.version, whole }
  }

  /** The head's consent on paper, of today, with its scan. */
  async function onPaper(by: Name) {
    const givenByPersonId = opened.world.accounts.minh.personId
    return { givenByPersonId, givenOn: today(opened.clock), scanFileId: await acts.scan(by) }
  }

  /** A paper of Phòng A's head, of today, as the office types it in. */
  async function paper(obligationId: string, content: SubmissionContent) {
    const receivedOn: string = today(opened.clock)
    return { id: newId(), obligationId, content, fileIds: [] as string[], receivedOn, consent: await onPaper('hoa') }
  }

  return { owed, write, prepared, sent, onPaper, paper }
}
