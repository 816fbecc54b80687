import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { unitOptions, WithUnits } from '../../organisation/web/index.ts'
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
  useNavigation,
  useNotices,
} from '../../ui/index.ts'
import type { ClusterKind } from '../domain/cluster.ts'
import { clusters } from './api.ts'
import { UnitChoice } from './unit-choice.tsx'
import { LEVELS } from './words.ts'

/** A new cluster or block with its units. */
export function NewClusterPage() {
  return (
    <>
      <PageHeader title="Lập cụm, khối thi đua" crumbs={[{ href: '/cum-khoi', word: 'Cụm, khối thi đua' }]} />
      <Panel label="Cụm, khối mới">
        <WithUnits>{(units) => <NewClusterForm units={units} />}</WithUnits>
      </Panel>
    </>
  )
}

function NewClusterForm({ units }: { units: Parameters<typeof unitOptions>[0] }) {
  const [id] = useState(() => newId())
  const today = useToday()
  const tell = useNotices()
  const { go } = useNavigation()
  const form = useForm({
    initial: {
      kind: 'cum',
      name: '',
      level: 'co-so',
      unitId: units[0]?.id ?? '',
      from: today as string | undefined,
      basis: '',
      unitIds: new Set<string>() as ReadonlySet<string>,
      alsoElsewhere: '',
    },
    check: (typed) =>
      sentences({ name: whyEmpty(typed.name, 'tên cụm, khối'), from: whyNotDay(typed.from, 'ngày bắt đầu') }),
    send: (typed) =>
      clusters.create.call({
        id,
        kind: typed.kind as ClusterKind,
        name: typed.name,
        level: LEVELS.find((one) => one.value === typed.level)?.value ?? 'co-so',
        unitId: typed.unitId,
        from: typed.from ?? '',
        basis: typed.basis.trim() || null,
        unitIds: [...typed.unitIds],
        alsoElsewhere: typed.alsoElsewhere.trim() || null,
      }),
    onDone: ({ cluster }) => {
      tell({ text: `Đã lập ${cluster.name}` })
      go(`/cum-khoi/${cluster.id}`)
    },
  })
  return (
    <Form form={form} send="Lập cụm, khối" leave="/cum-khoi" problemsTitle="Chưa lập được cụm, khối">
      <FieldGrid>
        <Cell span={3}>
          <SelectField
            {...form.field('kind')}
            label="Là"
            options={[
              { value: 'cum', label: 'Cụm' },
              { value: 'khoi', label: 'Khối' },
            ]}
          />
        </Cell>
        <Cell span={6}>
          <TextField {...form.field('name')} label="Tên" help="Ví dụ: Cụm thi đua số 1" />
        </Cell>
        <Cell span={3}>
          <SelectField {...form.field('level')} label="Cấp" options={LEVELS} />
        </Cell>
        <Cell span={6}>
          <SelectField {...form.field('unitId')} label="Do đơn vị nào tổ chức" options={unitOptions(units)} />
        </Cell>
        <Cell span={3}>
          <DateField {...dayField(form.field('from'))} label="Từ ngày" />
        </Cell>
        <Cell span={12}>
          <TextField
            {...form.field('basis')}
            label="Căn cứ"
            optional
            help="Văn bản chia cụm, khối: số, ngày, nơi ban hành"
          />
        </Cell>
        <Cell span={12}>
          <UnitChoice
            id={form.field('unitIds').id}
            on={form.values.from || today}
            chosen={form.values.unitIds}
            onChange={(unitIds) => form.set({ unitIds })}
            error={form.field('unitIds').error}
          />
        </Cell>
        <Cell span={12}>
          <TextField
            {...form.field('alsoElsewhere')}
            label="Lý do có đơn vị tham gia cả cụm, khối khác cùng cấp"
            optional
          />
        </Cell>
      </FieldGrid>
    </Form>
  )
}
