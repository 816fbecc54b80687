/** Names the post or the delegation in which the person acts; without it he acts in all he holds. */
export const CAPACITY_HEADER = 'x-acting-in'
