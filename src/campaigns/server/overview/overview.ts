import { sql } from 'kysely'
import { addDays, daysBetween, type PlainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import {
  inGivenOrder,
  type ObligationShape,
  type ObligationThings,
  toObligationShape,
} from '../../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { CampaignChange, CampaignSummary, NotSent } from '../../contract.ts'
import { OVERVIEW_ROWS, type OverviewRows } from '../../domain/overview-words.ts'
import { whyMayNot } from '../../domain/permissions.ts'
import { changesOf } from '../changes/change-paper.ts'
import { maySee } from '../list-campaigns.ts'
import { type LoadedCampaign, loadCampaigns, thingOf, toSummary } from '../load-campaign.ts'
import { conditionOf, countOf, idsOf, seenWithThings, WEEK, whyNotLeading } from './rows.ts'

type Overview = {
  today: string
  campaigns: CampaignSummary[]
  waitingForMe: CampaignSummary[]
  counts: Record<OverviewRows, number>
  doneInTime: number
  lateBefore: number
  lateUnits: number
  longestLate: number
  notSent: NotSent[]
  late: ObligationShape[]
  changes: (CampaignChange & { campaignId: string; campaignTitle: string })[]
  launched: { id: string; title: string; on: string; units: number }[]
}

const LATE_SHOWN = 10
const NOT_SENT_SHOWN = 20

/** One page for whoever answers for all campaigns: who has not sent, what is late and how long, what changed since last week. */
export function overview(things: ObligationThings) {
  return async (tx: Tx, _input: Record<string, never>): Promise<Result<Overview>> => {
    const refused = whyNotLeading(tx)
    if (refused) return refused
    const campaigns = (
      await loadCampaigns(tx, (query) => query.orderBy('campaign.changed_at', 'desc').orderBy('campaign.id'))
    ).filter((one) => maySee(tx, one))
    const counts = {} as Record<OverviewRows, number>
    for (const what of OVERVIEW_ROWS) counts[what] = await countOf(tx, things, what)
    const late = await inGivenOrder(tx, things, (await idsOf(tx, things, 'late', 1)).slice(0, LATE_SHOWN))
    return ok({
      today: tx.today,
      campaigns: campaigns.map(toSummary),
      waitingForMe: campaigns.filter((one) => whyMayNot(tx.actor, 'decide', thingOf(one)) === undefined).map(toSummary),
      counts,
      ...(await sums(tx, things)),
      notSent: await notSentOf(tx, things),
      late: late.map((one) => toObligationShape(tx, one)),
      ...(await lastWeek(tx, campaigns)),
    })
  }
}

type Sums = { doneInTime: number; lateBefore: number; lateUnits: number; longestLate: number }

async function sums(tx: Tx, things: ObligationThings): Promise<Sums> {
  const weekAgo = addDays(tx.today, -WEEK)
  const { rows } = await sql<Omit<Sums, 'longestLate'> & { first: PlainDate | null }>`
    select
      (count(*) filter (where ${conditionOf(tx, 'done-lately')} and obligation.done_on <= obligation.last_day))::int as "doneInTime",
      -- A week ago, by the last days as they stand now: not there on that day, whatever has come of it since.
      (count(*) filter (where obligation.last_day < ${weekAgo}::date and t.closed_on is null and t.paused_on is null
        and (obligation.state = 'open' or (obligation.state = 'done' and obligation.done_on >= ${weekAgo}::date))))::int as "lateBefore",
      (count(distinct obligation.unit_id) filter (where ${conditionOf(tx, 'late')}))::int as "lateUnits",
      min(obligation.last_day) filter (where ${conditionOf(tx, 'late')}) as first
    from ${await seenWithThings(tx, things)} where obligation.last_day < ${tx.today}::date or obligation.done_on > ${weekAgo}::date`.execute(
    tx.db,
  )
  const { first, ...counted } = rows[0] ?? { doneInTime: 0, lateBefore: 0, lateUnits: 0, first: null }
  return { ...counted, longestLate: first === null ? 0 : daysBetween(first, tx.today) }
}

/** What is due by now or within a week and not there from every unit: most late first. */
async function notSentOf(tx: Tx, things: ObligationThings): Promise<NotSent[]> {
  const soon = addDays(tx.today, WEEK)
  const { rows } = await sql<NotSent>`
    select obligation.thing_kind as "thingKind", obligation.thing_id as "thingId", min(t.title) as "thingTitle", obligation.kind,
      min(obligation.title) as title, min(obligation.occurrence) as occurrence, min(obligation.task_fact_id::text) as "factId",
      min(obligation.last_day) as "lastDay",
      (count(*) filter (where obligation.state <> 'exempt'))::int as owed,
      (count(*) filter (where obligation.state = 'open'))::int as "notSent",
      (count(*) filter (where obligation.state = 'open' and obligation.last_day < ${tx.today}::date))::int as late
    from ${await seenWithThings(tx, things)}
    where obligation.last_day <= ${soon}::date and t.closed_on is null and t.paused_on is null
    group by obligation.thing_kind, obligation.thing_id, obligation.kind, split_part(obligation.source_key, ':~', 1)
    having count(*) filter (where obligation.state = 'open') > 0
    order by late desc, "notSent" desc, "lastDay" limit ${NOT_SENT_SHOWN}`.execute(tx.db)
  return rows
}

/** What was done with campaigns themselves since last week. */
async function lastWeek(tx: Tx, campaigns: readonly LoadedCampaign[]): Promise<Pick<Overview, 'changes' | 'launched'>> {
  const weekAgo = addDays(tx.today, -WEEK)
  const recent = await tx.db
    .selectFrom('campaign_change')
    .select('campaign_id')
    .distinct()
    .where('on_day', '>', weekAgo)
    .execute()
  const changed = campaigns.filter((one) => recent.some((row) => row.campaign_id === one.row.id))
  const changes: Overview['changes'] = []
  for (const { row } of changed) {
    for (const change of await changesOf(tx, row.id)) {
      if (change.onDay > weekAgo) changes.push({ ...change, campaignId: row.id, campaignTitle: row.title })
    }
  }
  const launched = campaigns.flatMap(({ row, units }) =>
    row.launched_on !== null && row.launched_on > weekAgo
      ? [{ id: row.id, title: row.title, on: row.launched_on, units }]
      : [],
  )
  return { changes: changes.sort((a, b) => (a.at < b.at ? 1 : -1)), launched }
}
