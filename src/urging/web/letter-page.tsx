import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { fileHref } from '../../platform/web/upload-file.ts'
import { useAct } from '../../platform/web/use-act.ts'
import {
  ActButton,
  Acts,
  Answer,
  Button,
  ButtonLink,
  ConfirmDialog,
  Definitions,
  Dialog,
  Note,
  PageHeader,
  Panel,
  Paper,
  Stack,
  StatusWord,
  useNavigation,
  useNotices,
} from '../../ui/index.ts'
import { itemWords, letterAddressees, letterParagraphs, letterText, lowerFirst } from '../domain/letter.ts'
import { type Letter, urging } from './api.ts'
import { IssueForm } from './issue-form.tsx'
import { LetterForm } from './letter-form.tsx'
import { LETTER_STATES } from './letters-page.tsx'

/** One letter: a draft to be edited, taken as .docx, signed and numbered; or as issued, for whom it urges. */
export function LetterPage() {
  const id = usePageParam('id')
  const found = useQuery(urging.letter.queryOptions({ input: { id } }))
  return (
    <Answer {...answerOf(found)} title="Công văn đôn đốc" lines={10}>
      {({ letter, urgedNoMore }) => <LetterView letter={letter} urgedNoMore={urgedNoMore} />}
    </Answer>
  )
}

function LetterView({ letter, urgedNoMore }: { letter: Letter; urgedNoMore: readonly string[] }) {
  const [open, setOpen] = useState<'issue' | 'discard'>()
  return (
    <>
      <PageHeader
        title={letter.subject}
        crumbs={letter.actions.change ? [{ href: '/don-doc/cong-van', word: 'Công văn đôn đốc' }] : undefined}
        acts={
          <Acts>
            <CopyText letter={letter} />
            <TakeDocx id={letter.id} />
            <ActButton act={letter.actions.issue} icon="writing-sign" onClick={() => setOpen('issue')}>
              Nhập số sau khi ký
            </ActButton>
          </Acts>
        }
      />
      <Stack gap="l">
        <StateOf letter={letter} />
        {urgedNoMore.length > 0 && (
          <Note tone="cham">
            {urgedNoMore.length} việc trong danh sách không còn phải đôn đốc: đã xong, được miễn, đã có hạn khác hoặc
            tạm dừng sau khi soạn. Khi ban hành, hệ thống không đôn đốc các việc này.
          </Note>
        )}
        {letter.actions.change ? (
          <LetterForm letter={letter} settled={new Set(urgedNoMore)} />
        ) : (
          <ReadLetter letter={letter} settled={new Set(urgedNoMore)} />
        )}
        {letter.actions.discard && (
          <Acts>
            <ActButton act={letter.actions.discard} icon="trash" onClick={() => setOpen('discard')}>
              Bỏ dự thảo
            </ActButton>
          </Acts>
        )}
      </Stack>
      <Dialog open={open === 'issue'} onClose={() => setOpen(undefined)} title="Nhập số, ngày, người ký">
        <IssueForm letter={letter} onClose={() => setOpen(undefined)} />
      </Dialog>
      <Discard letter={letter} open={open === 'discard'} onClose={() => setOpen(undefined)} />
    </>
  )
}

function StateOf({ letter }: { letter: Letter }) {
  const { number, issuedOn, signerName, signerTitle, signedFile, discardReason } = letter
  return (
    <Panel label="Tình trạng công văn">
      <Stack>
        <StatusWord {...LETTER_STATES[letter.state]} />
        <Definitions
          pairs={[
            { term: 'Cơ quan', value: letter.officeName },
            { term: 'Số, ký hiệu', value: number ?? 'chưa có' },
            ...(issuedOn === null ? [] : [{ term: 'Ngày', value: formatDate(issuedOn) }]),
            ...(signerName === null
              ? []
              : [{ term: 'Người ký', value: [signerName, signerTitle].filter(Boolean).join(', ') }]),
            ...(discardReason === null ? [] : [{ term: 'Lý do bỏ', value: discardReason }]),
          ]}
        />
        {signedFile && (
          <>
            <Acts>
              <ButtonLink href={fileHref(signedFile.id)} icon="download" download>
                Tải bản đã ký
              </ButtonLink>
            </Acts>
            <p>
              Bản đã ký nêu mọi đơn vị nhận công văn. Người đứng đầu, công chức phụ trách của các đơn vị ấy, bộ phận
              thường trực, người có thẩm quyền và người kiểm tra tải được.
            </p>
          </>
        )}
      </Stack>
    </Panel>
  )
}

/** The letter as it is read: its text, then the list. */
function ReadLetter({ letter, settled }: { letter: Letter; settled: ReadonlySet<string> }) {
  const { content, subject } = letter
  return (
    <Paper sheet>
      <p>V/v {lowerFirst(subject)}</p>
      <p>Kính gửi: {letterAddressees(content).join('; ')}.</p>
      {letterParagraphs(content).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <ol>
        {content.units.map((unit) => (
          <li key={unit.unitId}>
            {unit.unitName}
            <ul>
              {unit.items.map((item) => (
                <li key={item.obligationId}>
                  {itemWords(item)}
                  {settled.has(item.obligationId) && ' (không còn phải đôn đốc)'}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Paper>
  )
}

function CopyText({ letter }: { letter: Letter }) {
  const tell = useNotices()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(letterText(letter.subject, letter.content))
      tell({ text: 'Đã chép nội dung công văn' })
    } catch {
      tell({ text: 'Trình duyệt không cho chép. Tải tệp .docx thay thế', tone: 'wrong' })
    }
  }
  return (
    <Button icon="copy" onClick={() => void copy()}>
      Chép nội dung
    </Button>
  )
}

function TakeDocx({ id }: { id: string }) {
  const tell = useNotices()
  const take = useAct(
    () => urging.letterFile.call({ id }),
    ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)
      const address = URL.createObjectURL(new Blob([bytes]))
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
      tell({ text: `Đã tải ${name}` })
    },
  )
  return (
    <Button icon="download" busy={take.busy} onClick={() => take.run(undefined)}>
      Tải .docx
    </Button>
  )
}

function Discard({ letter, open, onClose }: { letter: Letter; open: boolean; onClose: () => void }) {
  const { go } = useNavigation()
  const discard = useAct(
    (reason: string) => urging.discardLetter.call({ id: letter.id, version: letter.version, reason }),
    () => go('/don-doc/cong-van'),
  )
  return (
    <ConfirmDialog
      open={open}
      onClose={() => {
        discard.clear()
        onClose()
      }}
      title="Bỏ dự thảo công văn đôn đốc"
      confirm="Bỏ dự thảo"
      danger
      reason={{ label: 'Lý do', missing: 'Nhập lý do bỏ dự thảo' }}
      busy={discard.busy}
      error={discard.problem?.sentence}
      onConfirm={(reason) => discard.run(reason)}
    >
      Hệ thống không tự soạn lại công văn cho các việc này; vẫn soạn được từ bảng quá hạn.
    </ConfirmDialog>
  )
}
