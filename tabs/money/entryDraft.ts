import type { GrantReply, PostingReply, PostPosting } from '#shared/contract/economy.ts';
import { isReason } from '#shared/domain/gates.ts';
import type { Ore } from '#shared/domain/money.ts';
import { amountProblems, parseKr } from '#shared/words/money.ts';
import { entryWords, tooMuchToRelease } from '#shared/words/screens/economyPage.ts';

export type EntryKind = 'spending' | 'purchase' | 'release';

/** What stands in the dialog, as typed. */
export type EntryDraft = {
  readonly kind: EntryKind | 'correction';
  /** Set when a posting is put right. */
  readonly corrects: PostingReply | null;
  /** `<pool row>|<request>`, because one request may be paid by several pools. */
  readonly grant: string;
  readonly poolRow: string;
  readonly amount: string;
  readonly direction: '' | 'tooMuch' | 'tooLittle';
  readonly text: string;
};

export type EntryProblems = Partial<
  Record<'grant' | 'poolRow' | 'amount' | 'direction' | 'text', string>
>;

export type EntryRead =
  | { readonly ok: true; readonly body: PostPosting }
  | { readonly ok: false; readonly problems: EntryProblems };

export const grantKey = (grant: Pick<GrantReply, 'poolRow' | 'requestId'>): string =>
  `${grant.poolRow}|${grant.requestId}`;

export const chosenGrant = (
  draft: Pick<EntryDraft, 'grant'>,
  grants: readonly GrantReply[],
): GrantReply | undefined => grants.find((grant) => grantKey(grant) === draft.grant);

type AmountRead = { readonly ore: Ore } | { readonly problem: string };

const amountIn = (draft: EntryDraft, grant: GrantReply | undefined): AmountRead => {
  const parsed = parseKr(draft.amount);
  if (!parsed.ok) return { problem: amountProblems[parsed.reason] };
  if (parsed.ore === 0) return { problem: entryWords.notZero };
  if (draft.kind === 'release' && grant && parsed.ore > grant.unspentOre)
    return { problem: tooMuchToRelease(grant.unspentOre) };
  return { ore: parsed.ore };
};

const problemsIn = (
  draft: EntryDraft,
  grant: GrantReply | undefined,
  amount: AmountRead,
): EntryProblems => ({
  ...((draft.kind === 'spending' || draft.kind === 'release') && !grant
    ? { grant: entryWords.grantMissing }
    : {}),
  ...(draft.kind === 'purchase' && draft.poolRow === '' ? { poolRow: entryWords.poolMissing } : {}),
  ...(draft.kind === 'correction' && draft.direction === ''
    ? { direction: entryWords.directionMissing }
    : {}),
  ...('problem' in amount ? { amount: amount.problem } : {}),
  ...(isReason(draft.text) ? {} : { text: entryWords.textMissing }),
});

/** The amount that goes into the ledger: a correction says less with a minus. */
export const signedOre = (draft: Pick<EntryDraft, 'kind' | 'direction'>, ore: Ore): Ore =>
  draft.kind === 'correction' && draft.direction === 'tooMuch' ? -ore : ore;

const bodyOf = (
  draft: EntryDraft,
  key: string,
  ore: Ore,
  grant: GrantReply | undefined,
): PostPosting | null => {
  const text = draft.text.trim();
  switch (draft.kind) {
    case 'spending':
    case 'release':
      return grant
        ? { type: draft.kind, key, poolRow: grant.poolRow, requestId: grant.requestId, ore, text }
        : null;
    case 'purchase':
      return { type: 'purchase', key, poolRow: draft.poolRow, ore, text };
    case 'correction': {
      const { corrects } = draft;
      if (!corrects) return null;
      const { id, poolRow } = corrects;
      return { type: 'correction', key, poolRow, corrects: id, ore: signedOre(draft, ore), text };
    }
  }
};

/** The draft as it would be sent, or what is wrong with it, field by field. */
export const readEntry = (
  draft: EntryDraft,
  key: string,
  grants: readonly GrantReply[],
): EntryRead => {
  const grant = chosenGrant(draft, grants);
  const amount = amountIn(draft, grant);
  const problems = problemsIn(draft, grant, amount);
  if (Object.keys(problems).length > 0 || !('ore' in amount)) return { ok: false, problems };
  const body = bodyOf(draft, key, amount.ore, grant);
  return body ? { ok: true, body } : { ok: false, problems };
};
