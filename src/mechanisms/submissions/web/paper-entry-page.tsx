import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { usePageParam } from '../../../platform/web/page-route.ts'
import { problemAt, readProblem } from '../../../platform/web/problem.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { Answer, Link, Note, PageHeader, Panel, Stack, useNavigation, useNotices } from '../../../ui/index.ts'
import { titleWithTurn } from '../../obligations/domain/turn-title.ts'
import { KINDS, submissionHref } from '../domain/kinds.ts'
import { type PaperEntryData, type SavedWhole, submissions } from './api.ts'
import { COMPLETION_SCREEN } from './completion-screen.ts'
import { DISSEMINATION_SCREEN } from './dissemination-screen.ts'
import type { DraftFile } from './draft-store.ts'
import type { KindScreen } from './kind-screen.ts'
import { PaperPanel } from './paper-panel.tsx'

/** The receiver types in what a unit has sent on paper: what stands on it, whose it is, when it came, and its scan. */
export function PaperEntryPage() {
  const obligationId = usePageParam('id')
  const asked = useQuery(submissions.paperEntry.queryOptions({ input: { obligationId } }))
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} title="Nhập bản giấy">
      {(entry) => <OfItsKind entry={entry} />}
    </Answer>
  )
}

function OfItsKind({ entry }: { entry: PaperEntryData }) {
  switch (entry.kind) {
    case 'dissemination':
      return <PaperEntry entry={entry} screen={DISSEMINATION_SCREEN} />
    case 'completion':
      return <PaperEntry entry={entry} screen={COMPLETION_SCREEN} />
    case 'report':
      return (
        <Note tone="xam" title="Báo cáo có trang nhập riêng">
          <Link href={`/viec/${entry.obligation.id}/nhap-bao-cao-giay`}>Mở trang nhập báo cáo giấy</Link>
        </Note>
      )
  }
}

function PaperEntry<C extends SavedWhole>({ entry, screen }: { entry: PaperEntryData; screen: KindScreen<C> }) {
  const { obligation, kind } = entry
  const { Fields } = screen
  const tell = useNotices()
  const { go } = useNavigation()
  const [id] = useState(newId)
  const [content, setContent] = useState<C>(() => screen.empty(entry))
  const [files, setFiles] = useState<readonly DraftFile[]>([])
  const enter = useAct(submissions.enterFromPaper.call, () => {
    tell({ text: `Đã nhập ${KINDS[kind].thing} của ${obligation.unitName} từ bản giấy` })
    go(submissionHref(obligation.id, kind))
  })
  return (
    <>
      <PageHeader
        title={`Nhập bản giấy: ${titleWithTurn(obligation)}`}
        crumbs={[
          { href: '/', word: 'Việc của tôi' },
          { href: `/viec/${obligation.id}`, word: obligation.title },
        ]}
        lead={`${obligation.unitName}. ${obligation.due.words}`}
      />
      <Stack gap="l">
        <Panel title={KINDS[kind].head}>
          <Fields
            draft={{
              content,
              files,
              change: (part) => {
                if (part.content) setContent((now) => ({ ...now, ...part.content }))
                if (part.files) setFiles(part.files)
              },
            }}
            obligation={obligation}
            said={(field) => problemAt(enter.problem, field)}
          />
        </Panel>
        <PaperPanel
          givers={entry.givers}
          busy={enter.busy}
          problem={enter.problem}
          onEnter={(paper) =>
            enter.run({ id, obligationId: obligation.id, content, fileIds: files.map((file) => file.id), ...paper })
          }
        />
      </Stack>
    </>
  )
}
