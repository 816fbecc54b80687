import type { FormState } from '../../platform/web/use-form.ts'
import { Cell, CheckboxField, FieldGrid, SelectField, TextField } from '../../ui/index.ts'
import type { PostTraits } from '../domain/posts.ts'
import { CLASS_HELP, CLASSES, KINDS, LEADERS } from './person-words.ts'

export type TraitsTyped = {
  kind: string
  leaderLevel: string
  recipientClass: string
  directWorker: boolean
  partyManaged: boolean
  basis: string
}
export const PLAIN_TRAITS: TraitsTyped = {
  kind: 'regular',
  leaderLevel: '',
  recipientClass: '',
  directWorker: false,
  partyManaged: false,
  basis: '',
}

export function typedTraits(post: PostTraits): TraitsTyped {
  const { kind, leaderLevel, recipientClass, directWorker, partyManaged, basis } = post
  return {
    kind,
    leaderLevel: leaderLevel ?? '',
    recipientClass: recipientClass ?? '',
    directWorker,
    partyManaged,
    basis: basis ?? '',
  }
}

export function traitsOf(typed: TraitsTyped): PostTraits {
  return {
    kind: typed.kind as PostTraits['kind'],
    leaderLevel: (typed.leaderLevel || null) as PostTraits['leaderLevel'],
    recipientClass: (typed.recipientClass || null) as PostTraits['recipientClass'],
    directWorker: typed.directWorker,
    partyManaged: typed.partyManaged,
    basis: typed.basis.trim() || null,
  }
}

/** What a post says beside who, where and when: fields of a form that holds them among others. */
export function PostTraitFields<Typed extends TraitsTyped>({ form }: { form: FormState<Typed> }) {
  // the traits are of the same types in every such form
  const { field } = form as unknown as FormState<TraitsTyped>
  const [direct, managed] = [field('directWorker'), field('partyManaged')]
  return (
    <FieldGrid>
      <Cell span={6}>
        <SelectField {...field('kind')} label="Hình thức" options={KINDS} />
      </Cell>
      <Cell span={6}>
        <SelectField
          {...field('leaderLevel')}
          label="Cấp lãnh đạo"
          optional
          placeholder="Không lãnh đạo"
          options={LEADERS}
        />
      </Cell>
      <Cell span={12}>
        <SelectField
          {...field('recipientClass')}
          label="Đối tượng thống kê"
          optional
          placeholder="Chưa ghi"
          options={CLASSES}
          help={CLASS_HELP}
        />
      </Cell>
      <Cell span={12}>
        <TextField {...field('basis')} label="Văn bản" optional help="Ví dụ: Quyết định số 15/QĐ-SNV ngày 01/03/2024" />
      </Cell>
      <Cell span={6}>
        <CheckboxField
          id={direct.id}
          checked={direct.value}
          onChange={direct.onChange}
          label="Người trực tiếp công tác, lao động, sản xuất"
        />
      </Cell>
      <Cell span={6}>
        <CheckboxField
          id={managed.id}
          checked={managed.value}
          onChange={managed.onChange}
          label="Chức danh thuộc diện cấp ủy quản lý"
        />
      </Cell>
    </FieldGrid>
  )
}
