import { newId } from '../../../kernel/ids.ts'
import { whyEmpty, whyNotDay } from '../../../platform/web/form-checks.ts'
import type { UnitValues } from '../../domain/unit-description.ts'
import type { UnitEventKind } from '../../domain/unit-events.ts'
import type { OrganisationInputs } from '../api.ts'
import { type DescribedValues, describedFieldsOf, describedOf, UNDESCRIBED_FIELDS } from '../described.ts'
import { whyNotOrderNo } from '../order-no.ts'
import { nextOrderNo } from '../unit-outline.ts'

export type EventInput = OrganisationInputs['enterUnitEvent']
export type EventChoices = NonNullable<EventInput['choices']>

/** A unit that the event makes, as it is typed. */
export type NewUnitTyped = DescribedValues & {
  id: string
  name: string
  shortName: string
  parentId: string
  orderNo: string
}

export type EventTyped = {
  kind: UnitEventKind
  /** Of a unit described anew. */
  described: DescribedValues
  on: string | undefined
  docKind: string
  docNumber: string
  docIssuedOn: string | undefined
  docIssuer: string
  docTitle: string
  note: string
  /** The one unit it is about; of a merger, those that come together. */
  unitId: string
  unitIds: ReadonlySet<string>
  name: string
  shortName: string
  symbol: string
  parentId: string
  orderNo: string
  /** A merger makes a new unit, or goes into one that is there. */
  into: 'new' | 'existing'
  intoUnitId: string
  /** A split ends the unit, or takes others out of it. */
  stays: boolean
  made: readonly NewUnitTyped[]
}

export function newUnitTyped(parentId: string): NewUnitTyped {
  return { ...UNDESCRIBED_FIELDS, id: newId(), name: '', shortName: '', parentId, orderNo: '' }
}

type AskedUnit = UnitValues & { readonly id: string }

/** A form as it opens; about a unit, what comes of it is taken to be of its kind and under the same unit until somebody says otherwise. */
export function emptyEvent(kind: UnitEventKind, today: string, asked: AskedUnit | undefined): EventTyped {
  const unitId = asked?.id ?? ''
  const made = (): NewUnitTyped => ({
    ...newUnitTyped(asked?.parentId ?? ''),
    ...(asked ? { ...describedFieldsOf(asked), symbol: '' } : {}),
  })
  return {
    kind,
    described: UNDESCRIBED_FIELDS,
    on: today,
    docKind: 'Quyết định',
    docNumber: '',
    docIssuedOn: '',
    docIssuer: '',
    docTitle: '',
    note: '',
    unitId,
    unitIds: new Set(unitId === '' ? [] : [unitId]),
    name: '',
    shortName: '',
    symbol: '',
    parentId: '',
    orderNo: '',
    into: 'new',
    intoUnitId: '',
    stays: false,
    made: [made(), made()],
  }
}

/** How many new units the form asks for. */
export function madeCount({ kind, into, stays, made }: EventTyped): number {
  if (kind === 'created') return 1
  if (kind === 'merged') return into === 'new' ? 1 : 0
  return kind === 'split' ? Math.max(made.length, stays ? 1 : 2) : 0
}

/** What is wrong with what was typed, by field; of a new unit's name under `made0`, `made1`. */
export function checkEvent(typed: EventTyped): Record<string, string> {
  const about = !['created', 'merged'].includes(typed.kind)
  const found: Record<string, string | undefined> = {
    on: whyNotDay(typed.on, 'ngày có hiệu lực'),
    unitId: about && typed.unitId === '' ? 'Chọn đơn vị' : undefined,
    name: typed.kind === 'renamed' ? whyEmpty(typed.name, 'tên mới') : undefined,
    parentId: typed.kind === 'moved' && typed.parentId === '' ? 'Chọn đơn vị cấp trên mới' : undefined,
    orderNo: typed.orderNo.trim() === '' ? undefined : whyNotOrderNo(typed.orderNo),
    unitIds: typed.kind === 'merged' ? whyTooFew(typed) : undefined,
    intoUnitId:
      typed.kind === 'merged' && typed.into === 'existing' && typed.intoUnitId === ''
        ? 'Chọn đơn vị nhận sáp nhập'
        : undefined,
    ...checkDocument(typed),
  }
  for (const [index, unit] of typed.made.slice(0, madeCount(typed)).entries()) {
    found[`made${index}`] =
      whyEmpty(unit.name, 'tên đơn vị mới') ??
      (unit.parentId === '' ? 'Chọn đơn vị cấp trên của đơn vị mới' : undefined)
  }
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== undefined)) as Record<string, string>
}

function whyTooFew({ unitIds, into }: EventTyped): string | undefined {
  const least = into === 'new' ? 2 : 1
  return unitIds.size < least ? `Chọn ít nhất ${least} đơn vị` : undefined
}

/** The paper may be left out; begun, it is told whole. */
function checkDocument(typed: EventTyped): Record<string, string | undefined> {
  const begun =
    [typed.docNumber, typed.docIssuer, typed.docTitle].some((text) => text.trim() !== '') || typed.docIssuedOn !== ''
  if (!begun) return {}
  return {
    docKind: whyEmpty(typed.docKind, 'loại văn bản'),
    docNumber: whyEmpty(typed.docNumber, 'số, ký hiệu'),
    docIssuedOn: whyNotDay(typed.docIssuedOn, 'ngày ban hành'),
    docIssuer: whyEmpty(typed.docIssuer, 'cơ quan ban hành'),
  }
}

type Placed = { readonly id: string; readonly parentId: string | null; readonly orderNo: number; readonly name: string }

/** Where no order was typed: a merged unit stands where the first of those before it stood, others behind their new neighbours. */
export function placedInOrder(typed: EventTyped, units: readonly Placed[]): EventTyped {
  const merged = units.filter((unit) => typed.unitIds.has(unit.id)).map((unit) => unit.orderNo)
  const first = typed.kind === 'merged' && merged.length > 0 ? Math.min(...merged) : undefined
  const order = (orderNo: string, parentId: string) =>
    orderNo.trim() === '' ? String(first ?? nextOrderNo(units, parentId)) : orderNo
  return {
    ...typed,
    orderNo: typed.orderNo.trim() === '' ? String(nextOrderNo(units, typed.parentId)) : typed.orderNo,
    made: typed.made.map((unit) => ({ ...unit, orderNo: order(unit.orderNo, unit.parentId) })),
  }
}

/** What was typed as the server takes it. */
export function eventInput(typed: EventTyped, id: string, choices: EventChoices): EventInput {
  return {
    id,
    on: typed.on ?? '',
    change: changeOf(typed),
    document:
      typed.docNumber.trim() === ''
        ? null
        : {
            kind: typed.docKind,
            number: typed.docNumber,
            issuedOn: typed.docIssuedOn ?? '',
            issuer: typed.docIssuer,
            title: typed.docTitle.trim() || null,
          },
    note: typed.note.trim() || null,
    choices,
  }
}

function changeOf(typed: EventTyped): EventInput['change'] {
  const { unitId } = typed
  const made = typed.made.slice(0, madeCount(typed)).map(unitOf)
  switch (typed.kind) {
    case 'created':
      return { kind: 'created', unit: the(made[0]) }
    case 'renamed': {
      const shortName = typed.shortName.trim() || null
      return { kind: 'renamed', unitId, name: typed.name, shortName, symbol: typed.symbol.trim() || null }
    }
    case 'moved':
      return {
        kind: 'moved',
        unitId,
        parentId: typed.parentId,
        orderNo: Number(typed.orderNo),
        name: typed.name.trim() || undefined,
      }
    case 'changed': {
      const { symbol: _, ...values } = describedOf(typed.described)
      return { kind: 'changed', unitId, values: { ...values, orderNo: Number(typed.orderNo) } }
    }
    case 'merged': {
      const into = typed.into === 'new' ? { unit: the(made[0]) } : { unitId: typed.intoUnitId }
      return { kind: 'merged', unitIds: [...typed.unitIds], into }
    }
    case 'split':
      return { kind: 'split', unitId, into: made, stays: typed.stays }
    case 'dissolved':
      return { kind: 'dissolved', unitId }
  }
}

function unitOf(typed: NewUnitTyped) {
  const { id, name, parentId } = typed
  return {
    ...describedOf(typed),
    id,
    name,
    shortName: typed.shortName.trim() || null,
    parentId,
    orderNo: Number(typed.orderNo),
  }
}

function the<T>(made: T | undefined): T {
  if (made === undefined) throw new Error('the form has no new unit')
  return made
}
