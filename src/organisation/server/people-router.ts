import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { peopleContract } from '../people-contract.ts'
import { addAbsence, changeAbsence, removeAbsence } from './absences.ts'
import { addPost } from './add-post.ts'
import { changePerson } from './change-person.ts'
import { changePost } from './change-post.ts'
import { createPerson } from './create-person.ts'
import { endPost } from './end-post.ts'
import { listPeople } from './list-people.ts'
import { mergePeople, previewMerge } from './merge-people.ts'
import { personHistory, readPerson } from './read-person.ts'
import { findByCitizenId, showSensitive } from './show-sensitive.ts'
import { transferPerson } from './transfer-person.ts'

/** The operations on people and their posts; part of the organisation's. */
export function peopleRouter(work: UnitOfWork) {
  const os = implement(peopleContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return {
    people: os.people.handler(read(listPeople)),
    person: os.person.handler(read(readPerson)),
    personHistory: os.personHistory.handler(read(personHistory)),
    createPerson: os.createPerson.handler(write(createPerson)),
    changePerson: os.changePerson.handler(write(changePerson)),
    showSensitive: os.showSensitive.handler(write(showSensitive)),
    findByCitizenId: os.findByCitizenId.handler(write(findByCitizenId)),
    previewMerge: os.previewMerge.handler(read(previewMerge)),
    mergePeople: os.mergePeople.handler(write(mergePeople)),
    addPost: os.addPost.handler(write(addPost)),
    changePost: os.changePost.handler(write(changePost)),
    endPost: os.endPost.handler(write(endPost)),
    transferPerson: os.transferPerson.handler(write(transferPerson)),
    addAbsence: os.addAbsence.handler(write(addAbsence)),
    changeAbsence: os.changeAbsence.handler(write(changeAbsence)),
    removeAbsence: os.removeAbsence.handler(write(removeAbsence)),
  }
}
