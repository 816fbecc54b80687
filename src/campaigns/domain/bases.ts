import { formatDate } from '../../kernel/plain-date.ts'
import { paperTitle } from '../../mechanisms/documents/domain/paper-title.ts'
import type { PlanFact } from './plan.ts'

type Sourced = PlanFact & { readonly source: { readonly end: number } | null }

/** A paper the plan rests on. `answered`: a launch itself, such as the province's: the campaign answers it («hưởng ứng»). */
export type PlanBasis = { id: string; words: string; answered: boolean }

/** The papers a plan names as its basis, in its order. What each is about often stands in the plan's text only, right after its name. */
export function basesOf(facts: readonly Sourced[], text: string): PlanBasis[] {
  return facts
    .filter((fact) => fact.kind === 'legalBasis' && fact.state !== 'removed')
    .map((fact) => {
      const { type, number, date, issuer } = members(fact)
      const title = members(fact).title || aboutAfter(text, fact.source?.end)
      const paper = paperTitle({ type, number, date: date === '' ? '' : formatDate(date) })
      return {
        id: fact.id,
        // a law is known by its name: «Luật Thi đua, khen thưởng»
        words: number === '' && date === '' && title !== '' ? title : [paper, issuer].filter(Boolean).join(' của '),
        answered: /\/PĐ-/i.test(number) || /phát động/i.test(title),
      }
    })
}

/** «… của Ủy ban nhân dân tỉnh về việc phát động phong trào …; » → «về việc phát động phong trào …». */
function aboutAfter(text: string, end: number | undefined): string {
  if (end === undefined) return ''
  const [sentence = ''] = text.slice(end, end + 600).split(/[;\n]|\.\s/)
  return /(?:về|V\/v)\s.+/.exec(sentence)?.[0].replace(/[.\s]+$/, '') ?? ''
}

function members({ value }: PlanFact) {
  const text = (name: string) => (typeof value[name] === 'string' ? value[name].trim() : '')
  return {
    type: text('type'),
    number: text('number'),
    date: text('date'),
    issuer: text('issuer'),
    title: text('title'),
  }
}
