import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { likelySame } from '../domain/likely-same.ts'
import type { PersonDetails } from '../domain/person-fields.ts'
import { seesSensitive } from '../domain/sensitive.ts'
import { findPerson, type PersonRow } from './person-row.ts'
import { currentPosts } from './posts.ts'

/** Somebody who may be the same person, as the asker is shown him. */
export type LikelySame = {
  id: string
  name: string
  staffCode: string | null
  posts: { title: string; unitName: string }[]
  /** Whether the birth days go together: null where one is not known, or is not the asker's to see. */
  sameBirth: boolean | null
}

const SHOWN = 20

/** Of the people the asker sees: those with the same name (folded) whose birth day does not tell them apart. */
export async function findLikelySame(
  tx: Tx,
  person: Pick<PersonDetails, 'name' | 'birth'>,
  besides: readonly string[],
): Promise<LikelySame[]> {
  const named = await tx.db
    .selectFrom('person')
    .select('id')
    .where('name_search', '=', foldForSearch(person.name))
    .where('merged_into', 'is', null)
    .limit(200)
    .execute()
  const rows: PersonRow[] = []
  for (const { id } of named) {
    if (besides.includes(id)) continue
    const row = await findPerson(tx, id)
    if (row) rows.push(seesSensitive(tx.actor, row.place) ? row : { ...row, birth: null })
  }
  const likely = likelySame(person.birth, rows).slice(0, SHOWN)
  const posts = await currentPosts(
    tx,
    likely.map((row) => row.id),
  )
  return likely.map(({ id, name, staffCode, birth }) => ({
    id,
    name,
    staffCode,
    posts: (posts.get(id) ?? []).map(({ title, unitName }) => ({ title, unitName })),
    sameBirth: birth === null || person.birth === null ? null : true,
  }))
}
