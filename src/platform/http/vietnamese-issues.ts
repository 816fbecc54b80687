import { z } from 'zod'

/** One thing wrong in an input: where, as a path (`units.3.name`), and a sentence for the person who typed it. */
export type FieldIssue = { readonly path: string; readonly message: string }

type Issue = { readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }>; readonly message: string }

export function fieldPath(path: Issue['path'] = []): string {
  return path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.')
}

export function fieldIssues(issues: readonly Issue[]): FieldIssue[] {
  return issues.slice(0, 100).map((issue) => ({ path: fieldPath(issue.path), message: issue.message }))
}

const FORMATS: Record<string, string> = {
  email: 'Địa chỉ thư điện tử chưa đúng',
  url: 'Địa chỉ trang mạng chưa đúng',
  uuid: 'Mã không đúng dạng',
  date: 'Ngày không có trong lịch',
}

function tooSmall(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  const least = String(issue.minimum)
  if (issue.origin === 'string') return least === '1' ? 'Chưa nhập' : `Cần ít nhất ${least} ký tự`
  if (issue.origin === 'array' || issue.origin === 'set') {
    return least === '1' ? 'Chưa chọn mục nào' : `Cần ít nhất ${least} mục`
  }
  return issue.inclusive === false ? `Phải lớn hơn ${least}` : `Không được nhỏ hơn ${least}`
}

function tooBig(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  const most = String(issue.maximum)
  if (issue.origin === 'string') return `Không quá ${most} ký tự`
  if (issue.origin === 'array' || issue.origin === 'set') return `Không quá ${most} mục`
  return issue.inclusive === false ? `Phải nhỏ hơn ${most}` : `Không được lớn hơn ${most}`
}

/** The sentence for an issue of a schema that brings none of its own. */
export const vietnameseIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'Chưa nhập' : 'Giá trị không đúng kiểu'
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_format':
      return FORMATS[String(issue.format)] ?? 'Không đúng dạng'
    case 'unrecognized_keys':
      return `Mục không có trong biểu mẫu: ${issue.keys.slice(0, 5).join(', ')}`
    case 'invalid_value':
      return 'Giá trị không có trong danh sách'
    default:
      return 'Giá trị chưa hợp lệ'
  }
}

/** Makes every schema of this process speak Vietnamese. Called once, when the server is made. */
export function speakVietnamese(): void {
  z.config({ customError: vietnameseIssue })
}
