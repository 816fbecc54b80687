export type {
  Confidence,
  DueDay,
  Fact,
  FactContent,
  FactKind,
  FactValues,
  Relation,
  Source,
} from './facts.ts'
export { FACT_KINDS } from './facts.ts'
export type {
  Citation,
  Commemoration,
  Comparator,
  PaperDate,
  Phase,
  Plan,
  PlanDeadline,
  Signer,
  Target,
  TargetSubject,
  Task,
} from './plan.ts'
export { type ReadPlan, readPlan } from './read-plan.ts'
export { toPlanJson } from './to-plan-json.ts'
