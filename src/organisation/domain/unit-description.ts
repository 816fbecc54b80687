/** What a unit can be. A closed list: statistics and standards ask for it. */
export const UNIT_KINDS = [
  'province',
  'district',
  'commune',
  'department',
  'public-service',
  'enterprise',
  'school',
  'division',
  'team',
  'party-organisation',
  'trade-union',
  'youth-union',
  'women-union',
  'veterans',
  'front',
  'other',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export const UNIT_KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  province: 'Tỉnh, thành phố',
  district: 'Huyện (đến hết 30/06/2025)',
  commune: 'Xã, phường, đặc khu',
  department: 'Sở, ban, ngành',
  'public-service': 'Đơn vị sự nghiệp',
  enterprise: 'Doanh nghiệp',
  school: 'Trường học',
  division: 'Phòng',
  team: 'Tổ, đội',
  'party-organisation': 'Tổ chức đảng',
  'trade-union': 'Công đoàn',
  'youth-union': 'Đoàn Thanh niên',
  'women-union': 'Hội Phụ nữ',
  veterans: 'Hội Cựu chiến binh',
  front: 'Mặt trận Tổ quốc',
  other: 'Chưa phân loại',
}

/** Organisations that stand beside the unit they belong to, unless somebody says otherwise. */
const BESIDE: readonly UnitKind[] = ['party-organisation', 'trade-union', 'youth-union', 'women-union', 'veterans']

export function standsBeside(kind: UnitKind): boolean {
  return BESIDE.includes(kind)
}

export const UNIT_LEVELS = ['tinh', 'huyen', 'xa', 'co-so'] as const
export type UnitLevel = (typeof UNIT_LEVELS)[number]

export const UNIT_LEVEL_WORDS: Readonly<Record<UnitLevel, string>> = {
  tinh: 'Cấp tỉnh',
  huyen: 'Cấp huyện',
  xa: 'Cấp xã',
  'co-so': 'Cơ sở',
}

export const AREA_MARKS = ['remote', 'border', 'island', 'extremely-difficult'] as const
export type AreaMark = (typeof AREA_MARKS)[number]

export const AREA_MARK_WORDS: Readonly<Record<AreaMark, string>> = {
  remote: 'vùng sâu, vùng xa',
  border: 'biên giới',
  island: 'hải đảo',
  'extremely-difficult': 'đặc biệt khó khăn',
}

/** Everything a unit is on one day. */
export type UnitValues = {
  readonly name: string
  readonly shortName: string | null
  /** Ký hiệu: what its papers bear after their number. */
  readonly symbol: string | null
  readonly kind: UnitKind
  readonly level: UnitLevel | null
  readonly legalPerson: boolean
  readonly beside: boolean
  readonly areaMarks: readonly AreaMark[]
  readonly parentId: string | null
  readonly orderNo: number
}

/** The kinds, levels and marks of a unit that nobody has described yet. */
export const UNDESCRIBED = {
  symbol: null,
  kind: 'other',
  level: null,
  legalPerson: false,
  beside: false,
  areaMarks: [],
} as const satisfies Partial<UnitValues>
