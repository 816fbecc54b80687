import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { sentences, whyNotDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import {
  ActButton,
  Button,
  DataTable,
  DateField,
  Dialog,
  Empty,
  Form,
  Link,
  Panel,
  type ShownAct,
  StatusWord,
  useNotices,
} from '../../ui/index.ts'
import { type OrganisationOutputs, organisation, type PersonPageData, type Post } from './api.ts'
import { checkPost } from './check-post.ts'
import { heldStatus } from './held-status.ts'
import { PostFields } from './post-fields.tsx'

type Units = OrganisationOutputs['tree']['units']
type PersonPostsProps = {
  person: PersonPageData['person']
  posts: readonly Post[]
  mayAdd: ShownAct
  units: Units
}

/** Where a person has, will have and had a post; giving another, ending one. */
export function PersonPosts({ person, posts, mayAdd, units }: PersonPostsProps) {
  const today = useToday()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Post>()
  return (
    <Panel
      flush
      title="Vị trí công tác"
      count={posts.length || undefined}
      acts={
        <ActButton act={mayAdd} size="s" icon="plus" onClick={() => setAdding(true)}>
          Thêm vị trí công tác
        </ActButton>
      }
    >
      {posts.length === 0 ? (
        <Empty title="Chưa có vị trí công tác nào">Không có vị trí công tác thì không xem và xử lý được việc gì.</Empty>
      ) : (
        <DataTable
          label="Vị trí công tác"
          rows={posts}
          rowKey={(post) => post.id}
          columns={[
            { key: 'title', head: 'Chức vụ', cell: (post) => <b>{post.title}</b> },
            {
              key: 'unit',
              head: 'Đơn vị',
              cell: (post) => <Link href={`/don-vi/${post.unitId}`}>{post.unitName}</Link>,
            },
            { key: 'from', head: 'Từ ngày', width: 130, cell: (post) => formatDate(post.from) },
            {
              key: 'state',
              head: 'Tình trạng',
              width: 210,
              card: 'state',
              cell: (post) => <StatusWord {...heldStatus(post, today)} small />,
            },
          ]}
          rowAct={(post) => (
            <ActButton act={post.actions.end} size="s" onClick={() => setEnding(post)}>
              Kết thúc<span className="visually-hidden"> vị trí {post.title}</span>
            </ActButton>
          )}
        />
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={`Thêm vị trí công tác cho ${person.name}`}>
        <AddPostForm person={person} units={units} onClose={() => setAdding(false)} />
      </Dialog>
      <Dialog open={ending !== undefined} onClose={() => setEnding(undefined)} title="Kết thúc vị trí công tác">
        {ending && <EndPostForm person={person} post={ending} onClose={() => setEnding(undefined)} />}
      </Dialog>
    </Panel>
  )
}

type AddPostProps = { person: PersonPageData['person']; units: Units; onClose: () => void }

function AddPostForm({ person, units, onClose }: AddPostProps) {
  const [id] = useState(() => newId())
  const today = useToday()
  const tell = useNotices()
  const form = useForm({
    initial: { unitId: '', title: '', from: today as string | undefined },
    check: (typed) => sentences(checkPost(typed)),
    send: ({ from, ...typed }) => organisation.addPost.call({ id, personId: person.id, ...typed, from: from ?? '' }),
    onDone: ({ post }) => {
      onClose()
      tell({ text: `Đã thêm ${post.title}, ${post.unitName} cho ${person.name}` })
    },
  })
  return (
    <Form
      label="Thêm vị trí công tác"
      problems={form.problems}
      refused={form.refused}
      onSubmit={form.submit}
      actsEnd
      acts={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            Thêm vị trí công tác
          </Button>
        </>
      }
    >
      <PostFields unit={form.field('unitId')} title={form.field('title')} from={form.field('from')} units={units} />
    </Form>
  )
}

type EndPostProps = { person: PersonPageData['person']; post: Post; onClose: () => void }

function EndPostForm({ person, post, onClose }: EndPostProps) {
  const today = useToday()
  const tell = useNotices()
  const form = useForm({
    initial: { lastDay: today as string | undefined },
    check: (typed) => sentences({ lastDay: whyNotDay(typed.lastDay, 'ngày cuối') }),
    send: ({ lastDay }) => organisation.endPost.call({ id: post.id, lastDay: lastDay ?? '' }),
    onDone: ({ post: ended }) => {
      onClose()
      tell({ text: `${person.name}: ${ended.title} đến hết ngày ${formatDate(ended.to ?? '')}` })
    },
  })
  return (
    <Form
      label="Kết thúc vị trí công tác"
      problems={form.problems}
      refused={form.refused}
      onSubmit={form.submit}
      actsEnd
      acts={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button type="submit" kind="danger" busy={form.busy}>
            Kết thúc vị trí công tác
          </Button>
        </>
      }
    >
      <p>
        {person.name}, {post.title}, {post.unitName}. Quyền giao trên vị trí này hết hiệu lực cùng ngày. Việc của đơn vị
        vẫn là của đơn vị; người đứng đầu giao người khác.
      </p>
      <DateField {...dayField(form.field('lastDay'))} label="Ngày cuối" help="Vị trí còn hiệu lực đến hết ngày này" />
    </Form>
  )
}
