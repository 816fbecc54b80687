import { type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts'
import { capitalised } from './title.ts'

/** As much of a fact as is needed here. */
export type OutlineFact = {
  readonly kind: string
  readonly state: string
  readonly value: Readonly<Record<string, string | number | null>>
}

/** What the campaign itself shows of its plan, taken from the facts as they stand. */
export type Outline = {
  kind: string | null
  number: string | null
  issuedOn: PlainDate | null
  issuer: string | null
  subject: string | null
  theme: string | null
  signerName: string | null
  signerTitle: string | null
  startsOn: PlainDate | null
  endsOn: PlainDate | null
}

/** Takes the facts of a document (removed ones are passed over). Dates that the paper gives only by month count from its first to its last day. */
export function outlineOf(facts: readonly OutlineFact[]): Outline {
  const standing = facts.filter((fact) => fact.state !== 'removed')
  const periods = standing.filter((fact) => fact.kind === 'period')
  const starts = periods.flatMap((fact) => firstDay(member(fact, 'start')) ?? [])
  const ends = periods.flatMap((fact) => lastDay(member(fact, 'end')) ?? [])
  const signer = standing.find((fact) => fact.kind === 'signer')
  return {
    kind: text(standing, 'docType'),
    number: text(standing, 'number'),
    issuedOn: wholeDay(singleMember(standing, 'date', 'date')),
    issuer: text(standing, 'issuer'),
    subject: text(standing, 'subject'),
    theme: text(standing, 'theme'),
    signerName: signer ? member(signer, 'name') : null,
    signerTitle: signer ? member(signer, 'title') : null,
    startsOn: starts.sort()[0] ?? null,
    endsOn: ends.sort().at(-1) ?? null,
  }
}

/** «phát động phong trào …» → «Phát động phong trào …»; the file's name when the paper gave no subject. */
export function titleFor(subject: string | null, fallback: string): string {
  return capitalised(subject ?? fallback).slice(0, 500)
}

function text(facts: readonly OutlineFact[], kind: string): string | null {
  return singleMember(facts, kind, 'text')
}

function singleMember(facts: readonly OutlineFact[], kind: string, name: string): string | null {
  const fact = facts.find((one) => one.kind === kind)
  return fact ? member(fact, name) : null
}

function member(fact: OutlineFact, name: string): string | null {
  const value = fact.value[name]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

function wholeDay(date: string | null): PlainDate | null {
  return date === null ? null : (parsePlainDate(date) ?? null)
}

function firstDay(date: string | null): PlainDate | null {
  if (date === null || date.startsWith('--')) return null
  return wholeDay(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date)
}

function lastDay(date: string | null): PlainDate | null {
  if (date === null || date.startsWith('--')) return null
  if (date.length === 4) return wholeDay(`${date}-12-31`)
  if (date.length !== 7) return wholeDay(date)
  const last = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate()
  return wholeDay(`${date}-${String(last).padStart(2, '0')}`)
}
