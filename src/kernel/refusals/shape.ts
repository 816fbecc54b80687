/** How one subject's part of the catalogue is written: code → status and sentence. */
export type Refusals = Record<string, { status: number; text: string }>
