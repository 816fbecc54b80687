import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { FORESEES, useAct } from '../../platform/web/use-act.ts'
import {
  Answer,
  Button,
  ConfirmDialog,
  Definitions,
  Empty,
  Link,
  Note,
  PageHeader,
  Panel,
  Stack,
  TextField,
  useAddressParams,
  useNavigation,
  useNotices,
} from '../../ui/index.ts'
import { type OrganisationOutputs, organisation } from './api.ts'

type Preview = OrganisationOutputs['previewMerge']

/** A person entered twice: the second one is chosen, both stand side by side, and what follows is said before it is done. */
export function MergePeoplePage() {
  const id = usePageParam('id')
  const [params, change] = useAddressParams()
  const other = params.get('voi') ?? ''
  const found = useQuery(organisation.person.queryOptions({ input: { id } }))
  const name = found.data?.person.name ?? 'Người'
  return (
    <>
      <PageHeader
        title="Gộp người nhập trùng"
        crumbs={[
          { href: '/nguoi', word: 'Người' },
          { href: `/nguoi/${id}`, word: name },
        ]}
        lead={`Người được giữ lại: ${name}. Vị trí công tác, vắng mặt, tài khoản và mọi dữ liệu của người kia chuyển sang; không tách lại được.`}
      />
      <Stack gap="l">
        <ChooseOther id={id} chosen={other} onChoose={(voi) => change({ voi })} />
        {other !== '' && <MergePreview key={other} keptId={id} goneId={other} />}
      </Stack>
    </>
  )
}

function ChooseOther({ id, chosen, onChoose }: { id: string; chosen: string; onChoose: (id: string) => void }) {
  const [q, setQ] = useState('')
  const found = useQuery({
    ...organisation.people.queryOptions({ input: { q: q.trim(), page: 1 } }),
    enabled: q.trim().length > 1,
  })
  const others = (found.data?.people ?? []).filter((one) => one.id !== id).slice(0, 10)
  return (
    <Panel title="Người nhập trùng">
      <Stack>
        <TextField
          label="Tìm người"
          icon="search"
          value={q}
          onChange={setQ}
          help="Họ tên có dấu hoặc không dấu, hoặc mã cán bộ"
        />
        {q.trim().length > 1 && found.data && others.length === 0 && (
          <Empty level={3} title={`Không có người khác khớp “${q.trim()}”`}>
            Tìm bằng cách viết khác của tên, hoặc bằng mã cán bộ.
          </Empty>
        )}
        {others.map((one) => (
          <div key={one.id}>
            <Button size="s" kind={one.id === chosen ? 'primary' : 'outline'} onClick={() => onChoose(one.id)}>
              Chọn {one.name}
            </Button>{' '}
            {one.posts.map((post) => `${post.title}, ${post.unitName}`).join('; ')}
            {one.staffCode !== null && ` · mã ${one.staffCode}`}
          </div>
        ))}
      </Stack>
    </Panel>
  )
}

function MergePreview({ keptId, goneId }: { keptId: string; goneId: string }) {
  const found = useQuery(organisation.previewMerge.queryOptions({ input: { keptId, goneId }, ...FORESEES }))
  return (
    <Panel title="Sẽ gộp như sau">
      <Answer {...answerOf(found)} lines={6}>
        {(preview) => <ShownPreview preview={preview} />}
      </Answer>
    </Panel>
  )
}

function ShownPreview({ preview }: { preview: Preview }) {
  const [open, setOpen] = useState(false)
  const { go } = useNavigation()
  const tell = useNotices()
  const { kept, gone } = preview
  const merge = useAct(
    (reason: string) => organisation.mergePeople.call({ keptId: kept.id, goneId: gone.id, reason }),
    ({ person }) => {
      tell({ text: `Đã gộp ${gone.name} vào ${person.name}` })
      go(`/nguoi/${person.id}`)
    },
  )
  return (
    <Stack>
      <Definitions
        pairs={[
          { term: 'Giữ lại', value: <Side side={kept} /> },
          { term: 'Gộp vào', value: <Side side={gone} /> },
          {
            term: 'Vị trí công tác cả hai cùng có',
            value: preview.samePosts.length === 0 ? 'không có' : `${preview.samePosts.join('; ')}: còn một`,
          },
          {
            term: 'Khác nhau, giữ theo người được giữ lại',
            value: preview.differing.length === 0 ? 'không có' : preview.differing.join(', '),
          },
        ]}
      />
      {preview.whyNot === null ? (
        <div>
          <Button kind="primary" onClick={() => setOpen(true)}>
            Gộp hai người
          </Button>
        </div>
      ) : (
        <Note tone="cam" title="Chưa gộp được">
          {preview.whyNot}
        </Note>
      )}
      <ConfirmDialog
        open={open}
        onClose={() => {
          merge.clear()
          setOpen(false)
        }}
        title={`Gộp ${gone.name} vào ${kept.name}`}
        confirm="Gộp hai người"
        danger
        busy={merge.busy}
        error={merge.problem?.sentence}
        reason={{ label: 'Lý do gộp', missing: 'Nhập lý do gộp' }}
        onConfirm={(reason) => merge.run(reason)}
      >
        Sau khi gộp không tách lại được.
      </ConfirmDialog>
    </Stack>
  )
}

function Side({ side }: { side: Preview['kept'] }) {
  return (
    <>
      <Link href={`/nguoi/${side.id}`}>{side.name}</Link>
      {side.staffCode !== null && ` · mã ${side.staffCode}`}
      {side.signInName !== null && ` · tài khoản ${side.signInName}`}
      {side.posts.map((post) => (
        <div key={post}>{post}</div>
      ))}
    </>
  )
}
