/** The rooms of the board, in the order a project goes through them. */
export const phases = ['idea', 'investigation', 'trial', 'operation', 'spread'] as const;
export type Phase = (typeof phases)[number];
