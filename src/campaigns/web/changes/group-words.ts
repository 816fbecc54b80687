import { formatDate } from '../../../kernel/plain-date.ts'
import type { OpenGroup } from '../../contract.ts'

/** «Hạn 20/10/2022, 3 đơn vị quá hạn»; where units have different days, between which. */
export function groupDaysWords({
  firstLastDay,
  lastDay,
  late,
}: Pick<OpenGroup, 'firstLastDay' | 'lastDay' | 'late'>): string {
  const days =
    firstLastDay === lastDay
      ? `Hạn ${formatDate(lastDay)}`
      : `Hạn từ ${formatDate(firstLastDay)} đến ${formatDate(lastDay)}`
  return late > 0 ? `${days}, ${late} đơn vị quá hạn` : days
}
