import { readFile } from 'node:fs/promises'
import { addGrant, createAccount, setUpOrganisation } from '../../accounts/server/index.ts'
import type { Role, Who } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { UnitShape } from '../../organisation/contract.ts'
import { changeUnit, createPerson, createUnit } from '../../organisation/server/index.ts'
import type { Parts } from '../compose.ts'
import { DEMO_PASSWORD } from './cast.ts'
import { must } from './must.ts'

type SamplePerson = { name: string; title: string; signInName?: string; role?: 'head' | 'officer' }
type SampleUnit = { key: string; name: string; shortName: string; people: SamplePerson[] } & Partial<
  Pick<UnitShape, 'kind' | 'level' | 'legalPerson' | 'symbol'>
>
type Sample = { root: SampleUnit; units: SampleUnit[] }

export type SampleAccount = { who: Who; personId: string; name: string }
export type SampleOffice = {
  units: ReadonlyMap<string, string>
  /** By sign-in name: the cast, and the head and officer of each unit as `truong.<unit>` and `thidua.<unit>`. */
  accounts: ReadonlyMap<string, SampleAccount>
}

/** The whole organisation in the roles that are not a unit's own. */
const LEADING: Readonly<Record<string, Role>> = { hoa: 'standing-office', phuc: 'authority', son: 'auditor' }

type Making = {
  /** Units, posts and grants begin on this day. */
  readonly founded: PlainDate
  /** With the Party committee and the mass organisations that stand beside the divisions. */
  readonly besides: boolean
}

/** Makes the sample office through the product's own use cases: units, people with posts, accounts, grants. */
export async function makeOffice(parts: Pick<Parts, 'work' | 'signIn'>, making: Making): Promise<SampleOffice> {
  const { work, signIn } = parts
  const sample = await readSample<Sample>('organisation.json')
  if (making.besides) sample.units.push(...(await readSample<SampleUnit[]>('doan-the.json')))
  const everybody = [sample.root, ...sample.units].flatMap((unit) => unit.people)
  const quan = everybody.find((person) => person.signInName === 'quan')
  if (!quan) throw new Error('the sample office has no administrator')

  const accounts = new Map<string, SampleAccount>()
  const rootId = newId()
  const administrator = {
    personId: newId(),
    name: quan.name,
    postTitle: quan.title,
    signInName: 'quan',
    email: 'quan@so.example',
  }
  const organisation = { id: rootId, name: sample.root.name, shortName: sample.root.shortName }
  const made = await must(
    work.write({ kind: 'set-up' }, (tx) => setUpOrganisation(tx, { organisation, administrator }, { demo: true })),
  )
  await must(
    signIn.createUser({
      id: made.accountId,
      userName: 'quan',
      name: quan.name,
      email: 'quan@so.example',
      password: DEMO_PASSWORD,
    }),
  )
  const admin: Who = { kind: 'person', accountId: made.accountId }
  accounts.set('quan', { who: admin, personId: made.personId, name: quan.name })

  const { key: _, people: __, ...described } = sample.root
  await must(work.write(admin, (tx) => changeUnit(tx, { ...described, id: rootId, orderNo: 0 })))

  const units = new Map([[sample.root.key, rootId]])
  for (const [index, unit] of sample.units.entries()) {
    const id = newId()
    units.set(unit.key, id)
    const { key: _, people: __, ...values } = unit
    const made = { ...values, id, parentId: rootId, orderNo: index + 1, from: making.founded }
    await must(work.write(admin, (tx) => createUnit(tx, made)))
  }
  for (const unit of [sample.root, ...sample.units]) {
    for (const person of unit.people.filter((one) => one.signInName !== 'quan')) {
      await addPerson(
        { work, signIn },
        admin,
        { unit, unitId: units.get(unit.key) ?? rootId, rootId, person, founded: making.founded },
        accounts,
      )
    }
  }
  return { units, accounts }
}

type Joining = { unit: SampleUnit; unitId: string; rootId: string; person: SamplePerson; founded: PlainDate }

async function addPerson(
  { work, signIn }: Pick<Parts, 'work' | 'signIn'>,
  admin: Who,
  { unit, unitId, rootId, person, founded }: Joining,
  accounts: Map<string, SampleAccount>,
): Promise<void> {
  const [personId, postId] = [newId(), newId()]
  const email = `${foldForSearch(person.name).replaceAll(' ', '.')}@so.example`
  const post = { id: postId, unitId, title: person.title, from: founded }
  await must(work.write(admin, (tx) => createPerson(tx, { id: personId, name: person.name, email, post })))
  const signInName = person.signInName ?? nameForRole(unit, person)
  if (signInName === undefined) return

  const accountId = newId()
  await must(
    work.write(admin, (tx) => createAccount(tx, { id: accountId, personId, signInName, email }, { activated: true })),
  )
  await must(
    signIn.createUser({ id: accountId, userName: signInName, name: person.name, email, password: DEMO_PASSWORD }),
  )
  const leading = person.signInName === undefined ? undefined : LEADING[person.signInName]
  const role: Role = leading ?? person.role ?? 'staff'
  const grant = { id: newId(), postId, role, unitId: leading ? rootId : unitId, from: founded, to: null }
  await must(work.write(admin, (tx) => addGrant(tx, grant)))
  const account = { who: { kind: 'person', accountId } as const, personId, name: person.name }
  accounts.set(signInName, account)
  // The cast's own names are short; the story speaks of units, so heads and officers are found by their unit too.
  const byUnit = nameForRole(unit, person)
  if (byUnit !== undefined) accounts.set(byUnit, account)
}

async function readSample<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`../../../samples/world/${name}`, import.meta.url), 'utf8')) as T
}

function nameForRole(unit: SampleUnit, person: SamplePerson): string | undefined {
  if (person.role === 'head') return `truong.${unit.key}`
  return person.role === 'officer' ? `thidua.${unit.key}` : undefined
}
