import { Button } from '../button/button.tsx'
import classes from './save-state.module.css'

export type SaveStateValue =
  | { state: 'untouched' }
  | { state: 'unsaved' }
  | { state: 'saving' }
  /** `at` is «09:41». */
  | { state: 'saved'; at: string }
  | { state: 'failed'; why: string; onRetry?: () => void }

/** What has become of the draft: «Đã lưu nháp lúc 09:41». */
export function SaveState({ value }: { value: SaveStateValue }) {
  return (
    <p className={classes.save} role="status" data-failed={value.state === 'failed' || undefined}>
      {words(value)}
      {value.state === 'failed' && value.onRetry && (
        <Button size="s" onClick={value.onRetry}>
          Lưu lại
        </Button>
      )}
    </p>
  )
}

function words(value: SaveStateValue): string {
  switch (value.state) {
    case 'untouched':
      return 'Nháp tự lưu khi sửa'
    case 'unsaved':
      return 'Có thay đổi chưa lưu'
    case 'saving':
      return 'Đang lưu nháp'
    case 'saved':
      return `Đã lưu nháp lúc ${value.at}`
    case 'failed':
      return `Chưa lưu được nháp. ${value.why}`
  }
}
