import { useQuery } from '@tanstack/react-query'
import { organisation, unitBranches } from '../../organisation/web/index.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { Answer, type TreeNode, TreeSelect } from '../../ui/index.ts'

type UnitChoiceProps = {
  /** The units there are on this day. */
  on: string
  chosen: ReadonlySet<string>
  onChange: (chosen: Set<string>) => void
  id?: string
  error?: string
}

type Branch = { unit: { id: string; name: string }; children: Branch[] }

/** The units of a day, to be taken into a cluster one by one. */
export function UnitChoice({ on, chosen, onChange, id, error }: UnitChoiceProps) {
  const tree = useQuery(organisation.tree.queryOptions({ input: { on } }))
  return (
    <Answer {...answerOf(tree)} lines={5}>
      {({ units }) => (
        <TreeSelect
          id={id}
          label="Đơn vị thành viên"
          noun="đơn vị"
          branches="alone"
          nodes={unitBranches(units).map(node)}
          chosen={chosen}
          onChange={onChange}
          error={error}
        />
      )}
    </Answer>
  )
}

function node({ unit, children }: Branch): TreeNode {
  return { id: unit.id, name: unit.name, children: children.map(node) }
}
