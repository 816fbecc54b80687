import { parsePlainDate } from '../kernel/plain-date.ts'
import { CAST, DEMO_PASSWORD } from './demo/cast.ts'
import { makeSampleWorld } from './demo/sample-world.ts'
import { runProduct } from './start-product.ts'

const asked = process.env.DEMO_FROM?.trim() || undefined
const from = asked === undefined ? undefined : parsePlainDate(asked)
if (asked !== undefined && from === undefined) {
  console.error('DEMO_FROM phải là một ngày, như 2024-05-02')
  process.exit(1)
}

await runProduct({
  dataDir: './var-demo',
  demo: true,
  options: { cast: { cast: CAST, password: DEMO_PASSWORD } },
  prepare: ({ parts }) => makeSampleWorld(parts, from),
})
