import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { sentences, whyEmpty, whyNotDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import {
  Cell,
  DateField,
  FieldGrid,
  Form,
  PageHeader,
  Panel,
  SelectField,
  TextField,
  useAddressParams,
  useNavigation,
  useNotices,
} from '../../ui/index.ts'
import { type OrganisationOutputs, organisation } from './api.ts'
import { describedOf, UNDESCRIBED_FIELDS } from './described.ts'
import { DescribedFields } from './described-fields.tsx'
import { whyNotOrderNo } from './order-no.ts'
import { nextOrderNo, unitOptions } from './unit-outline.ts'
import { WithUnits } from './with-units.tsx'

/** A new unit, under one that is there. */
export function NewUnitPage() {
  return (
    <>
      <PageHeader title="Thêm đơn vị" crumbs={[{ href: '/don-vi', word: 'Đơn vị' }]} />
      <Panel label="Đơn vị mới">
        <WithUnits>{(units) => <NewUnitForm units={units} />}</WithUnits>
      </Panel>
    </>
  )
}

function NewUnitForm({ units }: { units: OrganisationOutputs['tree']['units'] }) {
  const [id] = useState(() => newId())
  const today = useToday()
  const tell = useNotices()
  const { go } = useNavigation()
  const [params] = useAddressParams()
  const asked = units.find((unit) => unit.id === params.get('parent')) ?? units[0]
  const form = useForm({
    initial: {
      ...UNDESCRIBED_FIELDS,
      name: '',
      shortName: '',
      parentId: asked?.id ?? '',
      orderNo: '',
      from: today as string | undefined,
    },
    check: (typed) =>
      sentences({
        name: whyEmpty(typed.name, 'tên đơn vị'),
        parentId: typed.parentId === '' ? 'Chọn đơn vị cấp trên' : undefined,
        orderNo: typed.orderNo.trim() === '' ? undefined : whyNotOrderNo(typed.orderNo),
        from: whyNotDay(typed.from, 'ngày bắt đầu'),
      }),
    send: (typed) =>
      organisation.createUnit.call({
        ...describedOf(typed),
        id,
        name: typed.name,
        shortName: typed.shortName.trim() || null,
        parentId: typed.parentId,
        orderNo: typed.orderNo.trim() === '' ? nextOrderNo(units, typed.parentId) : Number(typed.orderNo),
        from: typed.from ?? '',
      }),
    onDone: ({ unit }) => {
      tell({ text: `Đã thêm ${unit.name}` })
      go(`/don-vi/${unit.id}`)
    },
  })
  return (
    <Form form={form} send="Thêm đơn vị" leave="/don-vi" problemsTitle="Chưa thêm được đơn vị">
      <FieldGrid>
        <Cell span={8}>
          <TextField {...form.field('name')} label="Tên đơn vị" help="Tên đầy đủ như trên văn bản" />
        </Cell>
        <Cell span={4}>
          <TextField {...form.field('shortName')} label="Tên viết tắt" optional />
        </Cell>
        <Cell span={8}>
          <SelectField {...form.field('parentId')} label="Đơn vị cấp trên" options={unitOptions(units)} />
        </Cell>
        <Cell span={4}>
          <TextField
            {...form.field('orderNo')}
            label="Thứ tự nghi thức"
            optional
            numeric
            inputMode="numeric"
            help="Số nhỏ đứng trước. Để trống thì đứng sau các đơn vị đang có"
          />
        </Cell>
        <Cell span={4}>
          <DateField {...dayField(form.field('from'))} label="Bắt đầu từ ngày" />
        </Cell>
        <DescribedFields values={form.values} set={form.set} symbol={form.field('symbol')} />
      </FieldGrid>
    </Form>
  )
}
