import { implement } from '@orpc/server'
import type { ObligationThings } from '../../mechanisms/obligations/server/index.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { ListExport } from '../../platform/export/list-export.ts'
import type { ContentStore } from '../../platform/files/content-store.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { campaignsContract } from '../contract.ts'
import { close } from './changes/close.ts'
import { openDuties } from './changes/open-duties.ts'
import { pause, resume } from './changes/pause.ts'
import { prolong } from './changes/prolong.ts'
import { createCampaign } from './create-campaign.ts'
import { createFromFile } from './create-from-file.ts'
import { decide } from './decide.ts'
import { discard } from './discard.ts'
import { enterNumber } from './enter-number.ts'
import { campaignsExport } from './export-campaigns.ts'
import { takeUpExport } from './export-take-up.ts'
import { getCampaign, reviewCampaign } from './get-campaign.ts'
import { launch } from './launch.ts'
import { listCampaigns } from './list-campaigns.ts'
import { exportOverviewRows } from './overview/export-rows.ts'
import { overview } from './overview/overview.ts'
import { overviewRows } from './overview/rows.ts'
import { planTask } from './plan-task.ts'
import { matchTask, setDoor, setTitle, setUnits } from './prepare.ts'
import { previewDuties } from './preview-duties.ts'
import { propose, takeBack } from './propose.ts'
import { publish } from './publish.ts'
import { takeUp } from './take-up/take-up.ts'

export { close } from './changes/close.ts'
export { pause, resume } from './changes/pause.ts'
export { prolong } from './changes/prolong.ts'
export { createFromStored } from './create-from-file.ts'
export { decide } from './decide.ts'
export { enterNumber } from './enter-number.ts'
export { getCampaign, reviewCampaign } from './get-campaign.ts'
export { launch } from './launch.ts'
export { campaignThings } from './obligation-things.ts'
export { campaignsInHand } from './open-work.ts'
export { planOwner } from './plan-owner.ts'
export { matchTask, setUnits } from './prepare.ts'
export { propose } from './propose.ts'
export { publish } from './publish.ts'
export { type PublishedCampaign, publishedCampaign, publishedCampaigns } from './published.ts'
export { sendPlan } from './send-plan.ts'
export { tasksGiven } from './tasks-given.ts'
export { campaignDays, campaignsWaiting } from './waiting.ts'

/** The lists of campaigns that can be taken away as sheets. */
export function campaignExports(things: ObligationThings): readonly ListExport[] {
  return [campaignsExport, takeUpExport, exportOverviewRows(things)]
}

/** `things`: everything obligations come from, for the page of whoever answers for all of them. */
export function campaignsRouter(work: UnitOfWork, store: ContentStore, things: ObligationThings) {
  const os = implement(campaignsContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    list: os.list.handler(read(listCampaigns)),
    overview: os.overview.handler(read(overview(things))),
    overviewRows: os.overviewRows.handler(read(overviewRows(things))),
    createFromFile: os.createFromFile.handler(createFromFile({ work, store })),
    createByHand: os.createByHand.handler(
      write((tx, input) => createCampaign(tx, { ...input, textFrom: input.text.trim() === '' ? 'none' : 'pasted' })),
    ),
    get: os.get.handler(read(getCampaign)),
    review: os.review.handler(read(reviewCampaign)),
    setDoor: os.setDoor.handler(write(setDoor)),
    setTitle: os.setTitle.handler(write(setTitle)),
    setUnits: os.setUnits.handler(write(setUnits)),
    matchTask: os.matchTask.handler(write(matchTask)),
    planTask: os.planTask.handler(write(planTask)),
    previewDuties: os.previewDuties.handler(read(previewDuties)),
    propose: os.propose.handler(write(propose)),
    takeBack: os.takeBack.handler(write(takeBack)),
    decide: os.decide.handler(write(decide)),
    enterNumber: os.enterNumber.handler(write(enterNumber)),
    launch: os.launch.handler(write(launch)),
    publish: os.publish.handler(write(publish)),
    takeUp: os.takeUp.handler(read(takeUp)),
    openDuties: os.openDuties.handler(read(openDuties)),
    prolong: os.prolong.handler(write(prolong)),
    pause: os.pause.handler(write(pause)),
    resume: os.resume.handler(write(resume)),
    close: os.close.handler(write(close)),
    discard: os.discard.handler(write(discard)),
  })
}
