import { createInterface } from 'node:readline'
import { MovedClock } from '../../src/platform/clock/clock.ts'
import { openPools } from '../../src/platform/database/pools.ts'
import { createUnitOfWork } from '../../src/platform/database/unit-of-work.ts'
import { ladderJob } from '../../src/urging/server/index.ts'
import { testKeys } from '../keys.ts'
import { mailJob } from './mail-job.ts'

/**
 * A process that does nothing but what the server's jobs do: told a moment («2022-08-10T01:00:00.000Z»), it runs the ladder at it and then
 * sends the mails, and says how far it is. For being killed.
 */
const [, , applicationUrl = '', smtpUrl = ''] = process.argv
const clock = new MovedClock(0)
const pools = openPools({ applicationUrl, signInUrl: applicationUrl })
const work = createUnitOfWork({ pool: pools.application, clock, keys: testKeys })
const ground = { work, signal: new AbortController().signal }
const mails = mailJob(smtpUrl)

console.log('ready')
for await (const moment of createInterface({ input: process.stdin })) {
  clock.move(new Date(moment))
  try {
    await ladderJob.run({}, ground)
    console.log('urged')
    await mails.run({}, ground)
    console.log('sent')
  } catch (fault) {
    console.log(`broken: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
}
await pools.close()
