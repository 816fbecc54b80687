import { DESK } from '../src/app/what-is-owed.ts'
import { newId } from '../src/kernel/ids.ts'
import { plainDate } from '../src/kernel/plain-date.ts'
import { sign } from '../src/mechanisms/submissions/server/index.ts'
import type { FormDefinition, FormLine, LineValue } from '../src/reports/domain/form.ts'
import { createForm, getForm, publishForm, saveForm, saveLine, setFormUnits } from '../src/reports/server/index.ts'
import type { campaignsIn } from './campaigns.ts'
import { must, type Name, type OpenedWorld } from './world.ts'

type Acts = ReturnType<typeof campaignsIn>

export const LINE: FormLine = {
  key: 'dong',
  label: 'Số người dự',
  help: '',
  required: true,
  evidence: 'none',
  kind: 'count',
  unit: 'người',
  planned: null,
  plannedWords: '',
}

/** A share that must be filled, an amount and a text that may be, a list. */
export const DEFINITION: FormDefinition = {
  sections: [
    {
      key: 'phan-1',
      title: 'Kết quả',
      lines: [
        { ...LINE, key: 'ky-cuong', label: 'Công chức thực hiện nghiêm kỷ cương', kind: 'share', planned: 100 },
        { ...LINE, key: 'kinh-phi', label: 'Kinh phí', kind: 'amount', unit: '', required: false },
      ],
    },
    {
      key: 'phan-2',
      title: 'Đánh giá',
      lines: [
        { ...LINE, key: 'nhan-xet', label: 'Nhận xét', kind: 'narrative', unit: '', required: false },
        { ...LINE, key: 'guong', label: 'Điển hình', kind: 'list', unit: '', required: false },
      ],
    },
  ],
}

/** Forms and reports of the cast, brought to each of their states by the use cases themselves. */
export function reportsIn(opened: OpenedWorld, acts: Acts) {
  const { units } = opened.world

  const version = async (id: string) => (await must(acts.read('hoa', getForm, { id }))).form.version

  /** A draft of Hoa's for these units, due on the last day of 2022. */
  async function draftForm(more: { campaignId?: string; unitIds?: string[]; definition?: FormDefinition } = {}) {
    const campaignId = more.campaignId ?? (await acts.launched([units.phongA, units.phongB]))
    const id = newId()
    const head = { title: 'Báo cáo năm 2022', periodName: 'Năm 2022', periodFrom: '2022-01-01', periodTo: '2022-12-31' }
    await must(acts.write('hoa', createForm, { id, ...head, campaignId, unitId: null, from: { way: 'empty' } }))
    await save(id, more.definition ?? DEFINITION)
    const chosen = {
      id,
      version: await version(id),
      unitIds: more.unitIds ?? [units.phongA, units.phongB],
      takes: null,
    }
    await must(acts.write('hoa', setFormUnits, chosen))
    return id
  }

  /** Writes the lines anew; heads and deadline stay as `draftForm` gives them. */
  async function save(id: string, definition: FormDefinition) {
    const head = { title: 'Báo cáo năm 2022', periodName: 'Năm 2022', periodFrom: '2022-01-01', periodTo: '2022-12-31' }
    const due = { day: plainDate('2022-12-31'), relation: 'by' as const }
    const same = { previousFormId: null, lastYearFormId: null, due }
    return must(acts.write('hoa', saveForm, { id, version: await version(id), ...head, ...same, definition }))
  }

  async function publish(id: string, more: { note?: string; supplementDue?: string } = {}) {
    const input = { id, version: await version(id), note: more.note ?? '', supplementDue: more.supplementDue ?? null }
    return must(acts.write('hoa', publishForm(DESK), input))
  }

  async function publishedForm(more: Parameters<typeof draftForm>[0] = {}) {
    const id = await draftForm(more)
    await publish(id)
    return id
  }

  /** What a unit owes under the form; `part` 2 is the supplement of version 2. */
  async function owedBy(formId: string, unitId: string, part = ''): Promise<string> {
    const found = await must(
      opened.work.read({ kind: 'script', name: 'thử' }, async (tx) => {
        const row = await tx.db
          .selectFrom('obligation')
          .select('id')
          .where('source_key', '=', `form:${formId}${part}`)
          .where('unit_id', '=', unitId)
          .executeTakeFirst()
        return { ok: true as const, value: row?.id }
      }),
    )
    if (found === undefined) throw new Error(`unit ${unitId} owes nothing of form ${formId}`)
    return found
  }

  const put = (
    name: Name,
    obligationId: string,
    key: string,
    value: LineValue,
    more: { version?: number; files?: string[] } = {},
  ) =>
    acts.write(name, saveLine(DESK), {
      obligationId,
      lineKey: key,
      submissionId: newId(),
      version: more.version ?? 0,
      value,
      fileIds: more.files ?? [],
    })

  /** Signs and sends the report of that obligation. */
  async function send(name: Name, last: { submissionId: string; submissionVersion: number }) {
    const input = { id: last.submissionId, version: last.submissionVersion, consent: { way: 'product' } as const }
    return must(acts.write(name, sign(DESK), input))
  }

  return { version, draftForm, save, publish, publishedForm, owedBy, put, send }
}

export const share = (numerator: number | null, denominator: number | null, note = ''): LineValue => ({
  kind: 'share',
  numerator,
  denominator,
  note,
})
