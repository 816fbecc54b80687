import type { Example } from '../../../ui/examples/example.ts'

const files = import.meta.glob<{ examples: readonly Example[] }>('../../../ui/*/examples.tsx', { eager: true })

/** Each folder of the design system with its examples, by name. */
export const PARTS = Object.entries(files)
  .map(([path, file]) => ({ name: path.split('/').at(-2) ?? path, examples: file.examples }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
