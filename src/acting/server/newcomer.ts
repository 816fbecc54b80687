import { addDays, daysBetween, type PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { type Giver, giversOn } from '../../mechanisms/consents/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit, unitPath } from '../../platform/database/unit-tree.ts'
import { type Contact, contactFor } from './looking-after.ts'
import { type HandoverLine, listHandovers } from './read-handover.ts'

/** How long somebody is new in a post. */
export const NEW_FOR_DAYS = 30
const YEAR = 365

type Owed = { id: string; title: string; thingTitle: string; due: PlainDate; state: 'open' | 'done' | 'exempt' }
type Newcomer = {
  isNew: boolean
  post: { title: string; unitId: string; unitName: string; from: PlainDate; day: number }
  owed: Owed[]
  lastYear: Owed[]
  handovers: HandoverLine[]
  contact: Contact | null
  campaigns: { id: string; title: string; endsOn: PlainDate | null }[]
  ask: { role: 'head' | 'standing-office' | 'administrator'; people: Giver[] }[]
}

/** The post somebody is new in today. */
export async function newPostOf(tx: Tx): Promise<{ title: string; unitName: string; from: PlainDate } | null> {
  const post = tx.actor.kind === 'person' ? await newestPost(tx, tx.actor.personId) : undefined
  if (!post || daysBetween(post.from, tx.today) >= NEW_FOR_DAYS) return null
  return { title: post.title, unitName: post.unitName, from: post.from }
}

/** What somebody new in a post has to know first: the newest post he holds, with what its unit owes and whom to ask. */
export async function readNewcomer(tx: Tx): Promise<Result<Newcomer>> {
  const { actor, today } = tx
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const post = await newestPost(tx, actor.personId)
  if (!post) return refuse('no-current-post')
  const path = await unitPath(tx, post.unitId)
  const root = await rootUnit(tx)
  const lastYear = addDays(today, -YEAR)
  const handed = await listHandovers(tx, {})
  const day = daysBetween(post.from, today) + 1
  return ok({
    isNew: day <= NEW_FOR_DAYS,
    post: { ...post, day },
    owed: (await owedBy(tx, post.unitId, addDays(today, -YEAR), addDays(today, YEAR))).filter(
      (one) => one.state === 'open',
    ),
    lastYear: await owedBy(tx, post.unitId, addDays(lastYear, -15), addDays(lastYear, 45)),
    handovers: handed.ok ? handed.value.handovers : [],
    contact: (await contactFor(tx, path)) ?? null,
    campaigns: await campaignsOf(tx, post.unitId),
    ask: (
      [
        { role: 'head', people: await giversOn(tx, ['head'], path.slice(0, 1), today) },
        { role: 'standing-office', people: await giversOn(tx, ['standing-office'], path, today) },
        { role: 'administrator', people: await giversOn(tx, ['administrator'], [root.id], today) },
      ] as const
    )
      .map(({ role, people }) => ({ role, people: people.filter((one) => one.personId !== actor.personId) }))
      .filter(({ people }) => people.length > 0),
  })
}

async function owedBy(tx: Tx, unitId: string, from: PlainDate, to: PlainDate): Promise<Owed[]> {
  const rows = await tx.db
    .selectFrom('obligation')
    .innerJoin('campaign', 'campaign.id', 'obligation.thing_id')
    .select(['obligation.id', 'obligation.title', 'campaign.title as thingTitle'])
    .select(['obligation.due_day as due', 'obligation.state'])
    .where('obligation.unit_id', '=', unitId)
    .where('campaign.state', 'in', ['launched', 'closed'])
    .where('obligation.last_day', '>=', from)
    .where('obligation.last_day', '<=', to)
    .orderBy('obligation.last_day')
    .limit(50)
    .execute()
  return rows
}

async function campaignsOf(tx: Tx, unitId: string) {
  return tx.db
    .selectFrom('campaign')
    .innerJoin('campaign_unit', 'campaign_unit.campaign_id', 'campaign.id')
    .select(['campaign.id', 'campaign.title', 'campaign.ends_on as endsOn'])
    .where('campaign_unit.unit_id', '=', unitId)
    .where('campaign.state', '=', 'launched')
    .orderBy('campaign.launched_on', 'desc')
    .limit(20)
    .execute()
}

async function newestPost(tx: Tx, personId: string) {
  return tx.db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .select(['post.title', 'unit.id as unitId', 'unit.name as unitName', 'post.valid_from as from'])
    .where('post.person_id', '=', personId)
    .where('post.valid_from', '<=', tx.today)
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', tx.today)]))
    .orderBy('post.valid_from', 'desc')
    .orderBy('post.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
