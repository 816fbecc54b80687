import { DESK } from '../../src/app/what-is-owed.ts'
import { newId } from '../../src/kernel/ids.ts'
import { saveAssembledText } from '../../src/reports/server/assembly/assembled-text.ts'
import { closeForm } from '../../src/reports/server/close-form.ts'
import { contribute, noteExample } from '../../src/reports/server/index.ts'
import type { campaignsIn } from '../campaigns.ts'
import { DEFINITION, reportsIn, share } from '../reports.ts'
import { must, type OpenedWorld } from '../world.ts'

/** Of Phòng A alone: a form in each of its states, what it fills, what Mai brings to it, what she notes. */
export function callsOfReports(
  opened: OpenedWorld,
  acts: ReturnType<typeof campaignsIn>,
): Record<string, () => Promise<unknown>> {
  const { units } = opened.world
  const reports = reportsIn(opened, acts)
  const onlyA = { unitIds: [units.phongA] }
  const draft = async () => {
    const id = await reports.draftForm({ ...onlyA, campaignId: await acts.launched(onlyA.unitIds) })
    return { id, version: await reports.version(id) }
  }
  const published = async () => {
    const { id } = await draft()
    await reports.publish(id)
    return id
  }
  const owed = async () => reports.owedBy(await published(), units.phongA)
  const line = { lineKey: 'ky-cuong', value: share(3, 3) }
  const brought = async () => {
    const input = { id: newId(), obligationId: await owed(), ...line, note: '', fileIds: [] }
    return (await must(acts.write('mai', contribute(DESK), input))).contribution.id
  }
  const example = { kind: 'model' as const, title: 'Một cửa lưu động', who: '', story: '', fileIds: [] }
  const noted = async () => {
    const input = { id: newId(), unitId: units.phongA, campaignId: null, obligationId: null, ...example }
    return (await must(acts.write('mai', noteExample, input))).example.id
  }
  const branch = async () => ({ id: await published(), unitId: units.phongA })
  const written = async () => {
    const line = { ...(await branch()), lineKey: 'nhan-xet' }
    await must(
      acts.write('hoa', saveAssembledText(DESK.things), { ...line, version: 0, text: 'Các tổ đều có sổ trực' }),
    )
    return { id: line.id, unitId: line.unitId, lines: [{ key: line.lineKey, version: 0 }], submissionId: newId() }
  }
  const head = { title: 'Báo cáo', periodName: 'Năm 2022', periodFrom: '2022-01-01', periodTo: '2022-12-31' }
  return {
    'reports.listForms': async () => ({ page: 1 }),
    'reports.getForm': async () => ({ id: await published() }),
    'reports.formVersion': async () => ({ id: await published(), versionNo: 1 }),
    'reports.createForm': async () => ({ id: newId(), ...head, campaignId: null, from: { way: 'empty' } }),
    'reports.saveForm': async () => ({ ...(await draft()), ...head, definition: DEFINITION }),
    'reports.proposeLines': async () => ({ id: (await draft()).id }),
    'reports.setFormUnits': async () => ({ ...(await draft()), ...onlyA, takes: null }),
    'reports.publishForm': draft,
    'reports.discardForm': async () => ({ id: (await draft()).id }),
    'reports.closeForm': async () => ({ id: await published(), reason: 'Hết kỳ' }),
    'reports.reopenForm': async () => {
      const id = await published()
      await must(acts.write('hoa', closeForm, { id, reason: 'Hết kỳ', graceUntil: null, graceReason: '' }))
      return { id, reason: 'Gia hạn' }
    },
    'reports.paperForm': async () => ({ obligationId: await owed() }),
    'reports.page': async () => ({ obligationId: await owed() }),
    'reports.saveLine': async () => ({
      obligationId: await owed(),
      submissionId: newId(),
      version: 0,
      fileIds: [],
      ...line,
    }),
    'reports.compareSheet': async () => ({ obligationId: await owed(), fileId: await acts.scan('lan') }),
    'reports.takeSheet': async () => ({
      obligationId: await owed(),
      submissionId: newId(),
      lines: [{ ...line, version: 0 }],
    }),
    'reports.contribute': async () => ({ id: newId(), obligationId: await owed(), ...line }),
    'reports.withdrawContribution': async () => ({ id: await brought() }),
    'reports.takeContribution': async () => ({ id: await brought(), submissionId: newId(), lineVersion: 0 }),
    'reports.declineContribution': async () => ({ id: await brought(), answer: 'Đã có số khác' }),
    'reports.listExamples': async () => ({ page: 1 }),
    'reports.noteExample': async () => ({ id: newId(), unitId: units.phongA, ...example }),
    'reports.changeExample': async () => ({ id: await noted(), version: 1, ...example }),
    'reports.assembled': branch,
    'reports.assembledReports': async () => ({ ...(await branch()), page: 1 }),
    'reports.assembledLine': async () => ({ ...(await branch()), lineKey: 'ky-cuong', page: 1 }),
    'reports.proposedText': async () => ({ ...(await branch()), lineKey: 'nhan-xet' }),
    'reports.saveAssembledText': async () => ({ ...(await branch()), lineKey: 'nhan-xet', version: 0, text: 'Tốt' }),
    'reports.ownReports': branch,
    'reports.putIntoOwnReport': async () => {
      const put = await written()
      return { ...put, obligationId: await reports.owedBy(put.id, units.phongA) }
    },
    'reports.withdrawExample': async () => ({ id: await noted(), reason: 'Ghi nhầm' }),
  }
}
