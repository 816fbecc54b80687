/**
 * `npm run -s bench -- NAME …`: runs one measurement, `bench/NAME.ts`. Each prints, as its last line, one JSON object
 * with its figures.
 */
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -'.ts'.length))

const [name = ''] = process.argv.slice(2)
if (!names.includes(name) || !existsSync(`${folder}${name}.ts`)) {
  process.stderr.write(`Chọn một phép đo: ${names.join(', ')}\n`)
  process.exit(1)
}
process.argv.splice(2, 1)
await import(pathToFileURL(`${folder}${name}.ts`).href)
