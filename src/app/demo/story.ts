import { readFile } from 'node:fs/promises'
import { setLookingAfter } from '../../acting/server/index.ts'
import {
  createFromStored,
  decide,
  matchTask,
  planOwner,
  propose,
  publish,
  reviewCampaign,
  setUnits,
} from '../../campaigns/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { dayOf } from '../../kernel/plain-date.ts'
import type { Result } from '../../kernel/result.ts'
import type { FactKind, WireFactValue } from '../../mechanisms/documents/fact-values.ts'
import { addFact, changeFact } from '../../mechanisms/documents/server/index.ts'
import type { ObligationShape } from '../../mechanisms/obligations/contract.ts'
import { confirmReceipt, listLedger, remind } from '../../mechanisms/obligations/server/index.ts'
import { accept, returnSubmission, saveDraft, sign } from '../../mechanisms/submissions/server/index.ts'
import { MovedClock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { registerFile } from '../../platform/files/file-rows.ts'
import type { Parts } from '../compose.ts'
import { DESK, THINGS } from '../what-is-owed.ts'
import { must } from './must.ts'
import type { SampleAccount, SampleOffice } from './organisation.ts'

export type Storyteller = ReturnType<typeof storyteller>
type UseCase<I, O> = (tx: Tx, input: I) => Promise<Result<O>>

/** Acts of the people of the sample office, each on its day. */
export function storyteller(parts: Parts, office: SampleOffice) {
  const { work, store, clock } = parts
  const account = (name: string): SampleAccount => {
    const found = office.accounts.get(name)
    if (!found) throw new Error(`nobody in the sample office signs in as ${name}`)
    return found
  }
  const unit = (key: string): string => {
    const found = office.units.get(key)
    if (!found) throw new Error(`no unit ${key} in the sample office`)
    return found
  }
  const does = <I, O>(name: string, useCase: UseCase<I, O>, input: I) =>
    must(work.write(account(name).who, (tx) => useCase(tx, input)))
  const reads = <I, O>(name: string, useCase: UseCase<I, O>, input: I) =>
    must(work.read(account(name).who, (tx) => useCase(tx, input)))

  /** «2022-01-25 08:30», in Việt Nam. */
  function at(moment: string): void {
    if (!(clock instanceof MovedClock)) throw new Error('the sample world needs a clock of its own')
    clock.move(new Date(`${moment.replace(' ', 'T')}:00+07:00`))
  }

  /** Brings a file of `samples/` as the person would, bytes and all. */
  async function brings(name: string, path: string, asName: string): Promise<string> {
    const bytes = await readFile(new URL(`../../../samples/${path}`, import.meta.url))
    const received = await must(store.receive([bytes] as unknown as AsyncIterable<Uint8Array>, 20_000_000))
    await received.keep()
    const mediaType = path.endsWith('.pdf') ? 'application/pdf' : 'text/plain'
    const stored = { id: newId(), sha256: received.sha256, size: received.size, mediaType, name: asName }
    return (await does(name, registerFile, stored)).id
  }

  /** Hoa takes these units to look after, from the day of the clock on. */
  async function looksAfter(keys: readonly string[]): Promise<void> {
    const from = dayOf(clock.now())
    await does('hoa', setLookingAfter, { unitIds: keys.map(unit), personId: account('hoa').personId, from })
  }

  async function takesIn(path: string, asName: string, door: 'issued' | 'draft'): Promise<string> {
    const id = newId()
    const fileId = await brings('hoa', path, asName)
    await must(createFromStored(work, store, account('hoa').who, { id, fileId, door }))
    return id
  }

  const version = async (id: string) => (await reads('hoa', reviewCampaign, { id })).campaign.version

  async function sendsTo(
    id: string,
    keys: readonly string[],
    receiptDue: string,
    disseminateDue: string,
  ): Promise<void> {
    const unitIds = keys.map(unit)
    await does('hoa', setUnits, { id, version: await version(id), unitIds, receiptDue, disseminateDue })
  }

  async function proposes(id: string): Promise<void> {
    await does('hoa', propose, { id, version: await version(id) })
  }

  /** Writes what the paper says where the reading left it blank. */
  async function mends(id: string, kind: FactKind, value: WireFactValue): Promise<void> {
    const { document, facts } = await reads('hoa', reviewCampaign, { id })
    const fact = facts.find((one) => one.kind === kind)
    const documentId = document.id
    if (fact) {
      await does('hoa', changeFact(planOwner), { documentId, factId: fact.id, version: fact.version, value })
      return
    }
    await does('hoa', addFact(planOwner), { documentId, factId: newId(), kind, parentId: null, value, source: null })
  }

  async function agrees(id: string): Promise<void> {
    const consent = { way: 'product' as const }
    await does('phuc', decide, { id, version: await version(id), outcome: 'agreed', reason: null, consent })
  }

  async function publishes(id: string): Promise<void> {
    await does('hoa', publish, { id, published: true })
  }

  /** Gives a task of the plan, told by its words, to these units. */
  async function gives(id: string, words: string, keys: readonly string[]): Promise<void> {
    const { facts } = await reads('hoa', reviewCampaign, { id })
    const task = facts.find((one) => one.kind === 'task' && one.value.text === words)
    if (!task) throw new Error(`the plan has no task «${words}»`)
    await does('hoa', matchTask, { id, factId: task.id, unitIds: keys.map(unit) })
  }

  /** What the unit owes of a campaign or of an assignment; of what recurs, its first turn. */
  async function owed(thingId: string, key: string, kind: ObligationShape['kind']): Promise<ObligationShape> {
    const { rows } = await reads('hoa', listLedger(THINGS), { q: '', thingId, unitId: unit(key), kind, page: 1 })
    const [first] = rows
    if (!first) throw new Error(`${key} owes no ${kind}`)
    return first
  }

  async function confirms(campaignId: string, key: string): Promise<void> {
    const { id } = await owed(campaignId, key, 'confirm-receipt')
    const assignPersonId = account(`thidua.${key}`).personId
    await does(`truong.${key}`, confirmReceipt(THINGS), { id, consent: { way: 'product' }, assignPersonId })
  }

  async function reminds(campaignId: string, key: string, kind: 'confirm-receipt' | 'disseminate'): Promise<void> {
    const { id } = await owed(campaignId, key, kind)
    await does('hoa', remind(THINGS), { id, reminderId: newId(), message: '' })
  }

  /** The officer prepares with minutes attached, the head signs for it and sends it. */
  async function disseminates(
    campaignId: string,
    key: string,
    held: { on: string; attended: number; total: number; note?: string },
  ) {
    const { id: obligationId } = await owed(campaignId, key, 'disseminate')
    const fileIds = [await brings(`thidua.${key}`, 'world/bien-ban-quan-triet-mau.txt', 'Biên bản quán triệt.txt')]
    const content = {
      kind: 'dissemination' as const,
      heldOn: held.on,
      form: 'meeting' as const,
      formNote: '',
      attended: held.attended,
      total: held.total,
      note: held.note ?? '',
    }
    const draft = { id: newId(), obligationId, version: 0, content, fileIds }
    const saved = await does(`thidua.${key}`, saveDraft(DESK), draft)
    const signing = { id: draft.id, version: saved.submission.version, consent: { way: 'product' as const } }
    const sent = await does(`truong.${key}`, sign(DESK), signing)
    return { id: draft.id, version: sent.submission.version }
  }

  const accepts = (sent: { id: string; version: number }) => does('hoa', accept(DESK), sent)
  const returns = (sent: { id: string; version: number }, reason: string) =>
    does('hoa', returnSubmission(DESK), { ...sent, reason })

  return {
    at,
    does,
    reads,
    unit,
    account,
    brings,
    owed,
    gives,
    looksAfter,
    takesIn,
    sendsTo,
    proposes,
    agrees,
    mends,
    publishes,
    confirms,
    reminds,
    disseminates,
    accepts,
    returns,
  }
}
