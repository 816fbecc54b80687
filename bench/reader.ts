import { readdirSync, readFileSync } from 'node:fs'
import { readPlan } from '../src/reader/index.ts'

/**
 * How many plans one thread reads in a second (the samples and the reader's cases, again and again for two seconds), and
 * how the time grows when a text is ten times as long: 10 is linear.
 */

const texts = ['samples/plans/documents', 'src/reader/cases/documents', 'src/reader/cases/unseen/documents'].flatMap(
  (folder) => readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
)

function docsPerSecond(): number {
  const began = performance.now()
  let read = 0
  while (performance.now() - began < 2000) {
    for (const text of texts) readPlan(text)
    read += texts.length
  }
  return Math.round(read / ((performance.now() - began) / 1000))
}

/** The shortest of several runs, so that what else the machine does counts least. */
function millisecondsFor(text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 5; run += 1) {
    const began = performance.now()
    readPlan(text)
    best = Math.min(best, performance.now() - began)
  }
  return best
}

for (const text of texts) readPlan(text)
const all = texts.join('\n\n')
const growth10x = Number((millisecondsFor(`${all}\n\n`.repeat(10)) / millisecondsFor(all)).toFixed(1))
process.stdout.write(`${JSON.stringify({ docsPerSecond: docsPerSecond(), growth10x })}\n`)
