/** The kinds of official papers by the abbreviation in their numbers, in the order in which they are offered. */
export const DOCUMENT_KINDS: Readonly<Record<string, string>> = {
  KH: 'Kế hoạch',
  CT: 'Chỉ thị',
  HD: 'Hướng dẫn',
  QĐ: 'Quyết định',
  CV: 'Công văn',
  PĐ: 'Phát động thi đua',
  CTr: 'Chương trình',
  BC: 'Báo cáo',
  TB: 'Thông báo',
  TTr: 'Tờ trình',
  BB: 'Biên bản',
  NQ: 'Nghị quyết',
  KL: 'Kết luận',
  QC: 'Quy chế',
  CĐ: 'Công điện',
  ĐA: 'Đề án',
  GƯ: 'Giao ước thi đua',
  LKG: 'Lời kêu gọi',
}

/** «KH» → «Kế hoạch»; an abbreviation nobody knows stays as it is, nothing is «Văn bản». */
export function documentKindName(kind: string | null): string {
  return kind === null ? 'Văn bản' : (DOCUMENT_KINDS[kind] ?? kind)
}

/** A title set in capitals on paper, as it is written on screen: «GIÁM ĐỐC» → «Giám đốc»; any other stays. */
export function calmTitle(title: string): string {
  if (title !== title.toLocaleUpperCase('vi')) return title
  return title.slice(0, 1) + title.slice(1).toLocaleLowerCase('vi')
}
