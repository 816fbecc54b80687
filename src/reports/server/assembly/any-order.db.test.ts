import fc from 'fast-check'
import { expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { reportsIn, share } from '../../../../test/reports.ts'
import { eightOn, must, type Name, type OpenedWorld, openWorld } from '../../../../test/world.ts'
import { DESK } from '../../../app/what-is-owed.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok } from '../../../kernel/result.ts'
import { accept, returnSubmission, sign } from '../../../mechanisms/submissions/server/index.ts'
import { open, withdraw } from '../../../mechanisms/submissions/server/receive.ts'
import { UNDESCRIBED } from '../../../organisation/domain/unit-description.ts'
import { createUnit, enterUnitEvent } from '../../../organisation/server/index.ts'
import { NO_CHOICES } from '../../../organisation/server/plan-unit-event.ts'
import { assembled } from './assembled.ts'

/** How many orders are tried; each in a world of its own. */
const RUNS = Number(process.env.ORDERS ?? 2)
const STEPS = 26
const REPORTS = 5

const step = fc.record({
  act: fc.constantFrom('send', 'send', 'send', 'withdraw', 'return', 'return', 'accept'),
  which: fc.nat({ max: REPORTS - 1 }),
  reached: fc.nat({ max: 9 }),
  of: fc.nat({ max: 9 }),
  spent: fc.option(fc.nat({ max: 1_000_000 })),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
/** What was last sent on the lines, while it stands sent. */
type Sent = { reached: number; of: number; spent: number | null }

it('any order of sending, withdrawing, returning and sending again, and a merger across branches between, keeps every branch equal to a recount', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: STEPS, maxLength: STEPS }),
      fc.nat({ max: STEPS - 1 }),
      async (steps, mergedAt) => {
        const opened = await openWorld('2022-07-12')
        try {
          await walk(opened, steps, mergedAt)
        } finally {
          await opened.close()
        }
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  )
})

async function walk(opened: OpenedWorld, steps: readonly Step[], mergedAt: number): Promise<void> {
  const acts = campaignsIn(opened)
  const reports = reportsIn(opened, acts)
  const tree = await twoTiers(opened)
  const formId = await reports.publishedForm({ unitIds: tree.owing, campaignId: await acts.launched(tree.owing) })
  const owed = await Promise.all(tree.owing.map((unitId) => reports.owedBy(formId, unitId)))
  const sent = new Map<string, Sent>()

  for (const [index, one] of steps.entries()) {
    if (index === mergedAt) await merge(opened, tree)
    const obligationId = owed[one.which] ?? ''
    const owner = (await rowOf(opened, obligationId)).unitId
    if (await doIt(one, obligationId, tree.below(tree.phongB, owner) ? 'binh' : 'minh')) {
      if (one.act === 'send') sent.set(obligationId, one)
      else if (one.act !== 'accept') sent.delete(obligationId)
    }
    await compare()
  }

  async function doIt({ act, reached, of, spent }: Step, obligationId: string, head: Name): Promise<boolean> {
    const { id } = await rowOf(opened, obligationId)
    switch (act) {
      case 'send': {
        const lines = [
          ['ky-cuong', share(reached, of)],
          ['kinh-phi', { kind: 'amount', amount: spent, note: '' }],
        ] as const
        for (const [key, value] of lines) {
          const put = await reports.put(head, obligationId, key, value, {
            version: await lineVersion(obligationId, key),
          })
          if (!put.ok) return false
        }
        const now = await rowOf(opened, obligationId)
        const signing = { id: now.id, version: now.version, consent: { way: 'product' } as const }
        return (await acts.write(head, sign(DESK), signing)).ok
      }
      case 'withdraw':
        return (await acts.write(head, withdraw(DESK), { id })).ok
      case 'return':
      case 'accept': {
        const read = await acts.write('hoa', open(DESK), { id })
        if (!read.ok) return false
        const decided = { id, version: read.value.submission.version, lines: [] }
        if (act === 'accept') return (await acts.write('hoa', accept(DESK), decided)).ok
        return (await acts.write('hoa', returnSubmission(DESK), { ...decided, reason: 'Xem lại' })).ok
      }
    }
  }

  async function lineVersion(obligationId: string, key: string): Promise<number> {
    const { id } = await rowOf(opened, obligationId)
    const found = opened.work.read({ kind: 'script', name: 'thử' }, async (tx) =>
      ok(
        await tx.db
          .selectFrom('report_line')
          .select('version')
          .where('submission_id', '=', id)
          .where('line_key', '=', key)
          .executeTakeFirst(),
      ),
    )
    return (await must(found))?.version ?? 0
  }

  /** The branches as the product adds them up, against the same from what was sent, in plain arithmetic. */
  async function compare(): Promise<void> {
    const owners = await Promise.all(owed.map(async (id) => [id, (await rowOf(opened, id)).unitId] as const))
    for (const [branch, name] of [
      [tree.root, 'hoa'],
      [tree.phongA, 'minh'],
      [tree.phongB, 'binh'],
    ] as const) {
      const told = await must(acts.read(name, assembled(DESK.things), { id: formId, unitId: branch }))
      const standing = owners.flatMap(([id, owner]) => (tree.below(branch, owner) ? (sent.get(id) ?? []) : []))
      const spent = standing.flatMap((one) => one.spent ?? [])
      const by = Object.fromEntries(told.figures.map((figure) => [figure.line.key, figure.total]))
      expect({ sent: told.sent, 'ky-cuong': by['ky-cuong'], 'kinh-phi': by['kinh-phi'] }).toEqual({
        sent: standing.length,
        'ky-cuong':
          standing.length === 0
            ? null
            : {
                reports: standing.length,
                amount: sum(standing.map((one) => one.reached)),
                base: sum(standing.map((one) => one.of)),
              },
        'kinh-phi': spent.length === 0 ? null : { reports: spent.length, amount: sum(spent), base: null },
      })
      expect(told.owed).toBe(told.sent + told.missing)
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

type Tiers = Awaited<ReturnType<typeof twoTiers>>

/** Two teams under Phòng A, one under Phòng B; the tree as the test knows it, apart from the product's. */
async function twoTiers({ work, world }: OpenedWorld) {
  const { root, phongA, phongB } = world.units
  const [to1, to2, to3, merged] = [newId(), newId(), newId(), newId()]
  for (const [id, name, parentId] of [
    [to1, 'Tổ 1', phongA],
    [to2, 'Tổ 2', phongA],
    [to3, 'Tổ 3', phongB],
  ] as const) {
    const unit = { id, name, shortName: null, parentId, orderNo: 1, from: '2022-07-12' }
    await must(work.write(world.as('quan'), (tx) => createUnit(tx, unit)))
  }
  const above = new Map([
    [phongA, root],
    [phongB, root],
    [to1, phongA],
    [to2, phongA],
    [to3, phongB],
    [merged, phongB],
  ])
  const below = (branch: string, unit: string): boolean => {
    for (let at: string | undefined = unit; at !== undefined; at = above.get(at)) if (at === branch) return true
    return false
  }
  return { root, phongA, phongB, to1, to3, merged, above, below, owing: [to1, to2, to3, phongA, phongB] }
}

/** Tổ 1 goes over to Phòng B with Tổ 3, into a new team: what it sent before counts there from then on. */
async function merge({ work, world, clock }: OpenedWorld, { to1, to3, merged, phongB, above }: Tiers): Promise<void> {
  clock.move(eightOn('2022-07-13'))
  const unit = { id: merged, ...UNDESCRIBED, name: 'Tổ Hợp nhất', shortName: null, parentId: phongB, orderNo: 9 }
  const change = { kind: 'merged' as const, unitIds: [to1, to3], into: { unit } }
  const event = { id: newId(), on: '2022-07-13', change, document: null, note: null, choices: NO_CHOICES }
  await must(work.write(world.as('quan'), (tx) => enterUnitEvent(tx, event)))
  above.set(to1, merged)
  above.set(to3, merged)
}

async function rowOf(
  { work }: OpenedWorld,
  obligationId: string,
): Promise<{ unitId: string; id: string; version: number }> {
  const read = work.read({ kind: 'script', name: 'thử' }, async (tx) =>
    ok(
      await tx.db
        .selectFrom('obligation as o')
        .leftJoin('submission as s', 's.obligation_id', 'o.id')
        .select(['o.unit_id as unitId', 's.id', 's.version'])
        .where('o.id', '=', obligationId)
        .executeTakeFirstOrThrow(),
    ),
  )
  const { unitId, id, version } = await must(read)
  return { unitId, id: id ?? newId(), version: version ?? 0 }
}
