import { readFile } from 'node:fs/promises'
import { addGrant, setUpOrganisation } from '../../src/accounts/server/index.ts'
import type { Role, Who } from '../../src/kernel/actor.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Result } from '../../src/kernel/result.ts'
import type { UnitShape } from '../../src/organisation/contract.ts'
import {
  createPerson,
  createUnit,
  enterUnitEvent,
  NO_CHOICES,
  type UnitEventInput,
} from '../../src/organisation/server/index.ts'
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.ts'

type SampleUnit = { key: string; name: string; parent: string | null } & Partial<
  Pick<UnitShape, 'kind' | 'level' | 'legalPerson' | 'beside' | 'areaMarks'>
>
type SampleEvent = { key: string; on: string; document: string; note?: string; parents?: Record<string, string> } & (
  | { kind: 'renamed'; unit: string; name: string }
  | { kind: 'moved'; unit: string; parent: string; name?: string }
  | { kind: 'merged'; units: string[]; into: SampleUnit }
  | { kind: 'dissolved'; unit: string }
)
type SampleDocument = { sure: string; kind: string; number: string; issuedOn: string; issuer: string; title: string }
export type Sample = {
  documents: Record<string, SampleDocument>
  from: string
  units: SampleUnit[]
  people: { key: string; name: string; title: string; unit: string; roles: Role[] }[]
  events: SampleEvent[]
}

export type Branch = {
  readonly sample: Sample
  readonly administrator: Who
  /** Ids of units and people by the keys of the file; those that events make too. */
  readonly id: (key: string) => string
  /** Enters one event of the file. */
  readonly enter: (key: string) => ReturnType<typeof enterUnitEvent>
}

/** Sets the invented province up in an empty database, on the clock's day, through the product's own use cases; events are left to be entered. */
export async function loadBranch(work: UnitOfWork): Promise<Branch> {
  const sample = JSON.parse(await readFile(new URL('./su-kien.json', import.meta.url), 'utf8')) as Sample
  const ids = new Map<string, string>()
  const id = (key: string): string => {
    const known = ids.get(key) ?? newId()
    ids.set(key, known)
    return known
  }
  const [root, ...units] = sample.units
  if (!root) throw new Error('the sample has no unit')
  const made = await done(
    work.write({ kind: 'set-up' }, (tx) =>
      setUpOrganisation(tx, {
        organisation: { id: id(root.key), name: root.name, shortName: null, from: sample.from },
        administrator: {
          personId: newId(),
          name: 'Nguyễn Văn Quản',
          postTitle: 'Quản trị',
          signInName: 'quan',
          email: null,
        },
      }),
    ),
  )
  const administrator: Who = { kind: 'person', accountId: made.accountId }
  for (const [index, unit] of units.entries()) {
    const { key, parent, ...values } = unit
    const input = {
      ...values,
      id: id(key),
      shortName: null,
      parentId: id(parent ?? root.key),
      orderNo: index + 1,
      from: sample.from,
    }
    await done(work.write(administrator, (tx) => createUnit(tx, input)))
  }
  for (const person of sample.people) {
    const postId = newId()
    const post = { id: postId, unitId: id(person.unit), title: person.title, from: sample.from }
    await done(
      work.write(administrator, (tx) => createPerson(tx, { id: id(person.key), name: person.name, email: null, post })),
    )
    for (const role of person.roles) {
      const grant = { id: newId(), postId, role, unitId: id(person.unit), from: sample.from, to: null }
      await done(work.write(administrator, (tx) => addGrant(tx, grant)))
    }
  }
  const enter = (key: string) => {
    const event = sample.events.find((one) => one.key === key)
    if (!event) throw new Error(`the sample has no event ${key}`)
    return work.write(administrator, (tx) => enterUnitEvent(tx, eventInput(sample, event, id)))
  }
  return { sample, administrator, id, enter }
}

function eventInput(sample: Sample, event: SampleEvent, id: (key: string) => string): UnitEventInput {
  const paper = sample.documents[event.document]
  if (!paper) throw new Error(`the sample has no document ${event.document}`)
  const { sure: _, ...document } = paper
  const parents = Object.entries(event.parents ?? {}).map(([unit, parent]) => ({
    unitId: id(unit),
    parentId: id(parent),
  }))
  return {
    id: id(event.key),
    on: event.on,
    change: changeOf(event, id),
    document,
    note: event.note ?? null,
    choices: { ...NO_CHOICES, parents },
  }
}

function changeOf(event: SampleEvent, id: (key: string) => string): UnitEventInput['change'] {
  switch (event.kind) {
    case 'renamed':
      return { kind: 'renamed', unitId: id(event.unit), name: event.name, shortName: null, symbol: null }
    case 'moved':
      return { kind: 'moved', unitId: id(event.unit), parentId: id(event.parent), orderNo: 0, name: event.name }
    case 'dissolved':
      return { kind: 'dissolved', unitId: id(event.unit) }
    case 'merged': {
      const { key, parent, ...values } = event.into
      const unit = {
        id: id(key),
        shortName: null,
        symbol: null,
        kind: 'commune' as const,
        level: null,
        legalPerson: false,
        beside: false,
        areaMarks: [],
        orderNo: 0,
        ...values,
        parentId: id(parent ?? 'tinh'),
      }
      return { kind: 'merged', unitIds: event.units.map(id), into: { unit } }
    }
  }
}

async function done<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result
  if (!settled.ok) throw new Error(`${settled.refusal.code} ${JSON.stringify(settled.refusal.values)}`)
  return settled.value
}
