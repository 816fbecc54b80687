import { ok, refuse } from '../../kernel/result.ts'
import { type SheetRow, sheetColumns } from '../../kernel/sheet-columns.ts'
import { readInBatches } from '../../platform/database/read-in-batches.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { organisationContract } from '../contract.ts'
import { LEADER_LEVEL_WORDS, RECIPIENT_CLASS_WORDS } from '../domain/posts.ts'
import { choosePeople, inListOrder, type PeopleFilter, peopleWithAccount } from './list-people.ts'
import { currentPosts } from './posts.ts'
import { findUnit } from './units.ts'

/** What the list of people shows and no more: nothing sensitive leaves by a list. */
const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'staffCode', head: 'Mã cán bộ', kind: 'text', width: 14 },
  { key: 'name', head: 'Họ và tên', kind: 'text', width: 30 },
  { key: 'post', head: 'Chức vụ', kind: 'text', width: 30 },
  { key: 'unit', head: 'Đơn vị', kind: 'text', width: 34 },
  { key: 'otherPosts', head: 'Vị trí công tác khác', kind: 'text', width: 40, wrap: true },
  { key: 'email', head: 'Thư điện tử', kind: 'text', width: 28 },
  { key: 'hasAccount', head: 'Có tài khoản', kind: 'yes-no', width: 13 },
])

export const peopleExport = listExport({
  name: 'people',
  fileName: 'danh-sach-nguoi',
  title: 'Danh sách người',
  columns,
  filter: organisationContract.people,
  open: async (tx, filter) => {
    const found = await choosePeople(tx, filter)
    if (!found) return refuse('not-found')
    const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    async function* rows(): AsyncGenerator<SheetRow<typeof columns>> {
      if (!found) return
      for await (const batch of readInBatches(tx, inListOrder(found))) {
        const ids = batch.map((person) => person.id)
        const posts = await currentPosts(tx, ids)
        const withAccount = await peopleWithAccount(tx, ids)
        for (const person of batch) {
          const [first, ...others] = posts.get(person.id) ?? []
          yield {
            ...person,
            post: first?.title ?? null,
            unit: first?.unitName ?? null,
            otherPosts: others.map((post) => `${post.title}, ${post.unitName}`).join('; '),
            hasAccount: withAccount.has(person.id),
          }
        }
      }
    }
    return ok({ total, rows: rows(), narrowedTo: await narrowedTo(tx, filter) })
  },
})

async function narrowedTo(tx: Tx, filter: PeopleFilter): Promise<string | undefined> {
  const unit = filter.unitId === undefined ? undefined : await findUnit(tx, filter.unitId)
  const yes = (value: 'yes' | 'no' | undefined, what: string) =>
    value === undefined ? '' : value === 'yes' ? what : `không ${what}`
  const words = [
    filter.q ? `tìm “${filter.q}”` : '',
    unit?.name ?? '',
    filter.leader ? LEADER_LEVEL_WORDS[filter.leader] : '',
    filter.recipientClass ? RECIPIENT_CLASS_WORDS[filter.recipientClass] : '',
    yes(filter.party, 'là đảng viên'),
    yes(filter.account, 'có tài khoản'),
    filter.posts === undefined ? '' : filter.posts === 'held' ? 'đang giữ vị trí' : 'không còn vị trí',
  ]
  return words.filter(Boolean).join(', ') || undefined
}
