import { ABSENCE_KINDS, ABSENCE_WORDS } from '../domain/absences.ts'
import { GENDER_WORDS } from '../domain/person-fields.ts'
import {
  LEADER_LEVEL_WORDS,
  LEADER_LEVELS,
  POST_KIND_WORDS,
  POST_KINDS,
  RECIPIENT_CLASS_WORDS,
  RECIPIENT_CLASSES,
} from '../domain/posts.ts'

/** The closed lists about people, as choices. */
const choices = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
  codes.map((code) => ({ value: code, label: words[code] }))

export const GENDERS = choices(['male', 'female'], GENDER_WORDS)
export const LEADERS = choices(LEADER_LEVELS, LEADER_LEVEL_WORDS)
export const CLASSES = choices(RECIPIENT_CLASSES, RECIPIENT_CLASS_WORDS)
export const KINDS = choices(POST_KINDS, POST_KIND_WORDS)
export const ABSENCES = choices(ABSENCE_KINDS, ABSENCE_WORDS)

/** law.md gives the classes from a second source and not to the end. */
export const CLASS_HELP = 'Theo biểu 0603.N Thông tư 02/2023/TT-BNV, đọc qua nguồn thứ hai; cơ quan xác nhận danh mục'
