import { sentences, whyEmpty, whyNotDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { DateField, Dialog, Form, SelectField, TextField, useNotices } from '../../ui/index.ts'
import { type ClusterPageData, clusters } from './api.ts'
import { UnitChoice } from './unit-choice.tsx'

type DialogProps = { open: boolean; onClose: () => void; data: ClusterPageData }
type InsideProps = Omit<DialogProps, 'open'>

/** Mends the name, and what the cluster rests on. */
export function ChangeDialog({ open, onClose, data }: DialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Sửa tên, căn cứ">
      <ChangeForm onClose={onClose} data={data} />
    </Dialog>
  )
}

function ChangeForm({ onClose, data: { cluster } }: InsideProps) {
  const done = useDone(onClose)
  const form = useForm({
    initial: { name: cluster.name, basis: cluster.basis ?? '' },
    check: (typed) => sentences({ name: whyEmpty(typed.name, 'tên') }),
    send: (typed) =>
      clusters.change.call({
        id: cluster.id,
        version: cluster.version,
        name: typed.name,
        basis: typed.basis.trim() || null,
      }),
    onDone: () => done('Đã sửa'),
  })
  return (
    <Form form={form} onClose={onClose} send="Lưu" label="Sửa tên, căn cứ">
      <TextField {...form.field('name')} label="Tên" />
      <TextField {...form.field('basis')} label="Căn cứ" optional />
    </Form>
  )
}

/** Which units are in it from a day on. */
export function MembersDialog({ open, onClose, data }: DialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Đặt đơn vị thành viên" wide>
      <MembersForm onClose={onClose} data={data} />
    </Dialog>
  )
}

function MembersForm({ onClose, data: { cluster, members } }: InsideProps) {
  const today = useToday()
  const done = useDone(onClose)
  const now = members.filter((one) => one.to === null).map((one) => one.unitId)
  const form = useForm({
    initial: {
      from: today as string | undefined,
      unitIds: new Set(now) as ReadonlySet<string>,
      alsoElsewhere: '',
    },
    check: (typed) => sentences({ from: whyNotDay(typed.from, 'ngày') }),
    send: (typed) =>
      clusters.setMembers.call({
        id: cluster.id,
        version: cluster.version,
        from: typed.from ?? '',
        unitIds: [...typed.unitIds],
        alsoElsewhere: typed.alsoElsewhere.trim() || null,
      }),
    onDone: () => done('Đã đặt đơn vị thành viên'),
  })
  return (
    <Form form={form} onClose={onClose} send="Đặt đơn vị thành viên" label="Đặt đơn vị thành viên">
      <DateField
        {...dayField(form.field('from'))}
        label="Từ ngày"
        help="Đơn vị bị bỏ còn tham gia đến hết ngày hôm trước"
      />
      <UnitChoice
        id={form.field('unitIds').id}
        on={form.values.from || today}
        chosen={form.values.unitIds}
        onChange={(unitIds) => form.set({ unitIds })}
        error={form.field('unitIds').error}
      />
      <TextField
        {...form.field('alsoElsewhere')}
        label="Lý do có đơn vị tham gia cả cụm, khối khác cùng cấp"
        optional
      />
    </Form>
  )
}

/** Who leads in a year, and who stands beside. */
export function HeadDialog({ open, onClose, data }: DialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Ghi đứng đầu một năm">
      <HeadForm onClose={onClose} data={data} />
    </Dialog>
  )
}

function HeadForm({ onClose, data: { cluster, members } }: InsideProps) {
  const today = useToday()
  const done = useDone(onClose)
  const options = [...new Map(members.map((one) => [one.unitId, one.name]))].map(([value, label]) => ({ value, label }))
  const form = useForm({
    initial: { year: today.slice(0, 4), headUnitId: '', viceUnitId: '', basis: '' },
    check: (typed) =>
      sentences({
        year: /^20\d\d$/.test(typed.year.trim()) ? undefined : 'Nhập năm, ví dụ 2025',
        headUnitId: typed.headUnitId === '' ? 'Chọn đơn vị đứng đầu' : undefined,
      }),
    send: (typed) =>
      clusters.setHead.call({
        id: cluster.id,
        year: Number(typed.year),
        headUnitId: typed.headUnitId,
        viceUnitId: typed.viceUnitId || null,
        basis: typed.basis.trim() || null,
      }),
    onDone: ({ head }) => done(`Đã ghi ${head.headName} đứng đầu năm ${head.year}`),
  })
  return (
    <Form form={form} onClose={onClose} send="Ghi đứng đầu" label="Ghi đứng đầu một năm">
      <TextField {...form.field('year')} label="Năm" numeric inputMode="numeric" />
      <SelectField {...form.field('headUnitId')} label="Đơn vị đứng đầu" placeholder="Chọn đơn vị" options={options} />
      <SelectField
        {...form.field('viceUnitId')}
        label="Cấp phó (để trống nếu chưa có)"
        placeholder="Chưa có"
        options={options}
      />
      <TextField
        {...form.field('basis')}
        label="Căn cứ"
        optional
        help="Biên bản họp cụm, khối hoặc văn bản công nhận"
      />
    </Form>
  )
}

/** The last day of the whole cluster. */
export function EndDialog({ open, onClose, data }: DialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={`Kết thúc ${data.cluster.name}`}>
      <EndForm onClose={onClose} data={data} />
    </Dialog>
  )
}

function EndForm({ onClose, data: { cluster } }: InsideProps) {
  const today = useToday()
  const done = useDone(onClose)
  const form = useForm({
    initial: { lastDay: today as string | undefined },
    check: (typed) => sentences({ lastDay: whyNotDay(typed.lastDay, 'ngày cuối') }),
    send: (typed) => clusters.end.call({ id: cluster.id, lastDay: typed.lastDay ?? '' }),
    onDone: () => done(`Đã kết thúc ${cluster.name}`),
  })
  return (
    <Form form={form} onClose={onClose} send="Kết thúc" danger label={`Kết thúc ${cluster.name}`}>
      <DateField
        {...dayField(form.field('lastDay'))}
        label="Ngày cuối"
        help="Mọi đơn vị thành viên tham gia đến hết ngày này"
      />
    </Form>
  )
}

function useDone(onClose: () => void): (text: string) => void {
  const tell = useNotices()
  return (text) => {
    onClose()
    tell({ text })
  }
}
