import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../test/find-browser.ts'

/**
 * `npm test`: everything that must hold, cheapest first; all of it is run even where something fails.
 * The last line says `N passed, N failed`: the tests, and the checks that are not tests, one each.
 *
 *   npm test -- lint types db      only these parts
 */

type Outcome = { readonly passed: number; readonly failed: number; readonly verdict: 'PASS' | 'FAIL' | 'NOT RUN' }
type Part = { readonly name: string; readonly run: () => Promise<{ outcome: Outcome; output: string }> }

const results = mkdtempSync(join(tmpdir(), 'thi-dua-results-'))

/** One thread each: two at a time. */
const CHECKS: readonly Part[] = [
  check('lint', 'biome', ['ci', '--colors=off', '.']),
  check('lint-types', 'oxlint', ['--type-aware']),
  check('types', 'tsc', ['--pretty', 'false']),
  check('arrows', 'depcruise', ['src', 'test', 'scripts', 'bench', 'e2e', '--config', '.dependency-cruiser.cjs']),
  check('dead-code', 'knip', ['--no-progress']),
  check('generated', 'node', ['scripts/generate-tables.ts', '--check']),
]

/** Each takes both cores itself: one after the other. */
const TESTS: readonly Part[] = [tests('unit'), tests('db'), tests('contract'), browserTests()]

function check(name: string, command: string, args: readonly string[]): Part {
  return {
    name,
    run: async () => {
      const { code, output } = await execute(command, args)
      const passes = code === 0
      return { outcome: { passed: passes ? 1 : 0, failed: passes ? 0 : 1, verdict: passes ? 'PASS' : 'FAIL' }, output }
    },
  }
}

function tests(project: string, environment: Readonly<Record<string, string>> = {}): Part {
  return {
    name: project,
    run: async () => {
      const report = join(results, `${project}.json`)
      const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests']
      const { code, output } = await execute('vitest', ['run', '--project', project, ...reporting], environment)
      const { passed, failed } = readCounts(report)
      // A file that does not even load, or a set-up that fails, holds no failed test: it counts all the same.
      const failures = code === 0 ? 0 : Math.max(failed, 1)
      return { outcome: { passed, failed: failures, verdict: failures === 0 ? 'PASS' : 'FAIL' }, output }
    },
  }
}

function browserTests(): Part {
  return {
    name: 'browser',
    run: async () => {
      const found = await findBrowser()
      if ('missing' in found) return { outcome: { passed: 0, failed: 1, verdict: 'NOT RUN' }, output: found.missing }
      return tests('browser', found.environment).run()
    },
  }
}

function readCounts(report: string): { passed: number; failed: number } {
  try {
    const counted = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number }
    return { passed: counted.numPassedTests, failed: counted.numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

function execute(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, NO_COLOR: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', (error) => resolve({ code: 1, output: error.message }))
    child.once('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }))
  })
}

async function runPart({ name, run }: Part): Promise<Outcome> {
  const began = performance.now()
  const { outcome, output } = await run()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const count = outcome.passed + outcome.failed > 1 ? `  ${outcome.passed} passed, ${outcome.failed} failed` : ''
  if (outcome.verdict === 'FAIL') console.log(output.trimEnd())
  console.log(`${outcome.verdict.padEnd(8)}${name.padEnd(12)}${seconds.padStart(6)} s${count}`)
  if (outcome.verdict === 'NOT RUN') console.log(output)
  return outcome
}

async function runTwoAtATime(parts: readonly Part[]): Promise<Outcome[]> {
  const waiting = [...parts]
  const lane = async (): Promise<Outcome[]> => {
    const next = waiting.shift()
    return next ? [await runPart(next), ...(await lane())] : []
  }
  return (await Promise.all([lane(), lane()])).flat()
}

const chosen = process.argv.slice(2)
const isChosen = ({ name }: Part) => chosen.length === 0 || chosen.includes(name)
const outcomes = await runTwoAtATime(CHECKS.filter(isChosen))
for (const part of TESTS.filter(isChosen)) outcomes.push(await runPart(part))
rmSync(results, { recursive: true, force: true })

const total = (count: (outcome: Outcome) => number) => outcomes.reduce((sum, outcome) => sum + count(outcome), 0)
const failed = total((outcome) => outcome.failed)
console.log(`${total((outcome) => outcome.passed)} passed, ${failed} failed`)
process.exitCode = failed === 0 && outcomes.length > 0 ? 0 : 1
