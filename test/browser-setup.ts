import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startProduct, stopProduct } from './product.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The data directory of a sample world that has been made and stopped; every journey in it begins with a copy. */
    sampleWorld: string
  }
}

/**
 * The browser tests open the built screens, which `scripts/prepare.mjs` has made when they come through npm, and most of them the sample
 * world: told once, not once for each.
 */
export default async function setUp(project: TestProject): Promise<() => void> {
  if (!existsSync(new URL('../dist/web/index.html', import.meta.url))) {
    throw new Error('Chưa có giao diện đã dựng: chạy «npm run build» trước')
  }
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-sample-'))
  const sampleWorld = join(folder, 'data')
  await stopProduct(await startProduct(sampleWorld, 'demo'))
  project.provide('sampleWorld', sampleWorld)
  return () => rmSync(folder, { recursive: true, force: true })
}
