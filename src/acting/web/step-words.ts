import type { StepRule } from './api.ts'

type Step = StepRule['step']

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  'submission-sign': 'Ký bản gửi của đơn vị',
  'completion-by-officer': 'Gửi kết quả thực hiện nhiệm vụ',
  'campaign-agree': 'Đồng ý phát động phong trào',
  'rating-confirm': 'Xác nhận kết quả xếp loại',
}

type Said = { readonly short: string; readonly label: string; readonly help: string }
export type RuleWords = Readonly<Record<StepRule['rule'], Said>>

const ONE_OR_TWO: RuleWords = {
  forbidden: {
    short: 'Phải hai người',
    label: 'Người chuẩn bị không tự ký',
    help: 'Phải có người khác ký hoặc đồng ý',
  },
  allowed: {
    short: 'Một người được làm cả hai',
    label: 'Một người được chuẩn bị và ký',
    help: 'Nhật ký ghi rõ mỗi lần',
  },
}

/** What the two rules mean at a step. */
export const RULE_WORDS: Readonly<Record<Step, RuleWords>> = {
  'submission-sign': ONE_OR_TWO,
  'completion-by-officer': {
    forbidden: {
      short: 'Người đứng đầu ký',
      label: 'Người đứng đầu đơn vị ký rồi gửi',
      help: 'Khi chưa đặt quy định thì theo cách này',
    },
    allowed: {
      short: 'Công chức phụ trách được gửi',
      label: 'Công chức phụ trách được tự gửi',
      help: 'Chỉ với kết quả thực hiện nhiệm vụ; báo cáo và bản quán triệt vẫn do người đứng đầu ký',
    },
  },
  'campaign-agree': ONE_OR_TWO,
  'rating-confirm': ONE_OR_TWO,
}
