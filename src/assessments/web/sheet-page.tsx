import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ConsentList } from '../../mechanisms/consents/web/index.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { Answer, Button, Note, PageHeader, Panel, SaveState, Stack, StatusWord, useNotices } from '../../ui/index.ts'
import { isOpen } from '../domain/levels.ts'
import { periodName } from '../domain/periods.ts'
import { assessments, type Sheet } from './api.ts'
import { SheetActs } from './sheet-acts.tsx'
import { SheetNotes } from './sheet-notes.tsx'
import { SheetTable } from './sheet-table.tsx'
import { useSheet } from './use-sheet.ts'
import { listStatus, SCALE_SOURCE } from './words.ts'

const CRUMBS = [{ href: '/xep-loai', word: 'Kết quả xếp loại' }]

/** A unit's ratings of one period: written by its officer, confirmed by its head. */
export function SheetPage() {
  const unitId = usePageParam('unitId')
  const periodId = usePageParam('periodId')
  const place = useMemo(() => ({ unitId, periodId }), [unitId, periodId])
  const found = useQuery(assessments.sheet.queryOptions({ input: place }))
  return (
    <>
      {found.data === undefined && <PageHeader title="Danh sách xếp loại" crumbs={CRUMBS} />}
      <Answer {...answerOf(found)} lines={10}>
        {(sheet) => <ShownSheet key={`${unitId} ${periodId}`} place={place} sheet={sheet} />}
      </Answer>
    </>
  )
}

function ShownSheet({ place, sheet }: { place: { unitId: string; periodId: string }; sheet: Sheet }) {
  const tell = useNotices()
  const { unit, period, list, rows, actions } = sheet
  const writing = useSheet(place, sheet, (name) =>
    tell({ text: `${name} vừa được người khác ghi. Đã lấy bản của người đó, xem lại dòng này`, tone: 'wrong' }),
  )
  const inCorrection = list !== null && list.correctionReason !== null
  const mayWrite = actions.write?.whyNot === null
  const empty = rows.filter((row) => row.kind === 'person' && isOpen(writing.shown(row)))
  const unwritten = rows.filter((row) => isOpen(writing.shown(row))).length
  return (
    <>
      <PageHeader
        title={`Xếp loại ${periodName(period).toLocaleLowerCase('vi')}: ${unit.name}`}
        crumbs={CRUMBS}
        acts={<StatusWord {...listStatus(list?.state ?? null, inCorrection)} filled />}
      />
      <Stack gap="l">
        <SheetNotes sheet={sheet} />
        <Panel
          flush
          title="Danh sách"
          count={rows.length}
          acts={
            mayWrite &&
            empty.length > 1 && (
              <Button size="s" onClick={() => writing.changeMany(empty, { level: 'httnv', notRated: null, note: '' })}>
                Ghi HTTNV cho {empty.length} người còn trống
              </Button>
            )
          }
        >
          <SheetTable
            label={`Xếp loại của ${unit.name}`}
            rows={rows}
            writing={mayWrite ? writing : undefined}
            inCorrection={inCorrection}
          />
        </Panel>
        {mayWrite && <Note tone="xam">{SCALE_SOURCE}</Note>}
        {list !== null && list.consents.length > 0 && (
          <Panel title="Xác nhận">
            <ConsentList consents={list.consents} />
          </Panel>
        )}
        <SheetActs place={place} sheet={sheet} flush={writing.flush} foot={footWords()} unwritten={unwritten} />
      </Stack>
    </>
  )

  function footWords() {
    return (
      <>
        {mayWrite && <SaveState value={writing.saving} />}
        {mayWrite && unwritten > 0 && <p>Còn {unwritten} dòng chưa ghi</p>}
      </>
    )
  }
}
