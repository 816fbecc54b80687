/**
 * Runs one of our TypeScript programs in this very process: `node scripts/go.mjs src/app/start.ts …`.
 * npm puts our own Node first in the path. Where npm may not run install scripts there is none, and where it also skips
 * the scripts before this one nobody has said so yet: then this is one line instead of a stack of them.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [program = '', ...rest] = process.argv.slice(2)
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    'Chưa có Node 24 của chương trình: chạy «npm install --ignore-scripts=false», rồi chạy lại bằng npm.\n',
  )
  process.exit(1)
}
process.argv = [process.argv[0] ?? 'node', resolve(program), ...rest]
await import(pathToFileURL(resolve(program)).href)
