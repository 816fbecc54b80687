import { whyEmpty, whyNotDay } from '../../platform/web/form-checks.ts'

export type PostValues = { unitId: string; title: string; from: string | undefined }

/** What is wrong with the fields of a post. */
export function checkPost(typed: PostValues): Record<keyof PostValues, string | undefined> {
  return {
    unitId: typed.unitId === '' ? 'Chọn đơn vị' : undefined,
    title: whyEmpty(typed.title, 'chức vụ'),
    from: whyNotDay(typed.from, 'ngày bắt đầu'),
  }
}
