import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { sentences, whyNotDay, whyNotOptionalDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { Cell, DateField, FieldGrid, Form, type Option, RadioGroup, SelectField, useNotices } from '../../ui/index.ts'
import { type Account, type AccountPost, accounts, type Grant } from './api.ts'
import { ROLE_MEANINGS, ROLE_WORDS, ROLES_OFFERED } from './words.ts'

type GrantFormProps = {
  account: Account
  posts: readonly AccountPost[]
  units: readonly Option[]
  onClose: () => void
}
type Role = Grant['role']

/** Gives a role: on which post, which role, at which unit, from when, until when. */
export function GrantForm({ account, posts, units, onClose }: GrantFormProps) {
  const [id] = useState(() => newId())
  const today = useToday()
  const tell = useNotices()
  const first = posts[0]
  const form = useForm({
    initial: {
      postId: first?.id ?? '',
      role: undefined as Role | undefined,
      unitId: first?.unitId ?? '',
      from: today as string | undefined,
      to: '' as string | undefined,
    },
    check: (typed) =>
      sentences({
        postId: typed.postId === '' ? 'Chọn vị trí công tác' : undefined,
        role: typed.role === undefined ? 'Chọn quyền' : undefined,
        unitId: typed.unitId === '' ? 'Chọn đơn vị' : undefined,
        from: whyNotDay(typed.from, 'ngày bắt đầu'),
        to: whyNotOptionalDay(typed.to),
      }),
    send: ({ role, ...typed }) => {
      if (role === undefined) throw new Error('sent before a role was chosen')
      const { postId, unitId } = typed
      return accounts.grant.call({ id, postId, role, unitId, from: typed.from ?? '', to: typed.to || null })
    },
    onDone: ({ grant }) => {
      onClose()
      tell({ text: `Đã giao quyền ${ROLE_WORDS[grant.role]} tại ${grant.unitName} cho ${account.personName}` })
    },
  })
  const choosePost = (postId: string) => {
    const post = posts.find((one) => one.id === postId)
    // a role is mostly held where the post is
    form.set({ postId, unitId: post?.unitId ?? form.values.unitId })
  }
  return (
    <Form form={form} send="Giao quyền" onClose={onClose} label="Giao quyền" problemsTitle="Chưa giao được quyền">
      <SelectField
        {...form.field('postId')}
        onChange={choosePost}
        label="Theo vị trí công tác"
        placeholder="Chọn vị trí công tác"
        options={posts.map((post) => ({ value: post.id, label: `${post.title}, ${post.unitName}` }))}
        help="Vị trí kết thúc thì quyền cũng hết"
      />
      <RadioGroup
        {...form.field('role')}
        label="Quyền"
        options={ROLES_OFFERED.map((role) => ({ value: role, label: ROLE_WORDS[role], help: ROLE_MEANINGS[role] }))}
      />
      <FieldGrid>
        <Cell span={12}>
          <SelectField
            {...form.field('unitId')}
            label="Tại đơn vị"
            placeholder="Chọn đơn vị"
            options={units}
            help="Có hiệu lực cả với các đơn vị trực thuộc; riêng quyền công chức, viên chức, người lao động chỉ tại đơn vị này"
          />
        </Cell>
        <Cell span={6}>
          <DateField {...dayField(form.field('from'))} label="Từ ngày" />
        </Cell>
        <Cell span={6}>
          <DateField {...dayField(form.field('to'))} label="Đến hết ngày" optional />
        </Cell>
      </FieldGrid>
    </Form>
  )
}
