import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../../kernel/result.ts'

/**
 * May a consent of that day be entered from paper now? A paper cannot be of the future, nor older than the thing it agrees to
 * (`notBefore`: the day the thing came to be: was made, or was launched to the unit).
 */
export function whyNotOfThatDay(
  givenOn: PlainDate,
  today: PlainDate,
  notBefore: PlainDate | null,
): Refusal | undefined {
  if (givenOn > today) {
    return refusal(
      'wrong-consent-paper',
      { problem: `ngày ${formatDate(givenOn)} chưa tới` },
      { field: 'consent.givenOn' },
    )
  }
  if (notBefore !== null && givenOn < notBefore) {
    const problem = `ngày ${formatDate(givenOn)} trước ngày ${formatDate(notBefore)}, khi chưa có nội dung này`
    return refusal('wrong-consent-paper', { problem }, { field: 'consent.givenOn' })
  }
  return undefined
}
