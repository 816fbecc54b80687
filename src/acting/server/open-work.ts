import { formatDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { giversOn } from '../../mechanisms/consents/server/index.ts'
import type { OpenItem, OpenWork, Receiver } from '../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { loadDelegations } from './load-delegations.ts'
import { giveUnit } from './set-looking-after.ts'

/** The units an officer of the standing office looks after: they go to another of its officers. */
export const lookedAfterUnits: OpenWork = {
  kind: 'looking-after',
  words: 'Đơn vị đang theo dõi',
  openWorkOf: async (tx, personId) => {
    const rows = await lookedAfter(tx, personId)
    return rows.map((row) => ({
      id: row.id,
      title: row.name,
      note: `Theo dõi từ ${formatDate(row.from)}`,
      due: null,
      unitId: row.unitId,
      stays: null,
    }))
  },
  handOver: async (tx, itemIds, from, to) => {
    const held = new Map((await lookedAfter(tx, from.id)).map((row) => [row.id, row]))
    for (const id of itemIds) {
      const row = held.get(id)
      if (!row) return refuse('handover-item-changed', { title: 'Đơn vị đang theo dõi' })
      const path = await unitPath(tx, row.unitId)
      const officers = await giversOn(tx, ['standing-office'], path, tx.today)
      if (!officers.some((one) => one.personId === to.id)) {
        return refuse('receiver-has-no-right', { name: to.name, who: 'bộ phận thường trực', title: row.name })
      }
      const given = await giveUnit(tx, { id: row.unitId, no: row.no, name: row.name }, path, to.id, tx.today)
      if (!given.ok) return given
    }
    return ok(undefined)
  },
}

async function lookedAfter(tx: Tx, personId: string) {
  return tx.db
    .selectFrom('looking_after')
    .innerJoin('unit', 'unit.id', 'looking_after.unit_id')
    .select(['looking_after.id', 'unit.id as unitId', 'unit.unit_no as no', 'unit.name'])
    .select('looking_after.valid_from as from')
    .where('looking_after.person_id', '=', personId)
    .where((eb) => eb.or([eb('looking_after.valid_to', 'is', null), eb('looking_after.valid_to', '>=', tx.today)]))
    .whereRef('looking_after.valid_from', '<=', (eb) =>
      eb.fn.coalesce('looking_after.valid_to', 'looking_after.valid_from'),
    )
    .orderBy('unit.order_no')
    .orderBy('unit.name')
    .execute()
}

/** Delegations end by themselves and are not given on: they stand in the list so that nobody is surprised. */
export const delegationsHeld: OpenWork = {
  kind: 'delegation',
  words: 'Ủy quyền đang có',
  openWorkOf: async (tx, personId) => {
    const held = await loadDelegations(tx, (query) =>
      query
        .where('delegation.valid_to', '>=', tx.today)
        .where((eb) => eb.or([eb('from_person_id', '=', personId), eb('to_person_id', '=', personId)])),
    )
    return held
      .filter((one) => one.state !== 'over')
      .map((one): OpenItem => {
        const given = one.fromPersonId === personId
        return {
          id: one.id,
          title: given ? `Đã ủy quyền cho ${one.toName}` : `Được ${one.fromName} ủy quyền`,
          note: `${one.grants.join(', ')}; từ ${formatDate(one.from)} đến hết ${formatDate(one.to)}`,
          due: null,
          unitId: '',
          stays: given ? 'Kết thúc cùng vị trí' : 'Không ủy quyền lại; báo người ủy quyền',
        }
      })
  },
  handOver: async (_tx: Tx, _itemIds: readonly string[], _from: Receiver, _to: Receiver): Promise<Result<void>> =>
    refuse('not-delegated-on'),
}

/** What the person's units owe: the unit's own, so it stays with whoever holds the post; in the list for whoever takes it over. */
export const unitsWork: OpenWork = {
  kind: 'unit',
  words: 'Việc đang mở của đơn vị',
  openWorkOf: async (tx, personId) => {
    const rows = await tx.db
      .selectFrom('obligation')
      .innerJoin('unit', 'unit.id', 'obligation.unit_id')
      .select(['obligation.id', 'obligation.title', 'unit.name', 'unit.id as unitId', 'obligation.due_day as due'])
      .where('obligation.state', '=', 'open')
      .where('obligation.unit_id', 'in', (eb) =>
        eb
          .selectFrom('post_grant')
          .innerJoin('post', 'post.id', 'post_grant.post_id')
          .select('post_grant.unit_id')
          .where('post.person_id', '=', personId)
          .where('post_grant.role', 'in', ['head', 'officer'])
          .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', tx.today)]))
          .where((or) => or.or([or('post_grant.valid_to', 'is', null), or('post_grant.valid_to', '>=', tx.today)])),
      )
      .where((eb) => eb.or([eb('assigned_person_id', 'is', null), eb('assigned_person_id', '<>', personId)]))
      .orderBy('obligation.last_day')
      .limit(200)
      .execute()
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      note: row.name,
      due: row.due,
      unitId: row.unitId,
      stays: 'Việc của đơn vị: người nhận vị trí làm tiếp',
    }))
  },
  handOver: async (): Promise<Result<void>> => refuse('handover-item-changed', { title: 'Việc của đơn vị' }),
}
