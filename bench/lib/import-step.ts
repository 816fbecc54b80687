import { createReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { orderApply } from '../../src/imports/server/change-import.ts'
import { importJobs, peopleImport } from '../../src/imports/server/index.ts'
import { getImport } from '../../src/imports/server/show-import.ts'
import { startImport } from '../../src/imports/server/start-import.ts'
import { readSheet } from '../../src/intake/xlsx/index.ts'
import type { Who } from '../../src/kernel/actor.ts'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { openPools } from '../../src/platform/database/pools.ts'
import { createUnitOfWork } from '../../src/platform/database/unit-of-work.ts'
import { DiskStore } from '../../src/platform/files/content-store.ts'
import { registerFile } from '../../src/platform/files/file-rows.ts'
import { createJobRunner } from '../../src/platform/jobs/job-runner.ts'
import { XLSX_MEDIA_TYPE } from '../../src/typeset/index.ts'
import { testKeys } from '../../test/keys.ts'
import { settled } from '../../test/throw-away-cluster.ts'

/** One import from its file to its last row, as the server does it, in a process of its own whose memory is the measure. */
const [what = '', path = '', applicationUrl = '', signInUrl = '', accountId = '', unitId = ''] = process.argv.slice(2)
const seconds = (since: number) => Number(((performance.now() - since) / 1000).toFixed(2))
const peakMb = () => Math.round(process.resourceUsage().maxRSS / 1024)

async function reading() {
  const began = performance.now()
  let rows = 0
  settled(
    await readSheet({
      source: { path },
      columns: peopleImport.columns,
      onRows: (some) => {
        rows += some.length
      },
    }),
  )
  return { seconds: seconds(began), peakMb: peakMb(), rows }
}

async function importing() {
  const kinds = [peopleImport]
  const pools = openPools({ applicationUrl, signInUrl })
  const work = createUnitOfWork({ pool: pools.application, clock: systemClock, keys: testKeys })
  const who: Who = { kind: 'person', accountId }
  const store = new DiskStore(join(dirname(path), 'files'))
  const sql = (text: string, values?: unknown[]) => pools.application.query(text, values)
  const runner = createJobRunner({ jobs: importJobs(store, kinds), work, sql, onFault: () => {} })

  const began = performance.now()
  const received = settled(await store.receive(createReadStream(path), 20_000_000))
  await received.keep()
  const file = {
    id: newId(),
    sha256: received.sha256,
    size: received.size,
    mediaType: XLSX_MEDIA_TYPE,
    name: 'nguoi.xlsx',
  }
  settled(await work.write(who, (tx) => registerFile(tx, file)))
  const id = newId()
  const input = { id, kind: 'people', unitId, fileId: file.id, defaultDay: null }
  settled(await work.write(who, (tx) => startImport(kinds)(tx, input)))
  const uploadSeconds = seconds(began)
  const reads = performance.now()
  await runner.runWaiting()
  const readSeconds = seconds(reads)
  const seen = settled(await work.read(who, (tx) => getImport(kinds)(tx, { id }))).import
  if (seen.state !== 'ready') throw new Error(`${seen.state}: ${seen.problem}`)
  const applies = performance.now()
  settled(await work.write(who, (tx) => orderApply(kinds)(tx, { id, version: seen.version, rows: seen.counts.new })))
  await runner.runWaiting()
  const applySeconds = seconds(applies)
  const done = settled(await work.read(who, (tx) => getImport(kinds)(tx, { id }))).import
  if (done.state !== 'applied') throw new Error(`${done.state}: ${done.problem}`)
  const { user, system } = process.cpuUsage()
  const result = {
    ownCpuSeconds: Number(((user + system) / 1e6).toFixed(2)),
    seconds: seconds(began),
    peakMb: peakMb(),
    uploadSeconds,
    readSeconds,
    applySeconds,
    counts: done.counts,
  }
  await runner.stop()
  await pools.close()
  return result
}

console.log(JSON.stringify(what === 'read' ? await reading() : await importing()))
