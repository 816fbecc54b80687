import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../kernel/plain-date.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import {
  ActButton,
  Answer,
  BulkBar,
  DataTable,
  Dialog,
  Empty,
  ExportButton,
  Link,
  PageHeader,
  Panel,
  PanelBody,
  StatusWord,
  TextField,
  TwoLines,
} from '../../ui/index.ts'
import { acting, type Sharing } from './api.ts'
import { LookingAfterForm } from './looking-after-form.tsx'

/** Which officer of the standing office looks after which units; those without one stand first. */
export function LookingAfterPage() {
  const found = useQuery(acting.lookingAfter.queryOptions({ input: {} }))
  return (
    <>
      <PageHeader
        title="Phân công theo dõi đơn vị"
        lead="Đơn vị thấy đầu mối của mình tại bộ phận thường trực. Đơn vị trực thuộc theo đầu mối của đơn vị cấp trên nếu không có đầu mối riêng."
      />
      <Answer {...answerOf(found)} lines={8}>
        {(data) => <SharedOut data={data} />}
      </Answer>
    </>
  )
}

type Choosing = { ids: readonly string[]; name: string }

function SharedOut({ data }: { data: Sharing }) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Set<string>>(new Set())
  const [giving, setGiving] = useState<Choosing>()
  const words = foldForSearch(typed)
  const rows = data.units.filter((row) => foldForSearch(`${row.unitName} ${row.contact?.name ?? ''}`).includes(words))
  const nameOf = (ids: readonly string[]) =>
    ids.length === 1 ? (data.units.find((row) => row.unitId === ids[0])?.unitName ?? '') : `${ids.length} đơn vị`
  const give = (ids: readonly string[]) => setGiving({ ids, name: nameOf(ids) })
  return (
    <Panel
      flush
      title="Đơn vị"
      count={data.unassigned > 0 ? `${data.unassigned} chưa có đầu mối` : data.units.length}
      acts={<ExportButton count={rows.length} size="s" onExport={() => takeList('looking-after', { q: typed })} />}
    >
      {data.units.length === 0 ? (
        <Empty title="Chưa có đơn vị nào">Đơn vị trực thuộc cơ quan hiện ở đây để phân công.</Empty>
      ) : (
        <>
          <PanelBody>
            <TextField label="Tìm đơn vị hoặc người theo dõi" value={typed} onChange={setTyped} />
          </PanelBody>
          {chosen.size > 0 && (
            <BulkBar noun="đơn vị" count={chosen.size} total={rows.length} onNone={() => setChosen(new Set())}>
              <ActButton act={data.actions.set} icon="user-check" onClick={() => give([...chosen])}>
                Phân công {chosen.size} đơn vị
              </ActButton>
            </BulkBar>
          )}
          <DataTable
            label="Phân công theo dõi đơn vị"
            rows={rows}
            rowKey={(row) => row.unitId}
            rowName={(row) => row.unitName}
            {...(data.actions.set ? { chosen, onChosen: setChosen } : {})}
            columns={[
              {
                key: 'unit',
                head: 'Đơn vị',
                cell: (row) => (
                  <Link strong href={`/don-vi/${row.unitId}`}>
                    {row.unitName}
                  </Link>
                ),
              },
              {
                key: 'contact',
                head: 'Đầu mối theo dõi',
                cell: (row) =>
                  row.contact === null ? (
                    <StatusWord tone="cam" icon="user-question" word="Chưa có đầu mối" small />
                  ) : (
                    <TwoLines sub={row.contact.post}>
                      {row.contact.name}
                      {row.contact.unitId !== row.unitId && ' (theo đơn vị cấp trên)'}
                    </TwoLines>
                  ),
              },
              {
                key: 'since',
                head: 'Từ ngày',
                width: 130,
                cell: (row) => (row.contact === null ? '' : formatDate(row.contact.since)),
              },
            ]}
            rowAct={(row) => (
              <ActButton act={row.actions.set} size="s" icon="user-check" onClick={() => give([row.unitId])}>
                Phân công<span className="visually-hidden"> {row.unitName}</span>
              </ActButton>
            )}
          />
        </>
      )}
      <Dialog
        open={giving !== undefined}
        onClose={() => setGiving(undefined)}
        title={`Phân công theo dõi ${giving?.name ?? ''}`}
      >
        {giving && (
          <LookingAfterForm
            unitIds={giving.ids}
            what={giving.name}
            officers={data.officers}
            onClose={() => {
              setGiving(undefined)
              setChosen(new Set())
            }}
          />
        )}
      </Dialog>
    </Panel>
  )
}
