/** What every page that reviews a document shows: its text with marks, and the boxes of its facts. */

export { FactBoxes, factElementId } from './fact-boxes.tsx'
export type { FactDesk } from './fact-desk.ts'
export { FactList, focusFact } from './fact-list.tsx'
export { isDoubtful, type Marks, marksOf } from './fact-marks.ts'
export { type FactReview, FactReviewContext, useFactReview, useOpen } from './fact-review.ts'
export { doubtWords, levelWords, rowWords } from './fact-words.ts'
export { createLooking, type Looking } from './looking.ts'
export { paperDateText } from './paper-date.ts'
export type { Stretch } from './paper-selection.ts'
export { ReviewedPaper } from './reviewed-paper.tsx'
export { SingleFact } from './single-fact.tsx'
export { type DraftState, useActing, useAdding, useFactDesk, useSaveState } from './use-fact-desk.ts'
