import { formatDate } from '../../kernel/plain-date.ts'

type Kind = 'prolonged' | 'paused' | 'resumed' | 'closed'

export const CHANGE_NAMES: Readonly<Record<Kind, string>> = {
  prolonged: 'Gia hạn',
  paused: 'Tạm dừng',
  resumed: 'Tiếp tục',
  closed: 'Kết thúc',
}

/** What followed from a change, in words: «Kết thúc 31/03/2025 thay cho 31/12/2024. Gia hạn 412 việc». */
export function changeWords(kind: Kind, detail: Readonly<Record<string, string | number | null>>): string {
  const count = (name: string) => Number(detail[name] ?? 0)
  const day = (name: string) => (typeof detail[name] === 'string' ? formatDate(detail[name]) : 'chưa rõ')
  switch (kind) {
    case 'prolonged':
      return [
        detail.endsOn && `Ngày kết thúc ${day('endsOn')} thay cho ${day('endedOn')}`,
        count('prolonged') > 0 && `Gia hạn ${count('prolonged')} việc`,
        count('added') > 0 && `Thêm ${count('added')} việc của các lần lặp mới`,
      ]
        .filter(Boolean)
        .join('. ')
    case 'paused':
      return 'Không nhắc, không tính quá hạn trong thời gian tạm dừng'
    case 'resumed':
      return `Tạm dừng ${count('days')} ngày. Lùi hạn ${count('prolonged')} việc`
    case 'closed':
      return `Miễn ${count('waived')} việc, để là chưa làm ${count('left')} việc`
  }
}
