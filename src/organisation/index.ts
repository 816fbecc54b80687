/** What other capabilities may know of the organisation's rules. Safe in a browser. */
export { readCitizenId } from './domain/citizen-id.ts'
export { parsePartialDate, parseTypedPartialDate, partialDateText, partialDateWords } from './domain/partial-date.ts'
export { doubtsOf, whyNotDays } from './domain/person-checks.ts'
export {
  FIELD_WORDS,
  fieldValueWords,
  GENDER_WORDS,
  type PersonDetails,
  type PersonField,
  staffCodeKey,
} from './domain/person-fields.ts'
export {
  LEADER_LEVEL_WORDS,
  LEADER_LEVELS,
  POST_KIND_WORDS,
  type PostKind,
  RECIPIENT_CLASS_WORDS,
  RECIPIENT_CLASSES,
  spanWords,
} from './domain/posts.ts'
export {
  decidesCorrections,
  editsFile,
  FILE_EDITORS,
  FILE_KEEPERS,
  handsOverWork,
  type PersonPlace,
  seesSensitive,
} from './domain/sensitive.ts'
export { UNIT_KIND_WORDS, UNIT_KINDS, UNIT_LEVEL_WORDS, UNIT_LEVELS } from './domain/unit-description.ts'
