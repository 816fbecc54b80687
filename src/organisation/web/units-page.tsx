import { useQuery } from '@tanstack/react-query'
import { formatDate, parsePlainDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import { useToday } from '../../platform/web/today.ts'
import {
  ActLink,
  Acts,
  Answer,
  Button,
  Cell,
  DateField,
  Empty,
  ExportButton,
  FieldGrid,
  Link,
  PageHeader,
  Panel,
  PanelBody,
  SelectField,
  Stack,
  TextField,
  Tree,
  type TreeItem,
  useAddressParams,
} from '../../ui/index.ts'
import { UNIT_KIND_WORDS } from '../domain/unit-description.ts'
import { type OrganisationOutputs, organisation } from './api.ts'
import { findUnits } from './find-units.ts'
import { type Branch, unitBranches } from './unit-outline.ts'
import { unitSub } from './unit-words.ts'

type Unit = OrganisationOutputs['tree']['units'][number]

/** The organisation as it is, was, or will be on a day; the day, the words and the kind looked for stand in the address. */
export function UnitsPage() {
  const today = useToday()
  const [params, change] = useAddressParams()
  const on = parsePlainDate(params.get('on') ?? '') ?? today
  const tree = useQuery(
    organisation.tree.queryOptions({
      input: { on },
      placeholderData: (before: OrganisationOutputs['tree'] | undefined) => before,
    }),
  )
  const create = tree.data?.actions.create
  return (
    <>
      <PageHeader
        title="Đơn vị"
        lead="Cây đơn vị theo thứ tự nghi thức. Chọn ngày khác để xem cơ quan khi đó."
        acts={
          <>
            <ActLink act={create} icon="plus" href="/don-vi/them">
              Thêm đơn vị
            </ActLink>
            <ActLink act={create} kind="primary" icon="calendar-event" href="/don-vi/su-kien">
              Ghi sự kiện
            </ActLink>
          </>
        }
      />
      <Panel flush label="Cây đơn vị">
        <PanelBody>
          <FieldGrid>
            <Cell span={3}>
              <DateField
                label="Xem ngày"
                value={on}
                onChange={(day) => day && change({ on: day === today ? undefined : day }, { replace: true })}
              />
            </Cell>
            <Cell span={5}>
              <TextField
                label="Tìm đơn vị"
                icon="search"
                placeholder="Tên, ký hiệu, gõ có dấu hoặc không dấu"
                value={params.get('q') ?? ''}
                onChange={(q) => change({ q }, { replace: true })}
              />
            </Cell>
            <Cell span={4}>
              <SelectField
                label="Loại đơn vị"
                value={params.get('kind') ?? ''}
                onChange={(kind) => change({ kind }, { replace: true })}
                options={[{ value: '', label: 'Mọi loại' }, ...kindsIn(tree.data?.units ?? [])]}
              />
            </Cell>
          </FieldGrid>
        </PanelBody>
        <PanelBody line>
          <Answer {...answerOf(tree)} lines={8}>
            {({ units }) => <ShownTree units={units} on={on} />}
          </Answer>
        </PanelBody>
      </Panel>
    </>
  )
}

function kindsIn(units: readonly Unit[]) {
  const kinds = [...new Set(units.map((unit) => unit.kind))]
  return kinds.map((kind) => ({ value: kind, label: UNIT_KIND_WORDS[kind] }))
}

function ShownTree({ units, on }: { units: readonly Unit[]; on: string }) {
  const [params, change] = useAddressParams()
  const [q, kind] = [params.get('q') ?? '', params.get('kind') ?? '']
  if (units.length === 0) {
    return (
      <Empty level={2} title={`Ngày ${formatDate(on)} chưa có đơn vị nào`}>
        Chọn một ngày muộn hơn để xem.
      </Empty>
    )
  }
  const { branches, found } = findUnits(unitBranches(units), { q, kind })
  const narrowed = q !== '' || kind !== ''
  return (
    <Stack>
      <Acts>
        <p role="status">{narrowed ? `${found} trong ${units.length} đơn vị` : `${units.length} đơn vị`}</p>
        <ExportButton count={found} size="s" onExport={() => takeList('units', { on, q, kind })} />
      </Acts>
      {found === 0 ? (
        <Empty
          level={2}
          title="Không có đơn vị khớp"
          acts={<Button onClick={() => change({ q: undefined, kind: undefined })}>Bỏ lọc</Button>}
        >
          Ngày {formatDate(on)} có {units.length} đơn vị.
        </Empty>
      ) : (
        <Tree label={`Cây đơn vị ngày ${formatDate(on)}`} items={branches.map(item)} />
      )}
    </Stack>
  )
}

function item({ unit, children }: Branch<Unit>): TreeItem {
  const beside = children.filter((child) => child.unit.beside)
  return {
    id: unit.id,
    name: <Link href={`/don-vi/${unit.id}`}>{unit.name}</Link>,
    sub: (
      <>
        <span>{unitSub(unit)}</span>
        {beside.length > 0 && (
          <span>
            bên cạnh:{' '}
            {beside.map(({ unit: one }, index) => (
              <span key={one.id}>
                {index > 0 && ', '}
                <Link href={`/don-vi/${one.id}`}>{one.name}</Link>
              </span>
            ))}
          </span>
        )}
      </>
    ),
    children: children.filter((child) => !child.unit.beside).map(item),
  }
}
