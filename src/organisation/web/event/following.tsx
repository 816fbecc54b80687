import { useState } from 'react'
import { ROLE_NAMES, type Role } from '../../../kernel/actor.ts'
import { formatDate } from '../../../kernel/plain-date.ts'
import { Cell, CheckboxField, DataTable, FieldGrid, Panel, SelectField, Stack, TwoLines } from '../../../ui/index.ts'
import type { EventPreview as Preview } from '../api.ts'
import { unitOptions } from '../unit-outline.ts'
import type { EventChoices } from './event-form.ts'

type Choices = Required<EventChoices>
type Post = Preview['posts'][number]
type Duty = Preview['obligations'][number]
type Targets = Preview['targets']

const ENDS = 'ends'

/** Each post: where it goes on, or that it ends; which rights go along. */
export function FollowingPosts({
  posts,
  targets,
  onChange,
}: {
  posts: readonly Post[]
  targets: Targets
  onChange: (posts: Choices['posts']) => void
}) {
  const [changed, setChanged] = useState<ReadonlyMap<string, Choices['posts'][number]>>(new Map())
  if (posts.length === 0) return null
  // What was pressed shows at once; the preview that comes for it says the same.
  const chosen = (post: Post) =>
    changed.get(post.postId) ?? {
      postId: post.postId,
      toUnitId: post.toUnitId,
      grantIds: post.grants.filter((grant) => grant.suggested).map((grant) => grant.id),
    }
  const choose = (post: Post, part: Partial<Choices['posts'][number]>) => {
    const next = new Map(changed).set(post.postId, { ...chosen(post), ...part })
    setChanged(next)
    onChange([...next.values()])
  }
  const options = [
    ...targets.map((unit) => ({ value: unit.id, label: unit.name })),
    { value: ENDS, label: 'Kết thúc, không chuyển' },
  ]
  return (
    <Panel flush title="Vị trí công tác" count={posts.length}>
      <DataTable
        label="Vị trí công tác"
        rows={posts}
        rowKey={(post) => post.postId}
        columns={[
          {
            key: 'person',
            head: 'Người',
            cell: (post) => (
              <TwoLines sub={`${post.title}, ${post.unitName}`}>
                <b>{post.personName}</b>
              </TwoLines>
            ),
          },
          {
            key: 'to',
            head: 'Chuyển đến',
            width: 360,
            cell: (post) => (
              <SelectField
                label={`Nơi chuyển đến của ${post.personName}`}
                labelHidden
                value={chosen(post).toUnitId ?? ENDS}
                options={options}
                onChange={(to) => choose(post, { toUnitId: to === ENDS ? null : to })}
              />
            ),
          },
          {
            key: 'grants',
            head: 'Quyền đi theo',
            cell: (post) => (
              <Grants post={post} kept={chosen(post).grantIds} onChange={(grantIds) => choose(post, { grantIds })} />
            ),
          },
        ]}
      />
    </Panel>
  )
}

type GrantsProps = { post: Post; kept: readonly string[]; onChange: (grantIds: string[]) => void }

function Grants({ post, kept, onChange }: GrantsProps) {
  if (post.grants.length === 0) return 'không có quyền'
  return post.grants.map((grant) => (
    <CheckboxField
      key={grant.id}
      label={`${ROLE_NAMES[grant.role as Role]} tại ${grant.unitName}`}
      checked={kept.includes(grant.id)}
      onChange={(on) => onChange(on ? [...kept, grant.id] : kept.filter((id) => id !== grant.id))}
    />
  ))
}

const ALL = 'all'

/** Each open duty: to whom it goes; of several successors one, or each. */
export function FollowingDuties({
  duties,
  targets,
  chosen,
  onChange,
}: {
  duties: readonly Duty[]
  targets: Targets
  chosen: Choices['obligations']
  onChange: (obligations: Choices['obligations']) => void
}) {
  if (duties.length === 0) return null
  const placed = new Map(chosen.map((one) => [one.obligationId, one.toUnitIds]))
  const choose = (duty: Duty, to: string) => {
    const toUnitIds = to === ALL ? targets.map((unit) => unit.id) : to === ENDS ? [] : [to]
    onChange([...chosen.filter((one) => one.obligationId !== duty.id), { obligationId: duty.id, toUnitIds }])
  }
  const options = [
    ...targets.map((unit) => ({ value: unit.id, label: unit.name })),
    ...(targets.length > 1 ? [{ value: ALL, label: 'Tất cả các đơn vị' }] : []),
    { value: ENDS, label: 'Miễn, không chuyển' },
  ]
  return (
    <Panel flush title="Việc đang làm" count={duties.length}>
      <DataTable
        label="Việc đang làm"
        rows={duties}
        rowKey={(duty) => duty.id}
        columns={[
          {
            key: 'title',
            head: 'Việc',
            cell: (duty) => (
              <TwoLines sub={[duty.unitName, duty.thingTitle].filter(Boolean).join(' · ')}>
                <b>{duty.title}</b>
              </TwoLines>
            ),
          },
          { key: 'due', head: 'Hạn', width: 120, cell: (duty) => formatDate(duty.lastDay) },
          {
            key: 'to',
            head: 'Chuyển đến',
            width: 360,
            cell: (duty) =>
              targets.length === 0 ? (
                'miễn, vì không có đơn vị kế tục'
              ) : (
                <TwoLines
                  sub={duty.outcome === 'doubled' ? 'đơn vị đó cũng có việc này: việc trùng được miễn' : undefined}
                >
                  <SelectField
                    label={`Nơi chuyển đến của “${duty.title}”, ${duty.unitName}`}
                    labelHidden
                    value={shownTarget(placed.get(duty.id) ?? duty.toUnitIds)}
                    options={options}
                    onChange={(to) => choose(duty, to)}
                  />
                </TwoLines>
              ),
          },
        ]}
      />
    </Panel>
  )
}

function shownTarget(toUnitIds: readonly string[]): string {
  return toUnitIds.length > 1 ? ALL : (toUnitIds[0] ?? ENDS)
}

/** Where the units below an ending one go. */
export function FollowingChildren({
  below,
  units,
  chosen,
  onChange,
}: {
  below: readonly { unitId: string; name: string; parentId: string }[]
  units: Parameters<typeof unitOptions>[0]
  chosen: Choices['parents']
  onChange: (parents: Choices['parents']) => void
}) {
  const placed = new Map(chosen.map((one) => [one.unitId, one.parentId]))
  return (
    <Panel title="Đơn vị bên dưới" count={below.length}>
      <Stack>
        <p>Đơn vị cấp trên kết thúc. Chọn nơi chuyển đến cho từng đơn vị.</p>
        <FieldGrid>
          {below.map((child) => (
            <Cell key={child.unitId} span={6}>
              <SelectField
                label={child.name}
                help="Đơn vị cấp trên mới"
                placeholder="Chọn đơn vị"
                value={placed.get(child.unitId) ?? child.parentId}
                options={unitOptions(units)}
                onChange={(parentId) =>
                  onChange([...chosen.filter((one) => one.unitId !== child.unitId), { unitId: child.unitId, parentId }])
                }
              />
            </Cell>
          ))}
        </FieldGrid>
      </Stack>
    </Panel>
  )
}
