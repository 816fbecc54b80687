import { newId } from '../../kernel/ids.ts'
import { askMoreTime, giveShare } from '../../mechanisms/obligations/server/index.ts'
import { accept, handOver, returnSubmission, sign } from '../../mechanisms/submissions/server/index.ts'
import type { FormLine, LineValue } from '../../reports/domain/form.ts'
import {
  contribute,
  createForm,
  getForm,
  noteExample,
  publishForm,
  saveForm,
  saveLine,
  setFormUnits,
} from '../../reports/server/index.ts'
import { DESK, THINGS } from '../what-is-owed.ts'
import type { Storyteller } from './story.ts'
import { readWork } from './work.ts'

type Line = Pick<FormLine, 'key' | 'kind' | 'label'> & Partial<FormLine>
type Form = Record<'title' | 'periodName' | 'periodFrom' | 'periodTo', string> & {
  sections: { key: string; title: string; lines: Line[] }[]
}
/** How far a unit has come: written, handed to its head, signed and sent, returned or accepted; each at its moment. */
type Report = {
  unit: string
  written: string
  lines: Record<string, LineValue>
  files: Record<string, string>
  handedOver?: string
  signed?: string
  accepted?: string
  returned?: string
  reason?: string
  line?: { key: string; reason: string }
}
type Sample = {
  task: string
  form: Form
  reports: Report[]
  share: { part: string; dueOn: string }
  contribution: { line: string; value: LineValue; note: string; file: string }
  moreTime: { wantedDay: string; reason: string }
  example: { kind: 'practice'; title: string; who: string; story: string }
}

/** The plan's own task of reporting, which the launch gives to the units. */
export async function reportingTask(): Promise<string> {
  return (await readWork<Sample>()).task
}

/** Reports of the first period, in every state: Hoa's form, what units have written, sent and got back, and what was brought to them. */
export async function tellReports(tell: Storyteller, campaignId: string, keys: readonly string[]): Promise<void> {
  const sample = await readWork<Sample>()
  await publishes(tell, campaignId, keys, sample.form)
  for (const report of sample.reports) await writes(tell, campaignId, report)
  await brought(tell, campaignId, sample)

  tell.at('2022-07-11 15:40')
  const { id } = await tell.owed(campaignId, 'luu-tru-lich-su', 'report')
  const asking = { id: newId(), obligationId: id, ...sample.moreTime, fileIds: [] }
  await tell.does('truong.luu-tru-lich-su', askMoreTime(THINGS), asking)
}

/** Hoa's form answers the report that the plan asks of the units for its first period. */
async function publishes(tell: Storyteller, campaignId: string, keys: readonly string[], form: Form): Promise<void> {
  tell.at('2022-07-01 08:20')
  const { sections, ...head } = form
  const id = newId()
  await tell.does('hoa', createForm, { id, ...head, campaignId, unitId: null, from: { way: 'empty' } })
  const reads = () => tell.reads('hoa', getForm, { id })
  const { form: begun, waiting } = await reads()
  const definition = { sections: sections.map((part) => ({ ...part, lines: part.lines.map(asAsked) })) }
  const compared = { previousFormId: null, lastYearFormId: null, due: null }
  const { form: saved } = await tell.does('hoa', saveForm, {
    id,
    version: begun.version,
    ...head,
    ...compared,
    definition,
  })
  const [first] = waiting
  if (!first) throw new Error('the plan asks for no report')
  const takes = { factId: first.factId, occurrence: first.occurrence }
  const units = { id, version: saved.version, unitIds: keys.map(tell.unit), takes }
  const { form: ready } = await tell.does('hoa', setFormUnits, units)
  tell.at('2022-07-01 09:00')
  await tell.does('hoa', publishForm(DESK), { id, version: ready.version, note: '', supplementDue: null })
}

function asAsked(line: Line): FormLine {
  return { help: '', required: true, evidence: 'none', unit: '', planned: null, plannedWords: '', ...line }
}

/** The officer types line by line; the head signs and sends; Hoa judges. */
async function writes(tell: Storyteller, campaignId: string, report: Report): Promise<void> {
  const [officer, head] = [`thidua.${report.unit}`, `truong.${report.unit}`]
  const { id: obligationId } = await tell.owed(campaignId, report.unit, 'report')
  tell.at(report.written)
  const [submissionId, consent] = [newId(), { way: 'product' as const }]
  let version = 0
  for (const [lineKey, value] of Object.entries(report.lines)) {
    const name = report.files[lineKey]
    const fileIds = name === undefined ? [] : [await tell.brings(officer, 'world/minh-chung-mau.txt', name)]
    const line = { obligationId, lineKey, submissionId, version: 0, value, fileIds }
    version = (await tell.does(officer, saveLine(DESK), line)).submissionVersion
  }
  const id = submissionId
  if (report.handedOver) {
    tell.at(report.handedOver)
    await tell.does(officer, handOver(DESK), { id, version })
  }
  if (!report.signed) return
  tell.at(report.signed)
  version = (await tell.does(head, sign(DESK), { id, version, consent })).submission.version
  if (report.accepted) {
    tell.at(report.accepted)
    await tell.does('hoa', accept(DESK), { id, version })
  }
  if (report.returned && report.line) {
    tell.at(report.returned)
    const lines = Object.keys(report.lines).map((lineKey) =>
      lineKey === report.line?.key
        ? { lineKey, outcome: 'returned' as const, reason: report.line.reason }
        : { lineKey, outcome: 'accepted' as const, reason: null },
    )
    await tell.does('hoa', returnSubmission(DESK), { id, version, reason: report.reason ?? '', lines })
  }
}

/** Minh gives Mai a part of the report; she brings her figure, which waits to be taken over. Another division notes what is worth telling. */
async function brought(tell: Storyteller, campaignId: string, sample: Sample): Promise<void> {
  const { share, contribution, example } = sample
  tell.at('2022-07-11 10:30')
  const { id: obligationId } = await tell.owed(campaignId, 'cong-chuc-vien-chuc', 'report')
  const { personId } = tell.account('mai')
  await tell.does('minh', giveShare(THINGS), { id: newId(), obligationId, personId, ...share })
  tell.at('2022-07-11 14:50')
  const { line: lineKey, file, ...offered } = contribution
  const fileIds = [await tell.brings('mai', 'world/minh-chung-mau.txt', file)]
  await tell.does('mai', contribute(DESK), { id: newId(), obligationId, lineKey, ...offered, fileIds })
  const by = 'cai-cach-hanh-chinh'
  const about = { id: newId(), unitId: tell.unit(by), campaignId, obligationId: null, fileIds: [] }
  await tell.does(`thidua.${by}`, noteExample, { ...about, ...example })
}
