import { formatDate } from '../../kernel/plain-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type OfficialLetter, officialLetter } from '../../typeset/index.ts'
import { letterAddressees, letterParagraphs, lowerFirst } from '../domain/letter.ts'
import { type LetterRow, openLetter, ownPart } from './letters.ts'

/** The letter as a .docx: before the signature with what the clerk gives left open, after it as it was issued. */
export async function letterFile(tx: Tx, { id }: { id: string }): Promise<Result<{ name: string; base64: string }>> {
  const opened = await openLetter(tx, id, 'see')
  if (!opened.ok) return opened
  const row = { ...opened.value, content: await ownPart(tx, opened.value) }
  const bytes = await officialLetter(await modelOf(tx, row))
  const name = `cong-van-don-doc-${foldForSearch(row.number ?? row.subject)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)}.docx`
  return ok({ name, base64: bytes.toString('base64') })
}

async function modelOf(tx: Tx, row: LetterRow): Promise<OfficialLetter> {
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
      title: `Các việc đã quá hạn`,
      heads: ['TT', 'Đơn vị', 'Việc phải làm', 'Thời hạn', 'Quá hạn'],
      widths: [600, 2200, 3556, 1900, 1100],
      rows: content.units.flatMap((unit, no) =>
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
