export type { SheetHead } from './head.ts'
export type { CellProblem } from './read-in-place.ts'
export { type ReadRow, readSheet, type SheetToRead } from './read-sheet.ts'
