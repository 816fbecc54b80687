import { describe, expect, it } from 'vitest'
import { type OfficialLetter, officialLetter } from './official-letter.ts'

const LETTER: OfficialLetter = {
  superiorBody: 'Ủy ban nhân dân tỉnh Hà Tĩnh',
  issuingBody: 'Sở Nội vụ',
  number: null,
  symbol: 'SNV-TĐKT',
  place: 'Hà Tĩnh',
  date: { day: 5, month: 2, year: 2022 },
  subject: 'đôn đốc báo cáo kết quả phong trào thi đua',
  addressees: ['Phòng A', 'Phòng B'],
  paragraphs: ['Thực hiện Kế hoạch số 12/KH-SNV.', 'Đề nghị các đơn vị gửi báo cáo.'],
  list: { title: 'Việc quá hạn', heads: ['TT', 'Đơn vị'], widths: [800, 8556], rows: [['1', 'Phòng <A> & B']] },
  recipients: ['Như trên'],
  signerTitle: 'Giám đốc',
  signerName: null,
}

/** The text of the main part, paragraph by paragraph, without opening Word. */
async function partsOf(letter: OfficialLetter): Promise<{ text: string; xml: string }> {
  const { inflateRawSync } = await import('node:zlib')
  const bytes = await officialLetter(letter)
  const name = Buffer.from('word/document.xml')
  const end = bytes.lastIndexOf(name)
  const entry = bytes.subarray(end - 46)
  const at = entry.readUInt32LE(42)
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const xml = inflateRawSync(bytes.subarray(start, start + entry.readUInt32LE(20))).toString('utf8')
  const text = xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/g, '')
  return { text, xml }
}

describe('an official letter as .docx', () => {
  it('has every part of Nghị định 30/2020 in its place, with what the clerk gives left open', async () => {
    const { text } = await partsOf(LETTER)
    const lines = text.split('\n').filter(Boolean)
    expect(lines.slice(0, 8)).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH',
      'SỞ NỘI VỤ',
      'Số: …………/SNV-TĐKT',
      'V/v đôn đốc báo cáo kết quả phong trào thi đua',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hà Tĩnh, ngày 05 tháng 02 năm 2022',
      'Kính gửi:',
    ])
    expect(lines).toContain('- Phòng B.')
    expect(lines).toContain('- Lưu: VT.')
    expect(lines).toContain('GIÁM ĐỐC')
    expect(lines.at(-1)).toBe('Phòng &lt;A&gt; &amp; B')
  })

  it('is A4 with the margins and the sizes of the decree', async () => {
    const { xml } = await partsOf(LETTER)
    expect(xml).toContain('w:w="11906" w:h="16838"')
    expect(xml).toMatch(/w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/)
    expect(xml).toContain('<w:titlePg')
  })

  it('ends its text with the sign of an end where no list follows, and speaks to one alone in one line', async () => {
    const { text } = await partsOf({ ...LETTER, list: null, addressees: ['Phòng A'], number: '45/SNV-TĐKT' })
    expect(text).toContain('Đề nghị các đơn vị gửi báo cáo./.')
    expect(text).toContain('Kính gửi: Phòng A')
    expect(text).toContain('Số: 45/SNV-TĐKT')
  })
})
