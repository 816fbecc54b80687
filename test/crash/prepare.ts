import { addGrant, createAccount, setUpOrganisation } from '../../src/accounts/server/index.ts'
import { compose } from '../../src/app/compose.ts'
import { DESK } from '../../src/app/what-is-owed.ts'
import { createCampaign } from '../../src/campaigns/server/create-campaign.ts'
import { decide, enterNumber, launch, propose, reviewCampaign, setUnits } from '../../src/campaigns/server/index.ts'
import type { Role, Who } from '../../src/kernel/actor.ts'
import { newId } from '../../src/kernel/ids.ts'
import { addDays, dayOf } from '../../src/kernel/plain-date.ts'
import { ok, type Result } from '../../src/kernel/result.ts'
import { createObligations } from '../../src/mechanisms/obligations/server/index.ts'
import { saveDraft } from '../../src/mechanisms/submissions/server/index.ts'
import { createPerson, createUnit } from '../../src/organisation/server/index.ts'
import { baseUrlOf, readConfig } from '../../src/platform/config/config.ts'
import { openHouseKeys } from '../../src/platform/database/key-marks.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { openPools } from '../../src/platform/database/pools.ts'
import type { Tx } from '../../src/platform/database/unit-of-work.ts'
import { registerFile } from '../../src/platform/files/file-rows.ts'
import { PLAN_TEXT } from '../campaigns.ts'
import { settled } from '../throw-away-cluster.ts'
import { must } from '../world.ts'

export const PASSWORD = 'mot-mat-khau-dai-2022'
export const UNITS = 200

type Parts = Awaited<ReturnType<typeof compose>>['parts']

/** A data directory as the product leaves it: an office of 200 units, Hoa who can sign in, and campaigns ready to be launched. */
export async function prepareOffice(dataDir: string, campaigns: number): Promise<string[]> {
  return filled(dataDir, async (parts) => {
    const office = await officeOf(parts, UNITS)
    const ids: string[] = []
    for (let index = 0; index < campaigns; index += 1) ids.push(await office.numbered(index))
    return ids
  })
}

/** As `prepareOffice`, of one unit headed by Minh, who can sign in: what was done of so many tasks, written and ready to be sent. */
export async function prepareTasksDone(dataDir: string, tasks: number): Promise<{ id: string; version: number }[]> {
  return filled(dataDir, async (parts) => {
    const { work } = parts
    const office = await officeOf(parts, 1)
    const minh = await office.join('Phạm Quang Minh', 'minh', 'head', office.unitIds[0] ?? '')
    const campaignId = await office.numbered(0)
    await office.launched(campaignId)
    const obligations = await must(work.write(office.hoa, (tx) => owedTasks(tx, campaignId, tasks)))
    const drafts: { id: string; version: number }[] = []
    for (const obligationId of obligations) {
      const content = { kind: 'completion' as const, done: 'Đã tổ chức hội nghị', doneOn: dayOf(new Date()), note: '' }
      const draft = { id: newId(), obligationId, version: 0, content, fileIds: [] }
      const saved = await must(work.write(minh, (tx) => saveDraft(DESK)(tx, draft)))
      drafts.push({ id: draft.id, version: saved.submission.version })
    }
    return drafts
  })
}

async function owedTasks(tx: Tx, campaignId: string, tasks: number): Promise<Result<string[]>> {
  const unit = await tx.db
    .selectFrom('unit')
    .select(['id', 'unit_no as unitNo', 'parent_id as parentId'])
    .where('parent_id', 'is not', null)
    .executeTakeFirstOrThrow()
  const owed = Array.from({ length: tasks }, (_, index) => ({
    kind: 'task' as const,
    thing: { kind: 'campaign' as const, id: campaignId },
    unit,
    owedToUnitId: unit.parentId ?? unit.id,
    title: `Nhiệm vụ ${index + 1}`,
    words: null,
    deadline: { day: addDays(tx.today, 10), relation: 'by' as const },
    sourceKey: String(index),
  }))
  await createObligations(tx, owed)
  const rows = await tx.db.selectFrom('obligation').select('id').where('kind', '=', 'task').execute()
  return ok(rows.map((row) => row.id))
}

async function filled<T>(dataDir: string, fill: (parts: Parts) => Promise<T>): Promise<T> {
  const config = settled(readConfig({ DATA_DIR: dataDir, PORT: '4998' }, { dataDir }))
  const database = settled(await openDatabase(config, () => {}))
  const pools = openPools(database)
  const baseUrl = baseUrlOf(config, 4998)
  const keys = settled(await openHouseKeys(config, pools.application))
  const product = await compose({ config, baseUrl, pools, keys, tls: undefined, demo: false })
  try {
    return await fill(product.parts)
  } finally {
    await product.http.close()
    await pools.close()
    await database.stop()
  }
}

/** An office of so many units with Hoa and Phúc, and what they do to a campaign. */
async function officeOf({ work, signIn }: Parts, units: number) {
  const today = dayOf(new Date())
  const root = newId()
  const administrator = {
    personId: newId(),
    name: 'Nguyễn Anh Quân',
    postTitle: 'Quản trị',
    signInName: 'quan',
    email: null,
  }
  const organisation = { id: root, name: 'Sở Nội vụ', shortName: null }
  const made = await must(
    work.write({ kind: 'set-up' }, (tx) => setUpOrganisation(tx, { organisation, administrator })),
  )
  const quan: Who = { kind: 'person', accountId: made.accountId }
  const unitIds = Array.from({ length: units }, () => newId())
  for (const [index, id] of unitIds.entries()) {
    const unit = { id, name: `Đơn vị ${index + 1}`, shortName: null, parentId: root, orderNo: index, from: today }
    await must(work.write(quan, (tx) => createUnit(tx, unit)))
  }
  const join = async (name: string, signInName: string, role: Role, unitId = root): Promise<Who> => {
    const [personId, postId, accountId] = [newId(), newId(), newId()]
    const post = { id: postId, unitId, title: 'Chuyên viên', from: today }
    await must(work.write(quan, (tx) => createPerson(tx, { id: personId, name, email: null, post })))
    await must(work.write(quan, (tx) => createAccount(tx, { id: accountId, personId, signInName, email: null })))
    const grant = { id: newId(), postId, role, unitId, from: today, to: null }
    await must(work.write(quan, (tx) => addGrant(tx, grant)))
    await must(signIn.createUser({ id: accountId, userName: signInName, name, password: PASSWORD }))
    return { kind: 'person', accountId }
  }
  const hoa = await join('Lê Thị Hoa', 'hoa', 'standing-office')
  const phuc = await join('Trần Văn Phúc', 'phuc', 'authority')

  const version = async (id: string) =>
    (await must(work.read(hoa, (tx) => reviewCampaign(tx, { id })))).campaign.version

  /** A campaign agreed to and numbered, ready to be launched. */
  async function numbered(index: number): Promise<string> {
    const id = newId()
    const draft = { id, door: 'draft' as const, fileId: null, text: PLAN_TEXT, textFrom: 'pasted' as const }
    await must(work.write(hoa, (tx) => createCampaign(tx, draft)))
    const due = { receiptDue: addDays(today, 7), disseminateDue: addDays(today, 14) }
    const sending = { id, version: await version(id), unitIds, ...due }
    await must(work.write(hoa, (tx) => setUnits(tx, sending)))
    const seen = { id, version: await version(id) }
    await must(work.write(hoa, (tx) => propose(tx, seen)))
    const agreeing = { ...seen, outcome: 'agreed' as const, reason: null, consent: { way: 'product' as const } }
    await must(work.write(phuc, (tx) => decide(tx, agreeing)))
    const file = { id: newId(), sha256: 'a'.repeat(64), size: 1, mediaType: 'application/pdf', name: 'da-ky.pdf' }
    const signedFileId = (await must(work.write(hoa, (tx) => registerFile(tx, file)))).id
    const number = {
      id,
      number: `${index + 1}/KH-SNV`,
      issuedOn: today,
      signerName: 'Trần Văn Phúc',
      signerTitle: null,
      signedFileId,
    }
    await must(work.write(hoa, (tx) => enterNumber(tx, number)))
    return id
  }

  async function launched(id: string): Promise<void> {
    const seen = { id, version: await version(id) }
    await must(work.write(hoa, (tx) => launch(tx, seen)))
  }

  return { hoa, unitIds, join, numbered, launched }
}
