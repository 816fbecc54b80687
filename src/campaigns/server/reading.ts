import type { WireFactValue } from '../../mechanisms/documents/fact-values.ts'
import type { ReadFact } from '../../mechanisms/documents/read-fact.ts'
import type { Fact } from '../../reader/index.ts'

/** A fact of the reader as the documents mechanism keeps it: one plain object per kind, days with their relation. */
export function toReadFact(fact: Fact): ReadFact {
  return {
    key: fact.key,
    parent: fact.kind === 'commemoration' ? fact.value.period : null,
    kind: fact.kind,
    value: plainValue(fact),
    source: fact.source ? { start: fact.source.start, end: fact.source.end } : null,
    confidence: fact.confidence,
  }
}

function plainValue(fact: Fact): WireFactValue {
  switch (fact.kind) {
    case 'docType':
    case 'number':
    case 'issuer':
    case 'superior':
    case 'place':
    case 'subject':
    case 'theme':
      return { text: fact.value }
    case 'date':
      return { date: fact.value }
    case 'movement':
    case 'recipient':
      return { name: fact.value }
    case 'legalBasis': {
      const { type, number, date, issuer, title } = fact.value
      return { type, number, date, issuer, title: title ?? null }
    }
    case 'period': {
      const { name, start, end, review } = fact.value
      return { name, start, end, reviewDeadline: review?.date ?? null, relation: review?.relation ?? null }
    }
    case 'commemoration': {
      const { name, years, date, origin } = fact.value
      return { name, years, date, origin }
    }
    case 'target': {
      const { subject, text, comparator, value, max, unit, of, award } = fact.value
      return { subject, text, comparator, value, max: max ?? null, unit, of, award }
    }
    case 'task': {
      const { assignee, text, due } = fact.value
      return { assignee, text, deadline: due?.date ?? null, relation: due?.relation ?? null }
    }
    case 'deadline': {
      const { what, due, recipient } = fact.value
      return { what, date: due.date, relation: due.relation, recipient }
    }
    case 'signer':
      return { name: fact.value.name, title: fact.value.title }
  }
}
