import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { close } from '../src/campaigns/server/changes/close.ts'
import { openDuties } from '../src/campaigns/server/changes/open-duties.ts'
import { createCampaign } from '../src/campaigns/server/create-campaign.ts'
import { decide } from '../src/campaigns/server/decide.ts'
import { enterNumber } from '../src/campaigns/server/enter-number.ts'
import { reviewCampaign } from '../src/campaigns/server/get-campaign.ts'
import { launch } from '../src/campaigns/server/launch.ts'
import { setUnits } from '../src/campaigns/server/prepare.ts'
import { propose } from '../src/campaigns/server/propose.ts'
import { newId } from '../src/kernel/ids.ts'
import { addDays } from '../src/kernel/plain-date.ts'
import type { Result } from '../src/kernel/result.ts'
import { today } from '../src/platform/clock/clock.ts'
import type { Tx } from '../src/platform/database/unit-of-work.ts'
import type { ContentStore } from '../src/platform/files/content-store.ts'
import { registerFile } from '../src/platform/files/file-rows.ts'
import { must, type Name, type OpenedWorld } from './world.ts'

type UseCase<I, O> = (tx: Tx, input: I) => Promise<Result<O>>

export const PLAN_TEXT = await readFile(new URL('../samples/plans/documents/ha-tinh-2022.txt', import.meta.url), 'utf8')

/** Acts of the cast in an opened world, and a campaign brought to each of its states by them. */
export function campaignsIn(opened: OpenedWorld, store?: ContentStore) {
  const write = <I, O>(name: Name, useCase: UseCase<I, O>, input: I) =>
    opened.work.write(opened.world.as(name), (tx) => useCase(tx, input))
  const read = <I, O>(name: Name, useCase: UseCase<I, O>, input: I) =>
    opened.work.read(opened.world.as(name), (tx) => useCase(tx, input))

  const version = async (id: string) => (await must(read('hoa', reviewCampaign, { id }))).campaign.version

  /** A file as somebody brings it; its bytes too, where the test keeps files. */
  async function brought(name: Name, file: { bytes: string; mediaType: string; name: string }): Promise<string> {
    const bytes = Buffer.from(file.bytes)
    const received = store ? await must(store.receive(Readable.from([bytes]), 20_000_000)) : undefined
    await received?.keep()
    const sha256 = received?.sha256 ?? 'a'.repeat(64)
    const stored = { id: newId(), sha256, size: bytes.length, mediaType: file.mediaType, name: file.name }
    return (await must(write(name, registerFile, stored))).id
  }

  const scan = (name: Name = 'hoa') =>
    brought(name, { bytes: '%PDF-1.4', mediaType: 'application/pdf', name: 'ban-ky.pdf' })
  const plan = () => brought('hoa', { bytes: PLAN_TEXT, mediaType: 'text/plain', name: 'ke-hoach.txt' })

  async function draft(door: 'issued' | 'draft' = 'draft', fileId: string | null = null): Promise<string> {
    const id = newId()
    await must(write('hoa', createCampaign, { id, door, fileId, text: PLAN_TEXT, textFrom: 'pasted' }))
    return id
  }

  async function sentTo(id: string, unitIds: string[]): Promise<void> {
    const day = today(opened.clock)
    const due = { receiptDue: addDays(day, 7), disseminateDue: addDays(day, 14) }
    await must(write('hoa', setUnits, { id, version: await version(id), unitIds, ...due }))
  }

  async function proposed(unitIds?: string[], fileId?: string): Promise<string> {
    const id = await draft('draft', fileId)
    const { phongA, phongB } = opened.world.units
    await sentTo(id, unitIds ?? [phongA, phongB])
    await must(write('hoa', propose, { id, version: await version(id) }))
    return id
  }

  async function agreed(unitIds?: string[], fileId?: string): Promise<string> {
    const id = await proposed(unitIds, fileId)
    await agree(id)
    return id
  }

  async function agree(id: string): Promise<void> {
    const consent = { way: 'product' } as const
    await must(write('phuc', decide, { id, version: await version(id), outcome: 'agreed', reason: null, consent }))
  }

  async function numbered(unitIds?: string[], fileId?: string): Promise<string> {
    const id = await agreed(unitIds, fileId)
    await giveNumber(id)
    return id
  }

  async function giveNumber(id: string): Promise<void> {
    const number = `${newId().slice(-6)}/KH-SNV`
    const entered = { id, number, issuedOn: today(opened.clock), signerName: 'Trần Văn Phúc', signerTitle: 'Giám đốc' }
    await must(write('hoa', enterNumber, { ...entered, signedFileId: await scan() }))
  }

  /** A draft with everything chosen, brought to where it only waits for the launch. */
  async function agreedFrom(id: string): Promise<void> {
    await must(write('hoa', propose, { id, version: await version(id) }))
    await agree(id)
    await giveNumber(id)
  }

  async function launched(unitIds?: string[], fileId?: string): Promise<string> {
    const id = await numbered(unitIds, fileId)
    await must(write('hoa', launch, { id, version: await version(id) }))
    return id
  }

  /** What a change after the launch takes: the client's id, why, and the paper. */
  async function change(id: string, reason: string) {
    const paper = { number: '15/TB-SNV', issuedOn: today(opened.clock), issuer: 'Sở Nội vụ', fileId: await scan() }
    return { id, changeId: newId(), reason, paper }
  }

  /** Closes it; whatever units still owe is left as not done. */
  async function closed(id: string, reason: string): Promise<void> {
    const { groups, total } = await must(read('hoa', openDuties, { id, page: 1 }))
    const left = groups.map(({ key }) => ({ key, outcome: 'left' as const, reason }))
    await must(write('hoa', close, { ...(await change(id, reason)), open: total, groups: left, exceptions: [] }))
  }

  return {
    write,
    read,
    version,
    change,
    closed,
    scan,
    plan,
    draft,
    sentTo,
    proposed,
    agreed,
    numbered,
    agreedFrom,
    launched,
  }
}
