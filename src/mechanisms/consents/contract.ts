import { z } from 'zod'
import { day, id } from '../../platform/contract/shapes.ts'

/**
 * How a consent is given: by the person himself in the product, or on paper and entered by an officer,
 * who says whose it is, of which day, and attaches the scan.
 */
export const consentGiven = z.discriminatedUnion('way', [
  z.object({ way: z.literal('product') }),
  z.object({ way: z.literal('paper'), givenByPersonId: id, givenOn: day, scanFileId: id }),
])
export type ConsentGiven = z.infer<typeof consentGiven>

export const consentShape = z.object({
  id: z.string(),
  outcome: z.enum(['agreed', 'returned']),
  reason: z.string().nullable(),
  givenByName: z.string(),
  givenAs: z.string(),
  givenOn: z.string(),
  way: z.enum(['product', 'paper']),
  scanFileId: z.string().nullable(),
  enteredByName: z.string(),
  enteredAt: z.string(),
  voided: z.object({ at: z.string(), reason: z.string() }).nullable(),
})
export type ConsentShape = z.infer<typeof consentShape>

/** People who may give a consent here, offered when one is recorded from paper. */
export const consentGivers = z.array(z.object({ personId: z.string(), name: z.string(), post: z.string() }))
