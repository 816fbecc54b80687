import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import {
  ActLink,
  Empty,
  ExportButton,
  Link,
  ListTable,
  PageHeader,
  Panel,
  StatusWord,
  useListAddress,
} from '../../ui/index.ts'
import { type OrganisationOutputs, organisation } from './api.ts'
import { unitOptions } from './unit-outline.ts'

type People = OrganisationOutputs['people']
type Person = People['people'][number]

/** Everybody one may see, found without accents, of one unit with what is under it when one is chosen. */
export function PeoplePage() {
  const list = useListAddress({ filters: ['unit'], pageSize: 50 })
  const input = { q: list.q || undefined, unitId: list.filters.unit || undefined, page: list.page }
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
          <ActLink act={found.data?.actions.create} kind="primary" icon="plus" href="/nguoi/them">
            Thêm người
          </ActLink>
        }
      />
      <Panel flush>
        <ListTable<Person>
          list={{ ...list, pageSize: found.data?.pageSize ?? list.pageSize }}
          fixedSize
          noun="người"
          label="Danh sách người"
          searchPlaceholder="Họ tên, có dấu hoặc không dấu"
          filters={[{ name: 'unit', label: 'Đơn vị', any: 'Mọi đơn vị', options: unitOptions(units) }]}
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
                <Link strong href={`/nguoi/${person.id}`}>
                  {person.name}
                </Link>
              ),
            },
            { key: 'posts', head: 'Vị trí công tác', card: 'plain', cell: postsCell },
            { key: 'email', head: 'Thư điện tử', card: 'hide', cell: (person) => person.email ?? 'chưa có' },
            { key: 'account', head: 'Tài khoản', width: 170, card: 'state', cell: accountCell },
          ]}
        />
      </Panel>
    </>
  )
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
