import { type Actor, holds, type Role, seesAs, type UnitPath } from '../../kernel/actor.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'

/** Who reads the reports of a unit and everything below it as one. */
export const READERS = ['standing-office', 'authority', 'head', 'officer', 'auditor'] as const satisfies readonly Role[]

/** Why the actor may not read the reports of this branch together, or edit what is made of their texts. */
export function whyMayNotAssemble(actor: Actor, action: 'see' | 'edit', branch: UnitPath): Refusal | undefined {
  if (!seesAs(actor, READERS, branch)) return refusal('not-found')
  if (action === 'see') return undefined
  const edits = (['standing-office', 'head', 'officer'] as const).some((role) => holds(actor, role, branch))
  return edits
    ? undefined
    : refusal('not-yours-to-do', { who: 'bộ phận thường trực, công chức phụ trách hoặc người đứng đầu nơi tổng hợp' })
}
