import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPlan, toPlanJson } from './index.ts'

const SAMPLES = 'samples/plans'
const CASES = 'src/reader/cases'
/** Their errors were never looked at to change a rule; see the README of the cases. */
const UNSEEN = 'src/reader/cases/unseen'

type Change = (text: string) => string
const asGiven: Change = (text) => text

function texts(folder: string): { name: string; text: string }[] {
  return readdirSync(join(folder, 'documents')).map((file) => ({
    name: file.replace(/\.txt$/, ''),
    text: readFileSync(join(folder, 'documents', file), 'utf8'),
  }))
}

const planOf = (text: string) => toPlanJson(readPlan(text).facts)

let out = ''
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'reader-'))
})
afterAll(() => rmSync(out, { recursive: true }))

/** Reads every text of a folder and lets the scorer compare. */
function overall(folder: string, change: Change): number {
  for (const { name, text } of texts(folder))
    writeFileSync(join(out, `${name}.json`), JSON.stringify(planOf(change(text))))
  const scored = execFileSync(process.execPath, [join(SAMPLES, 'score.mjs'), join(folder, 'expected'), out, '--json'])
  return (JSON.parse(scored.toString()) as { overall: { f: number } }).overall.f
}

describe.each([
  ['the four real plans', SAMPLES],
  ['small plans of other issuers, written for these tests', CASES],
  ['plans no rule was tuned by', UNSEEN],
])('%s', (_, folder) => {
  it('are read nearly without a fault', () => expect(overall(folder, asGiven)).toBeGreaterThanOrEqual(0.97))

  it('are read as well with their empty lines taken out', () => {
    expect(overall(folder, (text) => text.replace(/\n\s*\n/g, '\n'))).toBeGreaterThanOrEqual(0.9)
  })

  it('are read as well wrapped at 90 signs, as a PDF gives them', () => {
    expect(overall(folder, wrapped)).toBeGreaterThanOrEqual(0.9)
  })

  it.each([
    ['decomposed letters', (text: string) => text.normalize('NFD')],
    ['line ends of Windows', (text: string) => text.replace(/\n/g, '\r\n')],
    ['Ð for Đ', (text: string) => text.replace(/Đ/g, 'Ð')],
    ['hard blanks', (text: string) => text.replace(/ /g, '\u00A0')],
  ])('give the same plan with %s', (_name, change) => {
    for (const { text } of texts(folder)) expect(planOf(change(text))).toEqual(planOf(text))
  })
})

function wrapped(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (line.length <= 110) return line
      let at = 0
      return line
        .split(' ')
        .map((word) => {
          at += word.length + 1
          if (at <= 90) return word
          at = word.length
          return `\n${word}`
        })
        .join(' ')
        .replace(/ \n/g, '\n')
    })
    .join('\n')
}
