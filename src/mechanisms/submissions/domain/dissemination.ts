import { formatDate, type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts'
import type { Missing } from './kinds.ts'

export type DisseminationContent = {
  kind: 'dissemination'
  heldOn: string | null
  form: 'meeting' | 'integrated' | 'document' | 'online' | null
  formNote: string
  attended: number | null
  total: number | null
  note: string
}

export const DISSEMINATION_FORMS: Readonly<Record<NonNullable<DisseminationContent['form']>, string>> = {
  meeting: 'Hội nghị quán triệt riêng',
  integrated: 'Lồng ghép trong cuộc họp của đơn vị',
  document: 'Gửi văn bản đến từng người',
  online: 'Họp trực tuyến',
}

export const EMPTY_DISSEMINATION: DisseminationContent = {
  kind: 'dissemination',
  heldOn: null,
  form: null,
  formNote: '',
  attended: null,
  total: null,
  note: '',
}

/** What is missing or cannot be: a day, a form, figures that fit each other, and minutes or a photo as proof. */
export function missingIn(
  content: DisseminationContent,
  context: { files: number; today: PlainDate; launchedOn: PlainDate | null },
): Missing[] {
  return [
    ...missingDay(content, context),
    ...(content.form === null ? [{ what: 'hình thức quán triệt', field: 'content.form' }] : []),
    ...missingFigures(content),
    ...(context.files === 0 ? [{ what: 'biên bản hoặc ảnh', field: 'fileIds' }] : []),
  ]
}

function missingDay(
  content: DisseminationContent,
  { today, launchedOn }: { today: PlainDate; launchedOn: PlainDate | null },
): Missing[] {
  const field = 'content.heldOn'
  const heldOn = content.heldOn === null ? undefined : parsePlainDate(content.heldOn)
  if (heldOn === undefined) return [{ what: 'ngày quán triệt', field }]
  if (heldOn > today) return [{ what: `ngày quán triệt chưa tới (${formatDate(heldOn)})`, field }]
  if (launchedOn !== null && heldOn < launchedOn) {
    return [{ what: `ngày quán triệt trước ngày phát động ${formatDate(launchedOn)}`, field }]
  }
  return []
}

function missingFigures({ attended, total }: DisseminationContent): Missing[] {
  const missing: Missing[] = []
  if (total === null || total === 0) missing.push({ what: 'tổng số người của đơn vị', field: 'content.total' })
  if (attended === null) missing.push({ what: 'số người dự', field: 'content.attended' })
  else if (total !== null && attended > total) {
    missing.push({ what: `số người dự ${attended} nhiều hơn tổng số ${total}`, field: 'content.attended' })
  }
  return missing
}
