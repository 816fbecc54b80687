import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { Answer, Button, DataTable, Definitions, Empty, Note, PageHeader, Panel, Stack } from '../../ui/index.ts'
import { type BackupOutputs, backups } from './api.ts'
import { BackupState, BackupWhat, BackupWhen, sizeOf } from './backup-row.tsx'
import { HowToRestore } from './how-to-restore.tsx'

type Listed = BackupOutputs['list']

/** How often the page asks again while a backup is being made, and while none is. */
const [SOON_MS, LATER_MS] = [2000, 30_000]

/** The last good backup, those before it, one now, and how to restore. */
export function BackupsPage() {
  const found = useQuery({
    ...backups.list.queryOptions({ input: {} }),
    refetchInterval: ({ state }) => (isRunning(state.data) ? SOON_MS : LATER_MS),
  })
  const make = useAct(() => backups.make.call({}))
  const { data } = found
  return (
    <>
      <PageHeader
        title="Sao lưu"
        lead="Một bản sao lưu giữ toàn bộ dữ liệu và tệp tại một thời điểm. Ghi xong được đọc lại, khớp từng dòng mới tính là tốt."
        acts={
          data?.actions.make && (
            <Button
              kind="primary"
              icon="copy"
              busy={make.busy || isRunning(data, 'by-hand')}
              onClick={() => make.run(undefined)}
            >
              Sao lưu ngay
            </Button>
          )
        }
      />
      <Answer {...answerOf(found)} lines={6}>
        {(listed) => (
          <Stack gap="l">
            {make.problem && <Note tone="son" alert title={make.problem.sentence} />}
            <Health listed={listed} />
            <List listed={listed} />
            <Settings listed={listed} />
            <HowToRestore listed={listed} />
          </Stack>
        )}
      </Answer>
    </>
  )
}

/** One that a killed command left as «running» keeps nobody from asking for the next. */
function isRunning(listed: Listed | undefined, way?: Listed['backups'][number]['way']): boolean {
  return listed?.backups.some((one) => one.state === 'running' && (way ?? one.way) === one.way) ?? false
}

const TITLES = { good: 'Sao lưu đang tốt', look: 'Sao lưu cần xem', bad: 'Sao lưu đang hỏng' } as const
const TONES = { good: 'luc', look: 'cam', bad: 'son' } as const

function Health({ listed }: { listed: Listed }) {
  const { health, lastGoodAt, sameDisk } = listed
  return (
    <>
      <Note tone={TONES[health.state]} title={TITLES[health.state]}>
        {health.detail}
        {health.state === 'bad' && lastGoodAt && `. Bản tốt gần nhất lúc ${formatMoment(new Date(lastGoodAt))}`}
      </Note>
      {sameDisk && (
        <Note tone="cam" title="Bản sao lưu nằm cùng ổ đĩa với dữ liệu">
          Ổ đĩa hỏng thì mất cả hai. Đặt BACKUP_DIR sang ổ đĩa hoặc máy khác, hoặc hằng ngày chép bản mới nhất đi nơi
          khác.
        </Note>
      )}
      <Note tone="cham" icon="key" title="Khóa không nằm trong bản sao lưu">
        Tệp keys.json trong thư mục dữ liệu mở những nội dung đã mã hóa. Sao lưu riêng, cất chỗ khác với các bản này:
        mất tệp đó thì không mở lại được.
      </Note>
    </>
  )
}

function List({ listed }: { listed: Listed }) {
  if (listed.backups.length === 0) {
    return (
      <Panel title="Các bản sao lưu">
        <Empty level={3} title="Chưa có bản sao lưu nào">
          Bấm Sao lưu ngay để làm bản đầu tiên.
        </Empty>
      </Panel>
    )
  }
  return (
    <Panel flush title="Các bản sao lưu" count={listed.total}>
      <DataTable
        label="Các bản sao lưu, mới nhất ở trên"
        rows={listed.backups}
        rowKey={(one) => one.id}
        columns={[
          { key: 'when', head: 'Lúc', width: 230, cell: (one) => <BackupWhen backup={one} /> },
          { key: 'state', head: 'Kết quả', width: 150, card: 'state', cell: (one) => <BackupState backup={one} /> },
          { key: 'what', head: 'Nội dung', cell: (one) => <BackupWhat backup={one} /> },
          { key: 'size', head: 'Dung lượng', width: 120, end: true, cell: sizeOf },
        ]}
      />
    </Panel>
  )
}

function Settings({ listed: { at, folder, keep, encrypts } }: { listed: Listed }) {
  return (
    <Panel title="Lịch sao lưu">
      <Definitions
        pairs={[
          { term: 'Giờ hằng ngày', value: at ?? 'chưa đặt (BACKUP_AT)' },
          { term: 'Thư mục', value: folder },
          {
            term: 'Số bản giữ lại',
            value: `bản cuối của ${keep.days} ngày, ${keep.weeks} tuần, ${keep.months} tháng gần nhất`,
          },
          { term: 'Mã hóa', value: encrypts ? 'có, theo khóa trong BACKUP_KEY' : 'không (đặt BACKUP_KEY để mã hóa)' },
        ]}
      />
    </Panel>
  )
}
