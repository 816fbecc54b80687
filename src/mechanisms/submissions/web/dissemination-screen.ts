import { plainDate } from '../../../kernel/plain-date.ts'
import type { ContentOf } from '../contract.ts'
import { EMPTY_DISSEMINATION, missingIn } from '../domain/dissemination.ts'
import { DISSEMINATION_FIELD_ID, DisseminationFields } from './dissemination-fields.tsx'
import { DisseminationView } from './dissemination-view.tsx'
import type { KindScreen } from './kind-screen.ts'

export const DISSEMINATION_SCREEN: KindScreen<ContentOf<'dissemination'>> = {
  // the unit's headcount stands there already: it is corrected more often than typed
  empty: ({ unitHeadcount }) => ({ ...EMPTY_DISSEMINATION, total: unitHeadcount === 0 ? null : unitHeadcount }),
  missing: ({ content, files }, { today, data }) =>
    missingIn(content, { files, today, launchedOn: plainDate(data.launchedOn) }),
  Fields: DisseminationFields,
  View: DisseminationView,
  fieldIds: DISSEMINATION_FIELD_ID,
  partNames: {
    heldOn: 'Ngày quán triệt',
    form: 'Hình thức',
    formNote: 'Cách làm cụ thể',
    attended: 'Số người dự',
    total: 'Tổng số người',
    note: 'Ghi chú',
    fileIds: 'Biên bản, ảnh',
  },
  asked: {
    'ngày quán triệt': 'Nhập ngày quán triệt',
    'hình thức quán triệt': 'Chọn hình thức quán triệt',
    'tổng số người của đơn vị': 'Nhập tổng số người của đơn vị',
    'số người dự': 'Nhập số người dự',
    'biên bản hoặc ảnh': 'Tải lên biên bản hoặc ảnh',
  },
}
