/**
 * Runs one of our TypeScript programs in this very process: `node scripts/go.mjs src/app/start.ts …`.
 * npm puts our own Node first in the path. Where npm may not run install scripts there is none, and where it also skips
 * the scripts before this one nobody has said so yet: then this is one line instead of a stack of them.
 */
import module from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const [program = '', ...rest] = process.argv.slice(2)
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    'Chưa có Node 24 của chương trình: chạy «npm install --ignore-scripts=false», rồi chạy lại bằng npm.\n',
  )
  process.exit(1)
}
// Compiled once, our TypeScript and the packages alike; Node itself notices what has changed.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))
process.argv = [process.argv[0] ?? 'node', resolve(program), ...rest]
await import(pathToFileURL(resolve(program)).href)
