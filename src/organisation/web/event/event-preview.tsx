import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../kernel/plain-date.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { FORESEES, useAct } from '../../../platform/web/use-act.ts'
import { Acts, Button, ErrorState, Loading, Note, Panel, Stack, useNavigation, useNotices } from '../../../ui/index.ts'
import { type OrganisationOutputs, organisation, type EventPreview as Preview } from '../api.ts'
import type { Units } from './event-fields.tsx'
import type { EventChoices, EventInput } from './event-form.ts'
import { FollowingChildren, FollowingDuties, FollowingPosts } from './following.tsx'

type StepProps = { input: EventInput; units: Units; onBack: () => void }

/** All that would follow from the event, with what may be chosen of it; nothing is written before the button at the foot. */
export function EventPreviewStep({ input, units, onBack }: StepProps) {
  const [choices, setChoices] = useState<Required<EventChoices>>({ posts: [], obligations: [], parents: [] })
  const tell = useNotices()
  const { go } = useNavigation()
  const chosen = { ...input, choices }
  const preview = useQuery(
    organisation.previewUnitEvent.queryOptions({
      input: chosen,
      retry: false,
      ...FORESEES,
      placeholderData: (before: Preview | undefined) => before,
    }),
  )
  const act = useAct(organisation.enterUnitEvent.call, (done) => {
    tell({ text: doneWords(done) })
    go(`/don-vi/${shownAfter(input)}`)
  })
  const problem = preview.error === null ? undefined : readProblem(preview.error)
  const placesMissing =
    problem?.code === 'unit-has-children' ? (problem.data as { unitIds: string[] } | undefined) : undefined
  const children = placesMissing
    ? placesMissing.unitIds.map((unitId) => ({
        unitId,
        name: units.find((unit) => unit.id === unitId)?.name ?? '',
        parentId: '',
      }))
    : (preview.data?.children ?? [])
  return (
    <Stack gap="l">
      <Note tone="cham" title="Xem trước, chưa ghi" level={2}>
        {summary(input, preview.data)}
      </Note>
      {problem && !placesMissing && <ErrorState problem={problem} onRetry={() => void preview.refetch()} />}
      {preview.data === undefined && problem === undefined && <Loading lines={6} />}
      {children.length > 0 && (
        <FollowingChildren
          below={children}
          units={[...units, ...madeUnits(input)]}
          chosen={choices.parents}
          onChange={(parents) => setChoices({ ...choices, parents })}
        />
      )}
      {preview.data && !placesMissing && (
        <>
          <FollowingPosts
            posts={preview.data.posts}
            targets={preview.data.targets}
            onChange={(posts) => setChoices({ ...choices, posts })}
          />
          {preview.data.accountsLeft.length > 0 && (
            <Note tone="cam" title="Tài khoản không còn vị trí công tác" level={2}>
              {preview.data.accountsLeft.map((one) => one.name).join(', ')}: sau ngày này không còn vị trí công tác nào.
            </Note>
          )}
          <FollowingDuties
            duties={preview.data.obligations}
            targets={preview.data.targets}
            chosen={choices.obligations}
            onChange={(obligations) => setChoices({ ...choices, obligations })}
          />
          {preview.data.campaigns.length > 0 && <Campaigns campaigns={preview.data.campaigns} />}
          {preview.data.contacts.length > 0 && <Contacts contacts={preview.data.contacts} />}
          {preview.data.carriedOnBy !== null && (
            <Note tone="cham" title="Xếp loại và sổ khen thưởng" level={2}>
              {preview.data.carriedOnBy} xem, sửa và làm tiếp danh sách xếp loại chưa xác nhận và các mục sổ khen thưởng
              của đơn vị kết thúc.
            </Note>
          )}
        </>
      )}
      {act.problem && (
        <Note tone="son" alert>
          {act.problem.sentence}
        </Note>
      )}
      <Acts>
        <Button kind="primary" busy={act.busy} onClick={() => act.run(chosen)}>
          Ghi sự kiện
        </Button>
        <Button kind="subtle" onClick={onBack}>
          Sửa lại sự kiện
        </Button>
      </Acts>
    </Stack>
  )
}

function Campaigns({ campaigns }: { campaigns: Preview['campaigns'] }) {
  return (
    <Panel title="Phong trào" count={campaigns.length}>
      <Stack gap="s">
        {campaigns.map((one) => (
          <p key={`${one.id}${one.as}`}>
            {one.title}: {campaignWords(one)}
          </p>
        ))}
      </Stack>
    </Panel>
  )
}

function campaignWords({ as, follows }: Preview['campaigns'][number]): string {
  if (as === 'held') return follows ? 'chuyển cho đơn vị mới giữ' : 'không còn đơn vị nào giữ'
  return follows
    ? 'đơn vị mới thay vào danh sách nhận'
    : 'đã trình hoặc đã đồng ý: bộ phận thường trực chọn lại đơn vị nhận'
}

function Contacts({ contacts }: { contacts: Preview['contacts'] }) {
  return (
    <Panel title="Người theo dõi đơn vị" count={contacts.length}>
      <Stack gap="s">
        {contacts.map((one) => (
          <p key={`${one.unitId}${one.personName}${one.outcome}`}>
            {one.unitName}: {contactWords(one)}
          </p>
        ))}
      </Stack>
    </Panel>
  )
}

function contactWords({ outcome, personName }: Preview['contacts'][number]): string {
  switch (outcome) {
    case 'begins':
      return `${personName} theo dõi tiếp`
    case 'keeps':
      return `vẫn do ${personName} theo dõi`
    case 'ends':
      return `${personName} thôi theo dõi`
  }
}

function summary(input: EventInput, preview: Preview | undefined): string {
  const day = formatDate(input.on)
  const when = preview?.ahead
    ? `Có hiệu lực từ ${day}: vị trí công tác ghi ngay theo ngày, việc phải làm và danh sách chuyển vào ngày đó.`
    : `Có hiệu lực từ ${day}.`
  if (preview === undefined) return when
  const counted: [number, string][] = [
    [preview.posts.length, 'vị trí công tác'],
    [preview.obligations.length, 'việc đang làm'],
    [preview.children.length, 'đơn vị bên dưới'],
    [preview.campaigns.length, 'phong trào'],
    [preview.contacts.length, 'phân công theo dõi'],
  ]
  const parts = counted.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return parts.length === 0 ? `${when} Không có gì khác thay đổi theo.` : `${when} Liên quan: ${parts.join(', ')}.`
}

function madeUnits({ change }: EventInput): { id: string; name: string; parentId: string | null; orderNo: number }[] {
  const made =
    change.kind === 'split' ? change.into : change.kind === 'merged' && 'unit' in change.into ? [change.into.unit] : []
  return made.map((unit) => ({ id: unit.id, name: unit.name, parentId: unit.parentId, orderNo: unit.orderNo ?? 0 }))
}

/** Where one looks after it is entered: at what came of it. */
function shownAfter({ change }: EventInput): string {
  switch (change.kind) {
    case 'created':
      return change.unit.id
    case 'merged':
      return 'unit' in change.into ? change.into.unit.id : change.into.unitId
    case 'renamed':
    case 'moved':
    case 'changed':
    case 'split':
    case 'dissolved':
      return change.unitId
  }
}

function doneWords({ words, carriedPosts, movedObligations }: OrganisationOutputs['enterUnitEvent']): string {
  const parts = [
    ...(carriedPosts > 0 ? [`${carriedPosts} vị trí công tác chuyển theo`] : []),
    ...(movedObligations > 0 ? [`${movedObligations} việc chuyển theo`] : []),
  ]
  return parts.length === 0 ? `Đã ghi: ${words}` : `Đã ghi: ${words}; ${parts.join(', ')}`
}
