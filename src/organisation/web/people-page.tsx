import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import {
  ActButton,
  ActLink,
  Empty,
  ExportButton,
  Link,
  ListTable,
  PageHeader,
  Panel,
  StatusWord,
  TwoLines,
  useListAddress,
} from '../../ui/index.ts'
import { type OrganisationOutputs, organisation } from './api.ts'
import { FindByNumber } from './find-by-number.tsx'
import { CLASSES, LEADERS } from './person-words.ts'
import { unitOptions } from './unit-outline.ts'

type People = OrganisationOutputs['people']
type Person = People['people'][number]

/** Everybody one may see, found without accents, of one unit with what is under it when one is chosen. */
export function PeoplePage() {
  const list = useListAddress({
    filters: ['unit', 'posts', 'leader', 'class', 'party', 'account'],
    pageSize: 50,
  })
  const [finding, setFinding] = useState(false)
  const input = inputOf(list)
  const found = useQuery(
    organisation.people.queryOptions({ input, placeholderData: (before: People | undefined) => before }),
  )
  const tree = useQuery(organisation.tree.queryOptions({ input: {} }))
  const units = tree.data?.units ?? []
  return (
    <>
      <PageHeader
        title="Người và tài khoản"
        acts={
          <>
            <ActButton act={found.data?.actions['find-by-number']} icon="search" onClick={() => setFinding(true)}>
              Tìm theo số định danh
            </ActButton>
            <ActLink act={found.data?.actions.create} kind="primary" icon="plus" href="/nguoi/them">
              Thêm người
            </ActLink>
          </>
        }
      />
      <Panel flush>
        <ListTable<Person>
          list={{ ...list, pageSize: found.data?.pageSize ?? list.pageSize }}
          fixedSize
          noun="người"
          label="Danh sách người"
          searchPlaceholder="Họ tên không cần dấu, mã cán bộ"
          filters={[
            { name: 'unit', label: 'Đơn vị', any: 'Mọi đơn vị', options: unitOptions(units) },
            { name: 'posts', label: 'Vị trí công tác', any: 'Đang và đã công tác', options: HELD },
            { name: 'leader', label: 'Cấp lãnh đạo', any: 'Mọi cấp', options: LEADERS },
            { name: 'class', label: 'Đối tượng thống kê', any: 'Mọi đối tượng', options: CLASSES },
            ...(found.data?.actions['find-by-number']
              ? [{ name: 'party', label: 'Đảng viên', any: 'Đảng viên hoặc không', options: PARTY }]
              : []),
            { name: 'account', label: 'Tài khoản', any: 'Có hoặc chưa có tài khoản', options: ACCOUNT },
          ]}
          acts={<ExportButton count={found.data?.total} onExport={() => takeList('people', input)} />}
          rows={found.data?.people}
          total={found.data?.total ?? 0}
          rowKey={(person) => person.id}
          fetching={found.isPlaceholderData}
          problem={found.data === undefined ? answerOf(found).problem : undefined}
          onRetry={() => void found.refetch()}
          empty={
            <Empty level={2} title="Chưa có người nào">
              Thêm người cùng vị trí công tác đầu tiên của người đó.
            </Empty>
          }
          columns={[
            {
              key: 'name',
              head: 'Họ và tên',
              cell: (person) => (
                <TwoLines sub={person.staffCode ?? undefined}>
                  <Link strong href={`/nguoi/${person.id}`}>
                    {person.name}
                  </Link>
                </TwoLines>
              ),
            },
            { key: 'posts', head: 'Vị trí công tác', card: 'plain', cell: postsCell },
            { key: 'email', head: 'Thư điện tử', card: 'hide', cell: (person) => person.email ?? 'chưa có' },
            { key: 'account', head: 'Tài khoản', width: 170, card: 'state', cell: accountCell },
          ]}
        />
      </Panel>
      <FindByNumber open={finding} onClose={() => setFinding(false)} />
    </>
  )
}

const HELD = [
  { value: 'held', label: 'Đang có vị trí công tác' },
  { value: 'ended', label: 'Không còn vị trí công tác' },
]
const PARTY = [
  { value: 'yes', label: 'Đảng viên' },
  { value: 'no', label: 'Chưa là đảng viên' },
]
const ACCOUNT = [
  { value: 'yes', label: 'Có tài khoản' },
  { value: 'no', label: 'Chưa có tài khoản' },
]

/** What the list is asked for: an address may say anything, and what is no choice filters nothing. */
function inputOf({ q, filters, page }: ReturnType<typeof useListAddress>) {
  const chosen = <Code extends string>(name: string, options: readonly { value: Code }[]) =>
    options.find((option) => option.value === filters[name])?.value
  return {
    q: q || undefined,
    unitId: filters.unit || undefined,
    posts: chosen('posts', HELD) as 'held' | 'ended' | undefined,
    leader: chosen('leader', LEADERS),
    recipientClass: chosen('class', CLASSES),
    party: chosen('party', PARTY) as 'yes' | 'no' | undefined,
    account: chosen('account', ACCOUNT) as 'yes' | 'no' | undefined,
    page,
  }
}

function postsCell(person: Person) {
  if (person.posts.length === 0) return 'không còn vị trí công tác'
  return person.posts.map((post) => (
    <div key={`${post.title} ${post.unitName}`}>{`${post.title}, ${post.unitName}`}</div>
  ))
}

function accountCell(person: Person) {
  return person.hasAccount ? (
    <StatusWord tone="luc" icon="circle-check" word="Có tài khoản" small />
  ) : (
    <StatusWord tone="xam" icon="circle-dashed" word="Chưa mở" small />
  )
}
