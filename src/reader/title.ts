import { sourceOf, type View } from './view.ts'

const TYPES: readonly (readonly [code: string, words: string])[] = [
  ['KH', 'ke hoach'], ['CT', 'chi thi'], ['HD', 'huong dan'], ['QĐ', 'quyet dinh'], ['CTr', 'chuong trinh'], ['PĐ', 'ban phat dong'],
  ['PĐ', 'phat dong'], ['BC', 'bao cao'], ['BB', 'bien ban'], ['TTr', 'to trinh'], ['NQ', 'nghi quyet'], ['TB', 'thong bao'],
  ['PC', 'bang phan cong'], ['PC', 'phan cong'], ['KL', 'ket luan'], ['QC', 'quy che'], ['QĐi', 'quy dinh'], ['TT', 'thong tu'],
  ['CĐ', 'cong dien'], ['ĐA', 'de an'], ['GƯ', 'giao uoc thi dua'], ['LKG', 'loi keu goi'], ['PĐ', 'phat dong thi dua'],
] // biome-ignore format: a table

export type Title = { type: string; source: { start: number; end: number }; rest: View | null }

/**
 * The kind of paper when the line is its title: the kind alone («KẾ HOẠCH», «Kế hoạch», «K Ế H O Ạ C H») or, in capitals,
 * the kind and the beginning of the subject («KẾ HOẠCH PHÁT ĐỘNG PHONG TRÀO …»).
 */
export function titleOf(line: View | undefined): Title | null {
  if (!line || line.text.length > 200) return null
  const spaced = /^(?:\p{L} ){3,}\p{L}$/u.test(line.text.replaceAll('\t', ' '))
  const words = spaced ? line.fold.replace(/[ \t]/g, '') : line.fold.replace(/[ :.]+$/, '')
  for (const [type, name] of TYPES) {
    if (words === (spaced ? name.replaceAll(' ', '') : name)) return { type, source: sourceOf(line), rest: null }
  }
  if (spaced) return null
  if (/\p{Ll}{2}/u.test(line.text)) return mixedTitle(line, words)
  for (const [type, name] of TYPES) {
    if (!words.startsWith(`${name} `) || words.length < name.length + 8) continue
    if (name === 'phat dong') return { type, source: sourceOf(line, 0, name.length), rest: line }
    return { type, source: sourceOf(line, 0, name.length), rest: cut(line, name.length + 1) }
  }
  return null
}

/** Kinds that a line in running case may open as a title. */
const LEADING: ReadonlySet<string> = new Set([
  'ke hoach',
  'chi thi',
  'huong dan',
  'quyet dinh',
  'thong bao',
  'bao cao',
  'to trinh',
  'chuong trinh',
  'quy dinh',
  'quy che',
])

/** «KẾ HOẠCH Phát động phong trào …», «KẾ HOẠCH (V/v phát động …)»: the kind in capitals, the subject not. */
function mixedTitle(line: View, words: string): Title | null {
  for (const [type, name] of TYPES) {
    if (!LEADING.has(name) || !words.startsWith(`${name} `) || words.length < name.length + 12) continue
    if (/\p{Ll}/u.test(line.text.slice(0, name.length)) || /^ ?(?:so|nay)(?![a-z])/.test(words.slice(name.length)))
      return null
    const lead = /^[ (]*(?:v ?\/ ?v )?/.exec(words.slice(name.length))?.[0].length ?? 1
    return { type, source: sourceOf(line, 0, name.length), rest: cut(line, name.length + lead) }
  }
  return null
}

/**
 * A heading of a copied page that is kind and subject in running case («Kế hoạch tổ chức phong trào thi đua …»): a title only
 * for papers that have no other.
 */
export function weakTitleOf(line: View & { gap: number }): Title | null {
  const words = line.fold
  if (line.text.length < 24 || line.text.length > 230 || /[.;:,]$/.test(line.text)) return null
  for (const [type, name] of TYPES) {
    if (!LEADING.has(name) || !/^\p{Lu}/u.test(line.text) || !words.startsWith(`${name} `)) continue
    if (
      !/^ (?:v\/v |ve (?:viec )?)?(?:phat dong|to chuc|thuc hien|trien khai|dang ky|cong tac|thi dua|huong dan|hoat dong|day manh)/.test(
        words.slice(name.length),
      )
    )
      return null
    return { type, source: sourceOf(line, 0, name.length), rest: cut(line, name.length + 1) }
  }
  return null
}

function cut(view: View, from: number): View {
  return { text: view.text.slice(from), fold: view.fold.slice(from), at: view.at.slice(from) }
}

const OPENINGS =
  /^(?:[-+] ?)?(?:can cu|thuc hien (?!thang loi|tot|nhiem vu|phong trao|cuoc)|huong ung (?!phong trao|dot)|theo (?:de nghi|tinh than|chi dao|ke hoach|cong van)|xet |trien khai (?:thuc hien )?(?:chi thi|cong van|ke hoach|quyet dinh|nghi quyet|van ban|huong dan)|kinh gui|trong (?:nhung )?nam |nam (?:19|20)\d\d la|nham |de (?:phat huy|tiep tuc|thuc hien|trien khai|kip thoi|gop phan|thiet thuc|lap|chao mung|cu the|tao|hoan thanh|co |day manh)|phan (?:thu )?(?:nhat|i)|tiep tuc thuc hien|quan triet|thuong truc|hoi dong|ban chap hanh|thi hanh|phat huy truyen thong|dieu 1|i ?[.)-] |1 ?[.)] |a ?[.] |[ivx]+\. )/

/** Whether a line opens the text proper, or names the authority that decides («CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH»). */
export function isBodyOpening(line: View): boolean {
  if (OPENINGS.test(line.fold)) return true
  return (
    /^(?:chu tich|giam doc|tong giam doc|hieu truong|bo truong|thu truong|truong (?:ban|phong)|uy ban nhan dan|hoi dong|ban thuong vu|cuc truong|vien truong|chanh an)/.test(
      line.fold,
    ) && !/\p{Ll}{2}/u.test(line.text)
  )
}
