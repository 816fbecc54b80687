import { sql } from 'kysely'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { LoadedForm } from './load-form.ts'

type Choice = { id: string; name: string; parentId: string | null; ofCampaign: boolean }
export type Waiting = {
  factId: string | null
  occurrence: string | null
  title: string
  lastDay: string
  unitIds: string[]
}

/** Units that may owe this report: those of the campaign, and every living unit below the host. */
export async function unitChoicesFor(tx: Tx, { row }: LoadedForm): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    with recursive below as (
      select u.id, u.parent_id, u.name, u.order_no, 0 as depth from app.unit u where u.id = ${row.unit_id}
      union all
      select u.id, u.parent_id, u.name, u.order_no, b.depth + 1 from below b join app.unit u on u.parent_id = b.id
      where u.valid_to is null or u.valid_to >= ${tx.today}::date
    )
    select b.id, b.name, b.parent_id as "parentId", exists (
        select 1 from app.campaign_unit c where c.campaign_id = ${row.campaign_id}::uuid and c.unit_id = b.id) as "ofCampaign"
    from below b order by b.depth, b.order_no, b.name`.execute(tx.db)
  return rows
}

/** The campaign's report obligations that no form answers yet, one row for each task and turn. */
export async function waitingFor(tx: Tx, { row }: LoadedForm): Promise<Waiting[]> {
  if (row.campaign_id === null) return []
  const { rows } = await sql<Waiting>`
    select task_fact_id as "factId", occurrence, min(title) as title, max(last_day)::text as "lastDay", array_agg(distinct unit_id) as "unitIds"
    from app.obligation
    where thing_kind = 'campaign' and thing_id = ${row.campaign_id} and kind = 'report' and state = 'open'
      and source_key not like 'form:%'
    group by task_fact_id, occurrence order by max(last_day), occurrence`.execute(tx.db)
  return rows
}
