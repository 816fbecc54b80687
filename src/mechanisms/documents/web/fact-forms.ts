import { DOCUMENT_KINDS } from '../domain/document-kinds.ts'
import type { FactKind } from '../fact-values.ts'

/** One box of a fact. */
export type MemberForm = {
  name: string
  label: string
  kind: 'line' | 'area' | 'date' | 'number' | 'choice'
  /** Columns of twelve. */
  span: number
  required?: boolean
  max?: number
  /** Whole numbers only. */
  whole?: boolean
  options?: readonly { value: string; label: string }[]
  /** What a choice stands at while nothing is known. */
  start?: string
  /** Filled from text chosen in the paper. */
  main?: boolean
  help?: string
  /** Codes of the wire that are shown as words. */
  words?: Readonly<Record<string, string>>
}

const RELATION: MemberForm = {
  name: 'relation',
  label: 'Cách tính hạn',
  kind: 'choice',
  span: 6,
  options: [
    { value: '', label: 'Không ghi' },
    { value: 'by', label: 'Đến hết ngày đó' },
    { value: 'before', label: 'Trước ngày đó' },
  ],
}

const DOC_TYPES = Object.entries(DOCUMENT_KINDS)

const single = (label: string, span: number, max: number, kind: 'line' | 'area' = 'line'): MemberForm[] => [
  { name: 'text', label, kind, span, max },
]

/** The boxes of every kind of fact, in the order in which they are filled. */
export const FORMS: Readonly<Record<FactKind, readonly MemberForm[]>> = {
  docType: [
    {
      name: 'text',
      label: 'Loại văn bản',
      kind: 'choice',
      span: 4,
      options: [{ value: '', label: 'Chưa rõ' }, ...DOC_TYPES.map(([value, label]) => ({ value, label }))],
    },
  ],
  number: single('Số, ký hiệu', 4, 100),
  issuer: single('Cơ quan ban hành', 6, 300),
  superior: single('Cơ quan chủ quản', 6, 300),
  place: single('Địa danh', 4, 100),
  date: [{ name: 'date', label: 'Ngày ký', kind: 'date', span: 4 }],
  subject: single('Trích yếu', 12, 1000, 'area'),
  theme: single('Chủ đề', 12, 1000, 'area'),
  signer: [
    { name: 'name', label: 'Người ký', kind: 'line', span: 6, max: 200, main: true },
    { name: 'title', label: 'Chức vụ người ký', kind: 'line', span: 6, max: 300 },
  ],
  legalBasis: [
    { name: 'type', label: 'Loại', kind: 'line', span: 4, max: 60, required: true },
    { name: 'number', label: 'Số, ký hiệu', kind: 'line', span: 4, max: 100 },
    { name: 'date', label: 'Ngày', kind: 'date', span: 4 },
    { name: 'issuer', label: 'Cơ quan ban hành', kind: 'line', span: 12, max: 300 },
    { name: 'title', label: 'Tên, nội dung', kind: 'area', span: 12, max: 1000, main: true },
  ],
  movement: [{ name: 'name', label: 'Tên phong trào', kind: 'area', span: 12, max: 500, required: true }],
  period: [
    { name: 'name', label: 'Tên đợt', kind: 'line', span: 12, max: 300, required: true },
    { name: 'start', label: 'Bắt đầu', kind: 'date', span: 6 },
    { name: 'end', label: 'Kết thúc', kind: 'date', span: 6 },
    { name: 'reviewDeadline', label: 'Hạn tổng kết đợt', kind: 'date', span: 6 },
    RELATION,
  ],
  commemoration: [
    { name: 'name', label: 'Ngày kỷ niệm', kind: 'area', span: 12, max: 500, required: true },
    { name: 'years', label: 'Năm thứ', kind: 'number', span: 4, whole: true },
    { name: 'date', label: 'Ngày trong đợt', kind: 'date', span: 4 },
    { name: 'origin', label: 'Ngày gốc', kind: 'date', span: 4 },
  ],
  target: [
    { name: 'text', label: 'Chỉ tiêu theo lời văn bản', kind: 'area', span: 12, max: 1500, required: true },
    {
      name: 'subject',
      label: 'Đối với',
      kind: 'choice',
      span: 6,
      start: 'collective',
      options: [
        { value: 'collective', label: 'Tập thể' },
        { value: 'individual', label: 'Cá nhân' },
        { value: 'unit', label: 'Cả cơ quan' },
      ],
    },
    {
      name: 'comparator',
      label: 'Mức phải đạt',
      kind: 'choice',
      span: 6,
      options: [
        { value: '', label: 'Không ghi bằng số' },
        { value: '>=', label: 'Ít nhất' },
        { value: '=', label: 'Đúng bằng' },
        { value: '<=', label: 'Nhiều nhất' },
        { value: '>', label: 'Hơn' },
        { value: '<', label: 'Dưới' },
        { value: 'rank<=', label: 'Xếp hạng từ' },
      ],
    },
    { name: 'value', label: 'Số', kind: 'number', span: 4 },
    { name: 'max', label: 'Đến', kind: 'number', span: 4 },
    {
      name: 'unit',
      label: 'Đơn vị tính',
      kind: 'line',
      span: 4,
      max: 60,
      words: { count: 'số lượng', rank: 'thứ hạng' },
    },
    { name: 'of', label: 'Tính trên', kind: 'line', span: 6, max: 500 },
    { name: 'award', label: 'Danh hiệu, hình thức', kind: 'line', span: 6, max: 500 },
  ],
  task: [
    { name: 'text', label: 'Nhiệm vụ', kind: 'area', span: 12, max: 3000, required: true },
    { name: 'assignee', label: 'Nơi thực hiện theo văn bản', kind: 'line', span: 12, max: 500 },
    { name: 'deadline', label: 'Hạn', kind: 'date', span: 6 },
    RELATION,
  ],
  deadline: [
    { name: 'what', label: 'Việc', kind: 'area', span: 12, max: 1500, required: true },
    { name: 'date', label: 'Ngày', kind: 'date', span: 6, help: 'Hằng năm: gõ 20/11' },
    RELATION,
    { name: 'recipient', label: 'Gửi đến', kind: 'line', span: 12, max: 500 },
  ],
  recipient: [{ name: 'name', label: 'Nơi nhận', kind: 'line', span: 12, max: 500, required: true }],
}

/** Facts of which a document has one: they have a box even when nothing was found. */
export const ONE_OF_A_KIND = [
  'docType',
  'number',
  'issuer',
  'superior',
  'place',
  'date',
  'subject',
  'theme',
] as const satisfies readonly FactKind[]
