import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AccountPanel, useHouseState } from '../../accounts/web/index.ts'
import { newId } from '../../kernel/ids.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { useToday } from '../../platform/web/today.ts'
import { Answer, ButtonLink, PageHeader, Stack } from '../../ui/index.ts'
import { organisation, type PersonPageData } from './api.ts'
import { heldOn } from './held-words.ts'
import { PersonPosts } from './person-posts.tsx'
import { unitOptions } from './unit-outline.ts'

const CRUMBS = [{ href: '/nguoi', word: 'Người' }]

/** One person: posts, and for an administrator the account and what it may do. */
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
  const { person, posts, actions } = data
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
        lead={person.email === null ? 'Chưa có thư điện tử' : person.email}
        acts={
          sections.includes('record') && (
            <ButtonLink kind="subtle" icon="history" href={`/nhat-ky?person=${person.id}`}>
              Xem việc người này đã làm
            </ButtonLink>
          )
        }
      />
      <Stack gap="l">
        <PersonPosts person={person} posts={posts} mayAdd={actions['add-post']} units={tree.data?.units ?? []} />
        {sections.includes('accounts') && (
          <AccountPanel
            person={person}
            newAccountId={newAccountId}
            mayCreate={actions['create-account']}
            posts={posts.filter((post) => heldOn(post, today) !== 'over')}
            units={unitOptions(tree.data?.units ?? [])}
          />
        )}
      </Stack>
    </>
  )
}
