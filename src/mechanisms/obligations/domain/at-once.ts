/** Most rows one act on many takes at a time. */
export const MOST_AT_ONCE = 500
