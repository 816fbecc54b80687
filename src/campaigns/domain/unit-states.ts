/** Which units of the map are shown: those late with something, with something still to do, with everything done. */
export const UNIT_STATES = ['late', 'open', 'done'] as const
