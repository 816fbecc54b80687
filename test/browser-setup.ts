import { existsSync } from 'node:fs'

/** The browser tests open the built screens: `scripts/prepare.mjs` has made them when they come through npm. */
export default function setUp(): void {
  if (!existsSync(new URL('../dist/web/index.html', import.meta.url))) {
    throw new Error('Chưa có giao diện đã dựng: chạy «npm run build» trước')
  }
}
