import { sentences, whyEmpty } from '../../platform/web/form-checks.ts'
import { useForm } from '../../platform/web/use-form.ts'
import { Cell, Dialog, FieldGrid, Form, TextField, useNotices } from '../../ui/index.ts'
import { organisation, type UnitPageData } from './api.ts'
import { describedFieldsOf, describedOf } from './described.ts'
import { DescribedFields } from './described-fields.tsx'
import { whyNotOrderNo } from './order-no.ts'

type EditUnitProps = { open: boolean; onClose: () => void; unit: UnitPageData['unit'] }

/** Mends how a unit is written and where it stands in the order of protocol. */
export function EditUnitDialog({ open, onClose, unit }: EditUnitProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Sửa chỗ ghi sai" wide>
      <EditUnitForm onClose={onClose} unit={unit} />
    </Dialog>
  )
}

function EditUnitForm({ onClose, unit }: Omit<EditUnitProps, 'open'>) {
  const tell = useNotices()
  const form = useForm({
    initial: {
      ...describedFieldsOf(unit),
      name: unit.name,
      shortName: unit.shortName ?? '',
      orderNo: String(unit.orderNo),
    },
    check: (typed) => sentences({ name: whyEmpty(typed.name, 'tên đơn vị'), orderNo: whyNotOrderNo(typed.orderNo) }),
    send: (typed) =>
      organisation.changeUnit.call({
        ...describedOf(typed),
        id: unit.id,
        name: typed.name,
        shortName: typed.shortName.trim() || null,
        orderNo: Number(typed.orderNo),
      }),
    onDone: ({ unit: changed }) => {
      onClose()
      tell({ text: `Đã sửa ${changed.name}` })
    },
  })
  return (
    <Form form={form} send="Lưu đơn vị" onClose={onClose} label="Sửa chỗ ghi sai">
      <FieldGrid>
        <Cell span={12}>
          <TextField
            {...form.field('name')}
            label="Tên đơn vị"
            help="Chỉ sửa chữ ghi sai, kể cả những ngày đã qua. Đổi tên theo quyết định thì ghi một sự kiện"
          />
        </Cell>
        <Cell span={4}>
          <TextField {...form.field('shortName')} label="Tên viết tắt" optional />
        </Cell>
        <Cell span={8}>
          <TextField
            {...form.field('orderNo')}
            label="Thứ tự nghi thức"
            numeric
            inputMode="numeric"
            help="Số nhỏ đứng trước trong các đơn vị cùng cấp"
          />
        </Cell>
        <DescribedFields values={form.values} set={form.set} symbol={form.field('symbol')} />
      </FieldGrid>
    </Form>
  )
}
