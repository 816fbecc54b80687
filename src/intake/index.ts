export type { IntakeResult, IntakeText, OnProgress } from './intake-text.ts'
export { type FileToRead, MOST_BYTES, readFileText } from './read-file-text.ts'
