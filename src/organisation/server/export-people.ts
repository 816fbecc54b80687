import { ok, refuse } from '../../kernel/result.ts'
import { type SheetRow, sheetColumns } from '../../kernel/sheet-columns.ts'
import { readInBatches } from '../../platform/database/read-in-batches.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { organisationContract } from '../contract.ts'
import { LEADER_LEVEL_WORDS, LEADER_LEVELS, RECIPIENT_CLASS_WORDS, RECIPIENT_CLASSES } from '../domain/posts.ts'
import { choosePeople, inListOrder, type PeopleFilter, peopleWithAccount } from './list-people.ts'
import { tellingNames } from './telling-names.ts'
import { findUnit } from './units.ts'

/**
 * Nothing sensitive leaves by a list. What the import of people knows stands under its keys and heads, so that the sheet
 * can be edited and taken back; `version` tells it whether somebody else has changed the person since.
 */
const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'version', head: 'Bản ghi', kind: 'text', hidden: true },
  { key: 'staffCode', head: 'Mã cán bộ', kind: 'text', width: 14 },
  { key: 'name', head: 'Họ và tên', kind: 'text', width: 28 },
  { key: 'email', head: 'Thư điện tử', kind: 'text', width: 28 },
  { key: 'recruitedOn', head: 'Ngày tuyển dụng', kind: 'day', width: 14 },
  { key: 'unit', head: 'Đơn vị', kind: 'text', width: 34 },
  { key: 'title', head: 'Chức vụ', kind: 'text', width: 26 },
  { key: 'from', head: 'Từ ngày', kind: 'day' },
  {
    key: 'leaderLevel',
    head: 'Cấp lãnh đạo',
    kind: 'choice',
    width: 14,
    choices: LEADER_LEVELS.map((code) => ({ code, word: LEADER_LEVEL_WORDS[code] })),
  },
  {
    key: 'recipientClass',
    head: 'Đối tượng thống kê',
    kind: 'choice',
    width: 26,
    choices: RECIPIENT_CLASSES.map((code) => ({ code, word: RECIPIENT_CLASS_WORDS[code] })),
  },
  { key: 'directWorker', head: 'Trực tiếp lao động', kind: 'yes-no', width: 12 },
  { key: 'partyManaged', head: 'Diện cấp ủy quản lý', kind: 'yes-no', width: 12 },
  { key: 'otherPosts', head: 'Vị trí công tác khác', kind: 'text', width: 40, wrap: true },
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
    const ordered = inListOrder(found).select(['person.version', 'person.recruited_on as recruitedOn'])
    async function* rows(): AsyncGenerator<SheetRow<typeof columns>> {
      const names = await tellingNames(tx)
      for await (const batch of readInBatches(tx, ordered)) {
        const ids = batch.map((person) => person.id)
        const posts = await postsOf(tx, ids)
        const withAccount = await peopleWithAccount(tx, ids)
        for (const { version, ...person } of batch) {
          const held = posts.get(person.id) ?? []
          const main = held.find((post) => post.kind === 'regular')
          const others = held.filter((post) => post !== main && post.current)
          yield {
            ...person,
            version: `${version}.${main?.version ?? 0}`,
            unit: main && (names.get(main.unitId) ?? main.unitName),
            title: main?.title,
            from: main?.from,
            leaderLevel: main?.leaderLevel,
            recipientClass: main?.recipientClass,
            directWorker: main?.directWorker,
            partyManaged: main?.partyManaged,
            otherPosts: others.map((post) => `${post.title}, ${post.unitName}`).join('; '),
            hasAccount: withAccount.has(person.id),
          }
        }
      }
    }
    return ok({ total, rows: rows(), narrowedTo: await narrowedTo(tx, filter) })
  },
})

/** What each holds or will hold, the present ones first, of those the latest: the import takes the regular one the same way. */
async function postsOf(tx: Tx, personIds: readonly string[]) {
  const rows = await tx.db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .select([
      'post.person_id as personId',
      'post.kind',
      'post.title',
      'post.version',
      'post.valid_from as from',
      'post.leader_level as leaderLevel',
      'post.recipient_class as recipientClass',
      'post.direct_worker as directWorker',
      'post.party_managed as partyManaged',
      'unit.id as unitId',
      'unit.name as unitName',
    ])
    .select((eb) => eb('post.valid_from', '<=', tx.today).as('current'))
    .where('post.person_id', 'in', [...personIds])
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', tx.today)]))
    .orderBy('current', 'desc')
    .orderBy('post.valid_from', 'desc')
    .orderBy('post.id')
    .execute()
  return Map.groupBy(rows, (row) => row.personId)
}

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
