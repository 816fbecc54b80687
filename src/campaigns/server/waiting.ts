import { sql } from 'kysely'
import { type Deadline, deadlineWords, lastDayOnTime } from '../../kernel/deadline.ts'
import { addDays, dayOf, daysBetween, formatMoment, plainDate } from '../../kernel/plain-date.ts'
import type { Coming, Waiting } from '../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { maySee } from './list-campaigns.ts'
import { loadCampaigns, thingOf } from './load-campaign.ts'

/** Campaigns that wait for the actor: to be decided, mended after a return, numbered and launched. */
export async function campaignsWaiting(tx: Tx): Promise<Waiting[]> {
  const open = await loadCampaigns(tx, (query) =>
    query.where('campaign.state', 'in', ['proposed', 'returned', 'agreed']),
  )
  return open.flatMap((one): Waiting[] => {
    const may = (action: 'decide' | 'propose' | 'launch') => whyMayNot(tx.actor, action, thingOf(one)) === undefined
    const { row } = one
    const waits = (kind: Waiting['kind'], since: Date, detail: string, act: string): Waiting[] => [
      {
        id: row.id,
        kind,
        title: row.title,
        detail,
        since: since.toISOString(),
        days: daysBetween(dayOf(since), tx.today),
        link: `/phong-trao/${row.id}/ra-soat`,
        act,
      },
    ]
    if (may('decide') && row.proposed_at) {
      return waits(
        'consent',
        row.proposed_at,
        `${row.created_by_name} trình lúc ${formatMoment(row.proposed_at)}`,
        'Xem và cho ý kiến',
      )
    }
    if (row.state === 'returned' && may('propose')) {
      return waits(
        'returned-plan',
        row.changed_at,
        `Bị trả lại lúc ${formatMoment(row.changed_at)}`,
        'Sửa và trình lại',
      )
    }
    if (may('launch')) {
      const next = one.number === null ? 'Chờ số, ngày và tệp đã ký' : 'Đã có số, chờ phát động'
      return waits(
        'number',
        row.changed_at,
        `${next}. Được đồng ý lúc ${formatMoment(row.changed_at)}`,
        one.number === null ? 'Nhập số' : 'Phát động',
      )
    }
    return []
  })
}

const AHEAD_DAYS = 60

/** The next days of the campaigns the actor sees: period reviews and commemorations within two months. */
export async function campaignDays(tx: Tx): Promise<Coming[]> {
  const running = (await loadCampaigns(tx, (query) => query.where('campaign.state', '=', 'launched'))).filter((one) =>
    maySee(tx, one),
  )
  if (running.length === 0) return []
  const until = addDays(tx.today, AHEAD_DAYS)
  const { rows } = await sql<{
    document_id: string
    kind: string
    day: string
    relation: string | null
    name: string
    years: number | null
  }>`
    select f.document_id, f.kind, coalesce(f.value ->> 'reviewDeadline', f.value ->> 'date') as day,
      f.value ->> 'relation' as relation, f.value ->> 'name' as name, (f.value ->> 'years')::int as years
    from app.document_fact f
    where f.document_id = any(${running.map((one) => one.row.document_id)}::uuid[])
      and f.state <> 'removed' and f.kind in ('period', 'commemoration')
      and length(coalesce(f.value ->> 'reviewDeadline', f.value ->> 'date', '')) = 10
      and coalesce(f.value ->> 'reviewDeadline', f.value ->> 'date') between ${tx.today} and ${until}`.execute(tx.db)
  const links = new Map(running.map((one) => [one.row.document_id, `/phong-trao/${one.row.id}`]))
  const coming = rows.map((row) => {
    const relation = row.kind === 'period' && row.relation === 'before' ? 'before' : 'by'
    const deadline: Deadline = { day: plainDate(row.day), relation }
    const anniversary = row.years === null ? row.name : `${row.years} năm ${row.name}`
    return {
      day: lastDayOnTime(deadline),
      text: row.kind === 'period' ? `Tổng kết ${row.name}. ${deadlineWords(deadline)}` : anniversary,
      link: links.get(row.document_id) ?? null,
    }
  })
  // «trước ngày» today: the last day was yesterday
  return coming.filter((one) => one.day >= tx.today)
}
