import { useQuery } from '@tanstack/react-query'
import { formatDate, formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import {
  Answer,
  ButtonLink,
  DataTable,
  Empty,
  ExportButton,
  Link,
  PageHeader,
  Panel,
  type PlainStatus,
  StatusWord,
  TwoLines,
} from '../../ui/index.ts'
import { type UrgingOutputs, urging } from './api.ts'
import { UrgingTabs } from './urging-tabs.tsx'

type Line = UrgingOutputs['letters']['letters'][number]

export const LETTER_STATES: Readonly<Record<Line['state'], PlainStatus>> = {
  draft: { tone: 'cam', icon: 'pencil', word: 'Dự thảo' },
  issued: { tone: 'luc', icon: 'circle-check', word: 'Đã ban hành' },
  discarded: { tone: 'xam', icon: 'ban', word: 'Đã bỏ' },
}

/** *Công văn đôn đốc*: drafts that wait to be signed, those issued, those thrown away. */
export function LettersPage() {
  const found = useQuery(urging.letters.queryOptions({ input: {} }))
  return (
    <>
      <PageHeader
        title="Công văn đôn đốc"
        lead="Dự thảo lập từ việc quá hạn, do hệ thống ở bậc cuối của thang nhắc hoặc soạn từ bảng. Ký trên giấy, lấy số từ sổ văn bản đi, rồi nhập lại đây."
      />
      <UrgingTabs current="/don-doc/cong-van" />
      <Answer {...answerOf(found)} lines={6}>
        {({ letters }) => (
          <Panel
            flush
            title="Các công văn"
            count={letters.length}
            acts={<ExportButton count={letters.length} size="s" onExport={() => takeList('urging-letters', {})} />}
          >
            {letters.length === 0 ? (
              <Empty
                title="Chưa có công văn đôn đốc nào"
                acts={<ButtonLink href="/don-doc">Xem đơn vị quá hạn</ButtonLink>}
              >
                Chọn các việc quá hạn trên bảng rồi bấm Soạn công văn.
              </Empty>
            ) : (
              <DataTable
                label="Công văn đôn đốc, mới nhất ở trên"
                rows={letters}
                rowKey={(one) => one.id}
                columns={[
                  {
                    key: 'subject',
                    head: 'Trích yếu',
                    cell: (one) => (
                      <TwoLines sub={one.officeName}>
                        <Link strong href={`/don-doc/cong-van/${one.id}`}>
                          {one.subject}
                        </Link>
                      </TwoLines>
                    ),
                  },
                  {
                    key: 'state',
                    head: 'Tình trạng',
                    width: 150,
                    card: 'state',
                    cell: (one) => <StatusWord {...LETTER_STATES[one.state]} small />,
                  },
                  { key: 'number', head: 'Số, ngày', width: 170, cell: numberOf },
                  { key: 'what', head: 'Đôn đốc', width: 170, cell: (one) => `${one.units} đơn vị, ${one.items} việc` },
                  {
                    key: 'made',
                    head: 'Soạn',
                    width: 220,
                    cell: (one) => <TwoLines sub={formatMoment(new Date(one.madeAt))}>{one.madeByName}</TwoLines>,
                  },
                ]}
              />
            )}
          </Panel>
        )}
      </Answer>
    </>
  )
}

function numberOf({ number, issuedOn }: Line): string {
  return number === null || issuedOn === null ? 'chưa có' : `${number}, ${formatDate(issuedOn)}`
}
