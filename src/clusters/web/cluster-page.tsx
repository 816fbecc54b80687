import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import {
  ActButton,
  Answer,
  DataTable,
  Definitions,
  Empty,
  Link,
  PageHeader,
  Panel,
  Stack,
  TwoLines,
} from '../../ui/index.ts'
import { type ClusterPageData, clusters } from './api.ts'
import { ChangeDialog, EndDialog, HeadDialog, MembersDialog } from './cluster-dialogs.tsx'
import { kindAndLevel } from './words.ts'

const CRUMBS = [{ href: '/cum-khoi', word: 'Cụm, khối thi đua' }]

/** One cluster: who is in it and was, who led it year by year. */
export function ClusterPage() {
  const id = usePageParam('id')
  const found = useQuery(clusters.get.queryOptions({ input: { id } }))
  return (
    <>
      {found.data === undefined && <PageHeader title="Cụm, khối thi đua" crumbs={CRUMBS} />}
      <Answer {...answerOf(found)} lines={6}>
        {(data) => <ShownCluster key={id} data={data} />}
      </Answer>
    </>
  )
}

function ShownCluster({ data }: { data: ClusterPageData }) {
  const { cluster, members, heads } = data
  const { actions } = cluster
  const [open, setOpen] = useState<'change' | 'members' | 'head' | 'end'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHeader
        title={cluster.name}
        crumbs={CRUMBS}
        lead={kindAndLevel(cluster)}
        acts={
          <>
            <ActButton act={actions.change} icon="pencil" onClick={() => setOpen('change')}>
              Sửa tên, căn cứ
            </ActButton>
            <ActButton act={actions.end} kind="danger" icon="ban" onClick={() => setOpen('end')}>
              Kết thúc {cluster.kind === 'cum' ? 'cụm' : 'khối'}
            </ActButton>
          </>
        }
      />
      <Stack gap="l">
        <Panel label="Thông tin">
          <Definitions
            pairs={[
              { term: 'Từ ngày', value: formatDate(cluster.from) },
              ...(cluster.to === null ? [] : [{ term: 'Ngày cuối', value: formatDate(cluster.to) }]),
              { term: 'Căn cứ', value: cluster.basis ?? 'chưa ghi' },
            ]}
          />
        </Panel>
        <Panel
          flush
          title="Đơn vị thành viên"
          count={members.filter((one) => one.to === null).length || undefined}
          acts={
            <ActButton act={actions['set-members']} size="s" icon="pencil" onClick={() => setOpen('members')}>
              Đặt đơn vị thành viên
            </ActButton>
          }
        >
          {members.length === 0 ? (
            <Empty title="Chưa có đơn vị thành viên">Chọn các đơn vị cùng thi đua, từ ngày nào.</Empty>
          ) : (
            <DataTable
              label="Đơn vị thành viên"
              rows={members}
              rowKey={(row) => `${row.unitId}${row.from}`}
              columns={[
                {
                  key: 'name',
                  head: 'Đơn vị',
                  cell: (row) => (
                    <TwoLines sub={row.alsoElsewhere ? `tham gia cả cụm, khối khác: ${row.alsoElsewhere}` : undefined}>
                      <Link strong href={`/don-vi/${row.unitId}`}>
                        {row.name}
                      </Link>
                    </TwoLines>
                  ),
                },
                { key: 'from', head: 'Từ ngày', width: 130, cell: (row) => formatDate(row.from) },
                {
                  key: 'to',
                  head: 'Đến hết',
                  width: 160,
                  cell: (row) => (row.to === null ? 'đang tham gia' : formatDate(row.to)),
                },
              ]}
            />
          )}
        </Panel>
        <Panel
          flush
          title="Đứng đầu theo năm"
          acts={
            <ActButton act={actions['set-head']} size="s" icon="star" onClick={() => setOpen('head')}>
              Ghi đứng đầu một năm
            </ActButton>
          }
        >
          {heads.length === 0 ? (
            <Empty title="Chưa ghi đơn vị đứng đầu">Đơn vị đứng đầu và cấp phó luân phiên, ghi theo từng năm.</Empty>
          ) : (
            <DataTable
              label="Đứng đầu theo năm"
              rows={heads}
              rowKey={(row) => String(row.year)}
              columns={[
                { key: 'year', head: 'Năm', width: 90, cell: (row) => String(row.year) },
                { key: 'head', head: 'Đứng đầu', cell: (row) => row.headName },
                { key: 'vice', head: 'Cấp phó', cell: (row) => row.viceName ?? 'chưa ghi' },
                { key: 'basis', head: 'Căn cứ', cell: (row) => row.basis ?? 'chưa ghi' },
              ]}
            />
          )}
        </Panel>
      </Stack>
      <ChangeDialog open={open === 'change'} onClose={close} data={data} />
      <MembersDialog open={open === 'members'} onClose={close} data={data} />
      <HeadDialog open={open === 'head'} onClose={close} data={data} />
      <EndDialog open={open === 'end'} onClose={close} data={data} />
    </>
  )
}
