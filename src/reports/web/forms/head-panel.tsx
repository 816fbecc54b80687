import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { problemAt } from '../../../platform/web/problem.ts'
import { Cell, DateField, FieldGrid, Panel, SelectField, TextField } from '../../../ui/index.ts'
import type { FormPageData } from '../api.ts'
import { DueFields } from './due-fields.tsx'
import type { Designing } from './use-form-draft.ts'

type Props = { page: FormPageData; designing: Designing; said: (field: string) => string | undefined }

/** What the form is called, of which period, due when, compared with which earlier ones. */
export function HeadPanel({ page, designing, said }: Props) {
  const { draft, change } = designing
  const fixed = page.form.state !== 'draft'
  const { problem } = designing
  const wrong = (field: string) => said(field) ?? problemAt(problem, field)
  const earlier = page.earlier.map((form) => ({ value: form.id, label: `${form.title} (${form.periodName})` }))
  return (
    <Panel title="Kỳ báo cáo">
      <FieldGrid>
        <Cell span={12}>
          <TextField
            label="Tên biểu mẫu"
            maxLength={300}
            value={draft.title}
            onChange={(title) => change({ title })}
            error={wrong('title')}
          />
        </Cell>
        <Cell span={4}>
          <TextField
            label="Kỳ báo cáo"
            help="Ví dụ: Năm 2024, Quý III/2024"
            maxLength={120}
            value={draft.periodName}
            onChange={(periodName) => change({ periodName })}
            error={wrong('periodName')}
          />
        </Cell>
        {!fixed && (
          <>
            <Cell span={4}>
              <DateField
                label="Từ ngày"
                value={draft.periodFrom}
                onChange={(day) => parsePlainDate(day ?? '') && change({ periodFrom: day ?? draft.periodFrom })}
              />
            </Cell>
            <Cell span={4}>
              <DateField
                label="Đến ngày"
                value={draft.periodTo}
                onChange={(day) => parsePlainDate(day ?? '') && change({ periodTo: day ?? draft.periodTo })}
                error={wrong('periodTo')}
              />
            </Cell>
            <DueFields page={page} designing={designing} said={said} />
          </>
        )}
        <Cell span={6}>
          <SelectField
            label="So với kỳ trước"
            optional
            placeholder="Không so"
            value={draft.previousFormId ?? ''}
            options={earlier}
            onChange={(id) => change({ previousFormId: id || null })}
          />
        </Cell>
        <Cell span={6}>
          <SelectField
            label="So với năm trước"
            optional
            placeholder="Không so"
            value={draft.lastYearFormId ?? ''}
            options={earlier}
            onChange={(id) => change({ lastYearFormId: id || null })}
          />
        </Cell>
      </FieldGrid>
    </Panel>
  )
}
