/** What every page that asks for a consent shows: the form, and the list of those given. */
export { ConsentForm, type ConsentFormProps } from './consent-form.tsx'
export { ConsentList } from './consent-list.tsx'
export type { ConsentAnswer, ConsentGiver } from './paper-consent.ts'
