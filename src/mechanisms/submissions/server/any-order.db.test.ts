import fc from 'fast-check'
import { expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { ACTS, type Standing, submissionActsIn } from '../../../../test/submission-acts.ts'
import type { Kind } from '../../../../test/submissions.ts'
import { codeOf, eightOn, must, openWorld } from '../../../../test/world.ts'
import { newId } from '../../../kernel/ids.ts'
import { UNDESCRIBED } from '../../../organisation/domain/unit-description.ts'
import { enterUnitEvent } from '../../../organisation/server/index.ts'
import { NO_CHOICES } from '../../../organisation/server/plan-unit-event.ts'

const KINDS: readonly Kind[] = ['dissemination', 'completion', 'report']
/** How many orders are tried; each in a world of its own. */
const RUNS = Number(process.env.ORDERS ?? 4)
const STEPS = 30

const step = fc.record({
  act: fc.constantFrom(...ACTS, 'save', 'save', 'save', 'sign', 'sign', 'sign', 'return'),
  which: fc.nat({ max: KINDS.length - 1 }),
})

it('any order of writing, sending, returning, withdrawing, accepting, papers typed in, and a merger between keeps what must hold', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: STEPS, maxLength: STEPS }),
      fc.nat({ max: STEPS - 1 }),
      async (steps, mergedAt) => {
        const opened = await openWorld('2022-07-12')
        try {
          const acts = campaignsIn(opened)
          const on = submissionActsIn(opened, acts)
          const all: Standing[] = []
          for (const kind of KINDS) all.push({ kind, obligationId: await on.its.owed(kind) })
          for (const [index, { act, which }] of steps.entries()) {
            if (index === mergedAt) await merge(opened)
            const at = all[which]
            if (at) await walk(on, act, at)
          }
        } finally {
          await opened.close()
        }
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  )
})

/** Phòng A, which owes it all, goes up in a new one: what is open goes along, with what is being written for it. */
async function merge({ work, world, clock }: Awaited<ReturnType<typeof openWorld>>): Promise<void> {
  clock.move(eightOn('2022-07-13'))
  const { phongA, phongB, root } = world.units
  const unit = { id: newId(), ...UNDESCRIBED, name: 'Phòng Hợp nhất', shortName: null, parentId: root, orderNo: 9 }
  const change = { kind: 'merged' as const, unitIds: [phongA, phongB], into: { unit } }
  const event = { id: newId(), on: '2022-07-13', change, document: null, note: null, choices: NO_CHOICES }
  await must(work.write(world.as('quan'), (tx) => enterUnitEvent(tx, event)))
}

async function walk(on: ReturnType<typeof submissionActsIn>, act: (typeof ACTS)[number], at: Standing): Promise<void> {
  const before = await on.standingOf(at)
  const done = await on.doIt(act, at)
  if (act === 'save' && done.ok) at.written = done.value as NonNullable<Standing['written']>
  const after = await on.standingOf(at)
  if (!done.ok) {
    // Refused in words of the catalogue, and nothing has changed.
    expect(codeOf(done)).toMatch(/^[a-z-]+$/)
    expect(after).toEqual(before)
  }
  expect(after.receipts.slice(0, before.receipts.length)).toEqual(before.receipts)
  expect(after.receipts.map((one) => one.sent_no)).toEqual(after.receipts.map((_, index) => index + 1))
  expect(after.sentNo).toBe(after.receipts.length)
  expect(after.version).toBeGreaterThanOrEqual(before.version)
  const lying = ['submitted', 'opened', 'accepted'].includes(after.state)
  expect(after.owed).toBe(lying ? 'done' : 'open')
}
