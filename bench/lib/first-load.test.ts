import { expect, test } from 'vitest'
import { type Manifest, measureFirstLoad } from './first-load.ts'

const MANIFEST: Manifest = {
  'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['_react.js'] },
  '_react.js': { file: 'assets/react.js' },
  '../../accounts/web/sign-in-page.tsx': { file: 'assets/sign-in.js', imports: ['_shared.js'] },
  '../../campaigns/web/campaign-page.tsx': { file: 'assets/campaign.js', imports: ['_shared.js', '_chart.js'] },
  '_chart.js': { file: 'assets/chart.js' },
}

test('the first load is the entry, the first pages and all they stand on, each once', () => {
  expect(measureFirstLoad(MANIFEST, ['accounts/web/sign-in-page.tsx'])).toEqual([
    'assets/index.js',
    'assets/react.js',
    'assets/shared.js',
    'assets/sign-in.js',
  ])
})

test('a page the build does not have is a fault, not a smaller figure', () => {
  expect(() => measureFirstLoad(MANIFEST, ['web/my-work-page.tsx'])).toThrow('my-work-page')
})
