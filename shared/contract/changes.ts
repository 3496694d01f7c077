/**
 * What a reader says in `A-IM` when it has something and takes what became of it since, answered
 * with 226 (RFC 3229).
 */
export const takesChanges = 'changes';
