import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../kernel/plain-date.ts'
import { UnconfirmedYears } from '../../../organisation/web/index.ts'
import { Button, DataTable, SideGroup, TwoLines } from '../../../ui/index.ts'
import type { DutiesPreview as Preview } from '../../contract.ts'
import { campaigns } from '../api.ts'
import classes from './review.module.css'
import type { Review } from './use-review.ts'

/** How many obligations the launch will write, by day and by unit, before anybody is asked. */
export function DutiesPreview({ review }: { review: Review }) {
  const { id, version } = review.campaign
  const [page, setPage] = useState(1)
  const { queryKey, ...options } = campaigns.previewDuties.queryOptions({ input: { id, page } })
  const { data } = useQuery({ ...options, queryKey: [...queryKey, version], placeholderData: keepPreviousData })
  const none = review.unitIds.length === 0
  return (
    <SideGroup title="Sẽ gửi" status={none || !data ? undefined : `${data.unitCount} đơn vị, ${data.total} việc`}>
      {none ? (
        <p>Chọn đơn vị nhận để thấy đơn vị nào nhận việc gì, hạn nào</p>
      ) : (
        data && (
          <div className={classes.preview}>
            <DataTable
              label="Việc sẽ giao theo ngày"
              rows={data.days}
              rowKey={(one) => `${one.lastDay} ${one.title} ${one.words}`}
              columns={[
                { key: 'day', head: 'Ngày cuối', width: 120, cell: (one) => formatDate(one.lastDay) },
                { key: 'what', head: 'Việc', cell: (one) => <TwoLines sub={one.words}>{one.title}</TwoLines> },
                { key: 'units', head: 'Đơn vị', end: true, width: 80, cell: (one) => one.units },
              ]}
            />
            <DataTable
              label="Việc sẽ giao theo đơn vị"
              rows={data.units}
              rowKey={(unit) => unit.unitId}
              columns={[
                { key: 'unit', head: 'Đơn vị', cell: (unit) => unit.unitName },
                { key: 'count', head: 'Số việc', end: true, width: 90, cell: (unit) => unit.count },
              ]}
            />
            <Pages preview={data} onPage={setPage} />
            <UnconfirmedYears
              years={data.unconfirmedYears}
              then="Đối chiếu các ngày trên với lịch nghỉ trước khi phát động: hạn đã giao giữ nguyên khi lịch nghỉ đổi."
            />
          </div>
        )
      )}
    </SideGroup>
  )
}

function Pages({ preview, onPage }: { preview: Preview; onPage: (page: number) => void }) {
  const pages = Math.ceil(preview.unitCount / preview.pageSize)
  if (pages <= 1) return null
  return (
    <div className={classes.match}>
      <span>{`Trang ${preview.page} trong ${pages}`}</span>
      {preview.page > 1 && (
        <Button size="s" onClick={() => onPage(preview.page - 1)}>
          Trang trước
        </Button>
      )}
      {preview.page < pages && (
        <Button size="s" onClick={() => onPage(preview.page + 1)}>
          Trang sau
        </Button>
      )}
    </div>
  )
}
