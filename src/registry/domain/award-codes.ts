import type { PlainDate } from '../../kernel/plain-date.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'

/** Emulation titles, commendation forms, state honours: how the registry groups them. */
export type AwardGroup = 'title' | 'form' | 'order' | 'medal' | 'honour' | 'prize' | 'other'
export const GROUP_WORDS: Readonly<Record<AwardGroup, string>> = {
  title: 'Danh hiệu thi đua',
  form: 'Bằng khen, giấy khen, kỷ niệm chương',
  order: 'Huân chương',
  medal: 'Huy chương',
  honour: 'Danh hiệu vinh dự nhà nước',
  prize: 'Giải thưởng',
  other: 'Chưa có trong danh mục',
}

type Given = 'person' | 'unit' | 'both'
export type Award = {
  code: string
  group: AwardGroup
  /** Whom the law gives it to; a warning, never a refusal: what a decision says was given was given. */
  to: Given
  word: string
  /** What it was called up to a day, where the law at hand says so. */
  formerly?: { until: PlainDate; word: string }
}

const title = (code: string, to: Given, word: string): Award => ({ code, group: 'title', to, word })
const one = (group: AwardGroup, code: string, word: string, to: Given = 'both'): Award => ({ code, group, to, word })
const classes = (group: AwardGroup, code: string, word: string, to: Given = 'both') =>
  (['Nhất', 'Nhì', 'Ba'] as const).map((rank, index) => one(group, `${code}-${index + 1}`, `${word} hạng ${rank}`, to))

/**
 * Luật Thi đua, khen thưởng 06/2022/QH15: titles Điều 19, 20; forms Điều 9, 33, 54, 59, 71–76. Names alone, no conditions: the registry
 * says what was given. What an older decision called otherwise is kept as it was written, under the code or under `khac`.
 */
export const AWARDS: readonly Award[] = [
  title('cstd-toan-quoc', 'person', 'Chiến sĩ thi đua toàn quốc'),
  title('cstd-bo', 'person', 'Chiến sĩ thi đua bộ, ban, ngành'),
  title('cstd-tinh', 'person', 'Chiến sĩ thi đua cấp tỉnh'),
  title('cstd-co-so', 'person', 'Chiến sĩ thi đua cơ sở'),
  title('ldtt', 'person', 'Lao động tiên tiến'),
  title('cstt', 'person', 'Chiến sĩ tiên tiến'),
  title('co-thi-dua-chinh-phu', 'unit', 'Cờ thi đua của Chính phủ'),
  title('co-thi-dua-bo', 'unit', 'Cờ thi đua của bộ, ban, ngành'),
  title('co-thi-dua-tinh', 'unit', 'Cờ thi đua của tỉnh'),
  title('tap-the-ldxs', 'unit', 'Tập thể lao động xuất sắc'),
  title('don-vi-quyet-thang', 'unit', 'Đơn vị quyết thắng'),
  title('tap-the-ldtt', 'unit', 'Tập thể lao động tiên tiến'),
  title('don-vi-tien-tien', 'unit', 'Đơn vị tiên tiến'),
  {
    ...title('xa-tieu-bieu', 'unit', 'Xã, phường, đặc khu tiêu biểu'),
    // NĐ 152/2025/NĐ-CP Điều 50, in force from 1/7/2025
    formerly: { until: '2025-06-30' as PlainDate, word: 'Xã, phường, thị trấn tiêu biểu' },
  },
  title('thon-van-hoa', 'unit', 'Thôn, tổ dân phố văn hóa'),
  one('form', 'bang-khen-thu-tuong', 'Bằng khen của Thủ tướng Chính phủ'),
  one('form', 'bang-khen-bo', 'Bằng khen của bộ, ban, ngành'),
  one('form', 'bang-khen-tinh', 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh'),
  one('form', 'giay-khen', 'Giấy khen'),
  one('form', 'ky-niem-chuong', 'Kỷ niệm chương', 'person'),
  one('order', 'hc-sao-vang', 'Huân chương Sao vàng'),
  one('order', 'hc-ho-chi-minh', 'Huân chương Hồ Chí Minh'),
  ...classes('order', 'hc-doc-lap', 'Huân chương Độc lập'),
  ...classes('order', 'hc-quan-cong', 'Huân chương Quân công'),
  ...classes('order', 'hc-lao-dong', 'Huân chương Lao động'),
  ...classes('order', 'hc-bao-ve-to-quoc', 'Huân chương Bảo vệ Tổ quốc'),
  ...classes('order', 'hc-chien-cong', 'Huân chương Chiến công'),
  one('order', 'hc-dai-doan-ket', 'Huân chương Đại đoàn kết dân tộc'),
  one('order', 'hc-dung-cam', 'Huân chương Dũng cảm', 'person'),
  one('order', 'hc-huu-nghi', 'Huân chương Hữu nghị'),
  one('medal', 'hch-quan-ky-quyet-thang', 'Huy chương Quân kỳ quyết thắng', 'person'),
  one('medal', 'hch-vi-an-ninh-to-quoc', 'Huy chương Vì an ninh Tổ quốc', 'person'),
  ...classes('medal', 'hch-chien-si-ve-vang', 'Huy chương Chiến sĩ vẻ vang', 'person'),
  one('medal', 'hch-huu-nghi', 'Huy chương Hữu nghị', 'person'),
  one('honour', 'tinh-anh-hung', 'Tỉnh Anh hùng, Thành phố Anh hùng', 'unit'),
  one('honour', 'ba-me-viet-nam-anh-hung', 'Bà mẹ Việt Nam anh hùng', 'person'),
  one('honour', 'anh-hung-llvtnd', 'Anh hùng Lực lượng vũ trang nhân dân'),
  one('honour', 'anh-hung-lao-dong', 'Anh hùng Lao động'),
  ...(['Nhà giáo', 'Thầy thuốc', 'Nghệ sĩ', 'Nghệ nhân'] as const).flatMap((who) => [
    one('honour', `${foldForSearch(who).replace(' ', '-')}-nhan-dan`, `${who} nhân dân`, 'person'),
    one('honour', `${foldForSearch(who).replace(' ', '-')}-uu-tu`, `${who} ưu tú`, 'person'),
  ]),
  one('prize', 'giai-thuong-ho-chi-minh', 'Giải thưởng Hồ Chí Minh'),
  one('prize', 'giai-thuong-nha-nuoc', 'Giải thưởng Nhà nước'),
  one('other', 'khac', 'Khen thưởng khác'),
]

const BY_CODE: ReadonlyMap<string, Award> = new Map(AWARDS.map((award) => [award.code, award]))

export function findAward(code: string): Award | undefined {
  return BY_CODE.get(code)
}

/** What it is called on a day, for a decision whose own words are not at hand; today's name when the day is not known. */
export function awardNameOn(code: string, day: PlainDate | null): string | undefined {
  const award = BY_CODE.get(code)
  if (!award || award.code === 'khac') return undefined
  return award.formerly && day !== null && day <= award.formerly.until ? award.formerly.word : award.word
}

/** Loại hình khen thưởng, Luật 06/2022/QH15 Điều 8. */
export const METHODS = ['cong-trang', 'phong-trao', 'dot-xuat', 'cong-hien', 'nien-han', 'doi-ngoai'] as const
export type Method = (typeof METHODS)[number]
export const METHOD_WORDS: Readonly<Record<Method, string>> = {
  'cong-trang': 'Công trạng',
  'phong-trao': 'Phong trào thi đua',
  'dot-xuat': 'Đột xuất',
  'cong-hien': 'Quá trình cống hiến',
  'nien-han': 'Niên hạn',
  'doi-ngoai': 'Đối ngoại',
}
