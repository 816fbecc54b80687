import { type Block, toBlocks } from './blocks.ts'
import { readLegalBases } from './citations.ts'
import { readCommemorations } from './commemorations.ts'
import { FACT_KINDS, type Fact, type FactKind, type Finding, finding } from './facts.ts'
import { readFoot } from './foot.ts'
import { linesAbovePaper, readHead } from './head.ts'
import { inferIssuer } from './infer-issuer.ts'
import { prepare } from './lines.ts'
import { readMovements } from './movements.ts'
import { inOwnCase } from './own-case.ts'
import { readPeriods } from './periods.ts'
import { readDeadlines } from './plan-deadlines.ts'
import { readTargets } from './targets.ts'
import { readTasks } from './tasks.ts'
import { readTheme } from './theme.ts'
import { viewOf } from './view.ts'

/** What was read. All places refer to `text`, the cleaned form of the text given (itself, when it was clean). */
export type ReadPlan = { text: string; facts: Fact[] }

/**
 * Reads a plan: text in, facts with their places out. Pure, the same answer every time, never throws whatever the
 * string. What the paper does not say is simply not among the facts.
 */
export function readPlan(given: string): ReadPlan {
  const { text, work, lines: all } = prepare(given)
  const lines = all.slice(linesAbovePaper(all))
  const head = readHead(lines)
  const foot = readFoot(lines, head.bodyFrom)
  const main = toBlocks(work, lines, head.bodyFrom, foot.from)
  const annexed = toBlocks(work, lines, foot.to, lines.length)
  const blocks = main.length > 0 && hasParts(annexed) ? renumber(main, annexed) : main
  const one = <K extends FactKind>(kind: K) => head.findings.find((found) => found.kind === kind)?.value
  const docType = (one('docType') as string | undefined) ?? null
  const year = campaignYear(one('subject') as string | undefined, one('date') as string | undefined, blocks)
  const periods = readPeriods(blocks, year, (one('subject') as string | undefined) ?? null)
  const subject = subjectBlock(work, head.findings)
  const spoken = subject ? [subject, ...blocks] : blocks
  const theme = readTheme(spoken)
  let findings: Finding[] = [...head.findings, ...foot.findings]
  const issuer = inferIssuer(main, lines.slice(0, 12), one('issuer') as string | undefined)
  if (issuer) findings = [issuer, ...findings.filter((found) => found.kind !== 'issuer')]
  findings = findings.map((found) => inRunningCase(found, work))
  findings.push(...readLegalBases(main))
  if (theme) findings.push(theme)
  findings.push(...readMovements(spoken, theme?.kind === 'theme' ? theme.value : null))
  const periodKeys = periods.map((_, i) => `period-${i + 1}`)
  for (const period of periods) {
    const { name, start, end, review } = period
    findings.push(
      finding('period', { name, start, end, review }, period.source, period.sure ? 'sure' : 'look', period.parts),
    )
  }
  findings.push(...readCommemorations(spoken, periods, (period) => periodKeys[periods.indexOf(period)] ?? '', year))
  findings.push(...readTargets(blocks), ...readTasks(blocks, docType, year), ...readDeadlines(blocks, year))
  return { text, facts: withKeys(findings) }
}

/** Bodies of the head as the text writes them; the place they were read from stays. */
function inRunningCase(found: Finding, work: string): Finding {
  if (found.kind !== 'issuer' && found.kind !== 'superior') return found
  return { ...found, value: inOwnCase(found.value, work) ?? found.value }
}

/** The subject as a block, so that the movement or the day it names is read too. It stands before all others. */
function subjectBlock(work: string, findings: readonly Finding[]): Block | null {
  const source = findings.find((found) => found.kind === 'subject')?.source
  if (!source) return null
  const view = viewOf(work, source.start, source.end)
  return { ...view, index: -1, marker: null, level: 99, body: 0, heading: false, parent: null, section: null }
}

/** Keys by kind, in the order found: `target-1`, `target-2`. */
function withKeys(findings: readonly Finding[]): Fact[] {
  return FACT_KINDS.flatMap((kind) =>
    findings.filter((found) => found.kind === kind).map((found, i) => ({ ...found, key: `${kind}-${i + 1}` })),
  )
}

/** A plan that a decision brings as its annex has parts of its own; a list or table has not. */
function hasParts(blocks: readonly Block[]): boolean {
  return blocks.filter((block) => block.marker !== null && block.section !== null).length >= 3
}

function renumber(main: readonly Block[], more: readonly Block[]): Block[] {
  const moved = new Map<Block, Block>()
  const shifted = more.map((block) => {
    const copy: Block = {
      ...block,
      index: block.index + main.length,
      parent: block.parent ? (moved.get(block.parent) ?? null) : null,
    }
    moved.set(block, copy)
    return copy
  })
  return [...main, ...shifted]
}

/** The year the campaign is about: of the subject, else of the paper, else the one named first in the text. */
function campaignYear(subject: string | undefined, date: string | undefined, blocks: readonly Block[]): string | null {
  const named = /(?:năm|Năm|NĂM)(?: học)? ((?:19|20)\d\d)/u.exec(subject ?? '')?.[1]
  if (named) return named
  const own = /^(\d{4})/.exec(date ?? '')?.[1]
  if (own) return own
  for (const block of blocks.slice(0, 12)) {
    const found = /(?:trong )?nam (20\d\d)/.exec(block.fold)?.[1]
    if (found) return found
  }
  return null
}
