import { formatDate } from '../../../kernel/plain-date.ts'
import { problemAt } from '../../../platform/web/problem.ts'
import { Cell, DateField, Definitions, SelectField } from '../../../ui/index.ts'
import type { FormPageData } from '../api.ts'
import type { Designing } from './use-form-draft.ts'

type Props = { page: FormPageData; designing: Designing; said: (field: string) => string | undefined }

/**
 * When the reports are due. Units whose report the plan asks for already keep the plan's day, said in words; a day is asked for only where
 * units beyond them report.
 */
export function DueFields({ page, designing, said }: Props) {
  const { draft, units, change, problem } = designing
  const { takes } = units
  const planned =
    takes === null
      ? undefined
      : page.waiting.find((one) => one.factId === takes.factId && one.occurrence === takes.occurrence)
  const beyond = planned ? units.unitIds.filter((id) => !planned.unitIds.includes(id)).length : 0
  return (
    <>
      {planned && (
        <Cell span={12}>
          <Definitions
            pairs={[
              {
                term: 'Hạn nộp',
                value: `Theo kế hoạch: hết ngày ${formatDate(planned.lastDay)} (${planned.title})`,
              },
            ]}
          />
        </Cell>
      )}
      {(!planned || beyond > 0) && (
        <>
          <Cell span={6}>
            <SelectField
              label={planned ? `Hạn nộp của ${beyond} đơn vị khác` : 'Hạn nộp'}
              value={draft.due?.relation ?? 'before'}
              options={[
                { value: 'before', label: 'Trước ngày' },
                { value: 'by', label: 'Chậm nhất ngày' },
              ]}
              onChange={(relation) =>
                draft.due && change({ due: { ...draft.due, relation: relation as 'before' | 'by' } })
              }
            />
          </Cell>
          <Cell span={6}>
            <DateField
              id="due-day"
              label="Ngày"
              value={draft.due?.day ?? ''}
              onChange={(day) => change({ due: day ? { day, relation: draft.due?.relation ?? 'before' } : null })}
              error={said('due.day') ?? problemAt(problem, 'due.day')}
            />
          </Cell>
        </>
      )}
    </>
  )
}
