/** The papers a plan rests on, and those it answers. */
export { basesOf, type PlanBasis } from './domain/bases.ts'
/** What other capabilities may know of campaigns: how a plan reads, from its facts. Safe in a browser. */
export { type Plan, type PlanPeriod, type PlanTarget, periodState, planOf } from './domain/plan.ts'
/** How often something falls due, and on which days. */
export { type Turn, turnsOf, turnWords } from './domain/turns.ts'
