import {
  createPeriod,
  decideList,
  enterDiscipline,
  enterReview,
  proposeList,
  readSheet,
  reopenList,
  writeEntries,
} from '../../src/assessments/server/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { createUnit } from '../../src/organisation/server/index.ts'
import { enterAward, matchRecipient } from '../../src/registry/server/index.ts'
import type { campaignsIn } from '../campaigns.ts'
import { must, type OpenedWorld } from '../world.ts'

type Acts = ReturnType<typeof campaignsIn>

/** As `callsIn`, for yearly facts and the registry. Each list is that of a team of its own under Phòng A. */
export function callsOfFacts(opened: OpenedWorld, acts: Acts): Record<string, () => Promise<unknown>> {
  const { accounts, units } = opened.world
  const period = { id: newId(), kind: 'calendar-year' as const, from: '2022-01-01', to: '2022-12-31' }
  let year = 1950
  let made: Promise<unknown> | undefined
  const inProduct = { way: 'product' as const }

  const newPeriod = () => {
    year += 1
    return { id: newId(), kind: 'calendar-year' as const, from: `${year}-01-01`, to: `${year}-12-31` }
  }
  const savedPeriod = async () => {
    const saved = newPeriod()
    await must(acts.write('quan', createPeriod, saved))
    return saved
  }
  const place = async () => {
    made ??= must(acts.write('quan', createPeriod, period))
    await made
    const unit = { id: newId(), name: `Tổ ${newId()}`, parentId: units.phongA, from: '2022-07-12' }
    await must(acts.write('quan', createUnit, { ...unit, shortName: null, orderNo: 1 }))
    return { unitId: unit.id, periodId: period.id }
  }
  const entry = (unitId: string) => ({
    subjectId: unitId,
    level: 'httnv' as const,
    notRated: null,
    note: '',
    version: 0,
  })
  const written = async () => {
    const where = await place()
    await must(acts.write('lan', writeEntries, { ...where, listId: newId(), entries: [entry(where.unitId)] }))
    const { list } = await must(acts.read('lan', readSheet, where))
    return { ...where, version: list?.version ?? 0 }
  }
  const proposed = async () => {
    const where = await written()
    await must(acts.write('lan', proposeList, where))
    return where
  }
  const confirmed = async () => {
    const where = await proposed()
    const decision = { ...where, outcome: 'agreed' as const, reason: null, consent: inProduct }
    await must(acts.write('minh', decideList, decision))
    return where
  }

  const discipline = {
    kind: 'khien-trach' as const,
    side: 'state' as const,
    startsOn: '2022-07-12',
    endsOn: null,
    decisionNumber: '07/QĐ-SNV',
    decisionOn: '2022-07-11',
    issuer: 'Sở Nội vụ',
    reason: 'Vi phạm giờ giấc',
  }
  const ofMai = () => ({ ...discipline, id: newId(), personId: accounts.mai.personId })
  const disciplined = async () => {
    const entered = ofMai()
    await must(acts.write('hoa', enterDiscipline, entered))
    return { id: entered.id, version: 1 }
  }
  const review = () => ({
    id: newId(),
    about: { kind: 'person' as const, personId: accounts.mai.personId },
    kind: 'complaint' as const,
    startsOn: '2022-07-12',
    documentNumber: null,
    documentOn: null,
    issuer: null,
    note: '',
  })
  const reviewed = async () => {
    const entered = review()
    await must(acts.write('hoa', enterReview, entered))
    return { id: entered.id, version: 1 }
  }

  const award = (name = `Người Ngoài ${newId()}`) => ({
    awardCode: 'giay-khen',
    awardName: null,
    method: null,
    periodId: null,
    achievedFrom: null,
    achievedTo: null,
    achievement: '',
    decisionNumber: null,
    decisionOn: '2021-03-01',
    decisionYear: null,
    issuer: null,
    signer: null,
    fileId: null,
    recipient: { kind: 'person' as const, name, unitName: '', birth: null, id: null },
    knownDouble: true,
  })
  const entered = async (content = award()) => {
    const saved = { ...content, id: newId(), keeperUnitId: units.phongA }
    await must(acts.write('hoa', enterAward, saved))
    return { ...content, id: saved.id, version: 1 }
  }
  const toMai = async () => {
    const { id } = await entered(award('Vũ Thị Mai'))
    return { id, candidateId: accounts.mai.personId, verdict: 'same' as const }
  }

  return {
    'assessments.periods': async () => ({}),
    'assessments.createPeriod': async () => newPeriod(),
    'assessments.changePeriod': async () => savedPeriod(),
    'assessments.removePeriod': async () => ({ id: (await savedPeriod()).id }),
    'assessments.lists': async () => ({ page: 1 }),
    'assessments.sheet': async () => place(),
    'assessments.write': async () => {
      const where = await place()
      return { ...where, listId: newId(), entries: [entry(where.unitId)] }
    },
    'assessments.propose': written,
    'assessments.takeBack': proposed,
    'assessments.decide': async () => ({ ...(await proposed()), outcome: 'agreed', consent: inProduct }),
    'assessments.reopen': async () => ({ ...(await confirmed()), reason: 'Nhập nhầm' }),
    'assessments.dropCorrection': async () => {
      const where = await confirmed()
      await must(acts.write('lan', reopenList, { ...where, reason: 'Nhập nhầm' }))
      return where
    },
    'assessments.ofPerson': async () => ({ personId: accounts.mai.personId }),
    'assessments.ofUnit': async () => ({ unitId: units.phongA }),
    'assessments.enterDiscipline': async () => ofMai(),
    'assessments.changeDiscipline': async () => ({ ...discipline, ...(await disciplined()), endsOn: '2023-07-11' }),
    'assessments.voidDiscipline': async () => ({ ...(await disciplined()), reason: 'Ghi nhầm người' }),
    'assessments.disciplineReason': async () => ({ id: (await disciplined()).id }),
    'assessments.enterReview': async () => review(),
    'assessments.clearReview': async () => ({
      ...(await reviewed()),
      clearedOn: '2022-07-12',
      outcome: 'Không có vi phạm',
    }),
    'assessments.voidReview': async () => ({ ...(await reviewed()), reason: 'Ghi nhầm' }),

    'registry.list': async () => ({ page: 1 }),
    'registry.award': async () => ({ id: (await entered()).id }),
    'registry.ofPerson': async () => ({ personId: accounts.mai.personId }),
    'registry.ofUnit': async () => ({ unitId: units.phongA }),
    'registry.enter': async () => ({ ...award(), id: newId(), keeperUnitId: units.phongA }),
    'registry.change': async () => ({ ...(await entered()), achievement: 'Hoàn thành vượt mức' }),
    'registry.void': async () => {
      const { id, version } = await entered()
      return { id, version, reason: 'Ghi nhầm' }
    },
    'registry.match': toMai,
    'registry.unmatch': async () => {
      const matching = await toMai()
      await must(acts.write('hoa', matchRecipient, matching))
      return { id: matching.id }
    },
  }
}
