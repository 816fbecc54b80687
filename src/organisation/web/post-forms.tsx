import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { sentences, whyNotDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { DateField, Form, Link, TextField, useNotices } from '../../ui/index.ts'
import { type OrganisationOutputs, organisation, type Post } from './api.ts'
import { checkPost } from './check-post.ts'
import { PostFields } from './post-fields.tsx'
import { PLAIN_TRAITS, PostTraitFields, type TraitsTyped, traitsOf, typedTraits } from './post-trait-fields.tsx'

type Units = OrganisationOutputs['tree']['units']
type Person = { id: string; name: string }
type PostTyped = TraitsTyped & { unitId: string; title: string; from: string | undefined }

/** A further post; or, with `from`, the one to which the person is transferred from that post. */
export function NewPostForm({
  person,
  from,
  units,
  onClose,
}: {
  person: Person
  from?: Post
  units: Units
  onClose: () => void
}) {
  const [id] = useState(() => newId())
  const today = useToday()
  const tell = useNotices()
  const word = from ? 'Chuyển công tác' : 'Thêm vị trí công tác'
  const form = useForm<PostTyped, { post: Post }>({
    initial: {
      ...(from ? { ...typedTraits(from), basis: '' } : PLAIN_TRAITS),
      unitId: '',
      title: '',
      from: today as string | undefined,
    },
    check: (typed) => sentences(checkPost(typed)),
    paths: { 'post.unitId': 'unitId', 'post.title': 'title', 'post.from': 'from' },
    send: (typed) => {
      const post = { id, unitId: typed.unitId, title: typed.title, from: typed.from ?? '', ...traitsOf(typed) }
      return from
        ? organisation.transferPerson.call({ postId: from.id, post })
        : organisation.addPost.call({ personId: person.id, ...post })
    },
    onDone: ({ post }) => {
      onClose()
      tell({
        text: from
          ? `Đã chuyển ${person.name} sang ${post.title}, ${post.unitName} từ ${formatDate(post.from)}`
          : `Đã thêm ${post.title}, ${post.unitName} cho ${person.name}`,
      })
    },
  })
  return (
    <Form form={form} send={word} label={word} onClose={onClose}>
      {from && (
        <p>
          {from.title}, {from.unitName} kết thúc vào hôm trước ngày bắt đầu mới, quyền giao trên vị trí đó cũng vậy.
          Quyền ở vị trí mới giao lại.
        </p>
      )}
      <PostFields unit={form.field('unitId')} title={form.field('title')} from={form.field('from')} units={units} />
      <PostTraitFields form={form} />
    </Form>
  )
}

/** Corrects what a post says of itself. */
export function ChangePostForm({ post, onClose }: { post: Post; onClose: () => void }) {
  const tell = useNotices()
  const form = useForm<Omit<PostTyped, 'unitId'>, { post: Post }>({
    initial: { ...typedTraits(post), title: post.title, from: post.from as string | undefined },
    check: ({ title, from }) => {
      const { unitId: _, ...wrong } = checkPost({ unitId: post.unitId, title, from })
      return sentences(wrong)
    },
    send: (typed) =>
      organisation.changePost.call({
        id: post.id,
        version: post.version,
        title: typed.title,
        from: typed.from ?? '',
        ...traitsOf(typed),
      }),
    onDone: ({ post: changed }) => {
      onClose()
      tell({ text: `Đã sửa vị trí ${changed.title}, ${changed.unitName}` })
    },
  })
  return (
    <Form form={form} send="Sửa vị trí công tác" label="Sửa vị trí công tác" onClose={onClose}>
      <TextField {...form.field('title')} label="Chức vụ" />
      <DateField {...dayField(form.field('from'))} label="Từ ngày" />
      <PostTraitFields form={form} />
    </Form>
  )
}

/** Ends a post, or moves an end that is still ahead. */
export function EndPostForm({ person, post, onClose }: { person: Person; post: Post; onClose: () => void }) {
  const today = useToday()
  const tell = useNotices()
  const word = post.to === null ? 'Kết thúc vị trí công tác' : 'Đổi ngày cuối'
  const form = useForm({
    initial: { lastDay: (post.to ?? today) as string | undefined },
    check: (typed) => sentences({ lastDay: whyNotDay(typed.lastDay, 'ngày cuối') }),
    send: ({ lastDay }) => organisation.endPost.call({ id: post.id, lastDay: lastDay ?? '' }),
    onDone: ({ post: ended }) => {
      onClose()
      tell({ text: `${person.name}: ${ended.title} đến hết ngày ${formatDate(ended.to ?? '')}` })
    },
  })
  return (
    <Form form={form} send={word} label={word} danger={post.to === null} onClose={onClose}>
      {post.to === null ? (
        <p>
          {person.name}, {post.title}, {post.unitName}. Quyền giao trên vị trí này hết hiệu lực cùng ngày. Việc của đơn
          vị vẫn là của đơn vị; việc giao riêng cho người này thì{' '}
          <Link href={`/ban-giao/nguoi/${person.id}`}>bàn giao trước</Link>.
        </p>
      ) : (
        <p>
          {post.title}, {post.unitName}, đến hết {formatDate(post.to)}. Đổi sớm hơn thì quyền giao trên vị trí này cũng
          hết sớm; đổi muộn hơn thì quyền vẫn hết như cũ, giao lại khi cần.
        </p>
      )}
      <DateField {...dayField(form.field('lastDay'))} label="Ngày cuối" help="Vị trí còn hiệu lực đến hết ngày này" />
    </Form>
  )
}
