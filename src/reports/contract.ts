import { assemblyContract } from './assembly-contract.ts'
import { examplesContract } from './examples-contract.ts'
import { fillingContract } from './filling-contract.ts'
import { formsContract } from './forms-contract.ts'
import { paperContract } from './paper-contract.ts'

export type { Assembled, AssembledFigure, AssembledReport, ReportRow } from './assembly-contract.ts'
export { EXAMPLE_KINDS, type ExampleShape } from './examples-contract.ts'
export type { ContributionShape, LineShape } from './filling-contract.ts'
export type { FormShape, FormSummary } from './forms-contract.ts'

/** Report forms, what units fill in, and the examples noted on the way. */
export const reportsContract = {
  ...formsContract,
  ...fillingContract,
  ...examplesContract,
  ...assemblyContract,
  ...paperContract,
}
