import { ok, type Result, refuse } from '../../kernel/result.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import type { ConsentShape } from '../../mechanisms/consents/contract.ts'
import { consentsOf, type Giver, giversOn } from '../../mechanisms/consents/server/index.ts'
import type { FactShape } from '../../mechanisms/documents/contract.ts'
import { factsOf } from '../../mechanisms/documents/server/index.ts'
import { whyMayNot as whyMayNotOblige } from '../../mechanisms/obligations/domain/permissions.ts'
import {
  loadObligations,
  type ObligationShape,
  owedThing,
  toObligationShape,
} from '../../mechanisms/obligations/server/index.ts'
import type { RecordEntry } from '../../mechanisms/record/contract.ts'
import { entriesOf } from '../../mechanisms/record/server/index.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { CampaignChange, CampaignHead, TakeUpFilter, TaskPlanShape, TaskProgress } from '../contract.ts'
import { problemOf } from '../domain/task-plan.ts'
import { turnWords } from '../domain/turns.ts'
import { changesOf } from './changes/change-paper.ts'
import { type LoadedCampaign, leadsCampaign, readCampaign, toHead } from './load-campaign.ts'
import { campaignThings } from './obligation-things.ts'
import { plannedTasks, unitsOfTasks } from './planned-tasks.ts'
import { missingBeforeProposal } from './readiness.ts'
import { taskProgressOf } from './take-up/task-progress.ts'
import { narrowed, unitsOwing } from './take-up/units-owing.ts'

export type DocumentShape = {
  id: string
  text: string
  textFrom: string
  kind: string | null
  number: string | null
  issuedOn: string | null
  issuer: string | null
  subject: string | null
  signerName: string | null
  signerTitle: string | null
  files: { id: string; name: string; size: number; mediaType: string; role: 'source' | 'signed' }[]
}

type TaskUnits = { factId: string; unitIds: string[] }[]
type TakeUp = { unitId: string; unitName: string; obligations: ObligationShape[] }[]

export type CampaignPage = {
  campaign: CampaignHead
  document: DocumentShape
  facts: FactShape[]
  takeUp: TakeUp
  tasks: TaskUnits
  consents: ConsentShape[]
  taskProgress: TaskProgress[]
  changes: CampaignChange[]
  entries: RecordEntry[]
  today: string
  publicPath: string | null
}

/**
 * The campaign's page. The units it goes to see the plan and their own duties; the standing office and the authority see every unit's,
 * the consents and the whole history.
 */
export async function getCampaign(tx: Tx, input: { id: string }): Promise<Result<CampaignPage>> {
  const opened = await readCampaign(tx, input.id, 'see')
  if (!opened.ok) return opened
  const loaded = opened.value
  const leads = leadsCampaign(tx, loaded)
  const takeUp = await takeUpOf(tx, loaded)
  const owed = takeUp.flatMap((row) => row.obligations.map((one) => one.id))
  const things = [loaded.row.id, ...owed, ...(await sentSubmissions(tx, owed))]
  return ok({
    campaign: toHead(tx, loaded),
    document: await documentOf(tx, loaded.row.document_id),
    facts: await factsOf(tx, loaded.row.document_id, false),
    takeUp,
    tasks: await taskUnits(tx, loaded.row.id),
    taskProgress: await taskProgressOf(tx, loaded),
    changes: await changesOf(tx, loaded.row.id),
    consents: leads ? await consentsOf(tx, { kind: 'campaign', id: loaded.row.id }) : [],
    entries: await entriesOf(tx, leads ? things : things.slice(1)),
    today: tx.today,
    publicPath: loaded.row.published_at === null ? null : `/cong-khai/phong-trao/${loaded.row.id}`,
  })
}

export type ReviewPage = {
  campaign: CampaignHead
  document: DocumentShape
  facts: FactShape[]
  unitIds: string[]
  tasks: TaskUnits
  taskPlans: TaskPlanShape[]
  consents: ConsentShape[]
  givers: Giver[]
  suggested: { receiptDue: string; disseminateDue: string }
  missing: { what: string; field: string }[]
}

/** Working days given to confirm and to disseminate unless the standing office sets other days. */
const RECEIPT_WORKING_DAYS = 5
const DISSEMINATION_WORKING_DAYS = 10

/** The review page: the paper's text beside everything read from it, for the standing office to mend and the authority to judge. */
export async function reviewCampaign(tx: Tx, input: { id: string }): Promise<Result<ReviewPage>> {
  const opened = await readCampaign(tx, input.id, 'see')
  if (!opened.ok) return opened
  const loaded = opened.value
  if (!leadsCampaign(tx, loaded)) return refuse('not-found')
  const special = await specialDaysFrom(tx, tx.today)
  const units = await tx.db.selectFrom('campaign_unit').select('unit_id').where('campaign_id', '=', input.id).execute()
  return ok({
    campaign: toHead(tx, loaded),
    document: await documentOf(tx, loaded.row.document_id),
    facts: await factsOf(tx, loaded.row.document_id),
    unitIds: units.map((unit) => unit.unit_id),
    tasks: await taskUnits(tx, input.id),
    taskPlans: await taskPlansOf(tx, loaded),
    consents: await consentsOf(tx, { kind: 'campaign', id: input.id }),
    givers: await giversOn(tx, ['authority'], loaded.hostPath, tx.today),
    suggested: {
      receiptDue: addWorkingDays(tx.today, RECEIPT_WORKING_DAYS, special),
      disseminateDue: addWorkingDays(tx.today, DISSEMINATION_WORKING_DAYS, special),
    },
    missing: await missingBeforeProposal(tx, loaded),
  })
}

export async function documentOf(tx: Tx, documentId: string): Promise<DocumentShape> {
  const row = await tx.db.selectFrom('document').selectAll().where('id', '=', documentId).executeTakeFirstOrThrow()
  const files = await tx.db
    .selectFrom('document_file')
    .innerJoin('file', 'file.id', 'document_file.file_id')
    .select(['file.id', 'file.name', 'file.size', 'file.media_type as mediaType', 'document_file.role'])
    .where('document_file.document_id', '=', documentId)
    .orderBy('document_file.added_at')
    .execute()
  return {
    id: row.id,
    text: row.text,
    textFrom: row.text_from,
    kind: row.kind,
    number: row.number,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    subject: row.subject,
    signerName: row.signer_name,
    signerTitle: row.signer_title,
    files,
  }
}

/** Units whose duties stand on the page itself; all of them stand in the map, page by page. */
const UNITS_SHOWN = 30

/** What the first units owe of it, as far as the actor may see, in protocol order: for a unit's people, their own. */
async function takeUpOf(tx: Tx, loaded: LoadedCampaign): Promise<TakeUp> {
  const units = (await unitsOwing(tx, loaded, { id: loaded.row.id })).slice(0, UNITS_SHOWN)
  return dutiesOfUnits(tx, loaded, units)
}

/** What these units owe of it, in their order, as far as the actor may see. */
export async function dutiesOfUnits(
  tx: Tx,
  loaded: LoadedCampaign,
  units: readonly { unitId: string; unitName: string }[],
  filter: Pick<TakeUpFilter, 'kind' | 'factId'> = {},
): Promise<TakeUp> {
  if (units.length === 0) return []
  const obligations = await loadObligations(tx, campaignThings, (query) =>
    query
      .where('obligation.thing_kind', '=', 'campaign')
      .where('obligation.thing_id', '=', loaded.row.id)
      .where(
        'obligation.unit_id',
        'in',
        units.map((unit) => unit.unitId),
      )
      .where((eb) => eb.and(narrowed(filter)))
      .orderBy('obligation.last_day')
      .orderBy('obligation.kind')
      .orderBy('obligation.source_key'),
  )
  const seen = obligations.filter((one) => whyMayNotOblige(tx.actor, 'see', owedThing(one)) === undefined)
  return units.map(({ unitId, unitName }) => ({
    unitId,
    unitName,
    obligations: seen.filter((one) => one.unitId === unitId).map((one) => toObligationShape(tx, one)),
  }))
}

/** What was sent for these duties: its history belongs to the campaign's, that of an unsent draft is the unit's own. */
async function sentSubmissions(tx: Tx, obligationIds: readonly string[]): Promise<string[]> {
  if (obligationIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('submission')
    .select('id')
    .where('obligation_id', 'in', [...obligationIds])
    .where('sent_count', '>', 0)
    .execute()
  return rows.map((row) => row.id)
}

async function taskUnits(tx: Tx, campaignId: string): Promise<TaskUnits> {
  return [...(await unitsOfTasks(tx, campaignId))].map(([factId, unitIds]) => ({ factId, unitIds }))
}

async function taskPlansOf(tx: Tx, loaded: LoadedCampaign): Promise<TaskPlanShape[]> {
  return (await plannedTasks(tx, loaded)).map(({ factId, plan, dueFrom, chosen, turns, ahead }) => ({
    factId,
    becomes: plan.becomes,
    dueDay: plan.due?.day ?? null,
    dueRelation: plan.due?.relation ?? 'by',
    recurrence: plan.recurrence,
    dayRule: plan.dayRule,
    needsProof: plan.needsProof,
    dueFrom,
    chosen,
    turns: ahead.map((turn) => ({ lastDay: turn.lastDay, words: turnWords(turn) })),
    problem: problemOf(plan, { turns: turns.length, ahead: ahead.length, endsOn: loaded.row.ends_on }) ?? null,
  }))
}
