import { formatMoment } from '../../../kernel/plain-date.ts'
import { capital } from '../../../kernel/vietnamese-text.ts'
import { Button, Definitions, Panel, Stack } from '../../../ui/index.ts'
import { KINDS } from '../domain/kinds.ts'
import type { SubmissionPageData } from './api.ts'
import { signedWords } from './words.ts'

const THING_WORDS = { campaign: 'Phong trào', assignment: 'Công việc được giao' } as const

/**
 * The receipt for what was sent last: from whom, to whom, when it arrived, and the SHA-256 of exactly what it said. Printed, the page is
 * the receipt.
 */
export function ReceiptPanel({ data: { kind, obligation, submission } }: { data: SubmissionPageData }) {
  const receipt = submission?.receipt
  const last = submission?.sent[0]
  if (!receipt || !last) return null
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
            { term: 'Đơn vị gửi', value: obligation.unitName },
            { term: 'Nơi nhận', value: obligation.owedToUnitName },
            { term: 'Nội dung', value: contentWords(capital(KINDS[kind].thing), obligation.title) },
            // Work given on its own bears its own name: said once.
            ...(obligation.thingTitle === obligation.title
              ? []
              : [{ term: THING_WORDS[obligation.thingKind], value: obligation.thingTitle }]),
            { term: 'Nhận lúc', value: `${formatMoment(new Date(receipt.at))}, lần gửi ${receipt.sentNo}` },
            { term: 'Người ký', value: signedWords(last.consent) },
            { term: 'Mã biên nhận', value: <code>{inGroups(receipt.hash)}</code> },
          ]}
        />
        <p>Mã là SHA-256 của đúng nội dung và tệp đã gửi: sửa một chữ là mã khác.</p>
      </Stack>
    </Panel>
  )
}

/** A long mark is read aloud and compared in groups. */
function inGroups(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? hash
}

/** «Kết quả thực hiện: Tổ chức hội nghị»; a title that begins with what it is says it once. */
function contentWords(thing: string, title: string): string {
  return title.toLocaleLowerCase('vi').startsWith(thing.toLocaleLowerCase('vi')) ? title : `${thing}: ${title}`
}
