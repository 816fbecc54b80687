import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import {
  loadObligations,
  type ObligationShape,
  toObligationShape,
} from '../../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { OpenGroup } from '../../contract.ts'
import { leadsCampaign, readCampaign } from '../load-campaign.ts'
import { campaignThings } from '../obligation-things.ts'

const PAGE_SIZE = 50

/** Which of what units owe it is: the same for all units, so that it can be spoken of as one. */
export const GROUP_KEY = sql<string>`(obligation.kind || ':' || obligation.source_key)`

type OpenDuties = { groups: OpenGroup[]; total: number; rows: ObligationShape[]; page: number; pageSize: number }

/** What is still open of a campaign, by what it is; and the units of one of them, first due first. */
export async function openDuties(
  tx: Tx,
  input: { id: string; key?: string; page: number },
): Promise<Result<OpenDuties>> {
  const opened = await readCampaign(tx, input.id, 'see')
  if (!opened.ok) return opened
  if (!leadsCampaign(tx, opened.value)) {
    return refuse('not-yours-to-see', { who: 'người có thẩm quyền và bộ phận thường trực' })
  }
  const groups = await openGroups(tx, input.id, opened.value.row.paused_on !== null)
  const { key } = input
  const rows =
    key === undefined
      ? []
      : await loadObligations(tx, campaignThings, (query) =>
          query
            .where('obligation.thing_kind', '=', 'campaign')
            .where('obligation.thing_id', '=', input.id)
            .where('obligation.state', '=', 'open')
            .where(GROUP_KEY, '=', key)
            .orderBy('obligation.last_day')
            .orderBy('obligation.unit_no')
            .orderBy('obligation.id')
            .limit(PAGE_SIZE)
            .offset((input.page - 1) * PAGE_SIZE),
        )
  return ok({
    groups,
    total: groups.reduce((sum, group) => sum + group.open, 0),
    rows: rows.map((one) => toObligationShape(tx, one)),
    page: input.page,
    pageSize: PAGE_SIZE,
  })
}

async function openGroups(tx: Tx, campaignId: string, paused: boolean): Promise<OpenGroup[]> {
  const { rows } = await sql<OpenGroup>`
    select ${GROUP_KEY} as key, kind, min(title) as title, min(occurrence) as occurrence, count(*)::integer as open,
      count(*) filter (where last_day < ${tx.today}::date and not ${paused})::integer as late,
      min(last_day) as "firstLastDay", max(last_day) as "lastDay"
    from app.obligation where thing_kind = 'campaign' and thing_id = ${campaignId} and state = 'open'
    group by kind, source_key order by min(last_day), kind, source_key`.execute(tx.db)
  return rows
}

/** Of each group the day on which it was first asked of somebody; what an event of units has copied since is of that day too. */
export async function firstAskedOn(tx: Tx, campaignId: string): Promise<Map<string, PlainDate>> {
  const { rows } = await sql<{ key: string; day: PlainDate }>`
    select ${GROUP_KEY} as key, min((created_at at time zone 'Asia/Ho_Chi_Minh')::date) as day from app.obligation
    where thing_kind = 'campaign' and thing_id = ${campaignId} group by 1`.execute(tx.db)
  return new Map(rows.map((row) => [row.key, row.day]))
}

/** Locks what is still open, in the order of the ids, as everybody who takes several; gives each with its group. */
export async function lockOpen(tx: Tx, campaignId: string): Promise<{ id: string; key: string; unitId: string }[]> {
  const { rows } = await sql<{ id: string; key: string; unitId: string }>`
    select id, ${GROUP_KEY} as key, unit_id as "unitId" from app.obligation
    where thing_kind = 'campaign' and thing_id = ${campaignId} and state = 'open' order by id for update`.execute(tx.db)
  return rows
}
