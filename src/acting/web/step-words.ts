import type { StepRule } from './api.ts'

export const STEP_WORDS: Readonly<Record<StepRule['step'], string>> = {
  'submission-sign': 'Ký bản gửi của đơn vị',
  'campaign-agree': 'Đồng ý phát động phong trào',
  'rating-confirm': 'Xác nhận kết quả xếp loại',
}
