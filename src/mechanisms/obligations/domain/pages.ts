/** What is sent for a duty is written on a page of its own; confirming receipt is done on the obligation's. */
export const SUBMISSION_PAGES = { disseminate: 'quan-triet', task: 'hoan-thanh', report: 'bao-cao' } as const

/** Where whoever receives it types in what came on paper, with what stands on it. */
export function paperPage(owed: { id: string; kind: keyof typeof SUBMISSION_PAGES }): string {
  return `/viec/${owed.id}/${owed.kind === 'report' ? 'nhap-bao-cao-giay' : 'nhap-ban-giay'}`
}

const THING_PAGES = { campaign: 'phong-trao', assignment: 'giao-viec' } as const

/** The page of what an obligation comes from. */
export function thingPage(owed: { thingKind: keyof typeof THING_PAGES; thingId: string }): string {
  return `/${THING_PAGES[owed.thingKind]}/${owed.thingId}`
}

/** Where one does it. */
export function pageOf(owed: { id: string; kind: 'confirm-receipt' | keyof typeof SUBMISSION_PAGES }): string {
  return owed.kind === 'confirm-receipt' ? `/viec/${owed.id}` : `/viec/${owed.id}/${SUBMISSION_PAGES[owed.kind]}`
}
