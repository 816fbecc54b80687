import { hash } from 'node:crypto'
import { formatDate, plainDate } from '../../../kernel/plain-date.ts'
import type { SheetRow } from '../../../kernel/sheet-columns.ts'
import { cleanText, foldForSearch, givenName, tidyName } from '../../../kernel/vietnamese-text.ts'
import { parsePartialDate, readCitizenId, staffCodeKey, whyNotDays } from '../../../organisation/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { idMaker } from '../id-maker.ts'
import type { ImportOrder, RowProblem, StagedRow } from '../import-kind.ts'
import { type NamedUnit, type UnitNames, unitNames } from '../unit-names.ts'
import type { PEOPLE_COLUMNS } from './people-columns.ts'

type Row = SheetRow<typeof PEOPLE_COLUMNS>

/** The staging table of people: what a row says, checked and folded, the citizen id sealed. `new_*` are the ids of what may be made of it. */
export const PEOPLE_STAGING = {
  person_ref: 'uuid',
  seen_version: 'text',
  new_person: 'uuid',
  new_post: 'uuid',
  full_name: 'text',
  given_name: 'text',
  name_search: 'text',
  birth_on: 'date',
  birth_precision: 'text',
  gender: 'text',
  ethnicity: 'text',
  party_joined_on: 'date',
  staff_code: 'text',
  staff_code_key: 'text',
  citizen_sealed: 'bytea',
  citizen_digests: 'text[]',
  email: 'text',
  recruited_on: 'date',
  unit_id: 'uuid',
  unit_no: 'integer',
  unit_name: 'text',
  title: 'text',
  valid_from: 'date',
  leader_level: 'text',
  recipient_class: 'text',
  direct_worker: 'boolean',
  party_managed: 'boolean',
} as const

const CITIZEN_ID = 'person.citizen-id'
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const MOST_NAMED = 3

/** Makes a staged row of a row of the sheet: every cell judged by itself and beside its neighbours; comparing comes later. */
export async function personStager(tx: Tx, order: ImportOrder): Promise<(row: Row) => StagedRow> {
  const units = await unitNames(tx, order.unitId)
  const { keys, today } = tx
  const makeId = idMaker(tx.now)
  // One secret of this ring for all rows: a keyed digest of its own for each would cost as much as everything else here.
  const secret = keys.digest('import.people', '')
  return (row) => {
    const problems: RowProblem[] = []
    const wrong = (key: string, code: RowProblem['code'], values: Record<string, string> = {}) => {
      problems.push({ key, code, values })
    }
    const name = tidyName(row.name ?? '')
    const birth = isEmpty(row.birth) ? undefined : parsePartialDate(row.birth)
    const citizenId = isEmpty(row.citizenId) ? undefined : readCitizenId(row.citizenId)
    if (!isEmpty(row.citizenId) && citizenId === undefined) wrong('citizenId', 'wrong-citizen-id')
    const email = row.email?.trim().toLowerCase() || null
    if (email !== null && !EMAIL.test(email)) wrong('email', 'import-email')
    const staffCode = row.staffCode ? tidyName(row.staffCode) : null
    const staffKey = staffCode === null ? null : staffCodeKey(staffCode)
    if (staffKey === '') wrong('staffCode', 'import-staff-code')
    const days = {
      birth: birth ?? null,
      partyJoinedOn: isEmpty(row.partyJoinedOn) ? null : plainDate(row.partyJoinedOn),
      recruitedOn: isEmpty(row.recruitedOn) ? null : plainDate(row.recruitedOn),
    }
    const why = whyNotDays(days, today)
    if (why) wrong(why.field ?? 'birth', why.code, { ...why.values })
    const unit = isEmpty(row.unit) ? undefined : readUnit(units, row.unit, wrong)
    const from = row.from ?? order.defaultDay
    if (unit && from !== null && from < unit.from) {
      wrong('from', 'day-before-start', { day: formatDate(from), start: formatDate(unit.from) })
    }

    const search = foldForSearch(name)
    const digests = citizenId === undefined ? [] : keys.digests(CITIZEN_ID, citizenId)
    const identity = [search, row.birth ?? '', staffKey ?? '', digests[0] ?? '', unit?.id ?? ''].join('\n')
    return {
      name: name || `(${row.staffCode ?? 'không có tên'})`,
      fingerprint: hash('sha256', `${secret}\n${identity}`),
      problems,
      values: {
        person_ref: row.id,
        seen_version: row.version,
        new_person: makeId(),
        new_post: makeId(),
        full_name: name,
        given_name: givenName(name),
        name_search: search,
        birth_on: birth?.on,
        birth_precision: birth?.precision,
        gender: row.gender,
        ethnicity: row.ethnicity ? tidyName(cleanText(row.ethnicity)) : null,
        party_joined_on: row.partyJoinedOn,
        staff_code: staffCode,
        staff_code_key: staffKey || null,
        citizen_sealed: citizenId === undefined ? null : keys.seal(CITIZEN_ID, citizenId),
        citizen_digests: digests.length > 0 ? `{${digests.map((one) => `"${one}"`).join(',')}}` : null,
        email,
        recruited_on: row.recruitedOn,
        unit_id: unit?.id,
        unit_no: unit?.no,
        unit_name: unit?.name,
        title: row.title ? tidyName(row.title) : null,
        valid_from: from,
        leader_level: row.leaderLevel,
        recipient_class: row.recipientClass,
        direct_worker: row.directWorker,
        party_managed: row.partyManaged,
      },
    }
  }
}

/** A cell without a value, or a column the sheet does not have. */
function isEmpty(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

type Wrong = (key: string, code: RowProblem['code'], values?: Record<string, string>) => void

/** The unit a cell names; where several have that name, the refusal says how to tell them apart. */
function readUnit(units: UnitNames, text: string, wrong: Wrong): NamedUnit | undefined {
  const found = units.find(text)
  if (found.length === 1) return found[0]
  if (found.length === 0) wrong('unit', 'import-no-unit', { found: text })
  else {
    const named = found.slice(0, MOST_NAMED).map(({ path }) => `“${path}”`)
    const more = found.length > MOST_NAMED ? ` và ${found.length - MOST_NAMED} đơn vị nữa` : ''
    wrong('unit', 'import-units-alike', { found: text, candidates: named.join(', ') + more })
  }
  return undefined
}
