import { addDays, type PlainDate } from '../../kernel/plain-date.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type EventFacts, eventWords, type LegalDocument } from '../domain/event-words.ts'
import type { EventRole, UnitChange, UnitEventKind } from '../domain/unit-events.ts'

export type EventShape = {
  id: string
  kind: string
  on: string
  words: string
  note: string | null
  enteredByName: string
  enteredAt: string
  ahead: boolean
  takenBack: { byName: string; at: string; reason: string } | null
  actions: { 'take-back'?: { whyNot: string | null } }
  parts: { unitId: string; role: EventRole }[]
}

/** These events as sentences, oldest first; with `of` as they look from that unit. Who may take one back is added by who knows. */
export async function eventShapes(tx: Tx, eventIds: readonly string[], of?: string): Promise<EventShape[]> {
  if (eventIds.length === 0) return []
  const events = await tx.db
    .selectFrom('unit_event')
    .selectAll()
    .where('id', 'in', [...eventIds])
    .orderBy('on_day')
    .orderBy('entered_at')
    .orderBy('id')
    .execute()
  const parts = await tx.db
    .selectFrom('unit_event_unit')
    .select(['event_id', 'unit_id', 'role'])
    .where('event_id', 'in', [...eventIds])
    .execute()
  const named = await namesOf(tx, [...new Set([...parts.map((part) => part.unit_id), ...events.flatMap(parentsIn)])])
  return events.map((event) => {
    const own = parts.filter((part) => part.event_id === event.id)
    const inOrder = orderIn(event.input)
    own.sort((a, b) => inOrder.indexOf(a.unit_id) - inOrder.indexOf(b.unit_id))
    const before = addDays(event.on_day, -1)
    const nameBefore = (unitId: string) => named(unitId, before)
    const nameAfter = (unitId: string) => named(unitId, event.on_day)
    const change = changeIn(event.input)
    const kind = event.kind
    const subject = own.find((part) => part.role === 'subject')?.unit_id
    const facts: EventFacts = {
      kind,
      document: documentOf(event),
      before: own
        .filter((part) => part.role === 'before' || (kind === 'dissolved' && part.role === 'subject'))
        .map((part) => nameBefore(part.unit_id)),
      after: own.filter((part) => part.role === 'after').map((part) => nameAfter(part.unit_id)),
      goesOn: goesOn(change),
      old: oldOf(change, subject, nameBefore, named.parentOn, before),
      new: newOf(change, nameAfter),
      renamed: change?.kind === 'moved' ? (change.name ?? null) : null,
    }
    const at = of === undefined ? undefined : own.find((part) => part.unit_id === of)
    const seenFrom =
      at === undefined ? undefined : at.role === 'before' ? nameBefore(at.unit_id) : nameAfter(at.unit_id)
    return {
      id: event.id,
      kind,
      on: event.on_day,
      words: eventWords(facts, seenFrom),
      note: event.note,
      enteredByName: event.entered_by_name,
      enteredAt: event.entered_at.toISOString(),
      ahead: event.applied_at === null,
      takenBack:
        event.taken_back_at === null
          ? null
          : {
              byName: event.taken_back_by_name ?? '',
              at: event.taken_back_at.toISOString(),
              reason: event.taken_back_reason ?? '',
            },
      actions: {},
      parts: own.map((part) => ({ unitId: part.unit_id, role: part.role })),
    }
  })
}

type Row = {
  kind: UnitEventKind
  document_kind: string | null
  document_number: string | null
  document_issued_on: PlainDate | null
  document_issuer: string | null
  document_title: string | null
}

export function documentOf(row: Row): LegalDocument | null {
  if (row.document_kind === null || row.document_number === null || row.document_issued_on === null) return null
  return {
    kind: row.document_kind,
    number: row.document_number,
    issuedOn: row.document_issued_on,
    issuer: row.document_issuer ?? '',
    title: row.document_title,
  }
}

/** What was entered; nothing for the units that were there before events were. */
export function changeIn(input: unknown): UnitChange | undefined {
  return (input as { change?: UnitChange }).change
}

/** The ids in the order in which they were entered. */
function orderIn(input: unknown): string[] {
  const change = changeIn(input)
  if (change?.kind === 'merged') return [...change.unitIds]
  return change?.kind === 'split' ? change.into.map((unit) => unit.id) : []
}

function parentsIn({ input }: { input: unknown }): string[] {
  const change = changeIn(input)
  return change?.kind === 'moved' ? [change.parentId] : []
}

function goesOn(change: UnitChange | undefined): boolean {
  if (change?.kind === 'merged') return 'unitId' in change.into
  return change?.kind === 'split' && change.stays
}

function oldOf(
  change: UnitChange | undefined,
  subject: string | undefined,
  nameBefore: (unitId: string) => string,
  parentOn: (unitId: string, day: PlainDate) => string | null,
  before: PlainDate,
): string | null {
  if (subject === undefined) return null
  if (change?.kind === 'renamed') return nameBefore(subject)
  if (change?.kind !== 'moved') return null
  const parentId = parentOn(subject, before)
  return parentId === null ? null : nameBefore(parentId)
}

function newOf(change: UnitChange | undefined, nameAfter: (unitId: string) => string): string | null {
  if (change?.kind === 'renamed') return change.name
  return change?.kind === 'moved' ? nameAfter(change.parentId) : null
}

/** What units were called, and under whom they stood, on any day; outside their days as on the nearest one. */
async function namesOf(tx: Tx, unitIds: readonly string[]) {
  const rows =
    unitIds.length === 0
      ? []
      : await tx.db
          .selectFrom('unit_version as v')
          .innerJoin('unit as u', 'u.id', 'v.unit_id')
          .leftJoin('unit as p', 'p.id', 'v.parent_id')
          .select(['v.unit_id', 'v.valid_from', 'v.valid_to', 'v.name', 'v.parent_id', 'p.name as parent_name'])
          .where('v.unit_id', 'in', [...unitIds])
          .orderBy('v.valid_from')
          .execute()
  const own = Map.groupBy(rows, (row) => row.unit_id)
  const parents = new Map(rows.map((row) => [row.parent_id, row.parent_name]))
  const at = (unitId: string, day: PlainDate) => {
    const versions = own.get(unitId) ?? []
    return versions.findLast((one) => one.valid_from <= day) ?? versions[0]
  }
  const name = (unitId: string, day: PlainDate) => at(unitId, day)?.name ?? parents.get(unitId) ?? ''
  return Object.assign(name, { parentOn: (unitId: string, day: PlainDate) => at(unitId, day)?.parent_id ?? null })
}
