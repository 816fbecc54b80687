import { access, constants, mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { readFileText } from '../../intake/index.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { type Plan, readPlan, toPlanJson } from '../../reader/index.ts'

const USAGE = 'Cách dùng: npm run -s thidua -- read TỆP… [--out THƯ-MỤC]\n'

/**
 * `read FILE… [--out DIR]`: prints one JSON array of the plans, or writes one JSON file for each into DIR. A file that
 * is refused goes to stderr with its reason and makes the exit code 1; the others still come. Without a file: 2.
 */
export async function readCommand(args: readonly string[]): Promise<number> {
  const asked = options(args)
  if (!asked || asked.files.length === 0) {
    process.stderr.write(USAGE)
    return 2
  }
  if (asked.out !== undefined && !(await made(asked.out))) {
    process.stderr.write(`${asked.out}: Không ghi được vào thư mục này\n`)
    return 1
  }
  const plans: Plan[] = []
  const written = new Set<string>()
  let refused = 0
  for (const file of asked.files) {
    const target = `${basename(file, extname(file))}.json`
    const plan =
      asked.out !== undefined && written.has(target) ? `Đã ghi ${target} từ tệp khác cùng tên` : await planOf(file)
    if (typeof plan === 'string') {
      process.stderr.write(`${file}: ${plan}\n`)
      refused += 1
    } else if (asked.out === undefined) plans.push(plan)
    else {
      await writeFile(join(asked.out, target), `${JSON.stringify(plan, null, 1)}\n`)
      written.add(target)
    }
  }
  if (asked.out === undefined) await printed(`${JSON.stringify(plans, null, 1)}\n`)
  return refused > 0 ? 1 : 0
}

/** Makes the folder and says whether one can write into it. */
async function made(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function options(args: readonly string[]): { files: string[]; out?: string } | null {
  const files: string[] = []
  let out: string | undefined
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    if (arg === '--out') {
      out = args[i + 1]
      i += 1
      if (!out) return null
    } else if (arg.startsWith('--out=')) out = arg.slice('--out='.length)
    else if (arg.startsWith('--')) return null
    else files.push(arg)
  }
  return { files, out }
}

/** The plan, or why there is none. */
async function planOf(file: string): Promise<Plan | string> {
  try {
    const read = await readFileText({ path: file, name: basename(file) })
    if (!read.ok) return refusalSentence(read.refusal.code, read.refusal.values)
    return toPlanJson(readPlan(read.value.text).facts)
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
    if (code === 'ENOENT') return 'Không có tệp này'
    if (code === 'EISDIR') return 'Đây là thư mục, không phải tệp'
    if (code === 'EACCES' || code === 'EPERM') return 'Không có quyền đọc tệp này'
    throw fault
  }
}

/** Waits until the whole text has left: a pipe takes it in pieces. */
function printed(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (fault) => (fault ? reject(fault) : resolve())))
}
