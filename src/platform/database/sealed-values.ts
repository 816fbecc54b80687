import { Client, escapeIdentifier } from 'pg'
import type { Keyring } from '../keys/keyring.ts'

/** A column of sealed values in schema `app`, and the column with the keyed digest of the same value where there is one. */
export type SealedPlace = {
  readonly table: string
  readonly key: string
  readonly sealed: string
  readonly purpose: string
  readonly digest?: { readonly column: string; readonly purpose: string }
}

type Row = { id: string; sealed: Buffer; digest: string | null }

const AT_ONCE = 500

/**
 * Seals every value anew that is not sealed with the newest key, and makes its digest anew where that is not of the newest. A batch is one
 * transaction under its rows' locks: broken off, what was done is done, and every value opens with a key that is still there. As the owner: the
 * application sees only what somebody may see. Gives how many values it changed, and how many no key here
 * opens: those stay as they are.
 */
export async function resealValues(
  ownerUrl: string,
  places: readonly SealedPlace[],
  keyring: Keyring,
): Promise<{ changed: number; lost: number }> {
  return withOwner(ownerUrl, async (client) => {
    let [changed, lost] = [0, 0]
    for (const place of places) {
      let after: string | undefined
      do {
        await client.query('begin')
        const rows = await nextRows(client, place, after, 'for update')
        for (const row of rows) {
          const state = stateOf(place, row, keyring)
          if (state === 'wrong') lost += 1
          if (state === 'old') {
            await resealRow(client, place, row, keyring)
            changed += 1
          }
        }
        await client.query('commit')
        after = rows.length < AT_ONCE ? undefined : rows.at(-1)?.id
      } while (after !== undefined)
    }
    return { changed, lost }
  })
}

export type CheckedPlace = {
  readonly place: SealedPlace
  readonly opened: number
  /** Sealed, or digested, with a key that is not the newest. */
  readonly old: number
  /** Does not open, or its digest is that of another value. */
  readonly wrong: number
}

/** Opens every sealed value and compares its digest; shows none. */
export async function checkValues(
  ownerUrl: string,
  places: readonly SealedPlace[],
  keyring: Keyring,
): Promise<CheckedPlace[]> {
  return withOwner(ownerUrl, async (client) => {
    const found: CheckedPlace[] = []
    for (const place of places) {
      const counted = { place, opened: 0, old: 0, wrong: 0 }
      let after: string | undefined
      do {
        const rows = await nextRows(client, place, after, '')
        for (const row of rows) {
          const state = stateOf(place, row, keyring)
          if (state === 'wrong') counted.wrong += 1
          else counted.opened += 1
          if (state === 'old') counted.old += 1
        }
        after = rows.length < AT_ONCE ? undefined : rows.at(-1)?.id
      } while (after !== undefined)
      found.push(counted)
    }
    return found
  })
}

function stateOf(place: SealedPlace, row: Row, keyring: Keyring): 'new' | 'old' | 'wrong' {
  try {
    const text = keyring.open(place.purpose, row.sealed)
    const newest = place.digest ? keyring.digest(place.digest.purpose, text) : null
    if (place.digest && !keyring.digests(place.digest.purpose, text).includes(row.digest ?? '')) return 'wrong'
    return keyring.isCurrent(row.sealed) && row.digest === newest ? 'new' : 'old'
  } catch {
    return 'wrong'
  }
}

async function resealRow(client: Client, place: SealedPlace, row: Row, keyring: Keyring): Promise<void> {
  const text = keyring.open(place.purpose, row.sealed)
  const digest = place.digest ? keyring.digest(place.digest.purpose, text) : null
  const [table, key, sealed] = [place.table, place.key, place.sealed].map(escapeIdentifier)
  const digestColumn = place.digest ? `, ${escapeIdentifier(place.digest.column)} = $3` : ''
  await client.query(`update app.${table} set ${sealed} = $2${digestColumn} where ${key} = $1`, [
    row.id,
    keyring.isCurrent(row.sealed) ? row.sealed : keyring.seal(place.purpose, text),
    ...(place.digest ? [digest] : []),
  ])
}

async function nextRows(client: Client, place: SealedPlace, after: string | undefined, lock: string): Promise<Row[]> {
  const [table, key, sealed] = [place.table, place.key, place.sealed].map(escapeIdentifier)
  const digest = place.digest ? escapeIdentifier(place.digest.column) : 'null::text'
  const { rows } = await client.query<Row>(
    `select ${key}::text as id, ${sealed} as sealed, ${digest} as digest from app.${table}
     where ${sealed} is not null and ($1::uuid is null or ${key} > $1::uuid) order by ${key} limit ${AT_ONCE} ${lock}`,
    [after ?? null],
  )
  return rows
}

async function withOwner<T>(ownerUrl: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
