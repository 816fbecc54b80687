import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { addGrant } from '../../accounts/server/index.ts'
import { enterNumber } from '../../campaigns/server/enter-number.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { UNDESCRIBED } from '../../organisation/domain/unit-description.ts'
import { addPost, enterUnitEvent, NO_CHOICES } from '../../organisation/server/index.ts'
import { draftByHand, issueLetter } from './change-letter.ts'
import { todaysDigest } from './digests.ts'
import { lettersExport } from './export-urging.ts'
import { lateBoard } from './late-board.ts'
import { letterModel } from './letter-file.ts'
import { readLetter } from './letters.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let owner: Client
let ids: string[]
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  await acts.launched()
  opened.clock.move(eightOn('2022-07-22'))
  owner = new Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
  const { rows } = await must(acts.read('hoa', (tx) => lateBoard(tx, { page: 1 }, undefined), {}))
  ids = rows.map((row) => row.id)
})
afterAll(async () => {
  await owner.end()
  await opened.close()
})

const signed = (id: string, number: string) => ({
  id,
  version: 1,
  number,
  issuedOn: '2022-07-22',
  signerName: 'Trần Văn Phúc',
  signerTitle: 'Giám đốc',
  signedFileId: null,
})
let letter: string

it('a letter is drafted in the capacity of the standing office, not in another of one’s own', async () => {
  const post = { id: newId(), personId: opened.world.accounts.hoa.personId, unitId: opened.world.units.phongB }
  const second = { ...post, title: 'Tổ trưởng', from: '2022-07-22', kind: 'concurrent' as const }
  await must(acts.write('quan', addPost, second))
  const as = (actingIn: string) => ({ ...opened.world.as('hoa'), actingIn })
  letter = newId()
  const draft = (who: ReturnType<typeof as>) =>
    opened.work.write(who, (tx) => draftByHand(tx, { id: letter, obligationIds: ids }))
  expect(codeOf(await draft(as(post.id)))).toBe('not-in-this-capacity')
  const board = await opened.work.read(as(post.id), (tx) => lateBoard(tx, { page: 1 }, undefined))
  expect(await must(Promise.resolve(board))).toMatchObject({ mayUrge: false, rows: [{ mayRemind: false }, {}] })
  expect(codeOf(await draft(as(opened.world.accounts.hoa.postId)))).toBe('ok')
})

it('a number that the office has given to a plan of the year is taken, and one given to a letter is taken for a plan', async () => {
  const { rows } = await owner.query<{ number: string }>(
    'select number from app.document where number is not null limit 1',
  )
  const [{ number } = { number: '' }] = rows
  expect(codeOf(await acts.write('hoa', issueLetter, signed(letter, number)))).toBe('number-taken')
  expect(codeOf(await acts.write('hoa', issueLetter, signed(letter, ` ${number.replace('/', ' /')}`)))).toBe(
    'number-taken',
  )
  await must(acts.write('hoa', issueLetter, signed(letter, '45/SNV-TĐKT')))
  const agreed = await acts.agreed()
  const { version: _version, ...entered } = signed(agreed, '45/SNV-TĐKT')
  expect(codeOf(await acts.write('hoa', enterNumber, entered))).toBe('number-taken')
})

it('a unit takes the letter as it was issued, addressed as it was, with its own part of the list, which says so', async () => {
  const whole = await must(acts.read('hoa', letterModel, { id: letter }))
  expect(whole.list?.title).toBe('Các việc đã quá hạn')
  const own = await must(acts.read('minh', letterModel, { id: letter }))
  expect(own).toMatchObject({ addressees: whole.addressees, paragraphs: whole.paragraphs, number: '45/SNV-TĐKT' })
  expect(own.list?.title).toBe('Các việc đã quá hạn (trích phần của đơn vị)')
  expect(own.list?.rows.map((row) => row[1])).toEqual(['Phòng A'])
})

it('every letter is taken away, also of more than a page shows', async () => {
  await owner.query(
    `insert into app.urging_letter (id, unit_id, unit_no, state, subject, content, made_by_name, made_at, changed_at)
     select gen_random_uuid(), unit_id, unit_no, 'draft', subject, content, made_by_name, made_at, changed_at
     from app.urging_letter, generate_series(1, 205) where id = $1`,
    [letter],
  )
  const taken = await must(acts.read('hoa', (tx) => lettersExport.open(tx, {}), {}))
  expect(taken.total).toBe(206)
  await owner.query(`delete from app.urging_letter where state = 'draft'`)
})

it('after a merger the head of the new unit reads the letter that urges what came over to it', async () => {
  const { phongA, phongB, root } = opened.world.units
  opened.clock.move(eightOn('2022-07-25'))
  const unit = { id: newId(), ...UNDESCRIBED, name: 'Phòng Hợp nhất', shortName: null, parentId: root, orderNo: 9 }
  const change = { kind: 'merged' as const, unitIds: [phongA, phongB], into: { unit } }
  const event = { id: newId(), on: plainDate('2022-07-25'), change, document: null, note: null, choices: NO_CHOICES }
  await must(acts.write('quan', enterUnitEvent, event))
  const { rows: posts } = await owner.query<{ id: string }>(
    'select id from app.post where person_id = $1 and unit_id = $2',
    [opened.world.accounts.minh.personId, unit.id],
  )
  const grant = { id: newId(), postId: posts[0]?.id ?? '', role: 'head' as const, unitId: unit.id, from: '2022-07-25' }
  await must(acts.write('quan', addGrant, { ...grant, to: null }))
  expect((await must(acts.read('minh', todaysDigest, {}))).letters).toMatchObject([{ id: letter, open: 1 }])
  const { letter: read } = await must(acts.read('minh', readLetter, { id: letter }))
  expect(read.content.units.flatMap((one) => one.items.map((item) => item.obligationId)).length).toBeGreaterThan(0)
})
