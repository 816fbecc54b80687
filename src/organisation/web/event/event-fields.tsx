import type { FormState } from '../../../platform/web/use-form.ts'
import { Button, Cell, RadioGroup, SelectField, TextField, TreeSelect } from '../../../ui/index.ts'
import type { OrganisationOutputs } from '../api.ts'
import { DescribedFields } from '../described-fields.tsx'
import { type Branch, unitBranches, unitOptions } from '../unit-outline.ts'
import { type EventTyped, madeCount, newUnitTyped } from './event-form.ts'
import { NewUnitFields } from './new-unit-fields.tsx'

export type Units = OrganisationOutputs['tree']['units']
type Fields = { form: FormState<EventTyped & Record<string, unknown>>; units: Units }

/** The fields of the chosen kind of event. */
export function EventFields({ form, units }: Fields) {
  const { kind, into, stays } = form.values
  switch (kind) {
    case 'created':
      return <MadeUnits form={form} units={units} />
    case 'renamed':
      return (
        <>
          <OneUnit form={form} units={units} />
          <Cell span={8}>
            <TextField {...form.field('name')} label="Tên mới" help="Tên đầy đủ như trên văn bản" />
          </Cell>
          <Cell span={2}>
            <TextField {...form.field('shortName')} label="Tên viết tắt mới" optional />
          </Cell>
          <Cell span={2}>
            <TextField {...form.field('symbol')} label="Ký hiệu mới" optional />
          </Cell>
        </>
      )
    case 'moved':
      return (
        <>
          <OneUnit form={form} units={units} />
          <Cell span={8}>
            <SelectField
              {...form.field('parentId')}
              label="Đơn vị cấp trên mới"
              placeholder="Chọn đơn vị"
              options={unitOptions(units)}
            />
          </Cell>
          <OrderNo form={form} />
          <Cell span={12}>
            <TextField {...form.field('name')} label="Tên mới" optional help="Khi cùng văn bản ấy đổi cả tên" />
          </Cell>
        </>
      )
    case 'changed':
      return (
        <>
          <OneUnit form={form} units={units} />
          <DescribedFields
            values={form.values.described}
            set={(part) => form.set({ described: { ...form.values.described, ...part } })}
            withoutSymbol
          />
          <OrderNo form={form} />
        </>
      )
    case 'merged':
      return (
        <>
          <Cell span={12}>
            <TreeSelect
              id={form.field('unitIds').id}
              label="Đơn vị nhập lại"
              noun="đơn vị"
              branches="alone"
              nodes={nodesOf(unitBranches(units))}
              chosen={new Set(form.values.unitIds)}
              onChange={(unitIds) => form.set({ unitIds })}
              error={form.field('unitIds').error}
            />
          </Cell>
          <Cell span={12}>
            <RadioGroup
              label="Thành"
              inline
              value={into}
              onChange={(value) => form.set({ into: value })}
              options={[
                { value: 'new', label: 'Một đơn vị mới (hợp nhất)' },
                { value: 'existing', label: 'Một đơn vị đang có (sáp nhập)' },
              ]}
            />
          </Cell>
          {into === 'existing' ? (
            <Cell span={8}>
              <SelectField
                {...form.field('intoUnitId')}
                label="Đơn vị nhận sáp nhập"
                placeholder="Chọn đơn vị"
                options={unitOptions(units)}
              />
            </Cell>
          ) : (
            <MadeUnits form={form} units={units} />
          )}
        </>
      )
    case 'split':
      return (
        <>
          <OneUnit form={form} units={units} />
          <Cell span={12}>
            <RadioGroup
              label="Đơn vị này"
              inline
              value={stays ? 'stays' : 'ends'}
              onChange={(value) =>
                form.set({ stays: value === 'stays', made: form.values.made.slice(0, value === 'stays' ? 1 : 2) })
              }
              options={[
                { value: 'ends', label: 'Kết thúc, chia thành các đơn vị mới (chia)' },
                { value: 'stays', label: 'Vẫn còn, tách ra đơn vị mới (tách)' },
              ]}
            />
          </Cell>
          <MadeUnits form={form} units={units} />
          <Cell span={12}>
            <Button
              size="s"
              icon="plus"
              onClick={() =>
                form.set({ made: [...form.values.made, newUnitTyped(form.values.made[0]?.parentId ?? '')] })
              }
            >
              Thêm đơn vị mới
            </Button>
          </Cell>
        </>
      )
    case 'dissolved':
      return <OneUnit form={form} units={units} />
  }
}

function OneUnit({ form, units }: Fields) {
  return (
    <Cell span={12}>
      <SelectField {...form.field('unitId')} label="Đơn vị" placeholder="Chọn đơn vị" options={unitOptions(units)} />
    </Cell>
  )
}

function OrderNo({ form }: Pick<Fields, 'form'>) {
  return (
    <Cell span={4}>
      <TextField {...form.field('orderNo')} label="Thứ tự nghi thức" optional numeric inputMode="numeric" />
    </Cell>
  )
}

function MadeUnits({ form, units }: Fields) {
  const { made } = form.values
  const count = Math.max(madeCount(form.values), form.values.kind === 'split' && !form.values.stays ? 2 : 1)
  return made.slice(0, count).map((unit, index) => (
    <NewUnitFields
      key={unit.id}
      number={count > 1 ? index + 1 : undefined}
      unit={unit}
      units={units}
      nameId={form.field(`made${index}`).id}
      nameError={form.field(`made${index}`).error}
      set={(part) =>
        form.set({
          made: made.map((one) => (one.id === unit.id ? { ...one, ...part } : one)),
          // so that the sentence about the name goes away with the first letter
          ...(part.name === undefined ? {} : { [`made${index}`]: part.name }),
        })
      }
    />
  ))
}

function nodesOf(
  branches: readonly Branch<Units[number]>[],
): { id: string; name: string; children: ReturnType<typeof nodesOf> }[] {
  return branches.map(({ unit, children }) => ({ id: unit.id, name: unit.name, children: nodesOf(children) }))
}
