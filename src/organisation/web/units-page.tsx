import { useQuery } from '@tanstack/react-query'
import { formatDate, parsePlainDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import { useToday } from '../../platform/web/today.ts'
import {
  ActLink,
  Answer,
  Cell,
  DateField,
  Empty,
  ExportButton,
  FieldGrid,
  Link,
  PageHeader,
  Panel,
  PanelBody,
  Tree,
  type TreeItem,
  useAddressParams,
} from '../../ui/index.ts'
import { type OrganisationOutputs, organisation } from './api.ts'
import { type Branch, unitBranches } from './unit-outline.ts'

type Unit = OrganisationOutputs['tree']['units'][number]

/** The organisation as it is, or was, on a day. */
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
  return (
    <>
      <PageHeader
        title="Đơn vị"
        lead="Cây đơn vị theo thứ tự nghi thức. Chọn ngày khác để xem cơ quan khi đó."
        acts={
          <>
            <ExportButton count={tree.data?.units.length} onExport={() => takeList('units', { on })} />
            <ActLink act={tree.data?.actions.create} kind="primary" icon="plus" href="/don-vi/them">
              Thêm đơn vị
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
          </FieldGrid>
        </PanelBody>
        <PanelBody line>
          <Answer {...answerOf(tree)} lines={8}>
            {({ units }) =>
              units.length === 0 ? (
                <Empty level={2} title={`Ngày ${formatDate(on)} chưa có đơn vị nào`}>
                  Chọn một ngày muộn hơn để xem.
                </Empty>
              ) : (
                <Tree label={`Cây đơn vị ngày ${formatDate(on)}`} items={unitBranches(units).map(item)} />
              )
            }
          </Answer>
        </PanelBody>
      </Panel>
    </>
  )
}

function item({ unit, children }: Branch<Unit>): TreeItem {
  return {
    id: unit.id,
    name: <Link href={`/don-vi/${unit.id}`}>{unit.name}</Link>,
    sub: unitSub(unit),
    children: children.map(item),
  }
}

function unitSub(unit: Unit): string {
  const people = unit.people === 0 ? 'chưa có người' : `${unit.people} người`
  return unit.to === null ? people : `${people} · đến hết ${formatDate(unit.to)}`
}
