import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useHouseState } from '../../accounts/web/index.ts'
import { UnitContactPanel } from '../../acting/web/index.ts'
import { UnitRatingsPanel, UnitReviewsPanel } from '../../assessments/web/index.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { useToday } from '../../platform/web/today.ts'
import { UnitAwardsPanel } from '../../registry/web/index.ts'
import {
  ActButton,
  ActLink,
  Answer,
  ButtonLink,
  DataTable,
  Empty,
  Link,
  PageHeader,
  Panel,
  Stack,
  StatusWord,
  Tree,
} from '../../ui/index.ts'
import { organisation, type UnitPageData } from './api.ts'
import { EditUnitDialog } from './edit-unit-dialog.tsx'
import { heldStatus } from './held-status.ts'
import { UnitDuties } from './unit-duties.tsx'
import { UnitFacts } from './unit-facts.tsx'
import { UnitHistory } from './unit-history.tsx'
import { unitSub } from './unit-words.ts'

const CRUMBS = [{ href: '/don-vi', word: 'Đơn vị' }]

/** One unit: what it is, who has a post in it, what stands under it. */
export function UnitPage() {
  const id = usePageParam('id')
  const found = useQuery(organisation.unit.queryOptions({ input: { id } }))
  return (
    <>
      {found.data === undefined && <PageHeader title="Đơn vị" crumbs={CRUMBS} />}
      <Answer {...answerOf(found)} lines={8}>
        {(data) => <ShownUnit key={id} data={data} />}
      </Answer>
    </>
  )
}

function ShownUnit({ data }: { data: UnitPageData }) {
  const { unit, seesDuties, actions } = data
  const children = data.children.filter((child) => !child.beside)
  const beside = data.children.filter((child) => child.beside)
  const { me } = useHouseState()
  const today = useToday()
  const [open, setOpen] = useState<'edit'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHeader
        title={unit.name}
        crumbs={CRUMBS}
        acts={
          <>
            {me?.sections.includes('record') && (
              <ButtonLink kind="subtle" icon="history" href={`/nhat-ky?thing=${unit.id}`}>
                Xem nhật ký
              </ButtonLink>
            )}
            <ActButton act={actions.change} icon="pencil" onClick={() => setOpen('edit')}>
              Sửa chỗ ghi sai
            </ActButton>
            <ActLink act={actions.event} icon="calendar-event" href={`/don-vi/su-kien?unit=${unit.id}`}>
              Ghi sự kiện
            </ActLink>
          </>
        }
      />
      <Stack gap="l">
        <Panel label="Thông tin đơn vị">
          <UnitFacts data={data} today={today} />
        </Panel>
        <UnitContactPanel unitId={unit.id} />
        <UnitPosts data={data} today={today} />
        <Panel
          title="Đơn vị trực thuộc"
          count={children.length || undefined}
          acts={
            <ActLink act={actions.create} size="s" icon="plus" href={`/don-vi/them?parent=${unit.id}`}>
              Thêm đơn vị trực thuộc
            </ActLink>
          }
        >
          {children.length === 0 ? (
            <p>Chưa có đơn vị trực thuộc.</p>
          ) : (
            <Tree label="Đơn vị trực thuộc" items={children.map(childItem)} />
          )}
        </Panel>
        {beside.length > 0 && (
          <Panel title="Tổ chức bên cạnh" count={beside.length}>
            <Tree label="Tổ chức bên cạnh" items={beside.map(childItem)} />
          </Panel>
        )}
        {seesDuties && <UnitDuties unitId={unit.id} />}
        <UnitRatingsPanel unitId={unit.id} />
        <UnitReviewsPanel unitId={unit.id} />
        <UnitAwardsPanel unitId={unit.id} />
        <UnitHistory data={data} />
      </Stack>
      <EditUnitDialog open={open === 'edit'} onClose={close} unit={unit} />
    </>
  )
}

function childItem(child: UnitPageData['children'][number]) {
  return { id: child.id, name: <Link href={`/don-vi/${child.id}`}>{child.name}</Link>, sub: unitSub(child) }
}

function UnitPosts({ data, today }: { data: UnitPageData; today: string }) {
  const { unit, posts, actions } = data
  return (
    <Panel
      flush
      title="Người và vị trí công tác"
      count={posts.length || undefined}
      acts={
        <ActLink act={actions.create} size="s" icon="plus" href={`/nguoi/them?unit=${unit.id}`}>
          Thêm người vào đơn vị
        </ActLink>
      }
    >
      {posts.length === 0 ? (
        <Empty title="Chưa có ai trong đơn vị này">Người có vị trí công tác tại đây sẽ hiện ở chỗ này, theo tên.</Empty>
      ) : (
        <DataTable
          label="Người và vị trí công tác"
          rows={posts}
          rowKey={(post) => post.id}
          columns={[
            {
              key: 'name',
              head: 'Họ và tên',
              cell: (post) => (
                <Link strong href={`/nguoi/${post.personId}`}>
                  {post.personName}
                </Link>
              ),
            },
            { key: 'title', head: 'Chức vụ', cell: (post) => post.title },
            { key: 'from', head: 'Từ ngày', width: 130, cell: (post) => formatDate(post.from) },
            {
              key: 'state',
              head: 'Tình trạng',
              width: 210,
              card: 'state',
              cell: (post) => <StatusWord {...heldStatus(post, today)} small />,
            },
          ]}
        />
      )}
    </Panel>
  )
}
