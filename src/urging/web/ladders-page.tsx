import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf } from '../../platform/web/answer-of.ts'
import { ActButton, Answer, DataTable, Dialog, PageHeader, Panel, Stack, TwoLines } from '../../ui/index.ts'
import { daysTogether, KIND_NAMES, STAGE_NAMES } from '../domain/ladder-words.ts'
import { type Office, type OfKind, urging } from './api.ts'
import classes from './ladder.module.css'
import { LadderForm } from './ladder-form.tsx'
import { UrgingTabs } from './urging-tabs.tsx'

const FROM_WORDS = {
  own: 'Đặt riêng cho bộ phận thường trực này',
  above: 'Theo bộ phận thường trực cấp trên',
  house: 'Theo thang chung của hệ thống',
} as const

/** *Thang nhắc việc*: when and whom the system reminds by itself, for each kind of obligation at each office. */
export function LaddersPage() {
  const found = useQuery(urging.ladders.queryOptions({ input: {} }))
  const [changing, setChanging] = useState<{ office: Office; kind: OfKind }>()
  return (
    <>
      <PageHeader
        title="Thang nhắc việc"
        lead="Hệ thống tự nhắc mỗi sáng ngày làm việc, mỗi bước một lần. Xong, được miễn hoặc nhận bản giấy thì dừng ngay."
      />
      <UrgingTabs current="/don-doc/thang" />
      <Answer {...answerOf(found)} lines={8}>
        {({ offices }) => (
          <Stack gap="l">
            {offices.map((office) => (
              <Panel key={office.unitId} flush title={office.unitName}>
                <DataTable
                  label={`Thang nhắc việc của ${office.unitName}`}
                  rows={office.kinds}
                  rowKey={(row) => row.kind}
                  columns={[
                    {
                      key: 'kind',
                      head: 'Loại việc',
                      width: 260,
                      cell: (row) => <TwoLines sub={FROM_WORDS[row.from]}>{capital(KIND_NAMES[row.kind])}</TwoLines>,
                    },
                    { key: 'steps', head: 'Các bước', card: 'plain', cell: (row) => <Steps kind={row} /> },
                  ]}
                  rowAct={(row) => (
                    <ActButton
                      act={office.actions.set}
                      size="s"
                      icon="pencil"
                      onClick={() => setChanging({ office, kind: row })}
                    >
                      Đặt thang<span className="visually-hidden"> {KIND_NAMES[row.kind]}</span>
                    </ActButton>
                  )}
                />
              </Panel>
            ))}
          </Stack>
        )}
      </Answer>
      <Dialog
        wide
        open={changing !== undefined}
        onClose={() => setChanging(undefined)}
        title={changing ? `Thang nhắc việc ${KIND_NAMES[changing.kind.kind]}, ${changing.office.unitName}` : ''}
      >
        {changing && (
          <LadderForm office={changing.office} kind={changing.kind} onClose={() => setChanging(undefined)} />
        )}
      </Dialog>
    </>
  )
}

/** The steps of one kind, those of a stage together: «Nhắc đơn vị trước hạn: trước 7, 3, 1 ngày làm việc; đúng ngày cuối». */
function Steps({ kind }: { kind: OfKind }) {
  const stages = Map.groupBy(kind.steps, (step) => step.stage)
  return (
    <ul className={classes.steps}>
      {[...stages].map(([stage, steps]) => (
        <li key={stage}>
          <span>{STAGE_NAMES[stage]}</span> {daysTogether(steps.map((step) => step.days))}
        </li>
      ))}
    </ul>
  )
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
}
