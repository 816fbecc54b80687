import { useState } from 'react'
import { formatDate } from '../../kernel/plain-date.ts'
import { useToday } from '../../platform/web/today.ts'
import {
  ActButton,
  Acts,
  DataTable,
  Dialog,
  Empty,
  Link,
  Panel,
  type ShownAct,
  StatusWord,
  TwoLines,
} from '../../ui/index.ts'
import { LEADER_LEVEL_WORDS, POST_KIND_WORDS, RECIPIENT_CLASS_WORDS } from '../domain/posts.ts'
import type { OrganisationOutputs, PersonPageData, Post } from './api.ts'
import { heldStatus } from './held-status.ts'
import { ChangePostForm, EndPostForm, NewPostForm } from './post-forms.tsx'

type Units = OrganisationOutputs['tree']['units']
type PersonPostsProps = {
  person: PersonPageData['person']
  posts: readonly Post[]
  mayAdd: ShownAct
  units: Units
}
type Doing = { what: 'add' } | { what: 'end' | 'change' | 'transfer'; post: Post }

/** Where a person has, will have and had a post; giving another, moving, correcting, ending one. */
export function PersonPosts({ person, posts, mayAdd, units }: PersonPostsProps) {
  const today = useToday()
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  return (
    <Panel
      flush
      title="Vị trí công tác"
      count={posts.length || undefined}
      acts={
        <ActButton act={mayAdd} size="s" icon="plus" onClick={() => setDoing({ what: 'add' })}>
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
            { key: 'title', head: 'Chức vụ', cell: (post) => <TwoLines sub={traitWords(post)}>{post.title}</TwoLines> },
            {
              key: 'unit',
              head: 'Đơn vị',
              cell: (post) => <Link href={`/don-vi/${post.unitId}`}>{post.unitName}</Link>,
            },
            { key: 'from', head: 'Từ ngày', width: 120, cell: (post) => formatDate(post.from) },
            {
              key: 'state',
              head: 'Tình trạng',
              width: 200,
              card: 'state',
              cell: (post) => <StatusWord {...heldStatus(post, today)} small />,
            },
          ]}
          rowAct={(post) => <PostActs post={post} onDo={(what) => setDoing({ what, post })} />}
        />
      )}
      <Dialog open={doing?.what === 'add'} onClose={close} title={`Thêm vị trí công tác cho ${person.name}`}>
        <NewPostForm person={person} units={units} onClose={close} />
      </Dialog>
      <Dialog open={doing?.what === 'transfer'} onClose={close} title={`Chuyển công tác: ${person.name}`}>
        {doing?.what === 'transfer' && <NewPostForm person={person} from={doing.post} units={units} onClose={close} />}
      </Dialog>
      <Dialog open={doing?.what === 'change'} onClose={close} title="Sửa vị trí công tác">
        {doing?.what === 'change' && <ChangePostForm post={doing.post} onClose={close} />}
      </Dialog>
      <Dialog open={doing?.what === 'end'} onClose={close} title="Ngày cuối của vị trí công tác">
        {doing?.what === 'end' && <EndPostForm person={person} post={doing.post} onClose={close} />}
      </Dialog>
    </Panel>
  )
}

function PostActs({ post, onDo }: { post: Post; onDo: (what: 'end' | 'change' | 'transfer') => void }) {
  const { end, change, transfer } = post.actions
  if (!end && !change && !transfer) return null
  const of = <span className="visually-hidden"> vị trí {post.title}</span>
  return (
    <Acts end>
      <ActButton act={change} size="s" kind="subtle" onClick={() => onDo('change')}>
        Sửa{of}
      </ActButton>
      <ActButton act={transfer} size="s" kind="subtle" onClick={() => onDo('transfer')}>
        Chuyển{of}
      </ActButton>
      <ActButton act={end} size="s" onClick={() => onDo('end')}>
        {post.to === null ? 'Kết thúc' : 'Đổi ngày cuối'}
        {of}
      </ActButton>
    </Acts>
  )
}

/** «Kiêm nhiệm · Cấp phó · Quyết định số 15/QĐ-SNV». */
function traitWords(post: Post): string | undefined {
  const words = [
    post.kind === 'regular' ? undefined : POST_KIND_WORDS[post.kind],
    post.leaderLevel ? LEADER_LEVEL_WORDS[post.leaderLevel] : undefined,
    post.recipientClass ? RECIPIENT_CLASS_WORDS[post.recipientClass] : undefined,
    post.directWorker && post.recipientClass !== 'direct-worker' ? 'Trực tiếp công tác, lao động' : undefined,
    post.partyManaged ? 'Diện cấp ủy quản lý' : undefined,
    post.basis ?? undefined,
  ].filter((word) => word !== undefined)
  return words.length > 0 ? words.join(' · ') : undefined
}
