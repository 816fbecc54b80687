import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { ListExport } from '../../platform/export/list-export.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { organisationContract } from '../contract.ts'
import { confirmHolidays } from './confirm-holidays.ts'
import { peopleExport } from './export-people.ts'
import { unitsExport } from './export-units.ts'
import { peopleRouter } from './people-router.ts'
import { listSpecialDays, removeSpecialDay, setSpecialDay } from './special-days.ts'
import { unitsRouter } from './units-router.ts'

export { addPost } from './add-post.ts'
export { applyDueEvents, beginDay, organisationJobs } from './apply-due-events.ts'
export { applyPersonChanges } from './change-person.ts'
export { changeUnit } from './change-unit.ts'
export { endGrants } from './close-post.ts'
export { unconfirmedAmong, unconfirmedYears } from './confirm-holidays.ts'
export { createPerson } from './create-person.ts'
export { createUnit, insertRootUnit } from './create-unit.ts'
export { endPost } from './end-post.ts'
export { endUnit } from './end-unit.ts'
export { enterUnitEvent } from './enter-unit-event.ts'
export { whyNoAdministratorRemains } from './last-administrator.ts'
export { type PersonInput, readDetails } from './person-details.ts'
export { awaitMerge, findPerson, type PersonRow, wholeDetails } from './person-row.ts'
export { NO_CHOICES, type UnitEventInput } from './plan-unit-event.ts'
export { findPost } from './posts.ts'
export { takeBackUnitEvent } from './take-back-unit-event.ts'
export { carriedBy, carriedPath, carriedPaths, predecessorsOf, type Relative, successorsOf } from './unit-lineage.ts'
export { unitsOn } from './unit-versions.ts'
export { findUnit, lockOrganisation, whyNothingBegins } from './units.ts'

/** The lists of the organisation that can be taken away as sheets. */
export const organisationExports: readonly ListExport[] = [peopleExport, unitsExport]

/** The operations of the organisation: units, people, posts, the calendar of working days. */
export function organisationRouter(work: UnitOfWork) {
  const os = implement(organisationContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    ...unitsRouter(work),
    ...peopleRouter(work),
    specialDays: os.specialDays.handler(read(listSpecialDays)),
    setSpecialDay: os.setSpecialDay.handler(write(setSpecialDay)),
    confirmHolidays: os.confirmHolidays.handler(write(confirmHolidays)),
    removeSpecialDay: os.removeSpecialDay.handler(write(removeSpecialDay)),
  })
}
