import { useState } from 'react'
import { Button } from '../button/button.tsx'
import { useNotices } from '../notices/notices.tsx'

/** What came of it: the name of the file that was saved, or the sentence of why not. */
export type Exported = { file: string } | { problem: string }

export type ExportButtonProps = {
  /** How many rows the list has; without it nothing is known of it yet, or there is nothing to take away. */
  count: number | undefined
  totalIsMore?: boolean
  /** «Danh sách người»: said beside the word where several lists stand on one page. */
  what?: string
  size?: 's' | 'm'
  /** Makes the file and saves it. */
  onExport: () => Promise<Exported>
}

/** «Xuất 38 dòng»: the very rows of the list above which it stands, as a sheet. Not shown for a list without rows. */
export function ExportButton({ count, totalIsMore, what, size, onExport }: ExportButtonProps) {
  const [busy, setBusy] = useState(false)
  const tell = useNotices()
  if (count === undefined || count === 0) return null
  const press = async () => {
    setBusy(true)
    const done = await onExport()
    setBusy(false)
    if ('problem' in done) tell({ text: done.problem, tone: 'wrong' })
    else tell({ text: `Đã xuất vào tệp ${done.file}` })
  }
  const rows = `${totalIsMore ? 'hơn ' : ''}${count.toLocaleString('vi-VN')} dòng`
  return (
    <Button
      icon="file-spreadsheet"
      size={size}
      busy={busy}
      aria-label={what && `Xuất ${rows}: ${what}`}
      onClick={() => void press()}
    >
      {busy ? `Đang xuất ${rows}` : `Xuất ${rows}`}
    </Button>
  )
}
