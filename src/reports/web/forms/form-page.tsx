import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../kernel/plain-date.ts'
import { usePageParam } from '../../../platform/web/page-route.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { Answer, Note, PageHeader, Stack, StatusWord } from '../../../ui/index.ts'
import { type FormPageData, reports } from '../api.ts'
import { FormActs } from './form-acts.tsx'
import { FormDesigner } from './form-designer.tsx'
import { formStatus } from './form-words.ts'
import { Preview } from './preview.tsx'

/** One form: designed by the office that keeps it, read by whoever reports under it. */
export function FormPage() {
  const id = usePageParam('id')
  const asked = useQuery(reports.getForm.queryOptions({ input: { id } }))
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} title="Biểu mẫu báo cáo">
      {(page) => <Whole page={page} />}
    </Answer>
  )
}

function Whole({ page }: { page: FormPageData }) {
  const { form } = page
  const [looking, setLooking] = useState(false)
  const designs = form.actions.edit !== undefined
  const period = `${form.periodName}, từ ${formatDate(form.periodFrom)} đến ${formatDate(form.periodTo)}`
  return (
    <>
      <PageHeader
        title={form.title}
        crumbs={[
          { href: '/bao-cao/bieu-mau', word: 'Biểu mẫu báo cáo' },
          ...(form.campaignId && form.campaignTitle
            ? [{ href: `/phong-trao/${form.campaignId}`, word: form.campaignTitle }]
            : []),
        ]}
        lead={form.due === null ? period : `${period}. ${form.due.words}`}
        acts={
          <>
            <FormActs form={form} />
            <StatusWord filled {...formStatus(form)} />
          </>
        }
      />
      <Stack gap="l">
        {form.closedOn !== null && (
          <Note tone="xam" title={`Đã khép kỳ ngày ${formatDate(form.closedOn)}`}>
            {form.closeReason}
            {form.graceUntil &&
              `. Bản đang nhập dở được gửi đến hết ngày ${formatDate(form.graceUntil)}: ${form.graceReason ?? ''}`}
          </Note>
        )}
        {designs ? (
          <FormDesigner key={form.id} page={page} looking={looking} onLook={setLooking} />
        ) : (
          <Preview definition={form.definition} />
        )}
      </Stack>
    </>
  )
}
