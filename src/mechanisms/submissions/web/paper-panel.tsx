import { useState } from 'react'
import { type ApiProblem, problemAt } from '../../../platform/web/problem.ts'
import { useToday } from '../../../platform/web/today.ts'
import { DateField, Panel, Stack } from '../../../ui/index.ts'
import { ConsentForm } from '../../consents/web/index.ts'
import type { PaperEntryData } from './api.ts'

export type Paper = {
  receivedOn: string
  consent: { givenByPersonId: string; givenOn: string; scanFileId: string }
}

/** Whose paper it is, of which day, when it came, and its scan; the last part of every page a paper is typed into. */
export function PaperPanel({
  givers,
  busy,
  problem,
  onEnter,
}: {
  givers: PaperEntryData['givers']
  busy: boolean
  problem: ApiProblem | undefined
  onEnter: (paper: Paper) => void
}) {
  const today = useToday()
  const [receivedOn, setReceivedOn] = useState<string>(today)
  return (
    <Panel title="Bản giấy">
      <Stack>
        <p>Chỉ nhập những gì ghi trên giấy; chỗ giấy không ghi thì để trống. Bản chụp là minh chứng.</p>
        <DateField
          id="ban-giay-ngay-nhan"
          label="Ngày nhận"
          value={receivedOn}
          onChange={(day) => setReceivedOn(day ?? '')}
          error={problemAt(problem, 'receivedOn')}
        />
        <ConsentForm
          givers={givers}
          allowProduct={false}
          allowPaper
          agree="Nhập bản giấy"
          agreeOnPaper="Nhập bản giấy"
          busy={busy}
          problem={problem}
          onSubmit={(given) => {
            if (given.way !== 'paper') return
            const { givenByPersonId, givenOn, scanFileId } = given
            onEnter({ receivedOn, consent: { givenByPersonId, givenOn, scanFileId } })
          }}
        />
      </Stack>
    </Panel>
  )
}
