import type { ReactNode } from 'react'
import { formatMoment } from '../../kernel/plain-date.ts'
import { Definitions, FileList, Stack, type Status, StatusWord } from '../../ui/index.ts'
import { CORRECTION_WORDS } from '../domain/corrections.ts'
import type { Correction } from './api.ts'

const STATES: Readonly<Record<Correction['state'], Status>> = {
  open: { tone: 'cham', icon: 'hourglass', word: 'Chờ giải quyết' },
  accepted: { tone: 'luc', icon: 'circle-check', word: 'Đã chấp nhận' },
  refused: { tone: 'cam', icon: 'circle-x', word: 'Không chấp nhận' },
  withdrawn: { tone: 'xam', icon: 'ban', word: 'Đã rút' },
}

/** One request for correction: what, why, what came of it; the acts below. */
export function CorrectionEntry({ correction, children }: { correction: Correction; children?: ReactNode }) {
  const { field, state, wanted, before, reason, files, madeAt, decidedAt, decidedByName, answer } = correction
  return (
    <Stack gap="s">
      <StatusWord {...STATES[state]} />
      <Definitions
        pairs={[
          { term: 'Mục', value: CORRECTION_WORDS[field] },
          ...(before === null ? [] : [{ term: 'Đang ghi', value: before }]),
          { term: 'Đề nghị', value: wanted ?? 'đang che' },
          { term: 'Lý do', value: reason },
          { term: 'Lúc', value: formatMoment(new Date(madeAt)) },
          ...(decidedAt === null
            ? []
            : [
                {
                  term: 'Giải quyết',
                  value: [decidedByName, formatMoment(new Date(decidedAt)), answer].filter(Boolean).join(' · '),
                },
              ]),
        ]}
      />
      {files.length > 0 && (
        <FileList label="Tệp kèm theo" files={files.map(({ id, name }) => ({ id, name, href: `/api/files/${id}` }))} />
      )}
      {children}
    </Stack>
  )
}
