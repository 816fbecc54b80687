import { z } from 'zod'
import { paperEntryShape } from '../mechanisms/submissions/contract.ts'
import { operation } from '../platform/contract/operation.ts'
import { id } from '../platform/contract/shapes.ts'
import { formDefinition } from './forms-contract.ts'

/** A report that came on paper: the form it is typed into; it is entered as every paper is. */
export const paperContract = {
  paperForm: operation({
    method: 'GET',
    path: '/obligations/{obligationId}/report/paper-form',
    tag: 'Báo cáo',
    summary: 'Mở biểu mẫu để nhập báo cáo giấy đã nhận của đơn vị',
    refusals: [
      'not-yours-to-do',
      'campaign-closed',
      'assignment-closed',
      'obligation-exempt',
      'already-done',
      'submission-sent',
      'report-without-form',
    ],
  })
    .input(z.object({ obligationId: id }))
    .output(
      paperEntryShape.omit({ kind: true }).extend({
        form: z.object({
          title: z.string(),
          periodName: z.string(),
          versionNo: z.number(),
          definition: formDefinition,
        }),
      }),
    ),
}
