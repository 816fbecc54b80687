import { delegate, handOver as handOverWork, listDelegable } from '../../src/acting/server/index.ts'
import { openDuties } from '../../src/campaigns/server/changes/open-duties.ts'
import { pause } from '../../src/campaigns/server/changes/pause.ts'
import { campaignThings, getCampaign, reviewCampaign } from '../../src/campaigns/server/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { addDays, plainDate } from '../../src/kernel/plain-date.ts'
import { assign } from '../../src/mechanisms/obligations/server/assign.ts'
import { assignedWork } from '../../src/mechanisms/obligations/server/index.ts'
import { EMPTY_DISSEMINATION } from '../../src/mechanisms/submissions/domain/dissemination.ts'
import { saveDraft, sign, submissionDesk } from '../../src/mechanisms/submissions/server/index.ts'
import { handOver } from '../../src/mechanisms/submissions/server/prepare.ts'
import type { SignIn } from '../../src/platform/sign-in/sign-in.ts'
import type { campaignsIn } from '../campaigns.ts'
import { importOfA, sheetOfQuan } from '../imports.ts'
import { must, type OpenedWorld } from '../world.ts'
import { callsOfFacts } from './calls-of-facts.ts'
import { callsOfLedger } from './calls-of-ledger.ts'
import { callsOfReports } from './calls-of-reports.ts'
import { callsOfUrging } from './calls-of-urging.ts'

type Acts = ReturnType<typeof campaignsIn>

/** Makes, for each operation, a state in which it can be done, and the input that does it: anew for everybody who may do it. */
export function callsIn(opened: OpenedWorld, acts: Acts, signIn: SignIn): Record<string, () => Promise<unknown>> {
  const { accounts, units } = opened.world
  const onlyA = [units.phongA]
  const inProduct = { way: 'product' }

  const ofCampaign = async (make: () => Promise<string>, more: (id: string) => object = () => ({})) => {
    const id = await make()
    return { id, version: await acts.version(id), ...more(id) }
  }
  const fact = async (kind: string) => {
    const id = await acts.draft()
    const { document, facts } = await must(acts.read('hoa', reviewCampaign, { id }))
    const found = facts.find((one) => one.kind === kind)
    if (!found) throw new Error(`the plan has no ${kind}`)
    return { campaignId: id, documentId: document.id, factId: found.id, version: found.version }
  }
  const owed = async (kind: 'confirm-receipt' | 'disseminate') => {
    const campaignId = await acts.launched(onlyA)
    const page = await must(acts.read('minh', getCampaign, { id: campaignId }))
    const found = page.takeUp[0]?.obligations.find((one) => one.kind === kind)
    if (!found) throw new Error(`Phòng A owes no ${kind}`)
    return { id: found.id, version: found.version }
  }
  const content = { ...EMPTY_DISSEMINATION, heldOn: '2022-07-12', form: 'meeting' as const, attended: 3, total: 3 }
  const prepared = async () => {
    const { id: obligationId } = await owed('disseminate')
    const draft = { id: newId(), obligationId, version: 0, content, fileIds: [await acts.scan('lan')] }
    const saved = await must(acts.write('lan', saveDraft(submissionDesk(campaignThings)), draft))
    return { id: draft.id, version: saved.submission.version }
  }
  const sent = async () => {
    const { id, version } = await prepared()
    const signing = { id, version, consent: { way: 'product' as const } }
    const whole = await must(acts.write('minh', sign(submissionDesk(campaignThings)), signing))
    return { id, version: whole.submission.version }
  }
  // One grant is with one delegate at a time: every delegation has a day of its own.
  let day = plainDate('2022-08-01')
  const delegation = async () => {
    const { posts } = await must(acts.read('phuc', listDelegable, {}))
    day = addDays(day, 1)
    return {
      id: newId(),
      fromPostId: accounts.phuc.postId,
      toPostId: accounts.hoa.postId,
      grantIds: posts[0]?.grants.map((grant) => grant.id) ?? [],
      signsAs: 'TUQ.' as const,
      from: day,
      to: day,
      documentNumber: '12/GUQ-SNV',
      documentDay: '2022-07-12',
      fileId: null,
      reason: 'Đi công tác',
      way: 'product' as const,
    }
  }
  const handover = async () => {
    const { id, version } = await owed('disseminate')
    await must(acts.write('minh', assign(campaignThings), { id, version, personId: accounts.mai.personId }))
    const items = [{ kind: 'assigned', id, toPersonId: accounts.lan.personId }]
    return { id: newId(), fromPersonId: accounts.mai.personId, reason: 'Nghỉ phép', items }
  }
  const newUnit = () => ({ id: newId(), name: `Phòng ${newId()}`, parentId: units.root, from: '2022-07-12' })

  const absence = () => ({ id: newId(), kind: 'maternity' as const, from: '2022-01-01', to: '2022-06-30' })
  const absenceOfA = async () => {
    const { addAbsence } = await import('../../src/organisation/server/absences.ts')
    const added = { ...absence(), personId: await personOfA(opened, acts), basis: null, note: null }
    await must(acts.write('quan', addAbsence, added))
    return added
  }

  const newCluster = () => ({
    id: newId(),
    kind: 'cum' as const,
    name: 'Cụm thử',
    level: 'co-so' as const,
    unitId: units.root,
    from: '2022-07-12',
    unitIds: onlyA,
    alsoElsewhere: 'Thử',
  })
  const aCluster = async () => {
    const { createCluster } = await import('../../src/clusters/server/index.ts')
    const { cluster } = await must(acts.write('quan', createCluster, { ...newCluster(), basis: null }))
    return { id: cluster.id, version: cluster.version }
  }
  /** The end of a unit made for it. */
  const unitEvent = async () => {
    const { createUnit } = await import('../../src/organisation/server/index.ts')
    const unit = newUnit()
    await must(acts.write('quan', createUnit, { ...unit, shortName: null, orderNo: 9 }))
    return { id: newId(), on: '2022-07-13', change: { kind: 'dissolved' as const, unitId: unit.id } }
  }

  const correctionTold = () => ({
    id: newId(),
    field: 'birth' as const,
    wanted: '1990-07-05',
    reason: 'Theo căn cước',
    fileIds: [],
  })
  const correctionOfMai = async () => {
    const { askCorrection } = await import('../../src/personal-data/server/index.ts')
    return (await must(acts.write('mai', askCorrection, correctionTold()))).correction.id
  }

  return {
    'accounts.state': async () => ({}),
    'accounts.checkSetUpCode': async () => ({ code: 'AAAA-AAAA' }),
    'accounts.setUp': async () => ({
      code: 'AAAA-AAAA',
      organisation: { id: newId(), name: 'Cơ quan khác' },
      administrator: {
        personId: newId(),
        name: 'Người Khác',
        postTitle: 'Quản trị',
        signInName: 'khac',
        password: 'mot-mat-khau-dai-2022',
      },
    }),
    'accounts.signIn': async () => ({ name: `ai-do-${newId().slice(-8)}`, password: 'sai-hoan-toan-2022' }),
    'accounts.signOut': async () => ({}),
    'accounts.signOutEverywhere': async () => ({}),
    'accounts.changePassword': async () => ({ current: 'khong-phai-mat-khau', next: 'mot-mat-khau-moi-2022' }),
    'accounts.ofPerson': async () => ({ personId: accounts.mai.personId }),
    'accounts.create': async () => ({
      id: newId(),
      personId: await personOfA(opened, acts),
      signInName: `moi${newId().slice(-10)}`,
    }),
    'accounts.issueAccess': async () => ({ id: accounts.mai.accountId, way: 'hand' }),
    'accounts.issueSecondFactorRemoval': async () => {
      const id = await accountOfA(opened, acts, signIn)
      const enrolled = opened.work.write({ kind: 'script', name: 'thử' }, async (tx) => {
        await tx.db.updateTable('account').set({ second_factor_at: tx.now }).where('id', '=', id).execute()
        return { ok: true, value: undefined }
      })
      await must(enrolled)
      return { id }
    },
    'accounts.endSessionsOf': async () => ({ id: accounts.mai.accountId }),
    'accounts.readAccess': async () => ({ code: 'AAAA-BBBB-CCCC' }),
    'accounts.useAccess': async () => ({ code: 'AAAA-BBBB-CCCC', password: 'mot-mat-khau-moi-2022' }),
    'accounts.askReset': async () => ({ name: `ai-do-${newId().slice(-8)}` }),
    'accounts.secondStep': async () => ({ code: '123456' }),
    'accounts.secondFactor': async () => ({}),
    'accounts.beginSecondFactor': async () => ({ password: 'khong-phai-mat-khau' }),
    'accounts.confirmSecondFactor': async () => ({ code: '123456' }),
    'accounts.renewRecoveryCodes': async () => ({ password: 'khong-phai-mat-khau', code: '123456' }),
    'accounts.turnOffSecondFactor': async () => ({ password: 'khong-phai-mat-khau', code: '123456' }),
    'accounts.sessions': async () => ({}),
    'accounts.endSession': async () => ({ id: 'khong-co-phien-nay' }),
    'accounts.endOtherSessions': async () => ({}),
    'accounts.dismissNotices': async () => ({ ids: [newId()] }),
    'accounts.signInRules': async () => ({}),
    'accounts.setSignInRules': async () => ({ roles: [] }),
    'accounts.disable': async () => ({ id: await accountOfA(opened, acts, signIn) }),
    'accounts.enable': async () => ({ id: await accountOfA(opened, acts, signIn) }),
    'accounts.grant': async () => ({
      id: newId(),
      postId: accounts.mai.postId,
      role: 'officer',
      unitId: units.phongA,
      from: '2023-01-01',
      to: '2023-12-31',
    }),
    'accounts.changeGrant': async () => ({ id: await grantOfA(opened, acts), to: '2024-12-31', version: 1 }),
    'accounts.cast': async () => ({}),
    'accounts.signInAs': async () => ({ signInName: 'hoa' }),
    'accounts.moveClock': async () => ({ to: '2022-08-01T01:00:00Z' }),

    'acting.delegations': async () => ({}),
    'acting.delegable': async () => ({}),
    'acting.delegate': async () => delegation(),
    'acting.endDelegation': async () => {
      const { id, from } = (await must(acts.write('phuc', delegate, await delegation()))).delegation
      return { id, version: 1, lastDay: from, reason: 'Về sớm' }
    },
    'acting.capacities': async () => ({}),
    'acting.openWork': async () => ({ personId: accounts.mai.personId }),
    'acting.handOver': async () => handover(),
    'acting.handover': async () => {
      const input = await handover()
      await must(acts.write('minh', handOverWork([assignedWork(campaignThings)]), input))
      return { id: input.id }
    },
    'acting.handovers': async () => ({}),
    'acting.followed': async () => ({}),
    'acting.lookingAfter': async () => ({}),
    'acting.unitContact': async () => ({ unitId: units.phongA }),
    'acting.setLookingAfter': async () => ({
      unitIds: [units.phongA],
      personId: accounts.hoa.personId,
      from: '2022-07-12',
    }),
    'acting.stepRules': async () => ({}),
    'acting.setStepRule': async () => ({
      unitId: units.phongB,
      step: 'rating-confirm',
      rule: 'forbidden',
      version: 0,
    }),
    'acting.newcomer': async () => ({}),

    'organisation.tree': async () => ({}),
    'organisation.unit': async () => ({ id: units.phongA }),
    'organisation.createUnit': async () => newUnit(),
    'organisation.changeUnit': async () => ({ id: units.phongB, name: 'Phòng B', shortName: 'B', orderNo: 3 }),
    'organisation.previewUnitEvent': async () => unitEvent(),
    'organisation.enterUnitEvent': async () => unitEvent(),
    'organisation.takeBackUnitEvent': async () => {
      const { enterUnitEvent, NO_CHOICES } = await import('../../src/organisation/server/index.ts')
      const event = await unitEvent()
      await must(acts.write('quan', enterUnitEvent, { ...event, document: null, note: null, choices: NO_CHOICES }))
      return { id: event.id, reason: 'Thử' }
    },
    'organisation.people': async () => ({ page: 1 }),
    'organisation.person': async () => ({ id: accounts.mai.personId }),
    'organisation.createPerson': async () => ({
      id: newId(),
      name: 'Người Mới',
      notSame: 'Người khác cùng tên',
      post: { id: newId(), unitId: units.phongA, title: 'Chuyên viên', from: '2022-07-12' },
    }),
    'organisation.addPost': async () => ({
      personId: accounts.mai.personId,
      id: newId(),
      unitId: units.phongA,
      title: 'Thủ quỹ',
      kind: 'concurrent',
      from: '2022-07-12',
    }),
    'organisation.personHistory': async () => ({ id: accounts.lan.personId }),
    'organisation.changePerson': async () => ({
      id: await personOfA(opened, acts),
      version: 1,
      changes: { email: 'moi@so.example' },
    }),
    'organisation.showSensitive': async () => ({ id: await personOfA(opened, acts), part: 'citizen-id' }),
    'organisation.findByCitizenId': async () => ({ citizenId: '042090001234' }),
    'organisation.previewMerge': async () => ({
      keptId: await personOfA(opened, acts),
      goneId: await personOfA(opened, acts),
    }),
    'organisation.mergePeople': async () => ({
      keptId: await personOfA(opened, acts),
      goneId: await personOfA(opened, acts),
      reason: 'Nhập trùng',
    }),
    'organisation.changePost': async () => ({
      id: await postOfA(opened, acts),
      version: 1,
      title: 'Thủ quỹ',
      from: '2022-07-12',
      kind: 'regular',
      leaderLevel: null,
      recipientClass: null,
      directWorker: false,
      partyManaged: false,
      basis: null,
    }),
    'organisation.transferPerson': async () => ({
      postId: await postOfA(opened, acts),
      post: { id: newId(), unitId: units.phongA, title: 'Thủ quỹ', from: '2022-07-20' },
    }),
    'organisation.addAbsence': async () => ({ ...absence(), personId: await personOfA(opened, acts) }),
    'organisation.changeAbsence': async () => ({ ...(await absenceOfA()), version: 1 }),
    'organisation.removeAbsence': async () => ({ ...(await absenceOfA()), reason: 'Ghi nhầm' }),
    'organisation.endPost': async () => ({ id: await postOfA(opened, acts), lastDay: '2022-07-12' }),
    'organisation.specialDays': async () => ({ year: 2022 }),
    'organisation.setSpecialDay': async () => ({ day: '2022-09-05', kind: 'off', name: 'Nghỉ thử' }),
    'organisation.confirmHolidays': async () => ({ year: 2023, days: [], announcement: '6150/TB-BLĐTBXH' }),
    'organisation.removeSpecialDay': async () => ({ day: '2022-09-05' }),

    ...callsOfReports(opened, acts),
    ...callsOfFacts(opened, acts),
    ...callsOfUrging(opened, acts, () => owed('disseminate')),

    'clusters.list': async () => ({}),
    'clusters.get': async () => ({ id: (await aCluster()).id }),
    'clusters.create': async () => newCluster(),
    'clusters.change': async () => ({ ...(await aCluster()), name: 'Cụm khác' }),
    'clusters.setMembers': async () => ({
      ...(await aCluster()),
      from: '2022-07-13',
      unitIds: onlyA,
      alsoElsewhere: 'Thử',
    }),
    'clusters.setHead': async () => ({ id: (await aCluster()).id, year: 2022, headUnitId: units.phongA }),
    'clusters.end': async () => ({ id: (await aCluster()).id, lastDay: '2022-07-12' }),

    'documents.changeFact': async () => ({ ...(await fact('theme')), value: { text: 'Chủ đề khác' } }),
    'documents.setFactState': async () => ({ ...(await fact('theme')), state: 'removed' }),
    'documents.addFact': async () => ({
      ...(await fact('theme')),
      factId: newId(),
      kind: 'movement',
      value: { name: 'Một phong trào' },
    }),

    'campaigns.list': async () => ({ page: 1 }),
    'campaigns.overview': async () => ({}),
    'campaigns.overviewRows': async () => ({ what: 'late', page: 1 }),
    'campaigns.createFromFile': async () => ({ id: newId(), fileId: await acts.plan(), door: 'draft' }),
    'campaigns.createByHand': async () => ({ id: newId(), door: 'draft' }),
    'campaigns.get': async () => ({ id: await acts.launched(onlyA) }),
    'campaigns.review': async () => ({ id: await acts.draft() }),
    'campaigns.setDoor': () =>
      ofCampaign(
        () => acts.draft(),
        () => ({ door: 'issued' }),
      ),
    'campaigns.setTitle': () =>
      ofCampaign(
        () => acts.draft(),
        () => ({ title: 'Tên khác' }),
      ),
    'campaigns.setUnits': () =>
      ofCampaign(
        () => acts.draft(),
        () => ({ unitIds: onlyA, receiptDue: null, disseminateDue: null }),
      ),
    'campaigns.matchTask': async () => {
      const { campaignId, factId } = await fact('task')
      return { id: campaignId, factId, unitIds: onlyA }
    },
    'campaigns.planTask': async () => {
      const { campaignId, factId } = await fact('task')
      const plan = { becomes: 'none', dueDay: null, recurrence: 'once', dayRule: 'as-written', needsProof: false }
      return { id: campaignId, factId, plan }
    },
    'campaigns.previewDuties': async () => ({ id: await acts.draft(), page: 1 }),
    'campaigns.propose': () =>
      ofCampaign(async () => {
        const id = await acts.draft()
        await acts.sentTo(id, onlyA)
        return id
      }),
    'campaigns.takeBack': () => ofCampaign(() => acts.proposed(onlyA)),
    'campaigns.decide': () =>
      ofCampaign(
        () => acts.proposed(onlyA),
        () => ({ outcome: 'agreed', consent: inProduct }),
      ),
    'campaigns.enterNumber': () =>
      ofCampaign(
        () => acts.agreed(onlyA),
        () => ({
          number: `${newId().slice(-6)}/KH`,
          issuedOn: '2022-07-12',
          signerName: 'Trần Văn Phúc',
        }),
      ),
    'campaigns.launch': () => ofCampaign(() => acts.numbered(onlyA)),
    'campaigns.publish': async () => ({ id: await acts.launched(onlyA), published: true }),
    'campaigns.takeUp': async () => ({ id: await acts.launched(onlyA), page: 1 }),
    'campaigns.openDuties': async () => ({ id: await acts.launched(onlyA), page: 1 }),
    'campaigns.prolong': async () => ({
      ...(await acts.change(await acts.launched(onlyA), 'Kéo dài')),
      endsOn: '2023-03-31',
    }),
    'campaigns.pause': async () => acts.change(await acts.launched(onlyA), 'Chờ sắp xếp bộ máy'),
    'campaigns.resume': async () => {
      const id = await acts.launched(onlyA)
      await must(acts.write('hoa', pause, await acts.change(id, 'Chờ sắp xếp bộ máy')))
      return acts.change(id, 'Tiếp tục')
    },
    'campaigns.close': async () => {
      const id = await acts.launched(onlyA)
      const { groups, total } = await must(acts.read('hoa', openDuties, { id, page: 1 }))
      const left = groups.map(({ key }) => ({ key, outcome: 'left', reason: 'Hết năm' }))
      return { ...(await acts.change(id, 'Hết năm')), open: total, groups: left }
    },
    'campaigns.discard': async () => ({ id: await acts.draft() }),

    'obligations.mine': async () => ({}),
    'obligations.get': async () => ({ id: (await owed('confirm-receipt')).id }),
    'obligations.confirmReceipt': async () => ({ id: (await owed('confirm-receipt')).id, consent: inProduct }),
    'obligations.assign': async () => ({ ...(await owed('disseminate')), personId: accounts.mai.personId }),
    'obligations.remind': async () => ({ id: (await owed('confirm-receipt')).id, reminderId: newId() }),
    'obligations.receiveOnPaper': async () => ({
      id: (await owed('confirm-receipt')).id,
      receivedOn: '2022-07-12',
      fromName: 'Phạm Quang Minh',
    }),
    'obligations.exempt': async () => ({ id: (await owed('disseminate')).id, reason: 'Đang sáp nhập' }),
    ...callsOfLedger(opened, acts, owed),

    'submissions.forObligation': async () => ({ obligationId: (await owed('disseminate')).id }),
    'submissions.saveDraft': async () => ({
      id: newId(),
      obligationId: (await owed('disseminate')).id,
      version: 0,
      content,
      fileIds: [],
    }),
    'submissions.handOver': () => prepared(),
    'submissions.takeBack': async () => {
      const { id, version } = await prepared()
      await must(acts.write('lan', handOver(submissionDesk(campaignThings)), { id, version }))
      return { id }
    },
    'submissions.sign': async () => ({ ...(await prepared()), consent: inProduct }),
    'submissions.withdraw': () => sent(),
    'submissions.open': () => sent(),
    'submissions.judge': async () => ({
      id: (await sent()).id,
      sentNo: 1,
      marks: [{ lineKey: 'attended', outcome: 'returned', reason: 'Xem lại' }],
    }),
    'submissions.paperEntry': async () => ({ obligationId: (await owed('disseminate')).id }),
    'submissions.enterFromPaper': async () => ({
      id: newId(),
      obligationId: (await owed('disseminate')).id,
      content,
      receivedOn: '2022-07-12',
      consent: { givenByPersonId: accounts.minh.personId, givenOn: '2022-07-12', scanFileId: await acts.scan('hoa') },
    }),
    'submissions.receiptText': async () => ({ id: (await sent()).id, sentNo: 1 }),
    'submissions.return': async () => ({ ...(await sent()), reason: 'Thiếu chữ ký' }),
    'submissions.accept': () => sent(),

    'personalData.myFile': async () => ({}),
    'personalData.takeMyFile': async () => ({}),
    'personalData.askCorrection': async () => correctionTold(),
    'personalData.withdrawCorrection': async () => ({ id: await correctionOfMai() }),
    'personalData.corrections': async () => ({ personId: accounts.mai.personId }),
    'personalData.openCorrection': async () => ({ id: await correctionOfMai() }),
    'personalData.decideCorrection': async () => ({ id: await correctionOfMai(), accept: false, answer: 'Đã đúng' }),

    'system.jobs': async () => ({}),
    'system.retryJob': async () => ({ id: newId() }),
    'imports.kinds': async () => ({}),
    'imports.list': async () => ({ page: 1 }),
    'imports.get': async () => ({ id: await importOfA(opened) }),
    'imports.rows': async () => ({ id: await importOfA(opened), outcome: 'new', page: 1 }),
    'imports.start': async () => ({
      id: newId(),
      kind: 'people',
      unitId: units.root,
      fileId: await sheetOfQuan(opened),
    }),
    'imports.decide': async () => ({ id: await importOfA(opened), rowNo: 3, decision: 'skip' }),
    'imports.apply': async () => ({ id: await importOfA(opened), version: 1, rows: 1 }),
    'imports.cancel': async () => ({ id: await importOfA(opened) }),
    'imports.undo': async () => ({ id: await importOfA(opened, 'applied') }),
    'record.list': async () => ({ page: 1 }),
    'record.seals': async () => ({}),
    'record.verify': async () => ({ head: null }),
    'record.setHeadReaders': async () => ({ emails: ['luu.tru@so.example'] }),
    'system.health': async () => ({}),
    'backup.list': async () => ({}),
    'backup.make': async () => ({}),
    'system.outbox': async () => ({ page: 1 }),
    'system.resendMail': async () => ({ id: await failedMail(opened) }),

    'files.upload': async () => ({}),
    'files.download': async () => {
      const id = await acts.launched(onlyA)
      const { document } = await must(acts.read('hoa', getCampaign, { id }))
      const signed = document.files.find((file) => file.role === 'signed')
      if (!signed) throw new Error('no signed file')
      return { id: signed.id }
    },
  }
}

async function failedMail(opened: OpenedWorld): Promise<string> {
  const put = opened.work.write({ kind: 'script', name: 'thử' }, async (tx) => {
    const mail = { id: newId(), to_address: 'lan@so.example', to_name: 'Lan', subject: 'Nhắc', body: 'Nội dung' }
    await tx.db
      .insertInto('outbox_mail')
      .values({ ...mail, created_at: tx.now, state: 'failed' })
      .execute()
    return { ok: true, value: mail.id }
  })
  return await must(put)
}

async function newPerson(opened: OpenedWorld, acts: Acts) {
  const { createPerson } = await import('../../src/organisation/server/index.ts')
  const [id, postId] = [newId(), newId()]
  const post = { id: postId, unitId: opened.world.units.phongA, title: 'Chuyên viên', from: '2022-07-12' }
  await must(acts.write('quan', createPerson, { id, name: 'Nguyễn Văn Mới', email: null, post, notSame: 'người khác' }))
  return { id, postId }
}

async function personOfA(opened: OpenedWorld, acts: Acts): Promise<string> {
  return (await newPerson(opened, acts)).id
}

async function postOfA(opened: OpenedWorld, acts: Acts): Promise<string> {
  return (await newPerson(opened, acts)).postId
}

async function grantOfA(opened: OpenedWorld, acts: Acts): Promise<string> {
  const { addGrant } = await import('../../src/accounts/server/index.ts')
  const { postId } = await newPerson(opened, acts)
  const grant = {
    id: newId(),
    postId,
    role: 'staff' as const,
    unitId: opened.world.units.phongA,
    from: '2022-07-12',
    to: null,
  }
  await must(acts.write('quan', addGrant, grant))
  return grant.id
}

async function accountOfA(opened: OpenedWorld, acts: Acts, signIn: SignIn): Promise<string> {
  const { createAccount } = await import('../../src/accounts/server/index.ts')
  const [id, personId] = [newId(), await personOfA(opened, acts)]
  const signInName = `a${id.slice(-12)}`
  await must(acts.write('quan', createAccount, { id, personId, signInName, email: null }))
  await must(signIn.createUser({ id, userName: signInName, name: 'Nguyễn Văn Mới', password: 'mot-mat-khau-dai-2022' }))
  return id
}
