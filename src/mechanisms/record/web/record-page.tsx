import { useQuery } from '@tanstack/react-query'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { answerOf } from '../../../platform/web/answer-of.ts'
import { apiFor, type Outputs } from '../../../platform/web/api.ts'
import {
  Answer,
  Button,
  Cell,
  Chips,
  DateField,
  Empty,
  FieldGrid,
  PageHeader,
  Pager,
  Panel,
  PanelBody,
  SelectField,
  Stack,
  useListAddress,
} from '../../../ui/index.ts'
import type { recordContract } from '../contract.ts'
import { RecordEntriesByDay } from './entries.tsx'

const record = apiFor<typeof recordContract>('record')
type Shown = Outputs<typeof recordContract>['list']

/** Everything that happened, as sentences, newest first; by person, by thing, by day, all in the address. */
export function RecordPage() {
  const list = useListAddress({ filters: ['person', 'thing', 'day'], pageSize: 50 })
  const { person, thing } = list.filters
  const day = parsePlainDate(list.filters.day ?? '')
  const found = useQuery(
    record.list.queryOptions({
      input: { personId: person || undefined, thingId: thing || undefined, day, page: list.page },
      placeholderData: (before: Shown | undefined) => before,
    }),
  )
  const narrowed = Boolean(person || thing || day)
  return (
    <>
      <PageHeader title="Nhật ký" lead="Ai làm gì, lúc nào, thay ai. Chỉ ghi thêm, không ai sửa hay xóa được." />
      <Panel flush label="Nhật ký">
        <PanelBody>
          <Stack>
            <FieldGrid>
              <Cell span={4}>
                <SelectField
                  label="Người làm"
                  value={person ?? ''}
                  onChange={(id) => list.filter('person', id)}
                  placeholder="Mọi người"
                  options={(found.data?.people ?? []).map((one) => ({ value: one.id, label: one.name }))}
                />
              </Cell>
              <Cell span={3}>
                <DateField
                  label="Ngày"
                  value={day ?? ''}
                  onChange={(next) => next !== undefined && list.filter('day', next)}
                />
              </Cell>
            </FieldGrid>
            <span role="status">
              {found.data && `${found.data.total.toLocaleString('vi-VN')} dòng, mới nhất ở trên`}
            </span>
            <Chips chips={thing ? [thingChip(found.data, () => list.filter('thing', ''))] : []} onClear={list.clear} />
          </Stack>
        </PanelBody>
        {found.data === undefined ? (
          <PanelBody line>
            <Answer {...answerOf(found)} lines={8}>
              {() => null}
            </Answer>
          </PanelBody>
        ) : (
          <Found data={found.data} narrowed={narrowed} list={list} />
        )}
      </Panel>
    </>
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

function thingChip(data: Shown | undefined, onRemove: () => void) {
  return { key: 'thing', word: `Về: ${data?.thingName ?? 'một việc'}`, onRemove }
}
