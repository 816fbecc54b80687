import type { Refusals } from './shape.ts'

/** Clusters and blocks. */
export const CLUSTER_REFUSALS = {
  'cluster-member-elsewhere': {
    status: 409,
    text: '{unit} đang ở {cluster}, cùng cấp, từ {from}. Ghi lý do nếu đơn vị tham gia cả hai',
  },
  'cluster-ended': { status: 409, text: '{cluster} đã kết thúc ngày {day}' },
  'cluster-head-twice': { status: 422, text: '{unit} đã được chọn đứng đầu. Chọn đơn vị khác làm cấp phó' },
  'not-in-cluster': { status: 422, text: '{unit} không ở trong cụm, khối này trong năm {year}. Chọn đơn vị khác' },
} as const satisfies Refusals
