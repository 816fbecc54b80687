/** What every page that asks for a consent shows: the form, and the list of those given. */
export { ConsentForm, type ConsentFormProps, type ConsentGiver } from './consent-form.tsx'
export { ConsentList } from './consent-list.tsx'
export type { ConsentAnswer } from './paper-consent.ts'
