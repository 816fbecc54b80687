import { readFile } from 'node:fs/promises'
import { give } from '../../assignments/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { accept as takeOn } from '../../mechanisms/obligations/server/index.ts'
import { accept, saveDraft, sign } from '../../mechanisms/submissions/server/index.ts'
import { draftByHand } from '../../urging/server/index.ts'
import { DESK, THINGS } from '../what-is-owed.ts'
import type { Storyteller } from './story.ts'

export type Assignment = Pick<Parameters<typeof give>[1], 'title' | 'words' | 'due'> & {
  basis: Omit<NonNullable<Parameters<typeof give>[1]['basis']>, 'fileId'>
  file: string
  units: string[]
}
export type Completion = { done: string; doneOn: string; file: string }

/** What the sample file says of work given outside the campaign, and of the reports of its first period. */
export async function readWork<T>(): Promise<T> {
  return JSON.parse(await readFile(new URL('../../../samples/world/work.json', import.meta.url), 'utf8')) as T
}

/** Work given to six units by an official letter: one has taken it on, one has done it with proof. */
export async function tellAssignment(tell: Storyteller): Promise<void> {
  const { assignment, completion } = await readWork<{ assignment: Assignment; completion: Completion }>()
  const { file, units, basis, ...work } = assignment
  tell.at('2022-07-05 08:20')
  const id = newId()
  await tell.does('hoa', give, {
    ...work,
    id,
    unitId: tell.unit('so'),
    unitIds: units.map(tell.unit),
    basis: { ...basis, fileId: await tell.brings('hoa', 'world/cong-van-mau.txt', file) },
    recurrence: 'once',
    until: null,
    dayRule: 'as-written',
    needsProof: true,
  })
  tell.at('2022-07-06 08:05')
  const taken = await tell.owed(id, 'cai-cach-hanh-chinh', 'task')
  await tell.does('thidua.cai-cach-hanh-chinh', takeOn(THINGS), { id: taken.id })
  await completes(tell, id, completion)
}

async function completes(tell: Storyteller, assignmentId: string, { file, ...said }: Completion): Promise<void> {
  tell.at('2022-07-08 14:30')
  const { id: obligationId } = await tell.owed(assignmentId, 'ban-thi-dua', 'task')
  const fileIds = [await tell.brings('thidua.ban-thi-dua', 'world/minh-chung-mau.txt', file)]
  const content = { kind: 'completion' as const, ...said, note: '' }
  const draft = { id: newId(), obligationId, version: 0, content, fileIds }
  const saved = await tell.does('thidua.ban-thi-dua', saveDraft(DESK), draft)
  const signing = { id: draft.id, version: saved.submission.version, consent: { way: 'product' as const } }
  const sent = await tell.does('truong.ban-thi-dua', sign(DESK), signing)
  tell.at('2022-07-11 08:50')
  await tell.does('hoa', accept(DESK), { id: draft.id, version: sent.submission.version })
}

/** Three divisions have not disseminated the plan in time: Hoa drafts the letter that urges them. */
export async function tellLetter(tell: Storyteller, campaignId: string): Promise<void> {
  tell.at('2022-07-11 16:55')
  const late = ['cong-chuc-vien-chuc', 'xay-dung-chinh-quyen', 'luu-tru-lich-su']
  const obligationIds: string[] = []
  for (const key of late) obligationIds.push((await tell.owed(campaignId, key, 'disseminate')).id)
  await tell.does('hoa', draftByHand, { id: newId(), obligationIds })
}
