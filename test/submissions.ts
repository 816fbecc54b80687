import { campaignThings } from '../src/campaigns/server/index.ts'
import type { Who } from '../src/kernel/actor.ts'
import { newId } from '../src/kernel/ids.ts'
import { addDays, plainDate } from '../src/kernel/plain-date.ts'
import { ok } from '../src/kernel/result.ts'
import { createObligations } from '../src/mechanisms/obligations/server/index.ts'
import type { ContentOf, SubmissionContent } from '../src/mechanisms/submissions/contract.ts'
import { EMPTY_COMPLETION } from '../src/mechanisms/submissions/domain/completion.ts'
import { EMPTY_DISSEMINATION } from '../src/mechanisms/submissions/domain/dissemination.ts'
import { saveDraft, sign, submissionDesk } from '../src/mechanisms/submissions/server/index.ts'
import { today } from '../src/platform/clock/clock.ts'
import type { campaignsIn } from './campaigns.ts'
import { must, type Name, type OpenedWorld } from './world.ts'

type Kind = 'dissemination' | 'completion'
const OBLIGATION_OF = { dissemination: 'disseminate', completion: 'task' } as const

export const DESK = submissionDesk(campaignThings)
export const IN_PRODUCT = { way: 'product' } as const

/** Something that may be sent, of each kind. */
export function wholeContent(kind: Kind, day: string): ContentOf<Kind> {
  return kind === 'dissemination'
    ? { ...EMPTY_DISSEMINATION, heldOn: day, form: 'meeting', attended: 3, total: 3 }
    : { ...EMPTY_COMPLETION, done: 'Đã tổ chức hội nghị', doneOn: day }
}

/** What Phòng A owes of each kind, and what was written and sent for it. */
export function submissionsIn(opened: OpenedWorld, acts: ReturnType<typeof campaignsIn>) {
  const { phongA, root } = opened.world.units

  /** An obligation of its own, of a campaign launched for it. */
  async function owed(kind: Kind, more: { needsProof?: boolean; unitId?: string } = {}): Promise<string> {
    const unitId = more.unitId ?? phongA
    const campaignId = await acts.launched([unitId])
    const day = today(opened.clock)
    const hoa: Who = opened.world.as('hoa')
    return must(
      opened.work.write(hoa, async (tx) => {
        const { unit_no: unitNo } = await tx.db
          .selectFrom('unit')
          .select('unit_no')
          .where('id', '=', unitId)
          .executeTakeFirstOrThrow()
        const obligation = {
          kind: OBLIGATION_OF[kind],
          thing: { kind: 'campaign', id: campaignId },
          unit: { id: unitId, unitNo },
          owedToUnitId: root,
          title: 'Tổ chức hội nghị điển hình',
          words: null,
          deadline: { day: addDays(plainDate(day), 10), relation: 'by' },
          sourceKey: newId(),
          needsProof: more.needsProof ?? false,
        } as const
        await createObligations(tx, [obligation])
        const { id } = await tx.db
          .selectFrom('obligation')
          .select('id')
          .where('source_key', '=', obligation.sourceKey)
          .executeTakeFirstOrThrow()
        return ok(id)
      }),
    )
  }

  /** Written whole by Lan, with a paper, ready to be sent. */
  async function prepared(kind: Kind, obligationId?: string) {
    const content = wholeContent(kind, today(opened.clock))
    const draft = {
      id: newId(),
      obligationId: obligationId ?? (await owed(kind)),
      version: 0,
      content,
      fileIds: [await acts.scan('lan')],
    }
    const { submission } = await must(acts.write('lan', saveDraft(DESK), draft))
    return { draft, id: draft.id, obligationId: draft.obligationId, version: submission.version }
  }

  /** Prepared by Lan, signed for by Minh. */
  async function sent(kind: Kind, obligationId?: string) {
    const { id, version, ...rest } = await prepared(kind, obligationId)
    const whole = await must(acts.write('minh', sign(DESK), { id, version, consent: IN_PRODUCT }))
    return { id, ...rest, version: whole.submission.version, whole }
  }

  /** A paper of Phòng A's head, of today, as the office types it in. */
  async function paper(obligationId: string, content: SubmissionContent, by: Name = 'hoa') {
    const day = today(opened.clock)
    const givenByPersonId = opened.world.accounts.minh.personId
    const consent = { givenByPersonId, givenOn: day, scanFileId: await acts.scan(by) }
    return { id: newId(), obligationId, content, fileIds: [] as string[], receivedOn: day as string, consent }
  }

  return { owed, prepared, sent, paper }
}
