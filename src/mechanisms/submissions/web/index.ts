import type { PageRoute } from '../../../platform/web/page-route.ts'

/** What capabilities that bring a kind of their own show with it: the acts of sender and receiver, the receipt, the sendings. */
export { type SubmissionPageData, submissions } from './api.ts'
export { fileWords } from './file-words.ts'
export { PaperPanel } from './paper-panel.tsx'
export { ProofList } from './proof-list.tsx'
export { ReceiptPanel } from './receipt-panel.tsx'
export { OpenPanel } from './receiver-panel.tsx'
export { SignaturePanel, WithdrawButton } from './sender-panel.tsx'
export { Sendings } from './sendings.tsx'
export { SignDialog } from './sign-dialog.tsx'
export { outcomeWords, signedWords, submissionStatus } from './words.ts'

/** What answers a duty: written, signed, sent, received. */
export const submissionPages: readonly PageRoute[] = [
  {
    path: '/viec/$id/quan-triet',
    section: 'my-work',
    page: () => import('./dissemination-page.tsx').then((m) => m.DisseminationPage),
  },
  {
    path: '/viec/$id/nhap-ban-giay',
    section: 'my-work',
    page: () => import('./paper-entry-page.tsx').then((m) => m.PaperEntryPage),
  },
  {
    path: '/viec/$id/hoan-thanh',
    section: 'my-work',
    page: () => import('./completion-page.tsx').then((m) => m.CompletionPage),
  },
]
