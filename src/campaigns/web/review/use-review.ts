import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { accountsContract } from '../../../accounts/contract.ts'
import type { FactShape } from '../../../mechanisms/documents/contract.ts'
import type { organisationContract } from '../../../organisation/contract.ts'
import { apiFor, type Outputs } from '../../../platform/web/api.ts'
import type { CampaignHead, campaignsContract } from '../../contract.ts'
import { campaigns } from '../api.ts'
import { createSaveBoard } from './save-board.ts'

const accounts = apiFor<typeof accountsContract>('accounts')
const organisation = apiFor<typeof organisationContract>('organisation')

/** A campaign under review: the paper, its facts, where it goes, what was said of it. */
export type Review = Outputs<typeof campaignsContract>['review']

/** The review as the server last gave it; refetched when the page is looked at again, because others work on it too. */
export function useReview(id: string) {
  return useQuery({ ...campaigns.review.queryOptions({ input: { id } }), staleTime: 5_000 })
}

/** The units of today, in protocol order. */
export function useUnitTree() {
  return useQuery({ ...organisation.tree.queryOptions({ input: {} }), staleTime: 60_000 })
}

/** Whose typing is kept in this browser: the account's, so that two people at one machine do not meet each other's. */
export function useAccountId(): string {
  const { data } = useQuery({ ...accounts.state.queryOptions({ input: {} }), staleTime: 60_000 })
  return data?.me?.accountId ?? ''
}

const SETTLE_MS = 900

/** Ways to bring what the page shows in line with what the server has. */
export type ReviewCache = ReturnType<typeof useReviewCache>

export function useReviewCache(id: string, owner: string) {
  const client = useQueryClient()
  const cache = useMemo(() => cacheOf(client, id, owner), [client, id, owner])
  useEffect(() => cache.stop, [cache])
  return cache
}

function cacheOf(client: QueryClient, id: string, owner: string) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const queryKey = campaigns.review.queryKey({ input: { id } })
  const patch = (change: (review: Review) => Review) => {
    client.setQueryData<Review>(queryKey, (review) => review && change(review))
  }
  const refetch = async (): Promise<Review | undefined> => {
    clearTimeout(timer)
    await client.refetchQueries({ queryKey })
    return client.getQueryData<Review>(queryKey)
  }
  return {
    campaignId: id,
    owner,
    /** How title, door and units are being saved. */
    saves: createSaveBoard(),
    current: () => client.getQueryData<Review>(queryKey),
    patch,
    refetch,
    /** Asks for the whole anew, once the saving has come to rest. */
    refetchSoon: () => {
      clearTimeout(timer)
      timer = setTimeout(() => void refetch(), SETTLE_MS)
    },
    /** A fact as it now is; others of its document stay. */
    putFact: (fact: FactShape) =>
      patch((review) => ({
        ...review,
        facts: review.facts.some((one) => one.id === fact.id)
          ? review.facts.map((one) => (one.id === fact.id && one.version <= fact.version ? fact : one))
          : [...review.facts, fact],
      })),
    stop: () => clearTimeout(timer),
    putHead: (campaign: CampaignHead) => patch((review) => ({ ...review, campaign })),
  }
}
