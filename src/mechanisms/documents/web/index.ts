/** What every page that reviews a document shows: its text with marks, and the boxes of its facts. */

export { FactBoxes, factElementId } from './fact-boxes.tsx'
export type { FactDesk } from './fact-desk.ts'
export { FactList, focusFact, useAdding } from './fact-list.tsx'
export { isDoubtful, type Marks, marksOf } from './fact-marks.ts'
export { doubtWords, levelWords, rowWords } from './fact-words.ts'
export { paperDateText } from './paper-date.ts'
export type { Stretch } from './paper-selection.ts'
export { ReviewedPaper } from './reviewed-paper.tsx'
export { SingleFact } from './single-fact.tsx'
export {
  type DraftState,
  type FactReview,
  FactReviewContext,
  useActing,
  useEntries,
  useFactDesk,
  useFactReview,
  useSaveState,
} from './use-fact-desk.ts'
