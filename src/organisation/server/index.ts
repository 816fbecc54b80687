import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { organisationContract } from '../contract.ts'
import { changeUnit } from './change-unit.ts'
import { createUnit } from './create-unit.ts'
import { endUnit } from './end-unit.ts'
import { peopleRouter } from './people-router.ts'
import { readTree, readUnit } from './read-units.ts'
import { listSpecialDays, removeSpecialDay, setSpecialDay } from './special-days.ts'

export { addPost } from './add-post.ts'
export { applyPersonChanges } from './change-person.ts'
export { endGrants } from './close-post.ts'
export { createPerson } from './create-person.ts'
export { createUnit, insertUnit } from './create-unit.ts'
export { endPost } from './end-post.ts'
export { endUnit } from './end-unit.ts'
export { whyNoAdministratorRemains } from './last-administrator.ts'
export { type PersonInput, readDetails } from './person-details.ts'
export { findPerson, type PersonRow, wholeDetails } from './person-row.ts'
export { findPost } from './posts.ts'
export { findUnit, lockOrganisation, whyNothingBegins } from './units.ts'

/** The operations of the organisation: units, people, posts, the calendar of working days. */
export function organisationRouter(work: UnitOfWork) {
  const os = implement(organisationContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    tree: os.tree.handler(read(readTree)),
    unit: os.unit.handler(read(readUnit)),
    createUnit: os.createUnit.handler(write(createUnit)),
    changeUnit: os.changeUnit.handler(write(changeUnit)),
    endUnit: os.endUnit.handler(write(endUnit)),
    ...peopleRouter(work),
    specialDays: os.specialDays.handler(read(listSpecialDays)),
    setSpecialDay: os.setSpecialDay.handler(write(setSpecialDay)),
    removeSpecialDay: os.removeSpecialDay.handler(write(removeSpecialDay)),
  })
}
