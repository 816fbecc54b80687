import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { writeXlsx } from 'hucre/xlsx'
import { readSheet } from '../../src/intake/xlsx/index.ts'
import { writeSheet } from '../../src/typeset/index.ts'
import { columns, people } from './sheet-rows.ts'

/** One step of `bench -- xlsx` in a process of its own, so that its memory is its own: prints seconds and peak. */
const [step = '', path = '', count = '0'] = process.argv.slice(2)
const began = performance.now()
let rows = Number(count)
switch (step) {
  case 'write':
    await pipeline(writeSheet({ name: 'Người', columns, rows: people(rows) }).bytes, createWriteStream(path))
    break
  case 'peer': {
    // The library's own way, everything in memory: the same values without styles, lists or guards.
    const all = [columns.map((column) => column.head), ...Array.from(people(rows), (row) => Object.values(row))]
    await writeFile(path, await writeXlsx({ sheets: [{ name: 'Người', rows: all }] }))
    break
  }
  case 'read': {
    rows = 0
    const read = await readSheet({
      source: { path },
      columns,
      onRows: (some) => {
        rows += some.length
      },
    })
    if (!read.ok) throw new Error(read.refusal.code)
    break
  }
}
const seconds = Number(((performance.now() - began) / 1000).toFixed(2))
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(JSON.stringify({ seconds, peakMb, rows }))
