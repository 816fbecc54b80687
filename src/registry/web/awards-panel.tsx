import { useQuery } from '@tanstack/react-query'
import { DataTable, Empty, Panel } from '../../ui/index.ts'
import { type ListedAward, type RegistryOutputs, registry } from './api.ts'
import { ACHIEVED_COLUMN, AWARD_COLUMN, DECISION_COLUMN, doubleColumn } from './award-columns.tsx'

type OfRecipient = RegistryOutputs['ofPerson']

/** «Khen thưởng đã nhận» of a person, for a page about him. */
export function PersonAwardsPanel({ personId }: { personId: string }) {
  const found = useQuery(registry.ofPerson.queryOptions({ input: { personId } }))
  return found.data ? <AwardsPanel found={found.data} /> : null
}

/** The same of a unit. */
export function UnitAwardsPanel({ unitId }: { unitId: string }) {
  const found = useQuery(registry.ofUnit.queryOptions({ input: { unitId } }))
  return found.data ? <AwardsPanel found={found.data} /> : null
}

export function AwardsPanel({ found: { awards, doubles } }: { found: OfRecipient }) {
  return (
    <Panel flush title="Khen thưởng đã nhận" count={awards.length || undefined}>
      {awards.length === 0 ? (
        <Empty title="Chưa có khen thưởng nào trong sổ">
          Khen thưởng ghi vào sổ và xác định đúng người, đúng tập thể thì hiện ở đây.
        </Empty>
      ) : (
        <DataTable<ListedAward>
          label="Khen thưởng đã nhận"
          rows={awards}
          rowKey={(award) => award.id}
          columns={[
            AWARD_COLUMN,
            ACHIEVED_COLUMN,
            DECISION_COLUMN,
            ...(doubles.length > 0 ? [doubleColumn(doubles)] : []),
          ]}
        />
      )}
    </Panel>
  )
}
