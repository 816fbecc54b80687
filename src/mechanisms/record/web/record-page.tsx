import { useQuery } from '@tanstack/react-query'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { answerOf } from '../../../platform/web/answer-of.ts'
import { apiFor, type Outputs } from '../../../platform/web/api.ts'
import { takeList } from '../../../platform/web/take-list.ts'
import {
  Answer,
  Button,
  ButtonLink,
  Cell,
  Chips,
  DateField,
  Empty,
  ExportButton,
  FieldGrid,
  type ListAddress,
  PageHeader,
  Pager,
  Panel,
  PanelBody,
  SelectField,
  Stack,
  TextField,
  useListAddress,
  useTypedSearch,
} from '../../../ui/index.ts'
import type { recordContract } from '../contract.ts'
import classes from './entries.module.css'
import { RecordEntriesByDay } from './entries.tsx'

const record = apiFor<typeof recordContract>('record')
type Shown = Outputs<typeof recordContract>['list']

/** Everything that happened, as sentences, newest first; by person, by thing, by day, all in the address. */
export function RecordPage() {
  const list = useListAddress({ filters: ['person', 'thing', 'from', 'to'], pageSize: 50 })
  const { person, thing } = list.filters
  const from = parsePlainDate(list.filters.from ?? '')
  const to = parsePlainDate(list.filters.to ?? '')
  const filter = { personId: person || undefined, thingId: thing || undefined, from, to, q: list.q }
  const found = useQuery(
    record.list.queryOptions({
      input: { ...filter, page: list.page },
      placeholderData: (before: Shown | undefined) => before,
    }),
  )
  return (
    <>
      <PageHeader
        title="Nhật ký"
        lead="Ai làm gì, lúc nào, thay ai. Chỉ ghi thêm; niêm phong từng phút nên sửa lén sẽ lộ."
        acts={
          <>
            <ExportButton count={found.data?.total} onExport={() => takeList('record', filter)} />
            <ButtonLink icon="lock" href="/nhat-ky/niem-phong">
              Niêm phong
            </ButtonLink>
          </>
        }
      />
      <Answer {...answerOf(found)} lines={8}>
        {(data) => (
          <Panel flush label="Nhật ký">
            <PanelBody>
              <Filters data={data} list={list} from={from ?? ''} to={to ?? ''} />
            </PanelBody>
            <Found data={data} narrowed={Boolean(person || thing || from || to || list.q)} list={list} />
          </Panel>
        )}
      </Answer>
    </>
  )
}

type FilterProps = { data: Shown; list: ListAddress; from: string; to: string }

function Filters({ data, list, from, to }: FilterProps) {
  const { person, thing } = list.filters
  const [typed, type] = useTypedSearch(list)
  const chips = thing
    ? [{ key: 'thing', word: `Về: ${data.thingName ?? 'một việc'}`, onRemove: () => list.filter('thing', '') }]
    : []
  return (
    <Stack>
      <FieldGrid>
        <Cell span={4}>
          <TextField label="Tìm trong nhật ký" icon="search" value={typed} onChange={type} />
        </Cell>
        <Cell span={4}>
          <SelectField
            label="Người làm"
            value={person ?? ''}
            onChange={(id) => list.filter('person', id)}
            placeholder="Mọi người"
            options={data.people.map((one) => ({ value: one.id, label: one.name }))}
          />
        </Cell>
        <Cell span={2}>
          <DateField
            label="Từ ngày"
            value={from}
            onChange={(next) => next !== undefined && list.filter('from', next)}
          />
        </Cell>
        <Cell span={2}>
          <DateField label="Đến ngày" value={to} onChange={(next) => next !== undefined && list.filter('to', next)} />
        </Cell>
      </FieldGrid>
      <span role="status" className={classes.count}>
        {data.total.toLocaleString('vi-VN')} dòng, mới nhất ở trên
      </span>
      <Chips chips={chips} onClear={list.clear} />
    </Stack>
  )
}

function Found({ data, narrowed, list }: { data: Shown; narrowed: boolean; list: ReturnType<typeof useListAddress> }) {
  if (data.entries.length === 0) {
    return (
      <Empty
        level={2}
        title={narrowed ? 'Không có dòng nào khớp điều kiện lọc' : 'Nhật ký chưa có dòng nào'}
        acts={narrowed && <Button onClick={list.clear}>Bỏ lọc</Button>}
      />
    )
  }
  return (
    <>
      <RecordEntriesByDay
        entries={data.entries}
        thingHref={list.filters.thing ? undefined : (id) => `/nhat-ky?thing=${id}`}
      />
      {data.entries.length < data.total && (
        <Pager
          label="nhật ký"
          list={{ ...list, pageSize: data.pageSize }}
          total={data.total}
          shown={data.entries.length}
          fixedSize
        />
      )}
    </>
  )
}
