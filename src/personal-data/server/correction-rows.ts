import type { Selectable } from 'kysely'
import { decidesCorrections } from '../../organisation/index.ts'
import { findPerson, type PersonRow } from '../../organisation/server/index.ts'
import type { CorrectionRequestTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type FileShape, fileShape, findFiles } from '../../platform/files/file-rows.ts'
import type { CorrectionField, CorrectionState } from '../domain/corrections.ts'
import { VEILED } from '../domain/corrections.ts'
import { wantedWords } from './correction-value.ts'

/** What a request says is sealed for, whatever its field: it may be a citizen id. */
export const WANTED = 'correction.wanted'

type Act = { whyNot: string | null }
export type CorrectionShape = {
  id: string
  personId: string
  personName: string
  field: CorrectionField
  state: CorrectionState
  madeAt: string
  reason: string
  /** Null while veiled: `openCorrection` shows it and records who looked. */
  wanted: string | null
  before: string | null
  files: FileShape[]
  decidedAt: string | null
  decidedByName: string | null
  answer: string | null
  actions: { open?: Act; decide?: Act; withdraw?: Act }
}
export type CorrectionRow = Selectable<CorrectionRequestTable>

/** With what was asked opened where the actor may read it at once: his own, and what is not sensitive. */
export async function correctionShape(
  tx: Tx,
  row: CorrectionRow,
  person: PersonRow,
  opened: boolean,
): Promise<CorrectionShape> {
  const own = tx.actor.kind === 'person' && tx.actor.personId === person.id
  const shown = own || opened || !VEILED.has(row.field)
  const decides = decidesCorrections(tx.actor, person.place)
  const open = row.state === 'open'
  return {
    id: row.id,
    personId: person.id,
    personName: person.name,
    field: row.field,
    state: row.state,
    madeAt: row.made_at.toISOString(),
    reason: row.reason,
    wanted: shown ? wantedWords(row.field, tx.keys.open(WANTED, row.wanted_sealed)) : null,
    before: shown && row.before_sealed ? tx.keys.open(WANTED, row.before_sealed) : null,
    files: (await findFiles(tx, row.file_ids)).map(fileShape),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedByName: row.decided_by_name,
    answer: row.answer,
    actions: {
      ...(shown ? {} : { open: { whyNot: null } }),
      ...(open && decides ? { decide: { whyNot: null } } : {}),
      ...(open && own ? { withdraw: { whyNot: null } } : {}),
    },
  }
}

export async function findCorrection(
  tx: Tx,
  id: string,
  { lock = false } = {},
): Promise<{ row: CorrectionRow; person: PersonRow } | undefined> {
  let query = tx.db.selectFrom('correction_request').selectAll().where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  const person = row && (await findPerson(tx, row.person_id))
  return row && person ? { row, person } : undefined
}

/** All requests of a person, newest first, as far as the actor sees them. */
export async function correctionsOf(tx: Tx, person: PersonRow): Promise<CorrectionShape[]> {
  const rows = await tx.db
    .selectFrom('correction_request')
    .selectAll()
    .where('person_id', '=', person.id)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  const shapes: CorrectionShape[] = []
  for (const row of rows) shapes.push(await correctionShape(tx, row, person, false))
  return shapes
}
