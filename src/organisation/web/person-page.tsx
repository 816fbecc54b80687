import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AccountPanel, useHouseState } from '../../accounts/web/index.ts'
import { PersonWorkPanel } from '../../acting/web/index.ts'
import { DisciplinePanel, PersonRatingsPanel, PersonReviewsPanel } from '../../assessments/web/index.ts'
import { newId } from '../../kernel/ids.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { RecordEntries } from '../../mechanisms/record/web/index.ts'
import { CorrectionsPanel } from '../../personal-data/web/index.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { useToday } from '../../platform/web/today.ts'
import { PersonAwardsPanel } from '../../registry/web/index.ts'
import { ActLink, Answer, ButtonLink, Definitions, Link, Note, PageHeader, Panel, Stack } from '../../ui/index.ts'
import { organisation, type PersonPageData } from './api.ts'
import { heldOn } from './held-words.ts'
import { PersonAbsences } from './person-absences.tsx'
import { PersonPosts } from './person-posts.tsx'
import { PrivateDetails } from './private-details.tsx'
import { unitOptions } from './unit-outline.ts'

const CRUMBS = [{ href: '/nguoi', word: 'Người' }]

/** One person: who he is, posts, absences, what he asks to have corrected, the account and what it may do, what happened to the file. */
export function PersonPage() {
  const id = usePageParam('id')
  const found = useQuery(organisation.person.queryOptions({ input: { id } }))
  return (
    <>
      {found.data === undefined && <PageHeader title="Người" crumbs={CRUMBS} />}
      <Answer {...answerOf(found)} lines={8}>
        {(data) => <ShownPerson key={id} data={data} />}
      </Answer>
    </>
  )
}

function ShownPerson({ data }: { data: PersonPageData }) {
  const { person, posts, absences, actions } = data
  const { me } = useHouseState()
  const today = useToday()
  const tree = useQuery(organisation.tree.queryOptions({ input: {} }))
  const sections = me?.sections ?? []
  // made once: pressed twice, it is one account
  const [newAccountId] = useState(() => newId())
  return (
    <>
      <PageHeader
        title={person.name}
        crumbs={CRUMBS}
        lead={leadOf(data, today)}
        acts={
          <>
            {sections.includes('record') && (
              <ButtonLink kind="subtle" icon="history" href={`/nhat-ky?person=${person.id}`}>
                Xem việc người này đã làm
              </ButtonLink>
            )}
            <ActLink act={actions.merge} kind="subtle" href={`/nguoi/${person.id}/gop`}>
              Gộp người nhập trùng
            </ActLink>
            <ActLink act={actions.change} icon="pencil" href={`/nguoi/${person.id}/sua`}>
              Sửa thông tin
            </ActLink>
          </>
        }
      />
      <Stack gap="l">
        {person.mergedInto && (
          <Note tone="cham" title="Người này đã gộp vào người khác">
            Mọi dữ liệu nay ở trang của <Link href={`/nguoi/${person.mergedInto.id}`}>{person.mergedInto.name}</Link>.
          </Note>
        )}
        <Panel title="Thông tin">
          <Stack>
            <Definitions pairs={pairsOf(person)} />
            <PrivateDetails
              personId={person.id}
              maySee={actions['see-sensitive']}
              hasNumber={person.hasCitizenId}
              own={me?.personId === person.id}
            />
          </Stack>
        </Panel>
        {absences && <CorrectionsPanel personId={person.id} />}
        <PersonPosts person={person} posts={posts} mayAdd={actions['add-post']} units={tree.data?.units ?? []} />
        {absences && <PersonAbsences person={person} absences={absences} mayEdit={actions['add-absence']} />}
        {actions['hand-over'] && <PersonWorkPanel personId={person.id} name={person.name} />}
        {/* Panels of other capabilities about this person stand here, in the order of a file: results, discipline, awards. */}
        {!person.mergedInto && (
          <>
            <PersonRatingsPanel personId={person.id} />
            <DisciplinePanel personId={person.id} />
            <PersonReviewsPanel personId={person.id} />
            <PersonAwardsPanel personId={person.id} />
          </>
        )}
        {sections.includes('accounts') && !person.mergedInto && (
          <AccountPanel
            person={person}
            newAccountId={newAccountId}
            mayCreate={actions['create-account']}
            posts={posts.filter((post) => heldOn(post, today) !== 'over')}
            units={unitOptions(tree.data?.units ?? [])}
          />
        )}
        {actions['see-history'] && <PersonHistory id={person.id} />}
      </Stack>
    </>
  )
}

function PersonHistory({ id }: { id: string }) {
  const found = useQuery(organisation.personHistory.queryOptions({ input: { id } }))
  return (
    <Panel title="Lịch sử hồ sơ">
      <Answer {...answerOf(found)} lines={4}>
        {({ entries }) => <RecordEntries entries={entries} label="Lịch sử hồ sơ" />}
      </Answer>
    </Panel>
  )
}

/** The main post today, else that there is none. */
function leadOf({ posts }: PersonPageData, today: string): string {
  const [post] = posts.filter((one) => heldOn(one, today) === 'holds')
  return post ? `${post.title}, ${post.unitName}` : 'Không có vị trí công tác đang có hiệu lực'
}

function pairsOf(person: PersonPageData['person']) {
  return [
    { term: 'Mã cán bộ', value: person.staffCode ?? 'chưa có' },
    { term: 'Thư điện tử', value: person.email ?? 'chưa có' },
    { term: 'Ngày tuyển dụng', value: person.recruitedOn === null ? 'chưa có' : formatDate(person.recruitedOn) },
  ]
}
