import { CAST, DEMO_PASSWORD } from './demo/cast.ts'
import { makeSampleWorld } from './demo/sample-world.ts'
import { runProduct } from './start-product.ts'

await runProduct({
  dataDir: './var-demo',
  demo: true,
  options: { cast: { cast: CAST, password: DEMO_PASSWORD } },
  prepare: ({ parts }) => makeSampleWorld(parts),
})
