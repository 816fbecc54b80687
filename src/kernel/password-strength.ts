import { foldForSearch } from './vietnamese-text.ts'

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 200

/** Why a password is refused, in words that go after «Mật khẩu dễ đoán:». */
export const PASSWORD_PROBLEMS = {
  'too-short': `chưa đủ ${PASSWORD_MIN} ký tự`,
  'too-long': `quá ${PASSWORD_MAX} ký tự`,
  common: 'toàn từ thông dụng hoặc dãy phím liền nhau',
  'about-owner': 'lấy từ tên hoặc địa chỉ của người dùng',
} as const

export type PasswordProblem = keyof typeof PASSWORD_PROBLEMS

export type PasswordStrength = {
  /** 0 is refused, 4 is very strong. */
  readonly score: 0 | 1 | 2 | 3 | 4
  readonly label: 'Quá yếu' | 'Yếu' | 'Vừa' | 'Mạnh' | 'Rất mạnh'
  readonly problem: PasswordProblem | undefined
}

/** Words people build passwords of, folded and without blanks; longest first, so that the longest is found. */
const COMMON_WORDS = [
  ...['password', 'passw0rd', 'matkhau', 'matma', 'admin', 'administrator', 'quantri', 'quantrivien', 'welcome'],
  ...['letmein', 'iloveyou', 'sunshine', 'princess', 'football', 'baseball', 'dragon', 'monkey', 'master', 'login'],
  ...['superman', 'batman', 'trustno1', 'changeme', 'default', 'secret', 'qwerty', 'qwertyuiop', 'asdfgh', 'zxcvbn'],
  ...['1q2w3e4r', '1qaz2wsx', 'qazwsx', 'abc123', 'hello', 'freedom', 'whatever', 'computer', 'internet', 'samsung'],
  ...['anhyeuem', 'emyeuanh', 'yeuem', 'yeuanh', 'anhnhoem', 'emnhoanh', 'tinhyeu', 'tinhban', 'giadinh', 'concung'],
  ...['hanhphuc', 'mayman', 'phatloc', 'phattai', 'tailoc', 'vietnam', 'hanoi', 'saigon', 'hochiminh', 'bacho'],
  ...['danang', 'haiphong', 'cantho', 'hatinh', 'langson', 'laocai', 'binhdinh', 'tphcm', 'doclaptudohanhphuc'],
  ...['conghoaxahoichunghiavietnam', 'thidua', 'khenthuong', 'thiduakhenthuong', 'tdkt', 'sonoivu', 'noivu', 'ubnd'],
  ...['uybannhandan', 'congchuc', 'vienchuc', 'canbo', 'coquan', 'vanphong', 'dangnhap', 'taikhoan', 'nguoidung'],
  ...[
    'nguyen',
    'tran',
    'hoang',
    'huynh',
    'phuong',
    'thanh',
    'minh',
    'tuan',
    'hung',
    'dung',
    'linh',
    'huong',
    'chinhsach',
  ],
].sort((a, b) => b.length - a.length)

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) => [
  row,
  Array.from(row).reverse().join(''),
])

const BITS_OF_A_WORD = 9
const BITS_OF_A_RUN = 5

/** p@ssw0rd is password. */
const LEET: Record<string, string> = { '@': 'a', '4': 'a', '0': 'o', '1': 'i', '3': 'e', '5': 's', $: 's', '7': 't' }

function plain(text: string): string {
  return foldForSearch(text).replace(/ /g, '')
}

/** The length of the run at the start of `text` that follows the keyboard, the alphabet, or repeats one piece. */
function runLength(text: string): number {
  let longest = 0
  for (const row of ROWS) {
    let length = 0
    while (length < text.length && row.includes(text.slice(0, length + 1))) length += 1
    if (length >= 3) longest = Math.max(longest, length)
  }
  const repeated = /^(.{1,4}?)\1{2,}/u.exec(text)
  return Math.max(longest, repeated?.[0].length ?? 0)
}

function bitsPerCharacter(text: string): number {
  let kinds = 0
  if (/[a-z]/.test(text)) kinds += 26
  if (/[A-Z]/.test(text)) kinds += 20
  if (/[0-9]/.test(text)) kinds += 10
  if (/[^a-zA-Z0-9]/.test(text)) kinds += 20
  return Math.log2(Math.max(kinds, 2))
}

/** About how many times the guesser must double his list: words, runs and years are cheap, the rest counts by letter. */
function guessBits(password: string): number {
  const unmarked = password.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
  // A blank between words is what everybody types there: it is not counted.
  const folded = Array.from(unmarked.replace(/\s+/g, ''))
  const perCharacter = bitsPerCharacter(password.normalize('NFD').replace(/\p{M}/gu, ''))
  let bits = 0
  let at = 0
  const seen = new Set<string>()
  while (at < folded.length) {
    const rest = folded.slice(at).join('')
    const unleet = Array.from(rest, (letter) => LEET[letter] ?? letter).join('')
    const word = COMMON_WORDS.find((common) => rest.startsWith(common) || unleet.startsWith(common))
    const run = runLength(rest)
    const year = /^(?:19|20)\d\d/.exec(rest)?.[0]
    if (word && word.length >= run) {
      bits += seen.has(word) ? 1 : BITS_OF_A_WORD
      seen.add(word)
      at += word.length
    } else if (run >= 3) {
      bits += BITS_OF_A_RUN
      at += run
    } else if (year) {
      bits += BITS_OF_A_RUN
      at += year.length
    } else {
      bits += perCharacter
      at += 1
    }
  }
  return bits
}

/** Is the password little more than the owner's name, user name or address? */
function isAboutOwner(password: string, about: readonly string[]): boolean {
  const folded = plain(password)
  let rest = folded
  for (const text of about) {
    const pieces = [plain(text), plain(text.split('@')[0] ?? ''), ...text.split(/[^\p{L}\p{N}]+/u).map(plain)]
    for (const piece of pieces.sort((a, b) => b.length - a.length)) {
      if (piece.length >= 3) rest = rest.split(piece).join('')
    }
  }
  return rest.length < folded.length && rest.replace(/\d/g, '').length < 5
}

/** Why this password is refused, or nothing. `about` are the owner's names and addresses. */
export function passwordProblem(password: string, about: readonly string[] = []): PasswordProblem | undefined {
  const length = Array.from(password.normalize('NFC')).length
  if (length < PASSWORD_MIN) return 'too-short'
  if (length > PASSWORD_MAX) return 'too-long'
  if (guessBits(password) < 36) return 'common'
  if (isAboutOwner(password, about)) return 'about-owner'
  return undefined
}

const LABELS = ['Quá yếu', 'Yếu', 'Vừa', 'Mạnh', 'Rất mạnh'] as const

/** How strong, for the bar beside the field while it is typed. */
export function passwordStrength(password: string, about: readonly string[] = []): PasswordStrength {
  const problem = passwordProblem(password, about)
  const bits = problem === 'too-long' ? 0 : guessBits(password)
  const score = problem ? 0 : bits < 45 ? 1 : bits < 60 ? 2 : bits < 80 ? 3 : 4
  return { score, label: LABELS[score], problem }
}
