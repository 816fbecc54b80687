import type { Name } from '../world.ts'

/** Nobody is signed in. */
export type Asker = Name | 'nobody'
export const ASKERS: readonly Asker[] = ['quan', 'phuc', 'hoa', 'minh', 'lan', 'mai', 'binh', 'thu', 'son', 'nobody']

/**
 * What each of the cast gets, written by hand. `ok`: it is done. Otherwise the code of the refusal. Whoever is not named gets `rest`.
 * The campaigns of this table went to Phòng A alone: Minh heads it, Lan is its officer, Mai its staff; Bình heads Phòng B, where Thu is
 * staff; Sơn, with a post there, is auditor of the whole: he reads everything and changes nothing; Hoa is the standing office, Phúc the authority, Quân the administrator.
 */
export type Row = Partial<Record<Asker, string>> & { rest: string }

const SIGNED_IN = { rest: 'ok', nobody: 'not-signed-in' } as const
const ANYBODY = { rest: 'ok' } as const
const ADMINISTRATOR = { rest: 'not-yours-to-do', quan: 'ok', nobody: 'not-signed-in' } as const
const ADMINISTRATOR_SEES = { rest: 'not-yours-to-see', quan: 'ok', son: 'ok', nobody: 'not-signed-in' } as const
/** A thing of a person of Phòng A: people of Phòng B do not even see him. */
const ADMINISTRATOR_OF_PERSON = {
  ...ADMINISTRATOR,
  binh: 'not-found',
  thu: 'not-found',
} as const

const OUTSIDE = { binh: 'not-found', thu: 'not-found', nobody: 'not-signed-in' } as const
/** The file of a person of Phòng A: read by those who keep it, changed by its officer and the administrator; colleagues see the person alone. */
const KEEPERS = {
  rest: 'ok',
  phuc: 'not-yours-to-do',
  mai: 'not-yours-to-do',
  binh: 'not-found',
  thu: 'not-found',
  nobody: 'not-signed-in',
} as const
const KEEPERS_SEE = { ...KEEPERS, phuc: 'not-yours-to-see', mai: 'not-yours-to-see' } as const
/** What Mai asks to have corrected: she and those who keep her file know of it. */
const CORRECTION_OF_MAI = { ...OUTSIDE, phuc: 'not-found', mai: 'ok' } as const
const FILE_EDITORS = { ...ADMINISTRATOR_OF_PERSON, lan: 'ok' } as const

/** Before the launch only the standing office and the authority know of it. */
const OFFICE_BEFORE_LAUNCH = {
  rest: 'not-found',
  hoa: 'ok',
  phuc: 'not-yours-to-do',
  son: 'not-yours-to-do',
  nobody: 'not-signed-in',
} as const
/** After it the units it went to (and whoever sees the whole tree) see it. */
const OFFICE_AFTER_LAUNCH = { ...OUTSIDE, rest: 'not-yours-to-do', hoa: 'ok' } as const
/** What Phòng A owes: its own people, the standing office and the authority see it; the administrator has no part in it. */
const OWED = { ...OUTSIDE, quan: 'not-found' } as const
/** What Phòng A has not sent yet is its own. */
const UNSENT = { ...OWED, hoa: 'not-found', phuc: 'not-found', son: 'not-found' } as const

/** The facts of Phòng A: its head and officer write them, the standing office, the authority and the auditor read them, nobody else. */
const FACTS_READ = {
  rest: 'ok',
  quan: 'not-found',
  mai: 'not-found',
  binh: 'not-found',
  thu: 'not-found',
  nobody: 'not-signed-in',
} as const
/** The reports of Phòng A and below as one: whoever answers for it or for those above. */
const BRANCH_READ = FACTS_READ
const BRANCH_EDITED = { ...FACTS_READ, rest: 'not-yours-to-do', hoa: 'ok', minh: 'ok', lan: 'ok' } as const
const FACTS_WRITTEN = { ...FACTS_READ, rest: 'not-yours-to-do', minh: 'ok', lan: 'ok' } as const
/** Discipline and reviews of Mai: her officer and the standing office keep them; she sees her own. */
const FACTS_KEPT = { ...FACTS_READ, rest: 'not-yours-to-do', mai: 'not-yours-to-do', hoa: 'ok', lan: 'ok' } as const
/** Awards are public among colleagues; what Phòng A keeps its officer and the standing office correct. */
const REGISTRY_KEPT = { rest: 'not-yours-to-do', hoa: 'ok', lan: 'ok', nobody: 'not-signed-in' } as const

/** The clusters of the whole organisation: read by all, kept by the standing office and the administrator. */
const KEEPS_CLUSTERS = { rest: 'not-yours-to-do', hoa: 'ok', quan: 'ok', nobody: 'not-signed-in' } as const

const HANDING_OVER = { rest: 'not-yours-to-do', minh: 'ok', lan: 'ok', quan: 'ok', ...OUTSIDE } as const

const IMPORT_KEPT = { rest: 'not-found', quan: 'ok', nobody: 'not-signed-in' } as const
const IMPORT_SEEN = { ...IMPORT_KEPT, son: 'ok' } as const

/** What the standing office urges: it, the authority and the auditor see how; the units see what came of it on their own pages. */
const OFFICE_ALONE = { rest: 'not-found', hoa: 'ok', phuc: 'ok', son: 'ok', nobody: 'not-signed-in' } as const
const OFFICE_SEES = { ...OFFICE_ALONE, rest: 'not-yours-to-see' } as const
const URGES = { ...OFFICE_ALONE, phuc: 'not-yours-to-do', son: 'not-yours-to-do' } as const

export const TABLE: Readonly<Record<string, Row>> = {
  'accounts.state': ANYBODY,
  'accounts.checkSetUpCode': { rest: 'already-set-up' },
  'accounts.setUp': { rest: 'already-set-up' },
  'accounts.signIn': { rest: 'wrong-sign-in' },
  'accounts.signOut': ANYBODY,
  'accounts.signOutEverywhere': SIGNED_IN,
  'accounts.changePassword': { rest: 'wrong-password', nobody: 'not-signed-in' },
  'accounts.ofPerson': { ...ADMINISTRATOR_SEES, binh: 'not-found', thu: 'not-found' },
  'accounts.create': ADMINISTRATOR_OF_PERSON,
  'accounts.issueAccess': ADMINISTRATOR_OF_PERSON,
  'accounts.issueSecondFactorRemoval': ADMINISTRATOR_OF_PERSON,
  'accounts.endSessionsOf': ADMINISTRATOR_OF_PERSON,
  'accounts.readAccess': { rest: 'access-not-valid' },
  'accounts.useAccess': { rest: 'access-not-valid' },
  'accounts.askReset': ANYBODY,
  'accounts.secondStep': { rest: 'second-step-expired' },
  'accounts.secondFactor': SIGNED_IN,
  'accounts.beginSecondFactor': { rest: 'wrong-password', nobody: 'not-signed-in' },
  'accounts.confirmSecondFactor': { rest: 'second-factor-not-begun', nobody: 'not-signed-in' },
  'accounts.renewRecoveryCodes': { rest: 'second-factor-off', nobody: 'not-signed-in' },
  'accounts.turnOffSecondFactor': { rest: 'second-factor-off', nobody: 'not-signed-in' },
  'accounts.sessions': SIGNED_IN,
  'accounts.endSession': SIGNED_IN,
  'accounts.endOtherSessions': SIGNED_IN,
  // Another's is not there for him.
  'accounts.dismissNotices': { rest: 'not-found', nobody: 'not-signed-in' },
  'accounts.signInRules': ADMINISTRATOR_SEES,
  'accounts.setSignInRules': ADMINISTRATOR,
  'accounts.disable': ADMINISTRATOR_OF_PERSON,
  'accounts.enable': ADMINISTRATOR_OF_PERSON,
  'accounts.grant': ADMINISTRATOR_OF_PERSON,
  'accounts.changeGrant': ADMINISTRATOR_OF_PERSON,
  'accounts.cast': { rest: 'not-found' },
  'accounts.signInAs': { rest: 'not-found' },
  'accounts.moveClock': { rest: 'not-found', nobody: 'not-signed-in' },

  'acting.delegations': SIGNED_IN,
  'acting.delegable': SIGNED_IN,
  // Phúc delegates his own; Quân enters from paper what others delegated.
  'acting.delegate': {
    rest: 'not-found',
    phuc: 'ok',
    hoa: 'not-yours-to-do',
    quan: 'not-yours-to-do',
    son: 'not-yours-to-do',
    nobody: 'not-signed-in',
  },
  'acting.endDelegation': {
    rest: 'not-found',
    phuc: 'ok',
    hoa: 'ok',
    quan: 'ok',
    son: 'not-yours-to-do',
    nobody: 'not-signed-in',
  },
  'acting.capacities': SIGNED_IN,
  // Mai's open work: her head and the unit's officer give it on, and an administrator.
  'acting.openWork': HANDING_OVER,
  'acting.handOver': HANDING_OVER,
  'acting.handover': { rest: 'ok', ...OUTSIDE },
  'acting.handovers': SIGNED_IN,
  'acting.followed': SIGNED_IN,
  'acting.lookingAfter': SIGNED_IN,
  'acting.unitContact': SIGNED_IN,
  'acting.setLookingAfter': { rest: 'not-yours-to-do', hoa: 'ok', quan: 'ok', nobody: 'not-signed-in' },
  'acting.stepRules': SIGNED_IN,
  'acting.setStepRule': ADMINISTRATOR,
  'acting.newcomer': SIGNED_IN,

  'organisation.tree': SIGNED_IN,
  'organisation.unit': SIGNED_IN,
  'organisation.createUnit': ADMINISTRATOR,
  'organisation.changeUnit': ADMINISTRATOR,
  'organisation.previewUnitEvent': ADMINISTRATOR,
  'organisation.enterUnitEvent': ADMINISTRATOR,
  'organisation.takeBackUnitEvent': ADMINISTRATOR,
  'organisation.people': SIGNED_IN,
  'organisation.person': { ...OUTSIDE, rest: 'ok' },
  'organisation.personHistory': { ...KEEPERS_SEE },
  'organisation.createPerson': ADMINISTRATOR,
  'organisation.changePerson': FILE_EDITORS,
  'organisation.showSensitive': KEEPERS,
  // Whoever keeps no file finds nobody, as if there were none.
  'organisation.findByCitizenId': SIGNED_IN,
  'organisation.previewMerge': ADMINISTRATOR_OF_PERSON,
  'organisation.mergePeople': ADMINISTRATOR_OF_PERSON,
  'organisation.addPost': ADMINISTRATOR_OF_PERSON,
  'organisation.changePost': ADMINISTRATOR_OF_PERSON,
  'organisation.endPost': ADMINISTRATOR_OF_PERSON,
  'organisation.transferPerson': ADMINISTRATOR_OF_PERSON,
  'organisation.addAbsence': FILE_EDITORS,
  'organisation.changeAbsence': FILE_EDITORS,
  'organisation.removeAbsence': FILE_EDITORS,
  'organisation.specialDays': SIGNED_IN,
  'organisation.setSpecialDay': ADMINISTRATOR,
  'organisation.confirmHolidays': ADMINISTRATOR,
  'organisation.removeSpecialDay': ADMINISTRATOR,

  'assessments.periods': SIGNED_IN,
  'assessments.createPeriod': ADMINISTRATOR,
  'assessments.changePeriod': ADMINISTRATOR,
  'assessments.removePeriod': ADMINISTRATOR,
  // Empty for who reads no unit's facts.
  'assessments.lists': SIGNED_IN,
  'assessments.sheet': FACTS_READ,
  'assessments.write': FACTS_WRITTEN,
  'assessments.propose': FACTS_WRITTEN,
  'assessments.takeBack': FACTS_WRITTEN,
  'assessments.decide': { ...FACTS_WRITTEN, lan: 'not-yours-to-do' },
  'assessments.reopen': FACTS_WRITTEN,
  'assessments.dropCorrection': FACTS_WRITTEN,
  // Whoever sees the person but not the facts gets `facts: null`: src/assessments tries that.
  'assessments.ofPerson': { ...OUTSIDE, rest: 'ok' },
  'assessments.ofUnit': SIGNED_IN,
  'assessments.enterDiscipline': FACTS_KEPT,
  'assessments.changeDiscipline': FACTS_KEPT,
  'assessments.voidDiscipline': FACTS_KEPT,
  'assessments.disciplineReason': { ...FACTS_READ, mai: 'ok' },
  'assessments.enterReview': FACTS_KEPT,
  'assessments.clearReview': FACTS_KEPT,
  'assessments.voidReview': FACTS_KEPT,

  'registry.list': SIGNED_IN,
  'registry.award': SIGNED_IN,
  'registry.ofPerson': { ...OUTSIDE, rest: 'ok' },
  'registry.ofUnit': SIGNED_IN,
  'registry.enter': REGISTRY_KEPT,
  'registry.change': REGISTRY_KEPT,
  'registry.void': REGISTRY_KEPT,
  'registry.match': REGISTRY_KEPT,
  'registry.unmatch': REGISTRY_KEPT,

  'clusters.list': SIGNED_IN,
  'clusters.get': SIGNED_IN,
  'clusters.create': KEEPS_CLUSTERS,
  'clusters.change': KEEPS_CLUSTERS,
  'clusters.setMembers': KEEPS_CLUSTERS,
  'clusters.setHead': KEEPS_CLUSTERS,
  'clusters.end': KEEPS_CLUSTERS,

  'documents.changeFact': OFFICE_BEFORE_LAUNCH,
  'documents.setFactState': OFFICE_BEFORE_LAUNCH,
  'documents.addFact': OFFICE_BEFORE_LAUNCH,

  'campaigns.list': SIGNED_IN,
  'campaigns.overview': { rest: 'not-yours-to-see', hoa: 'ok', phuc: 'ok', son: 'ok', nobody: 'not-signed-in' },
  'campaigns.overviewRows': { rest: 'not-yours-to-see', hoa: 'ok', phuc: 'ok', son: 'ok', nobody: 'not-signed-in' },
  'campaigns.createFromFile': { rest: 'not-yours-to-do', hoa: 'ok', nobody: 'not-signed-in' },
  'campaigns.createByHand': { rest: 'not-yours-to-do', hoa: 'ok', nobody: 'not-signed-in' },
  'campaigns.get': { ...OUTSIDE, rest: 'ok' },
  'campaigns.review': { rest: 'not-found', hoa: 'ok', phuc: 'ok', son: 'ok', nobody: 'not-signed-in' },
  'campaigns.setDoor': OFFICE_BEFORE_LAUNCH,
  'campaigns.setTitle': OFFICE_BEFORE_LAUNCH,
  'campaigns.setUnits': OFFICE_BEFORE_LAUNCH,
  'campaigns.matchTask': OFFICE_BEFORE_LAUNCH,
  'campaigns.planTask': OFFICE_BEFORE_LAUNCH,
  'campaigns.previewDuties': { rest: 'not-found', hoa: 'ok', phuc: 'ok', son: 'ok', nobody: 'not-signed-in' },
  'campaigns.propose': OFFICE_BEFORE_LAUNCH,
  'campaigns.takeBack': OFFICE_BEFORE_LAUNCH,
  'campaigns.decide': {
    rest: 'not-found',
    phuc: 'ok',
    hoa: 'not-yours-to-do',
    son: 'not-yours-to-do',
    nobody: 'not-signed-in',
  },
  'campaigns.enterNumber': OFFICE_BEFORE_LAUNCH,
  'campaigns.launch': OFFICE_BEFORE_LAUNCH,
  'campaigns.publish': OFFICE_AFTER_LAUNCH,
  'campaigns.takeUp': { ...OUTSIDE, rest: 'ok' },
  'campaigns.openDuties': { ...OUTSIDE, rest: 'not-yours-to-see', hoa: 'ok', phuc: 'ok', son: 'ok' },
  'campaigns.prolong': OFFICE_AFTER_LAUNCH,
  'campaigns.pause': OFFICE_AFTER_LAUNCH,
  'campaigns.resume': OFFICE_AFTER_LAUNCH,
  'campaigns.close': OFFICE_AFTER_LAUNCH,
  'campaigns.discard': OFFICE_BEFORE_LAUNCH,

  'assignments.list': SIGNED_IN,
  'assignments.givers': SIGNED_IN,
  'assignments.preview': { rest: 'not-yours-to-do', hoa: 'ok', nobody: 'not-signed-in' },
  'assignments.give': { rest: 'not-yours-to-do', hoa: 'ok', nobody: 'not-signed-in' },
  // Given to Phòng A in the name of the whole.
  'assignments.get': { ...OWED, rest: 'ok' },
  'assignments.change': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'assignments.close': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  // Everybody his own rows; what he does not see is passed over.
  'obligations.ledger': SIGNED_IN,
  'obligations.ledgerIds': SIGNED_IN,
  'obligations.ledgerThings': SIGNED_IN,
  'obligations.ledgerMonth': SIGNED_IN,
  'obligations.timeliness': SIGNED_IN,
  'obligations.timelinessRows': SIGNED_IN,
  'obligations.bulkPreview': SIGNED_IN,
  'obligations.bulk': { rest: 'nothing-to-do', hoa: 'ok', nobody: 'not-signed-in' },
  'obligations.bulkActs': SIGNED_IN,
  // Done by Hoa of the office: undone by her alone.
  'obligations.undoBulk': {
    rest: 'not-found',
    hoa: 'ok',
    quan: 'not-yours-to-do',
    phuc: 'not-yours-to-do',
    son: 'not-yours-to-do',
    nobody: 'not-signed-in',
  },
  'obligations.noteArrival': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'obligations.mine': SIGNED_IN,
  'obligations.get': { ...OWED, rest: 'ok' },
  'obligations.confirmReceipt': { ...OWED, rest: 'not-yours-to-do', minh: 'ok' },
  'obligations.assign': { ...OWED, rest: 'not-yours-to-do', minh: 'ok', lan: 'ok' },
  'obligations.remind': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'obligations.receiveOnPaper': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'obligations.exempt': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'obligations.undoExemption': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'obligations.accept': { ...OWED, rest: 'not-yours-to-do', minh: 'ok', lan: 'ok' },
  'obligations.giveShare': { ...OWED, rest: 'not-yours-to-do', minh: 'ok', lan: 'ok' },
  // The part is Mai's: she alone says that it is done.
  'obligations.finishShare': { ...OWED, rest: 'not-yours-to-do', mai: 'ok' },
  'obligations.takeBackShare': { ...OWED, rest: 'not-yours-to-do', minh: 'ok', lan: 'ok' },
  'obligations.askMoreTime': { ...OWED, rest: 'not-yours-to-do', minh: 'ok', lan: 'ok' },
  'obligations.withdrawRequest': { ...OWED, rest: 'not-yours-to-do', minh: 'ok', lan: 'ok' },
  'obligations.answerRequest': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'obligations.prolong': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },

  'submissions.forObligation': { ...UNSENT, rest: 'ok' },
  'submissions.saveDraft': { ...UNSENT, rest: 'ok', mai: 'not-yours-to-do' },
  'submissions.handOver': { ...UNSENT, rest: 'ok', mai: 'not-yours-to-do' },
  'submissions.takeBack': { ...UNSENT, rest: 'ok', mai: 'not-yours-to-do' },
  'submissions.sign': { ...UNSENT, rest: 'not-yours-to-do', minh: 'ok' },
  'submissions.withdraw': { ...OWED, rest: 'not-yours-to-do', minh: 'ok', lan: 'ok' },
  'submissions.open': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'submissions.judge': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'reports.paperForm': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'submissions.paperEntry': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'submissions.enterFromPaper': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'submissions.receiptText': { ...OWED, rest: 'ok' },
  'submissions.return': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'submissions.accept': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },

  // A form, and the report Phòng A owes under it.
  'reports.listForms': SIGNED_IN,
  'reports.getForm': { ...OUTSIDE, rest: 'ok' },
  'reports.formVersion': { ...OUTSIDE, rest: 'ok' },
  'reports.createForm': { rest: 'not-yours-to-do', hoa: 'ok', nobody: 'not-signed-in' },
  'reports.saveForm': OFFICE_BEFORE_LAUNCH,
  'reports.proposeLines': OFFICE_BEFORE_LAUNCH,
  'reports.setFormUnits': OFFICE_BEFORE_LAUNCH,
  'reports.publishForm': OFFICE_BEFORE_LAUNCH,
  'reports.discardForm': OFFICE_BEFORE_LAUNCH,
  'reports.closeForm': OFFICE_AFTER_LAUNCH,
  'reports.reopenForm': OFFICE_AFTER_LAUNCH,
  'reports.page': { ...UNSENT, rest: 'ok' },
  'reports.saveLine': { ...UNSENT, rest: 'ok', mai: 'not-yours-to-do' },
  // A PDF: whoever may bring a sheet is told that it is none.
  'reports.compareSheet': { ...UNSENT, rest: 'sheet-not-xlsx' },
  'reports.takeSheet': { ...UNSENT, rest: 'ok', mai: 'not-yours-to-do' },
  'reports.contribute': { ...OWED, rest: 'not-yours-to-do', minh: 'ok', lan: 'ok', mai: 'ok' },
  // What Mai brings is the unit's own until it is sent.
  'reports.withdrawContribution': { ...UNSENT, rest: 'not-yours-to-do', mai: 'ok' },
  'reports.takeContribution': { ...UNSENT, rest: 'ok', mai: 'not-yours-to-do' },
  'reports.declineContribution': { ...UNSENT, rest: 'ok', mai: 'not-yours-to-do' },
  'reports.listExamples': SIGNED_IN,
  'reports.noteExample': {
    rest: 'not-yours-to-do',
    hoa: 'ok',
    minh: 'ok',
    lan: 'ok',
    mai: 'ok',
    nobody: 'not-signed-in',
  },
  // Mai noted it, for Phòng A.
  'reports.changeExample': { ...OWED, rest: 'not-yours-to-do', minh: 'ok', lan: 'ok', mai: 'ok' },
  'reports.withdrawExample': { ...OWED, rest: 'not-yours-to-do', minh: 'ok', lan: 'ok', mai: 'ok' },
  'reports.assembled': BRANCH_READ,
  'reports.assembledReports': BRANCH_READ,
  'reports.assembledLine': BRANCH_READ,
  'reports.proposedText': BRANCH_READ,
  'reports.saveAssembledText': BRANCH_EDITED,
  'reports.ownReports': BRANCH_READ,
  // It goes into what Phòng A has not sent yet: that is its own.
  'reports.putIntoOwnReport': { ...BRANCH_EDITED, hoa: 'not-found' },

  'personalData.myFile': SIGNED_IN,
  'personalData.takeMyFile': SIGNED_IN,
  'personalData.askCorrection': SIGNED_IN,
  'personalData.withdrawCorrection': { ...CORRECTION_OF_MAI, rest: 'not-yours-to-do' },
  'personalData.corrections': { ...KEEPERS_SEE, mai: 'ok' },
  'personalData.openCorrection': { ...CORRECTION_OF_MAI, rest: 'ok' },
  'personalData.decideCorrection': {
    ...CORRECTION_OF_MAI,
    rest: 'not-yours-to-do',
    quan: 'ok',
    lan: 'ok',
    mai: 'correction-own',
  },

  // What came in by a sheet is its administrators' to see and the auditor's; to everybody else there is no such import.
  'imports.kinds': SIGNED_IN,
  'imports.list': SIGNED_IN,
  'imports.get': IMPORT_SEEN,
  'imports.rows': IMPORT_SEEN,
  'imports.start': ADMINISTRATOR,
  'imports.decide': IMPORT_KEPT,
  'imports.apply': IMPORT_KEPT,
  'imports.cancel': IMPORT_KEPT,
  'imports.undo': IMPORT_KEPT,

  'system.jobs': ADMINISTRATOR_SEES,
  'system.retryJob': ADMINISTRATOR,
  'record.list': ADMINISTRATOR_SEES,
  'record.seals': ADMINISTRATOR_SEES,
  'record.verify': ADMINISTRATOR_SEES,
  'record.setHeadReaders': ADMINISTRATOR,
  'system.health': ADMINISTRATOR_SEES,
  'backup.list': ADMINISTRATOR_SEES,
  'backup.make': ADMINISTRATOR,
  'urging.late': OFFICE_SEES,
  'urging.boardChoices': OFFICE_SEES,
  'urging.trend': OFFICE_SEES,
  'urging.log': OFFICE_ALONE,
  'urging.sendAgain': URGES,
  'urging.remindMany': { ...OWED, rest: 'not-yours-to-do', hoa: 'ok' },
  'urging.ladders': OFFICE_SEES,
  'urging.setLadder': URGES,
  'urging.previewLadder': SIGNED_IN,
  'urging.digest': SIGNED_IN,
  'urging.seeDigest': { rest: 'not-found', lan: 'ok', nobody: 'not-signed-in' },
  'urging.outages': SIGNED_IN,
  'urging.declareOutage': ADMINISTRATOR,
  'urging.endOutage': ADMINISTRATOR,
  'urging.takeBackOutage': ADMINISTRATOR,
  'urging.letters': OFFICE_SEES,
  'urging.letter': OFFICE_ALONE,
  'urging.letterFile': OFFICE_ALONE,
  'urging.draftLetter': { rest: 'not-yours-to-do', hoa: 'ok', nobody: 'not-signed-in' },
  'urging.changeLetter': URGES,
  'urging.issueLetter': URGES,
  'urging.discardLetter': URGES,
  'system.outbox': ADMINISTRATOR_SEES,
  // Before it is looked for: mails are the administrator's.
  'system.resendMail': { rest: 'not-yours-to-do', quan: 'ok', nobody: 'not-signed-in' },

  'files.upload': SIGNED_IN,
  // The signed plan that was sent to Phòng A; a stranger learns not even that he would have to sign in.
  'files.download': { rest: 'ok', binh: 'not-found', thu: 'not-found', nobody: 'not-found' },
}
