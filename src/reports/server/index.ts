import { implement } from '@orpc/server'
import type { SubmissionDesk } from '../../mechanisms/submissions/server/index.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { ListExport } from '../../platform/export/list-export.ts'
import type { ContentStore } from '../../platform/files/content-store.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { reportsContract } from '../contract.ts'
import { assembled } from './assembly/assembled.ts'
import { assembledLine } from './assembly/assembled-line.ts'
import { assembledReports } from './assembly/assembled-reports.ts'
import { proposedText, saveAssembledText } from './assembly/assembled-text.ts'
import { assembledFiguresExport, assembledTextsExport } from './assembly/branch-sheets.ts'
import { handOverExport } from './assembly/hand-over-sheet.ts'
import { ownReports, putIntoOwnReport } from './assembly/own-reports.ts'
import { closeForm, reopenForm } from './close-form.ts'
import { contribute, withdrawContribution } from './contributions.ts'
import { declineContribution, takeContribution } from './decide-contribution.ts'
import { changeExample, noteExample, withdrawExample } from './examples.ts'
import { examplesExport, listExamples } from './list-examples.ts'
import { formsExport, listForms } from './list-forms.ts'
import { paperForm } from './paper-form.ts'
import { publishForm } from './publish-form.ts'
import { reportPage } from './report-page.ts'
import { compareSheet, reportSheetExport } from './report-sheet.ts'
import { saveLine } from './save-line.ts'
import { setFormUnits } from './set-form-units.ts'
import { getForm, getFormVersion } from './show-form.ts'
import { takeSheet } from './take-sheet.ts'
import { createForm, discardForm, proposeLines, saveForm } from './write-form.ts'

export { contribute } from './contributions.ts'
export { noteExample } from './examples.ts'
export { publishForm } from './publish-form.ts'
export { reportKind } from './report-kind.ts'
export { saveLine } from './save-line.ts'
export { setFormUnits } from './set-form-units.ts'
export { getForm } from './show-form.ts'
export { createForm, saveForm } from './write-form.ts'

/** The lists of reports that can be taken away, the sheet of one report among them. */
export function reportExports(desk: SubmissionDesk): readonly ListExport[] {
  const { things } = desk
  const ofBranch = [assembledFiguresExport(things), assembledTextsExport(things), handOverExport(things)]
  return [formsExport, examplesExport, reportSheetExport(desk), ...ofBranch]
}

export function reportsRouter(ground: { work: UnitOfWork; store: ContentStore; desk: SubmissionDesk }) {
  const { work, desk } = ground
  const os = implement(reportsContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    listForms: os.listForms.handler(read(listForms)),
    getForm: os.getForm.handler(read(getForm)),
    formVersion: os.formVersion.handler(read(getFormVersion)),
    createForm: os.createForm.handler(write(createForm)),
    saveForm: os.saveForm.handler(write(saveForm)),
    proposeLines: os.proposeLines.handler(read(proposeLines)),
    setFormUnits: os.setFormUnits.handler(write(setFormUnits)),
    publishForm: os.publishForm.handler(write(publishForm(desk))),
    discardForm: os.discardForm.handler(write(discardForm)),
    closeForm: os.closeForm.handler(write(closeForm)),
    reopenForm: os.reopenForm.handler(write(reopenForm)),
    paperForm: os.paperForm.handler(read(paperForm(desk))),
    page: os.page.handler(read(reportPage(desk))),
    saveLine: os.saveLine.handler(write(saveLine(desk))),
    compareSheet: os.compareSheet.handler(compareSheet(ground)),
    takeSheet: os.takeSheet.handler(write(takeSheet(desk))),
    contribute: os.contribute.handler(write(contribute(desk))),
    withdrawContribution: os.withdrawContribution.handler(write(withdrawContribution(desk))),
    takeContribution: os.takeContribution.handler(write(takeContribution(desk))),
    declineContribution: os.declineContribution.handler(write(declineContribution(desk))),
    listExamples: os.listExamples.handler(read(listExamples)),
    noteExample: os.noteExample.handler(write(noteExample)),
    changeExample: os.changeExample.handler(write(changeExample)),
    withdrawExample: os.withdrawExample.handler(write(withdrawExample)),
    assembled: os.assembled.handler(read(assembled(desk.things))),
    assembledReports: os.assembledReports.handler(read(assembledReports(desk.things))),
    assembledLine: os.assembledLine.handler(read(assembledLine(desk.things))),
    proposedText: os.proposedText.handler(read(proposedText(desk.things))),
    saveAssembledText: os.saveAssembledText.handler(write(saveAssembledText(desk.things))),
    ownReports: os.ownReports.handler(read(ownReports(desk))),
    putIntoOwnReport: os.putIntoOwnReport.handler(write(putIntoOwnReport(desk))),
  })
}
