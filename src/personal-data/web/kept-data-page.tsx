import { Definitions, Link, Note, PageHeader, Panel, Stack } from '../../ui/index.ts'
import { ALL_KEPT } from '../domain/all-kept.ts'
import type { KeptTable } from '../domain/kept-data.ts'

/** *Dữ liệu cá nhân*: what is kept about people, why, who sees it, how long, on which ground; from the list the tests hold to the database. */
export function KeptDataPage() {
  return (
    <>
      <PageHeader
        title="Dữ liệu cá nhân"
        lead="Hệ thống lưu những gì về mỗi người, vì sao, ai xem được, giữ bao lâu, theo căn cứ nào."
      />
      <Stack gap="l">
        <Note tone="cam" title="Căn cứ và thời hạn cần cơ quan xác nhận">
          Chỗ ghi “cần tổ chức xác nhận căn cứ” chưa được đối chiếu với văn bản. Xem và đề nghị sửa dữ liệu của mình ở{' '}
          <Link href="/ho-so-cua-toi">Hồ sơ của tôi</Link>.
        </Note>
        {ALL_KEPT.map((table) => (
          <Kept key={table.table} table={table} />
        ))}
        <Panel title="Nhật ký">
          <Definitions
            pairs={[
              {
                term: 'Lưu',
                value:
                  'Ai làm việc gì, lúc nào, với tư cách nào; phần riêng chỉ ghi là đã đổi hoặc đã xem, không ghi nội dung',
              },
              { term: 'Vì sao', value: 'Biết và chứng minh được việc gì đã xảy ra' },
              {
                term: 'Ai xem',
                value:
                  'Quản trị viên và người kiểm tra toàn cơ quan; lịch sử của một việc: những người xem được việc đó',
              },
              { term: 'Giữ bao lâu', value: 'Không xóa' },
            ]}
          />
        </Panel>
      </Stack>
    </>
  )
}

function Kept({ table }: { table: KeptTable }) {
  return (
    <Panel title={table.title}>
      <Definitions
        pairs={[
          { term: 'Lưu', value: Object.values(table.columns).join(', ') },
          { term: 'Vì sao', value: table.why },
          { term: 'Ai xem', value: table.who },
          { term: 'Giữ bao lâu', value: table.howLong },
          { term: 'Căn cứ', value: table.ground },
        ]}
      />
    </Panel>
  )
}
