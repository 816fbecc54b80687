import { ROLE_NAMES, type SignsAs } from '../../kernel/actor.ts'
import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { cleanText } from '../../kernel/vietnamese-text.ts'
import { giveConsent } from '../../mechanisms/consents/server/index.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { lockOrganisation } from '../../organisation/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { whyNotDelegated } from '../domain/delegation.ts'
import { whyMayNotDelegate } from '../domain/permissions.ts'
import { type DelegationShape, getDelegation, grantsUnder } from './load-delegations.ts'

export type NewDelegation = {
  id: string
  fromPostId: string
  toPostId: string
  grantIds: readonly string[]
  signsAs: SignsAs
  from: string
  to: string
  documentNumber: string | null
  documentDay: string | null
  fileId: string | null
  reason: string
  way: 'product' | 'paper'
}

/**
 * Lets another post act with grants of this one for some days: by the holder, or from his paper by an administrator. The same id with the
 * same content again gives the delegation that is there. One grant is with one delegate at a time: whoever is asked must know who decides.
 */
export async function delegate(tx: Tx, input: NewDelegation): Promise<Result<{ delegation: DelegationShape }>> {
  await lockOrganisation(tx)
  const from = await postOf(tx, input.fromPostId)
  const to = await postOf(tx, input.toPostId)
  if (!from || !to) return refuse('not-found')
  const grantIds = [...new Set(input.grantIds)]
  const grants = await tx.db
    .selectFrom('post_grant')
    .select(['id', 'role', 'unit_id as unitId', 'valid_from as from', 'valid_to as to'])
    .where('post_id', '=', from.id)
    .where('id', 'in', grantIds)
    .orderBy('id')
    .execute()
  const paths = await unitPaths(tx, [from.unitId, to.unitId, ...grants.map((grant) => grant.unitId)])
  const path = (unitId: string) => paths.get(unitId) ?? []
  const units = [...paths.values()]
  const may = whyMayNotDelegate(tx.actor, { personId: from.personId, postId: from.id, units, way: input.way })
  if (may) return { ok: false, refusal: may }

  const there = await tx.db.selectFrom('delegation').selectAll().where('id', '=', input.id).executeTakeFirst()
  if (there) {
    const given = new Set((await grantsUnder(tx, [there.id])).map((one) => one.grantId))
    const same =
      there.from_post_id === from.id &&
      there.to_post_id === to.id &&
      there.signs_as === input.signsAs &&
      there.valid_from === input.from &&
      there.until === input.to &&
      given.size === grantIds.length &&
      grantIds.every((grantId) => given.has(grantId))
    return same ? ok({ delegation: await getDelegation(tx, there.id) }) : refuse('id-taken')
  }
  if (grants.length < grantIds.length) return refuse('grant-not-on-post', {}, { field: 'grantIds' })
  const [first, last] = [plainDate(input.from), plainDate(input.to)]
  const number = input.documentNumber?.trim() || null
  const documentDay = input.documentDay === null ? null : plainDate(input.documentDay)
  if (documentDay !== null && documentDay > tx.today) {
    return refuse('day-in-future', { day: formatDate(documentDay) }, { field: 'documentDay' })
  }
  const wrong = whyNotDelegated(
    {
      from: { ...from, unit: path(from.unitId) },
      to: { ...to, unit: path(to.unitId) },
      grants,
      signsAs: input.signsAs,
      first,
      last,
      document: number !== null && documentDay !== null ? { number, day: documentDay } : null,
      onPaper: input.way === 'paper',
    },
    tx.today,
  )
  if (wrong) return { ok: false, refusal: wrong }
  const taken = await alreadyWith(tx, grantIds, input)
  if (taken) {
    const values = { role: ROLE_NAMES[taken.role], name: taken.to_name, day: formatDate(taken.valid_to) }
    return refuse('delegation-exists', values, { field: 'grantIds' })
  }
  if (input.fileId !== null) {
    const file = await tx.db.selectFrom('file').select('id').where('id', '=', input.fileId).executeTakeFirst()
    if (!file)
      return refuse('wrong-consent-paper', { problem: 'chưa có tệp văn bản. Tải tệp lên lại' }, { field: 'fileId' })
  }
  const reason = cleanText(input.reason).trim()
  const words = (post: Post) => `${post.title}, ${post.unitName}`
  await tx.db
    .insertInto('delegation')
    .values({
      id: input.id,
      from_post_id: from.id,
      from_person_id: from.personId,
      from_unit_no: from.unitNo,
      to_post_id: to.id,
      to_person_id: to.personId,
      to_unit_no: to.unitNo,
      from_name: from.personName,
      from_post: words(from),
      to_name: to.personName,
      to_post: words(to),
      signs_as: input.signsAs,
      valid_from: first,
      valid_to: last,
      until: last,
      document_number: number,
      document_day: documentDay,
      file_id: input.fileId,
      reason,
      way: input.way,
      created_by: tx.actor.kind === 'person' ? tx.actor.accountId : null,
      created_by_name: tx.actor.kind === 'person' ? tx.actor.name : '',
      created_at: tx.now,
    })
    .execute()
  await tx.db
    .insertInto('delegation_grant')
    .values(grantIds.map((grantId) => ({ delegation_id: input.id, grant_id: grantId })))
    .execute()

  const [main] = grants
  if (!main) throw new Error('a delegation of nothing got past the contract')
  const consent = await giveConsent(tx, {
    thing: { kind: 'delegation', id: input.id, version: 1 },
    outcome: 'agreed',
    reason,
    given:
      input.way === 'product'
        ? { way: 'product' }
        : {
            way: 'paper',
            givenByPersonId: from.personId,
            givenOn: input.documentDay ?? '',
            scanFileId: input.fileId ?? '00000000-0000-0000-0000-000000000000',
          },
    roles: [main.role],
    unit: path(main.unitId),
    notBefore: null,
  })
  if (!consent.ok) return consent

  const detail = {
    roles: [...new Set(grants.map((grant) => ROLE_NAMES[grant.role]))].join(', '),
    to: `${to.personName}, ${words(to)}`,
    signsAs: input.signsAs,
    from: formatDate(first),
    until: formatDate(last),
    document: number ?? '',
  }
  const thing = { kind: 'person', id: from.personId, name: from.personName } as const
  if (input.way === 'product') {
    await record(tx, 'delegation.given', thing, { unitId: from.unitId, capacity: words(from), detail })
  } else {
    const onBehalfOf = from.personName
    await record(tx, 'delegation.given-on-paper', thing, { unitId: from.unitId, onBehalfOf, detail })
  }
  await refreshScopes(tx, [to.personId])
  return ok({ delegation: await getDelegation(tx, input.id) })
}

type Post = {
  id: string
  personId: string
  personName: string
  unitId: string
  unitNo: number
  unitName: string
  title: string
}

async function postOf(tx: Tx, id: string) {
  return tx.db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.id', 'post.person_id as personId', 'person.full_name as personName', 'post.title'])
    .select(['unit.id as unitId', 'unit.unit_no as unitNo', 'unit.name as unitName'])
    .select(['post.valid_from as start', 'post.valid_to as to'])
    .where('post.id', '=', id)
    .executeTakeFirst()
}

/** A delegation of one of these grants that holds on one of these days. */
async function alreadyWith(tx: Tx, grantIds: readonly string[], days: { from: string; to: string }) {
  return tx.db
    .selectFrom('delegation')
    .innerJoin('delegation_grant', 'delegation_grant.delegation_id', 'delegation.id')
    .innerJoin('post_grant', 'post_grant.id', 'delegation_grant.grant_id')
    .select(['delegation.to_name', 'delegation.valid_to', 'post_grant.role'])
    .where('delegation_grant.grant_id', 'in', [...grantIds])
    .where('delegation.valid_from', '<=', plainDate(days.to))
    .where('delegation.valid_to', '>=', plainDate(days.from))
    .whereRef('delegation.valid_to', '>=', 'delegation.valid_from')
    .executeTakeFirst()
}
