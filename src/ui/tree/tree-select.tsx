import { useId, useMemo, useState } from 'react'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { Button } from '../button/button.tsx'
import { FieldSaid } from '../field/field.tsx'
import { TextField } from '../field/text-field.tsx'
import { cx } from '../theme/class-names.ts'
import classes from './tree.module.css'
import { choosable, filterTree, presence, type TreeNode, toggleBranch, toggleOne } from './tree-choice.ts'

export type TreeSelectProps = {
  label: string
  nodes: readonly TreeNode[]
  /** The ids chosen. */
  chosen: ReadonlySet<string>
  onChange: (chosen: Set<string>) => void
  /** The counted word: «đơn vị». */
  noun: string
  /** A box on a node with others under it takes them all with it (the default), or stands for the node alone. */
  branches?: 'together' | 'alone'
  help?: string
  error?: string
  id?: string
  /** A search box from this many nodes on. */
  searchFrom?: number
}

/** Choosing in a tree: a box for each node, choose all, count, search. Plain boxes: Tab moves, Space chooses. */
export function TreeSelect({
  label,
  nodes,
  chosen,
  onChange,
  noun,
  branches = 'together',
  help,
  error,
  id,
  searchFrom = 12,
}: TreeSelectProps) {
  const made = useId()
  const groupId = id ?? made
  const [query, setQuery] = useState('')
  const all = useMemo(() => choosable(nodes), [nodes])
  const shown = useMemo(() => {
    const wanted = foldForSearch(query)
    return wanted === '' ? nodes : filterTree(nodes, (name) => foldForSearch(name).includes(wanted))
  }, [nodes, query])
  const count = all.filter((one) => chosen.has(one)).length
  const press = (node: TreeNode) =>
    onChange(branches === 'together' ? toggleBranch(node, chosen) : toggleOne(node.id, chosen))
  return (
    <fieldset
      className={cx(classes.select, error !== undefined && classes.wrong)}
      aria-describedby={error === undefined ? undefined : `${groupId}-said`}
    >
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.selectHead}>
        <span role="status">
          Đã chọn {count} trong {all.length} {noun}
        </span>
        <Button
          id={groupId}
          size="s"
          kind="subtle"
          onClick={() => onChange(count === all.length ? new Set() : new Set(all))}
        >
          {count === all.length && all.length > 0 ? 'Bỏ chọn tất cả' : `Chọn cả ${all.length} ${noun}`}
        </Button>
      </div>
      {all.length >= searchFrom && (
        <div className={classes.search}>
          <TextField
            label={`Tìm ${noun}`}
            labelHidden
            type="search"
            icon="search"
            placeholder={`Tìm ${noun}, gõ có dấu hoặc không dấu`}
            value={query}
            onChange={setQuery}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <p className={classes.none}>
          Không có {noun} khớp “{query}”
        </p>
      ) : (
        <ul className={classes.boxes}>
          {shown.map((node) => (
            <BoxBranch key={node.id} node={node} chosen={chosen} together={branches === 'together'} onPress={press} />
          ))}
        </ul>
      )}
      {help && <p className={classes.help}>{help}</p>}
      {error !== undefined && <FieldSaid id={`${groupId}-said`} text={error} />}
    </fieldset>
  )
}

type BoxBranchProps = {
  node: TreeNode
  chosen: ReadonlySet<string>
  together: boolean
  onPress: (node: TreeNode) => void
}

function BoxBranch({ node, chosen, together, onPress }: BoxBranchProps) {
  const state = together ? presence(node, chosen) : chosen.has(node.id) ? 'all' : 'none'
  const barred = node.barred !== undefined && (!together || choosable([node]).length === 0)
  return (
    <li>
      <label className={classes.box}>
        <input
          type="checkbox"
          checked={state === 'all'}
          disabled={barred}
          ref={(element) => {
            if (element) element.indeterminate = state === 'some'
          }}
          onChange={() => onPress(node)}
        />
        <span>
          {node.name}
          {(node.barred ?? node.sub) && <span className={classes.sub}>{node.barred ?? node.sub}</span>}
        </span>
      </label>
      {node.children && node.children.length > 0 && (
        <ul>
          {node.children.map((child) => (
            <BoxBranch key={child.id} node={child} chosen={chosen} together={together} onPress={onPress} />
          ))}
        </ul>
      )}
    </li>
  )
}
