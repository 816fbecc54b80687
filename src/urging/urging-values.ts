import { z } from 'zod'

/** Whom a step goes to: the four stages everybody sees, with what is sent to the unit parted into before and after the last day. */
export const STAGES = ['unit', 'unit-after', 'head', 'superior', 'letter'] as const

/** One step of a ladder: how many working days before (negative) or after the last day, and whom it goes to. */
export const ladderStep = z.object({ stage: z.enum(STAGES), days: z.int().min(-30).max(90) })
