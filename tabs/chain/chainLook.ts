import { type ChainVersion, isChainVersion } from '#shared/domain/chain/versions.ts';
import { chainHash } from '../shell/route.ts';

/** How a chain is looked at; it stands in the address, so that it can be sent as a link. */
export type ChainLook = {
  readonly as: 'picture' | 'questions' | 'workshop';
  /** An earlier version is looked at; null = the chain as it is. */
  readonly version: ChainVersion | null;
  /** Two versions beside each other; `to` null = as it is now. */
  readonly compare: { readonly from: ChainVersion; readonly to: ChainVersion | null } | null;
};

const views = { questions: 'spoergsmaal', workshop: 'workshop' } as const;

const versionIn = (query: URLSearchParams, name: string): ChainVersion | null => {
  const value = query.get(name) ?? '';
  return isChainVersion(value) ? value : null;
};

export const chainLookOf = (address: string): ChainLook => {
  const query = new URLSearchParams(address);
  const as = query.get('vis');
  const from = versionIn(query, 'fra');
  return {
    as: as === views.questions ? 'questions' : as === views.workshop ? 'workshop' : 'picture',
    version: versionIn(query, 'udgave'),
    compare: from && { from, to: versionIn(query, 'til') },
  };
};

export const lookHash = (id: string, { as, version, compare }: ChainLook): string => {
  const query = new URLSearchParams();
  if (as !== 'picture') query.set('vis', views[as]);
  if (version) query.set('udgave', version);
  if (compare) query.set('fra', compare.from);
  if (compare?.to) query.set('til', compare.to);
  return chainHash(id, query.toString());
};
