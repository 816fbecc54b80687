import { defineConfig } from 'vitest/config'

const elsewhere = ['**/node_modules/**', 'dist/**', 'var/**', 'var-demo/**']
const database = ['**/*.db.test.ts']
const contract = ['**/*.contract.test.ts']
const setupFiles = ['test/seed.ts']

/** Only what hangs is cut off: how fast a test is says more of the machine than of the code. */
const PATIENCE_MS = 300_000

/** The suffix of a test file says what it needs; each need is a project, so that `npm test` can run the cheap ones first. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          include: ['{src,test,scripts,samples,bench}/**/*.test.ts'],
          exclude: [...elsewhere, ...database, ...contract],
          testTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          name: 'db',
          setupFiles,
          include: database,
          exclude: elsewhere,
          globalSetup: ['test/global-setup.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          name: 'contract',
          setupFiles,
          include: contract,
          exclude: elsewhere,
          globalSetup: ['test/global-setup.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['test/global-setup.ts', 'test/browser-setup.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          // Two at a time: they wait for each other less than for their own pages.
        },
      },
    ],
  },
})
