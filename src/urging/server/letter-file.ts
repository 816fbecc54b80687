import { formatDate } from '../../kernel/plain-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type OfficialLetter, officialLetter } from '../../typeset/index.ts'
import { type LetterContent, letterAddressees, letterParagraphs, lowerFirst } from '../domain/letter.ts'
import { type LetterRow, openLetter, ownPart } from './letters.ts'

/** The letter as a .docx: before the signature with what the clerk gives left open, after it as it was issued. */
export async function letterFile(tx: Tx, input: { id: string }): Promise<Result<{ name: string; base64: string }>> {
  const model = await letterModel(tx, input)
  if (!model.ok) return model
  const bytes = await officialLetter(model.value)
  const name = `cong-van-don-doc-${foldForSearch(model.value.number ?? model.value.subject)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)}.docx`
  return ok({ name, base64: bytes.toString('base64') })
}

/**
 * What stands in the file. A unit reads the letter as it went out, addressed as it was; of the list behind it only its own part, under a head
 * that says so.
 */
export async function letterModel(tx: Tx, { id }: { id: string }): Promise<Result<OfficialLetter>> {
  const opened = await openLetter(tx, id, 'see')
  if (!opened.ok) return opened
  return ok(await modelOf(tx, opened.value, await ownPart(tx, opened.value)))
}

async function modelOf(tx: Tx, row: LetterRow, own: LetterContent): Promise<OfficialLetter> {
  const office = await tx.db
    .selectFrom('unit')
    .leftJoin('unit as above', 'above.id', 'unit.parent_id')
    .select(['unit.name', 'unit.symbol', 'above.name as superior'])
    .where('unit.id', '=', row.unit_id)
    .executeTakeFirstOrThrow()
  const { content } = row
  const [year = 0, month = 0, day = 0] = (row.issued_on ?? '').split('-').map(Number)
  return {
    superiorBody: office.superior,
    issuingBody: office.name,
    number: row.number,
    symbol: office.symbol,
    place: content.place,
    date: row.issued_on === null ? null : { day, month, year },
    subject: lowerFirst(row.subject),
    addressees: letterAddressees(content),
    paragraphs: letterParagraphs(content),
    list: {
      title: own === content ? 'Các việc đã quá hạn' : 'Các việc đã quá hạn (trích phần của đơn vị)',
      heads: ['TT', 'Đơn vị', 'Việc phải làm', 'Thời hạn', 'Quá hạn'],
      widths: [600, 2200, 3556, 1900, 1100],
      rows: own.units.flatMap((unit, no) =>
        unit.items.map((item, at) => [
          at === 0 ? String(no + 1) : '',
          at === 0 ? unit.unitName : '',
          item.words === null ? item.title : `${item.title}: “${item.words}”`,
          `${item.due} (đến hết ${formatDate(item.lastDay)})`,
          `${item.daysLate} ngày`,
        ]),
      ),
    },
    recipients: content.recipients,
    signerTitle: row.signer_title ?? content.signerTitle,
    signerName: row.signer_name,
  }
}
