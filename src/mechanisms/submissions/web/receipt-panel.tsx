import { formatMoment } from '../../../kernel/plain-date.ts'
import { Button, Definitions, Panel, Stack } from '../../../ui/index.ts'
import type { SubmissionPageData } from './api.ts'

/** The receipt for what was sent last: when it arrived and the SHA-256 of exactly what it said. Can be printed. */
export function ReceiptPanel({ data }: { data: SubmissionPageData }) {
  const receipt = data.submission?.receipt
  if (!receipt) return null
  return (
    <Panel
      title="Biên nhận"
      acts={
        <Button size="s" icon="printer" onClick={() => window.print()}>
          In biên nhận
        </Button>
      }
    >
      <Stack gap="s">
        <Definitions
          pairs={[
            { term: 'Nơi nhận', value: data.obligation.owedToUnitName },
            { term: 'Nhận lúc', value: formatMoment(new Date(receipt.at)) },
            { term: 'Lần gửi', value: receipt.sentNo },
            { term: 'Mã biên nhận', value: <code>{inFours(receipt.hash)}</code> },
          ]}
        />
        <p>Mã là SHA-256 của đúng nội dung và tệp đã gửi: sửa một chữ là mã khác.</p>
      </Stack>
    </Panel>
  )
}

/** Long marks are read aloud and compared in groups. */
function inFours(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? hash
}
