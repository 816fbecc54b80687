import type { IBorderOptions, IParagraphOptions, ITableBordersOptions, Paragraph, Table } from 'docx'

/** What stands in an official letter (công văn), as far as it is known: what the clerk gives after the signature is left open on the paper. */
export type OfficialLetter = {
  /** The body above the issuing one; none where it has none. */
  superiorBody: string | null
  issuingBody: string
  number: string | null
  /** What stands after the number: «SNV-TĐKT». */
  symbol: string | null
  place: string
  /** Day, month and year as written on the paper; none: left open. */
  date: { day: number; month: number; year: number } | null
  subject: string
  addressees: readonly string[]
  paragraphs: readonly string[]
  /** A list that goes with the letter on pages of its own. */
  list: {
    title: string
    heads: readonly string[]
    widths: readonly number[]
    rows: readonly (readonly string[])[]
  } | null
  recipients: readonly string[]
  signerTitle: string
  signerName: string | null
}

export const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Docx = typeof import('docx')

// Nghị định 30/2020/NĐ-CP, Phụ lục I: khổ A4, lề, phông và cỡ chữ của từng thành phần. Half points, as Word counts them.
const FONT = 'Times New Roman'
const SIZE = { small: 22, notice: 24, head: 26, body: 28 } as const
const MARGINS = { top: 20, bottom: 20, left: 30, right: 20 } as const

/** Twentieths of a point. Word's own helper cuts off instead of rounding, and a page of 11905 is not quite A4. */
const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)

/** The letter as a .docx by Nghị định 30/2020/NĐ-CP, ready to be signed: a table for its head, its text, its signature, and the list behind it. */
export async function officialLetter(letter: OfficialLetter): Promise<Buffer> {
  // Word's writer is large and only this needs it.
  const docx = await import('docx')
  const { Document, Packer } = docx
  const page = {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(MARGINS.top), bottom: mm(MARGINS.bottom), left: mm(MARGINS.left), right: mm(MARGINS.right) },
  }
  const file = new Document({
    styles: { default: { document: { run: { font: FONT, size: SIZE.body } } } },
    sections: [
      {
        properties: { page, titlePage: true },
        headers: { default: pageNumber(docx) },
        children: [
          head(docx, letter),
          ...addressed(docx, letter),
          ...text(docx, letter),
          foot(docx, letter),
          ...list(docx, letter),
        ],
      },
    ],
  })
  return Packer.toBuffer(file)
}

function head(docx: Docx, letter: OfficialLetter): Table {
  const { superiorBody, issuingBody, subject, place, date } = letter
  const left = [
    ...(superiorBody === null ? [] : [line(docx, superiorBody.toLocaleUpperCase('vi'), { size: SIZE.head })]),
    line(docx, issuingBody.toLocaleUpperCase('vi'), { size: SIZE.head, bold: true }),
    rule(docx, 1100),
    line(docx, `Số: ${letter.number ?? `…………${letter.symbol === null ? '' : `/${letter.symbol}`}`}`, {
      size: SIZE.head,
    }),
    line(docx, `V/v ${subject}`, { size: SIZE.notice }, { spacing: { before: 120 } }),
  ]
  const right = [
    line(docx, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: SIZE.head, bold: true }),
    line(docx, 'Độc lập - Tự do - Hạnh phúc', { size: SIZE.body, bold: true }),
    rule(docx, 1150),
    line(
      docx,
      `${place || '…………'}, ${dateWords(date)}`,
      { size: SIZE.body, italics: true },
      { spacing: { before: 120 } },
    ),
  ]
  return columns(docx, [left, right], [3700, 5656])
}

function dateWords(date: OfficialLetter['date']): string {
  if (date === null) return 'ngày …… tháng …… năm ………'
  // A day below 10 and the months 1 and 2 take a 0 before them, so that nothing can be put there later.
  const day = String(date.day).padStart(2, '0')
  const month = date.month <= 2 ? `0${date.month}` : String(date.month)
  return `ngày ${day} tháng ${month} năm ${date.year}`
}

function addressed(docx: Docx, { addressees }: OfficialLetter): Paragraph[] {
  const [only] = addressees
  if (addressees.length === 1 && only !== undefined)
    return [line(docx, `Kính gửi: ${only}`, {}, { spacing: { before: 360, after: 240 } })]
  const indent = { left: 2400 }
  return [
    plain(docx, 'Kính gửi:', { indent: { left: 1400 }, spacing: { before: 360 } }),
    ...addressees.map((name, no) => plain(docx, `- ${name}${no === addressees.length - 1 ? '.' : ';'}`, { indent })),
    plain(docx, '', {}),
  ]
}

function text(docx: Docx, { paragraphs, list: behind }: OfficialLetter): Paragraph[] {
  const { AlignmentType } = docx
  const last = paragraphs.length - 1
  return paragraphs.map((words, no) =>
    plain(docx, no === last && behind === null ? `${words}/.` : words, {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: mm(12.7) },
      spacing: { before: 120, line: 300 },
    }),
  )
}

function foot(docx: Docx, { recipients, signerTitle, signerName, list: behind }: OfficialLetter): Table {
  const to = [...recipients, 'Lưu: VT.']
  const left = [
    plain(docx, 'Nơi nhận:', { spacing: { before: 240 } }, { size: SIZE.notice, bold: true, italics: true }),
    ...to.map((name) => plain(docx, `- ${name}${name.endsWith('.') ? '' : ';'}`, {}, { size: SIZE.small })),
    ...(behind === null
      ? []
      : [plain(docx, '(Có danh sách kèm theo)', { spacing: { before: 120 } }, { size: SIZE.small, italics: true })]),
  ]
  const right = [
    line(docx, (signerTitle || '…………').toLocaleUpperCase('vi'), { bold: true }, { spacing: { before: 240 } }),
    ...[1, 2, 3, 4].map(() => line(docx, '', {})),
    line(docx, signerName ?? '', { bold: true }),
  ]
  return columns(docx, [left, right], [4678, 4678])
}

function list(docx: Docx, letter: OfficialLetter): (Paragraph | Table)[] {
  if (letter.list === null) return []
  const { Table, TableRow, TableCell, WidthType } = docx
  const { title, heads, widths, rows } = letter.list
  const row = (cells: readonly string[], header: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: cells.map(
        (words, no) =>
          new TableCell({
            width: { size: widths[no] ?? 1000, type: WidthType.DXA },
            margins: { left: 80, right: 80, top: 40, bottom: 40 },
            children: [
              header
                ? line(docx, words, { size: SIZE.notice, bold: true })
                : plain(docx, words, {}, { size: SIZE.notice }),
            ],
          }),
      ),
    })
  return [
    line(docx, 'DANH SÁCH', { bold: true }, { pageBreakBefore: true }),
    line(docx, title, { bold: true }),
    line(
      docx,
      `(Kèm theo Công văn số ${letter.number ?? '…………'} của ${letter.issuingBody})`,
      { italics: true },
      { spacing: { after: 240 } },
    ),
    new Table({
      columnWidths: [...widths],
      width: { size: 9356, type: WidthType.DXA },
      rows: [row(heads, true), ...rows.map((one) => row(one, false))],
    }),
  ]
}

type Run = { size?: number; bold?: boolean; italics?: boolean }

/** One centred line. */
function line(docx: Docx, words: string, run: Run, more: IParagraphOptions = {}): Paragraph {
  return plain(docx, words, { alignment: docx.AlignmentType.CENTER, ...more }, run)
}

function plain(docx: Docx, words: string, more: IParagraphOptions, run: Run = {}): Paragraph {
  return new docx.Paragraph({
    ...more,
    children: [new docx.TextRun({ text: words, font: FONT, size: SIZE.body, ...run })],
  })
}

/** A solid line shorter than its column: an empty line with an upper edge, drawn in from both sides. */
function rule(docx: Docx, inset: number): Paragraph {
  const top: IBorderOptions = { style: docx.BorderStyle.SINGLE, size: 6, color: '000000', space: 1 }
  return new docx.Paragraph({
    indent: { left: inset, right: inset },
    border: { top },
    spacing: { line: 120 },
    children: [new docx.TextRun({ text: '', size: 8 })],
  })
}

function columns(docx: Docx, cells: readonly Paragraph[][], widths: readonly number[]): Table {
  const { Table, TableRow, TableCell, WidthType, BorderStyle } = docx
  const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders: ITableBordersOptions = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  }
  return new Table({
    columnWidths: [...widths],
    width: { size: 9356, type: WidthType.DXA },
    borders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, no) => new TableCell({ width: { size: widths[no] ?? 0, type: WidthType.DXA }, children }),
        ),
      }),
    ],
  })
}

/** In the upper margin, centred, from the second page on. */
function pageNumber(docx: Docx) {
  const { Header, Paragraph, TextRun, PageNumber, AlignmentType } = docx
  const number = new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: SIZE.head })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] })
}
