import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { TaskProgress } from '../../contract.ts'
import type { LoadedCampaign } from '../load-campaign.ts'
import { lateFrom, ofCampaign } from './units-owing.ts'

/** How far each task of the plan has come, over the units whose duties the actor sees. */
export async function taskProgressOf(tx: Tx, loaded: LoadedCampaign): Promise<TaskProgress[]> {
  const { rows } = await sql<TaskProgress>`
    select obligation.task_fact_id as "factId", min(obligation.kind) as kind, count(distinct obligation.unit_id)::int as units,
      count(*) filter (where obligation.state <> 'exempt')::int as owed,
      count(*) filter (where obligation.state = 'done')::int as done,
      count(*) filter (where obligation.state = 'open' and obligation.last_day < ${lateFrom(tx, loaded)}::date)::int as late
    from app.obligation where ${await ofCampaign(tx, loaded.row.id)} and obligation.task_fact_id is not null
    group by obligation.task_fact_id`.execute(tx.db)
  return rows
}
