import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { assessmentsContract } from '../contract.ts'
import { dropCorrection, reopenList } from './correct-list.ts'
import { decideList } from './decide-list.ts'
import { changeDiscipline, enterDiscipline, readDisciplineReason, voidDiscipline } from './discipline.ts'
import { listLists } from './list-lists.ts'
import { changePeriod, createPeriod, listPeriods, removePeriod } from './periods.ts'
import { proposeList, takeListBack } from './propose-list.ts'
import { readFactsOfPerson, readFactsOfUnit } from './read-facts.ts'
import { readSheet } from './read-list.ts'
import { clearReview, enterReview, voidReview } from './reviews.ts'
import { writeEntries } from './write-entries.ts'

export { dropCorrection, reopenList } from './correct-list.ts'
export { decideList } from './decide-list.ts'
export { changeDiscipline, enterDiscipline, readDisciplineReason, voidDiscipline } from './discipline.ts'
export { ratingsImport } from './import/ratings-kind.ts'
export { changePeriod, createPeriod, findPeriod, listPeriods, periodsOf, removePeriod } from './periods.ts'
export { proposeList, takeListBack } from './propose-list.ts'
export { readFactsOfPerson, readFactsOfUnit } from './read-facts.ts'
export { readSheet } from './read-list.ts'
export { clearReview, enterReview, voidReview } from './reviews.ts'
export { ratingListsWaiting } from './waiting.ts'
export { writeEntries } from './write-entries.ts'

/** The operations of yearly facts: award periods, ratings, discipline, pending reviews. */
export function assessmentsRouter(work: UnitOfWork) {
  const os = implement(assessmentsContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    periods: os.periods.handler(read(listPeriods)),
    createPeriod: os.createPeriod.handler(write(createPeriod)),
    changePeriod: os.changePeriod.handler(write(changePeriod)),
    removePeriod: os.removePeriod.handler(write(removePeriod)),
    lists: os.lists.handler(read(listLists)),
    sheet: os.sheet.handler(read(readSheet)),
    write: os.write.handler(write(writeEntries)),
    propose: os.propose.handler(write(proposeList)),
    takeBack: os.takeBack.handler(write(takeListBack)),
    decide: os.decide.handler(write(decideList)),
    reopen: os.reopen.handler(write(reopenList)),
    dropCorrection: os.dropCorrection.handler(write(dropCorrection)),
    ofPerson: os.ofPerson.handler(read(readFactsOfPerson)),
    ofUnit: os.ofUnit.handler(read(readFactsOfUnit)),
    enterDiscipline: os.enterDiscipline.handler(write(enterDiscipline)),
    changeDiscipline: os.changeDiscipline.handler(write(changeDiscipline)),
    voidDiscipline: os.voidDiscipline.handler(write(voidDiscipline)),
    disciplineReason: os.disciplineReason.handler(write(readDisciplineReason)),
    enterReview: os.enterReview.handler(write(enterReview)),
    clearReview: os.clearReview.handler(write(clearReview)),
    voidReview: os.voidReview.handler(write(voidReview)),
  })
}
