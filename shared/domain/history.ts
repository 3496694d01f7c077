import type { PersonId } from './person.ts';

export const historyKinds = [
  'created',
  'imported',
  'edited',
  'stepChanged',
  'requested',
  'stated',
  'ended',
  'moved',
  'story',
  'approval',
  'chefComment',
  'interest',
  'inquiry',
  'benefit',
  'visit',
  'spread',
  'followed',
  'paper',
  'quarter',
  'absence',
  'report',
  /** The plan of a project was changed, or a change of it proposed. */
  'planned',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

/** One change of one subject. Entries of a subject form a chain: each holds the hash of the one before. */
export type HistoryEntry = {
  /** `<subject>:<seq>`: the unique key that lets any server append safely. */
  readonly id: string;
  readonly subject: string;
  readonly seq: number;
  /** Unique: what the entry follows from, so that writing it again changes nothing. */
  readonly cause: string;
  readonly kind: HistoryKind;
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: string;
  /** JSON of what changed, before and after. */
  readonly before: string;
  readonly after: string;
  readonly previousHash: string;
  readonly hash: string;
};

/**
 * A change that travels in the very row it changed, so that the two are stored together; it is
 * copied into the subject's chain right after, and again by the sweep if that was cut off.
 */
export type Change = {
  readonly cause: string;
  readonly kind: HistoryKind;
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: string;
  readonly before: string;
  readonly after: string;
};

export const firstHash = '0'.repeat(64);

/** The text whose SHA-256 (hex) is the entry's hash: every field but the hash itself, in fixed order. */
export const sealedTextOf = (entry: Omit<HistoryEntry, 'hash'>): string =>
  JSON.stringify([
    entry.previousHash,
    entry.subject,
    entry.seq,
    entry.cause,
    entry.kind,
    entry.byId,
    entry.byName,
    entry.at,
    entry.before,
    entry.after,
  ]);

export type ChainFault = { readonly seq: number; readonly type: 'gap' | 'link' | 'hash' };

/** The first place where a subject's chain does not hold; null when it does. */
export const chainFaultOf = (
  entries: readonly HistoryEntry[],
  hashOf: (text: string) => string,
): ChainFault | null => {
  let previousHash = firstHash;
  let seq = 0;
  for (const entry of entries) {
    seq += 1;
    if (entry.seq !== seq) return { seq, type: 'gap' };
    if (entry.previousHash !== previousHash) return { seq, type: 'link' };
    if (hashOf(sealedTextOf(entry)) !== entry.hash) return { seq, type: 'hash' };
    previousHash = entry.hash;
  }
  return null;
};

/** The fields that differ, as JSON of before and after. */
export const differenceOf = <T extends object>(
  before: T,
  changes: Partial<T>,
): { readonly before: string; readonly after: string } => {
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(changes)) {
    const old = before[name as keyof T];
    if (JSON.stringify(old) === JSON.stringify(value)) continue;
    was[name] = old;
    is[name] = value;
  }
  return { before: JSON.stringify(was), after: JSON.stringify(is) };
};

/** What somebody said or decided, which other entries follow from. */
const causing: ReadonlySet<HistoryKind> = new Set([
  ...(['ended', 'requested', 'interest', 'inquiry', 'chefComment', 'quarter'] as const),
]);

/**
 * The entries as one tells them: what somebody said before what came of it. In the chain it is the
 * other way round, because there the word is what says that its consequences are behind; and who
 * answers a gate in the moment it is sent is in it before the sending.
 */
export const inToldOrder = <E extends Pick<HistoryEntry, 'kind' | 'cause' | 'at'>>(
  entries: readonly E[],
): readonly E[] => {
  const told = [...entries];
  for (const word of entries) {
    if (!causing.has(word.kind)) continue;
    const root = `${word.cause.replace(/:(?:ended|requested)$/, '')}:`;
    const from = told.indexOf(word);
    const since = Date.parse(word.at);
    const follows = ({ kind, at, cause }: E): boolean =>
      cause.startsWith(root) &&
      Date.parse(at) >= since &&
      // What a decision answers was said before it, be it in the very same second.
      (word.kind === 'requested' || !(kind === 'requested' || kind === 'stated'));
    const first = told.findIndex((entry, place) => place < from && follows(entry));
    if (first !== -1) told.splice(first, 0, ...told.splice(from, 1));
  }
  return told;
};
