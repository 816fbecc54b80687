import { refuse } from '../../kernel/result.ts'
import type { FormShape } from '../contract.ts'
import type { DefinitionProblem } from '../domain/definition.ts'

/** What came of publishing: who owes the report, and how many owe a supplement to what they sent before. */
export type Published = { form: FormShape; units: number; supplements: number }

/** All that is missing at once, each leading to its field. */
export function incomplete(problems: readonly DefinitionProblem[]) {
  const missing = problems.map((one) => one.text).join('; ')
  return refuse('report-form-incomplete', { missing }, { field: problems[0]?.field, data: { problems } })
}
