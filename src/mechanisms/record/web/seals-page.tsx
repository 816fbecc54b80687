import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../kernel/plain-date.ts'
import { answerOf } from '../../../platform/web/answer-of.ts'
import { apiFor, type Outputs } from '../../../platform/web/api.ts'
import { Answer, Button, DataTable, Definitions, Empty, PageHeader, Panel, Stack } from '../../../ui/index.ts'
import type { recordContract } from '../contract.ts'
import classes from './entries.module.css'
import { HeadReadersForm } from './head-readers-form.tsx'
import { VerifyPanel } from './verify-panel.tsx'

const record = apiFor<typeof recordContract>('record')
type Seals = Outputs<typeof recordContract>['seals']

/** How far the record is sealed, whether it is whole, and the heads of the days, to be printed or mailed out. */
export function SealsPage() {
  const found = useQuery({ ...record.seals.queryOptions({ input: {} }), refetchInterval: 60_000 })
  return (
    <>
      <PageHeader
        title="Niêm phong nhật ký"
        crumbs={[{ href: '/nhat-ky', word: 'Nhật ký' }]}
        lead="Mỗi dòng nhật ký được khóa bằng một mã tính từ dòng đó và mã của dòng trước. Sửa, xóa hay chèn một dòng cũ làm mọi mã sau đó sai."
        acts={
          <Button icon="printer" onClick={() => window.print()}>
            In đầu chuỗi
          </Button>
        }
      />
      <Answer {...answerOf(found)} lines={8}>
        {(seals) => <Shown seals={seals} />}
      </Answer>
    </>
  )
}

function Shown({ seals }: { seals: Seals }) {
  const { head } = seals
  return (
    <Stack gap="l">
      <Panel title="Đến lúc này">
        <Definitions
          pairs={[
            { term: 'Đã niêm phong', value: `${seals.sealed.toLocaleString('vi-VN')} dòng` },
            {
              term: 'Chờ niêm phong',
              value: seals.waiting === 0 ? 'không có' : `${seals.waiting} dòng, xong trong vòng một phút`,
            },
            { term: 'Đầu chuỗi', value: head ? <Hash {...head} /> : 'chưa có' },
          ]}
        />
      </Panel>
      <VerifyPanel />
      <Panel flush title="Đầu chuỗi từng ngày" count={seals.heads.length || undefined}>
        {seals.heads.length === 0 ? (
          <Empty level={3} title="Chưa có ngày nào">
            Đầu chuỗi được ghi lúc 00:05 mỗi ngày.
          </Empty>
        ) : (
          <DataTable
            label="Đầu chuỗi từng ngày"
            rows={seals.heads}
            rowKey={({ day }) => day}
            columns={[
              { key: 'day', head: 'Ngày', cell: ({ day }) => formatDate(day) },
              { key: 'no', head: 'Số thứ tự', end: true, cell: ({ sealNo }) => sealNo.toLocaleString('vi-VN') },
              { key: 'hash', head: 'Mã', cell: (row) => <code className={classes.hash}>{row.hash}</code> },
            ]}
          />
        )}
      </Panel>
      <div data-print="hide">
        <Panel title="Gửi đầu chuỗi ra ngoài">
          <HeadReadersForm key={seals.readers.join(' ')} seals={seals} />
        </Panel>
      </div>
    </Stack>
  )
}

function Hash({ sealNo, hash }: { sealNo: number; hash: string }) {
  return (
    <>
      số {sealNo.toLocaleString('vi-VN')}, mã <code className={classes.hash}>{hash}</code>
    </>
  )
}
