import { runProduct } from './start-product.ts'

await runProduct({ dataDir: './var-demo', demo: true })
