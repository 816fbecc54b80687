/** How a line of an official paper is set: headings bold, the name of the paper in the middle, place and date to the right. */
export type LineLook = 'centre' | 'heading' | 'aside' | 'right' | undefined

const NAME_OF_PAPER =
  /^(KẾ HOẠCH|CHỈ THỊ|HƯỚNG DẪN|QUYẾT ĐỊNH|THÔNG BÁO|CHƯƠNG TRÌNH|NGHỊ QUYẾT|BÁO CÁO|TỜ TRÌNH|PHÁT ĐỘNG.*|LỜI KÊU GỌI|CÔNG ĐIỆN|ĐỀ ÁN)$/u
const PLACE_AND_DATE = /^[^,.;]{2,40}, ngày .{0,12}tháng .{1,12}năm/u
const PART = /^(CHƯƠNG|PHẦN|MỤC)?\s*[IVXLC]{1,6}[.)]\s/u
const SECTION = /^\d{1,2}(\.\d{1,2})*[.)]\s/u
const POINT = /^[a-zđ][.)]\s/u

/**
 * The look of every line, told from its words alone: plain text has no styles. A guess that only dresses the page; lines it is
 * not sure of stay plain.
 */
export function lineLooks(lines: readonly string[]): LineLook[] {
  let titleLines = 0
  return lines.map((raw, index) => {
    // a text of marked lines («## KẾ HOẠCH») keeps its marks, and is told by what follows them
    const line = raw.trim().replace(/^#{1,6}\s+/u, '')
    // the few lines after the name of the paper, until a blank one, are what it is about
    if (titleLines > 0 && titleLines < 5 && line !== '' && line.length <= 160 && !/[.;:]$/u.test(line)) {
      titleLines += 1
      return 'centre'
    }
    titleLines = index < 40 && NAME_OF_PAPER.test(line) ? 1 : 0
    return titleLines > 0 ? 'centre' : lookOf(line, index)
  })
}

function lookOf(line: string, index: number): LineLook {
  if (line === '' || line.length > 160) return undefined
  if (index < 30 && PLACE_AND_DATE.test(line)) return 'right'
  if (PART.test(line) && line.length <= 120) return 'heading'
  const whole = !/[.;,]$/u.test(line)
  if (SECTION.test(line) && line.length <= 90 && whole) return 'heading'
  if (POINT.test(line) && line.length <= 60 && whole) return 'aside'
  if (/^Nơi nhận\s*:?$/u.test(line)) return 'aside'
  const letters = line.replace(/[^\p{L}]/gu, '')
  return letters.length >= 4 && letters === letters.toLocaleUpperCase('vi') && line.length <= 100
    ? 'heading'
    : undefined
}
