import { addGrant, createAccount, setUpOrganisation } from '../../src/accounts/server/index.ts'
import { compose } from '../../src/app/compose.ts'
import { createCampaign } from '../../src/campaigns/server/create-campaign.ts'
import { decide, enterNumber, propose, reviewCampaign, setUnits } from '../../src/campaigns/server/index.ts'
import type { Role, Who } from '../../src/kernel/actor.ts'
import { newId } from '../../src/kernel/ids.ts'
import { addDays, dayOf } from '../../src/kernel/plain-date.ts'
import { createPerson, createUnit } from '../../src/organisation/server/index.ts'
import { baseUrlOf, readConfig } from '../../src/platform/config/config.ts'
import { openHouseKeys } from '../../src/platform/database/key-marks.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { openPools } from '../../src/platform/database/pools.ts'
import { registerFile } from '../../src/platform/files/file-rows.ts'
import { PLAN_TEXT } from '../campaigns.ts'
import { settled } from '../throw-away-cluster.ts'
import { must } from '../world.ts'

export const PASSWORD = 'mot-mat-khau-dai-2022'
export const UNITS = 200

/** A data directory as the product leaves it: an office of 200 units, Hoa who can sign in, and campaigns ready to be launched. */
export async function prepareOffice(dataDir: string, campaigns: number): Promise<string[]> {
  const config = settled(readConfig({ DATA_DIR: dataDir, PORT: '4998' }, { dataDir }))
  const database = settled(await openDatabase(config, () => {}))
  const pools = openPools(database)
  const baseUrl = baseUrlOf(config, 4998)
  const keys = settled(await openHouseKeys(config, pools.application))
  const product = await compose({ config, baseUrl, pools, keys, tls: undefined, demo: false })
  try {
    return await fill(product.parts, campaigns)
  } finally {
    await product.http.close()
    await pools.close()
    await database.stop()
  }
}

async function fill({ work, signIn }: Awaited<ReturnType<typeof compose>>['parts'], campaigns: number) {
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
  const unitIds = Array.from({ length: UNITS }, () => newId())
  for (const [index, id] of unitIds.entries()) {
    const unit = { id, name: `Đơn vị ${index + 1}`, shortName: null, parentId: root, orderNo: index, from: today }
    await must(work.write(quan, (tx) => createUnit(tx, unit)))
  }
  const join = async (name: string, signInName: string, role: Role): Promise<Who> => {
    const [personId, postId, accountId] = [newId(), newId(), newId()]
    const post = { id: postId, unitId: root, title: 'Chuyên viên', from: today }
    await must(work.write(quan, (tx) => createPerson(tx, { id: personId, name, email: null, post })))
    await must(work.write(quan, (tx) => createAccount(tx, { id: accountId, personId, signInName, email: null })))
    const grant = { id: newId(), postId, role, unitId: root, from: today, to: null }
    await must(work.write(quan, (tx) => addGrant(tx, grant)))
    await must(signIn.createUser({ id: accountId, userName: signInName, name, password: PASSWORD }))
    return { kind: 'person', accountId }
  }
  const hoa = await join('Lê Thị Hoa', 'hoa', 'standing-office')
  const phuc = await join('Trần Văn Phúc', 'phuc', 'authority')

  const ids: string[] = []
  for (let index = 0; index < campaigns; index += 1) {
    const id = newId()
    ids.push(id)
    const version = async () => (await must(work.read(hoa, (tx) => reviewCampaign(tx, { id })))).campaign.version
    const draft = { id, door: 'draft' as const, fileId: null, text: PLAN_TEXT, textFrom: 'pasted' as const }
    await must(work.write(hoa, (tx) => createCampaign(tx, draft)))
    const due = { receiptDue: addDays(today, 7), disseminateDue: addDays(today, 14) }
    const sending = { id, version: await version(), unitIds, ...due }
    await must(work.write(hoa, (tx) => setUnits(tx, sending)))
    const seen = { id, version: await version() }
    await must(work.write(hoa, (tx) => propose(tx, seen)))
    const agreeing = { ...seen, outcome: 'agreed' as const, reason: null, consent: { way: 'product' as const } }
    await must(work.write(phuc, (tx) => decide(tx, agreeing)))
    const file = { id: newId(), sha256: 'a'.repeat(64), size: 1, mediaType: 'application/pdf', name: 'da-ky.pdf' }
    const signedFileId = (await must(work.write(hoa, (tx) => registerFile(tx, file)))).id
    const numbered = {
      id,
      number: `${index + 1}/KH-SNV`,
      issuedOn: today,
      signerName: 'Trần Văn Phúc',
      signerTitle: null,
      signedFileId,
    }
    await must(work.write(hoa, (tx) => enterNumber(tx, numbered)))
  }
  return ids
}
