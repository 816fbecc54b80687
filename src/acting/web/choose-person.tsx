import { useQuery } from '@tanstack/react-query'
import { useToday } from '../../platform/web/today.ts'
import { Cell, SelectField } from '../../ui/index.ts'
import { organisation } from './api.ts'

type Field = { id: string; value: string; onChange: (value: string) => void; error: string | undefined }
type ChoosePersonProps = {
  unit: Field
  /** The post chosen, or the person, as `by` says. */
  who: Field
  by: 'post' | 'person'
  label: string
  /** Somebody who is no choice: he himself. */
  without: string
}

/** Somebody with a post in a unit: first the unit, then the person. */
export function ChoosePerson({ unit, who, by, label, without }: ChoosePersonProps) {
  const today = useToday()
  const tree = useQuery(organisation.tree.queryOptions({ input: {} }))
  const found = useQuery({
    ...organisation.unit.queryOptions({ input: { id: unit.value } }),
    enabled: unit.value !== '',
  })
  const posts = (found.data?.posts ?? []).filter(
    (post) => post.personId !== without && post.from <= today && (post.to === null || post.to >= today),
  )
  const options = posts.map((post) => ({
    value: by === 'post' ? post.id : post.personId,
    label: `${post.personName}, ${post.title}`,
  }))
  return (
    <>
      <Cell span={6}>
        <SelectField
          {...unit}
          label="Đơn vị"
          placeholder="Chọn đơn vị"
          options={(tree.data?.units ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
      </Cell>
      <Cell span={6}>
        <SelectField
          {...who}
          label={label}
          placeholder={options.length === 0 && found.data ? 'Không có ai khác trong đơn vị này' : 'Chọn người'}
          options={[...new Map(options.map((one) => [one.value, one])).values()]}
        />
      </Cell>
    </>
  )
}
