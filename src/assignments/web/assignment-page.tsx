import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { fileHref } from '../../platform/web/upload-file.ts'
import { useAct } from '../../platform/web/use-act.ts'
import {
  ActLink,
  Acts,
  Answer,
  Button,
  ButtonLink,
  ConfirmDialog,
  Definitions,
  Note,
  PageHeader,
  Panel,
  Stack,
  StatusWord,
  useNotices,
} from '../../ui/index.ts'
import { type Assignment, assignments } from './api.ts'
import { assignmentStatus } from './assignments-page.tsx'
import { LedgerTable } from './ledger/ledger-table.tsx'
import { basisWords, dueWords, progressWords } from './words.ts'

/** `/giao-viec/:id`: what was given, by which document, and who has done what. */
export function AssignmentPage() {
  const id = usePageParam('id')
  const asked = useQuery(assignments.get.queryOptions({ input: { id } }))
  return (
    <Answer {...answerOf(asked)} title="Việc đã giao">
      {({ assignment }) => (
        <>
          <PageHeader
            title={assignment.title}
            crumbs={[{ href: '/giao-viec', word: 'Giao việc' }]}
            lead={`${assignment.unitName} giao. ${dueWords(assignment)}`}
            acts={<StatusWord filled {...assignmentStatus(assignment)} />}
          />
          <Stack gap="l">
            {assignment.closedOn !== null && (
              <Note tone="xam" title={`Đã kết thúc ngày ${formatDate(assignment.closedOn)}`}>
                {assignment.closeReason}
              </Note>
            )}
            <Given assignment={assignment} />
            <Panel flush title="Đơn vị làm">
              <LedgerTable thingId={id} />
            </Panel>
          </Stack>
        </>
      )}
    </Answer>
  )
}

function Given({ assignment }: { assignment: Assignment }) {
  return (
    <Panel title="Chi tiết">
      <Stack>
        <Definitions
          pairs={[
            ...(assignment.words ? [{ term: 'Nội dung', value: assignment.words }] : []),
            ...(assignment.basis ? [{ term: 'Căn cứ', value: basisWords(assignment.basis) }] : []),
            { term: 'Kết quả', value: progressWords(assignment.counts) },
            { term: 'Số đơn vị', value: assignment.counts.units },
            { term: 'Minh chứng', value: assignment.needsProof ? 'Bắt buộc' : 'Không bắt buộc' },
            { term: 'Người giao', value: `${assignment.madeByName}, ${formatMoment(new Date(assignment.madeAt))}` },
          ]}
        />
        <Acts>
          {assignment.basis?.file && (
            <ButtonLink href={fileHref(assignment.basis.file.id)} icon="download" download>
              Tải văn bản
            </ButtonLink>
          )}
          <ActLink act={assignment.actions.change} icon="pencil" href={`/giao-viec/${assignment.id}/sua`}>
            Sửa việc đã giao
          </ActLink>
          <CloseButton assignment={assignment} />
        </Acts>
      </Stack>
    </Panel>
  )
}

function CloseButton({ assignment }: { assignment: Assignment }) {
  const [open, setOpen] = useState(false)
  const tell = useNotices()
  const close = useAct(assignments.close.call, () => {
    tell({ text: `Đã kết thúc “${assignment.title}”` })
    setOpen(false)
  })
  if (!assignment.actions.close) return null
  const { duties, done, exempt } = assignment.counts
  const left = duties - done - exempt
  return (
    <>
      <Button onClick={() => setOpen(true)}>Kết thúc</Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title="Kết thúc việc đã giao"
        confirm="Kết thúc"
        reason={{ label: 'Lý do kết thúc', missing: 'Nhập lý do kết thúc', help: 'Các đơn vị thấy nguyên văn' }}
        busy={close.busy}
        error={close.problem?.sentence}
        onConfirm={(reason) => close.run({ id: assignment.id, reason })}
      >
        {left === 0
          ? 'Mọi đơn vị đã làm xong hoặc được miễn.'
          : `${left} việc chưa làm sẽ ghi là chưa làm khi kết thúc, không bị nhắc nữa.`}
      </ConfirmDialog>
    </>
  )
}
