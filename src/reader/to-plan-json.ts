import type { FactContent, FactKind, FactValues } from './facts.ts'
import type { Plan } from './plan.ts'

/** The plan that facts make, read or corrected by people: every kind in its place, the order of the facts kept. */
export function toPlanJson(facts: readonly FactContent[]): Plan {
  const all = <K extends FactKind>(kind: K): FactValues[K][] =>
    facts.filter((fact) => fact.kind === kind).map((fact) => fact.value as FactValues[K])
  const first = <K extends FactKind>(kind: K): FactValues[K] | null => all(kind)[0] ?? null
  const days = all('commemoration')
  const plain = ({ name, years, date, origin }: FactValues['commemoration']) => ({ name, years, date, origin })
  const periods = facts.filter((fact) => fact.kind === 'period')
  const keys = new Set(periods.map((fact) => fact.key))
  const signers = all('signer')
  return {
    docType: first('docType'),
    number: first('number'),
    issuer: first('issuer'),
    place: first('place'),
    date: first('date'),
    subject: first('subject'),
    legalBases: all('legalBasis'),
    theme: first('theme'),
    movements: all('movement'),
    phases: periods.map(({ key, value }) => ({
      name: value.name,
      start: value.start,
      end: value.end,
      reviewDeadline: value.review?.date ?? null,
      commemorations: days.filter((day) => day.period === key).map(plain),
    })),
    commemorations: days.filter((day) => day.period === null || !keys.has(day.period)).map(plain),
    targets: all('target'),
    tasks: all('task').map(({ assignee, text, due }) => ({ assignee, text, deadline: due?.date ?? null })),
    deadlines: all('deadline').map(({ what, due, recipient }) => ({ what, date: due.date, recipient })),
    recipients: all('recipient'),
    signer: signers.length > 1 ? signers : (signers[0] ?? null),
  }
}
