import { readFile } from 'node:fs/promises'
import {
  createPeriod,
  decideList,
  enterDiscipline,
  enterReview,
  proposeList,
  readSheet,
  writeEntries,
} from '../../assessments/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { enterAward, matchRecipient, readAward } from '../../registry/server/index.ts'
import type { SampleOffice } from './organisation.ts'

type Level = 'htxsnv' | 'httnv' | 'htnv'
type List = {
  unit: string
  until: 'draft' | 'proposed' | 'returned' | 'confirmed'
  reason?: string
  levels: Record<string, Level>
  notRated: Record<string, 'maternity'>
}
type Discipline = Omit<Parameters<typeof enterDiscipline>[1], 'id' | 'personId' | 'side'> & {
  unit: string
  person: string
}
type Review = Omit<Parameters<typeof enterReview>[1], 'id' | 'about'> & { unit: string }
type Award = {
  kind: 'person' | 'unit'
  name: string
  unitName: string
  birth?: string
  code: string
  award?: string
  period?: number
  number: string
  on: string
  issuer?: string
  method: NonNullable<Parameters<typeof enterAward>[1]['method']>
  /** Hoa knows whom it is about, and says so. */
  same?: true
}
type Facts = { periods: number[]; lists: List[]; discipline: Discipline; review: Review; awards: Award[] }

type Does = <I, O>(name: string, useCase: (tx: Tx, input: I) => Promise<Result<O>>, input: I) => Promise<O>
type Teller = { at: (moment: string) => void; does: Does }

/** Ratings in every state, one discipline, one review under way, and a dozen awards of the years before, matched, doubtful and of strangers. */
export async function tellFacts({ at, does }: Teller, { units }: SampleOffice): Promise<void> {
  const file = new URL('../../../samples/world/facts.json', import.meta.url)
  const facts = JSON.parse(await readFile(file, 'utf8')) as Facts
  const unit = (key: string) => {
    const id = units.get(key)
    if (id === undefined) throw new Error(`no unit ${key} in the sample office`)
    return id
  }

  at('2022-07-11 16:25')
  const periods = new Map<number, string>()
  for (const year of facts.periods) {
    const period = { id: newId(), kind: 'calendar-year' as const, from: `${year}-01-01`, to: `${year}-12-31` }
    await does('quan', createPeriod, period)
    periods.set(year, period.id)
  }
  at('2022-07-11 16:30')
  for (const list of facts.lists) await rates(list, { unitId: unit(list.unit), periodId: periods.get(2022) ?? '' })

  const { unit: place, person, ...discipline } = facts.discipline
  const { rows } = await does('hoa', readSheet, { unitId: unit(place), periodId: periods.get(2022) ?? '' })
  const personId = rows.find((row) => row.name === person)?.subjectId ?? ''
  await does('hoa', enterDiscipline, { ...discipline, id: newId(), personId, side: 'state' })
  const { unit: reviewed, ...review } = facts.review
  await does('hoa', enterReview, { ...review, id: newId(), about: { kind: 'unit', unitId: unit(reviewed) } })

  at('2022-07-11 16:45')
  for (const award of facts.awards) await enters(award)

  async function rates(list: List, where: { unitId: string; periodId: string }): Promise<void> {
    const [officer, head] = [`thidua.${list.unit}`, `truong.${list.unit}`]
    const sheet = await does(officer, readSheet, where)
    const entries = sheet.rows.flatMap(({ subjectId, name }) => {
      const notRated = list.notRated[name] ?? null
      const level = notRated === null ? (list.levels[name] ?? (list.until === 'draft' ? null : 'httnv')) : null
      return level === null && notRated === null ? [] : [{ subjectId, level, notRated, note: '', version: 0 }]
    })
    await does(officer, writeEntries, { ...where, listId: newId(), entries })
    if (list.until === 'draft') return
    const version = (await does(officer, readSheet, where)).list?.version ?? 0
    await does(officer, proposeList, { ...where, version })
    if (list.until === 'proposed') return
    const outcome = list.until === 'confirmed' ? ('agreed' as const) : ('returned' as const)
    const consent = { way: 'product' as const }
    await does(head, decideList, { ...where, version, outcome, reason: list.reason ?? null, consent })
  }

  async function enters(award: Award): Promise<void> {
    const id = newId()
    await does('hoa', enterAward, {
      id,
      keeperUnitId: unit('van-phong'),
      awardCode: award.code,
      awardName: award.award ?? null,
      method: award.method,
      periodId: award.period === undefined ? null : (periods.get(award.period) ?? null),
      achievedFrom: null,
      achievedTo: null,
      achievement: '',
      decisionNumber: award.number,
      decisionOn: award.on,
      decisionYear: null,
      issuer: award.issuer ?? 'Giám đốc Sở Nội vụ',
      signer: null,
      fileId: null,
      recipient: { kind: award.kind, name: award.name, unitName: award.unitName, birth: award.birth ?? null, id: null },
      knownDouble: false,
    })
    if (!award.same) return
    const { candidates } = await does('hoa', readAward, { id })
    const [likeliest] = candidates
    if (likeliest) await does('hoa', matchRecipient, { id, candidateId: likeliest.id, verdict: 'same' })
  }
}
