/**
 * The JavaScript a person waits for at first: what signing in and «Việc của tôi» fetch together, gzip, in kB of 1,000
 * bytes. Read from the build's manifest; later pages are not in it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { measureFirstLoad } from './lib/first-load.ts'

const dist = new URL('../dist/web/', import.meta.url)
const manifestFile = new URL('.vite/manifest.json', dist)
if (!existsSync(manifestFile)) {
  process.stderr.write('Chưa có giao diện đã dựng: chạy «npm run build» trước\n')
  process.exit(1)
}

const LIMIT_KB = 250
const FIRST_PAGES = ['accounts/web/sign-in-page.tsx', 'mechanisms/obligations/web/my-work-page.tsx']

const files = measureFirstLoad(JSON.parse(readFileSync(manifestFile, 'utf8')), FIRST_PAGES).map((file) => {
  const bytes = readFileSync(new URL(file, dist))
  return { file, kb: gzipSync(bytes, { level: 9 }).length / 1000 }
})
for (const { file, kb } of files.sort((a, b) => b.kb - a.kb)) console.log(`${kb.toFixed(1).padStart(8)} kB  ${file}`)

const firstLoadKb = Math.round(files.reduce((sum, { kb }) => sum + kb, 0) * 10) / 10
console.log(`${firstLoadKb} kB trong ${LIMIT_KB} kB cho lần mở đầu`)
console.log(JSON.stringify({ firstLoadKb }))
