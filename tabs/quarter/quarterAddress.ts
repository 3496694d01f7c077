import { hashOf } from '#shared/contract/tabAddress.ts';
import type { QuarterState } from '#shared/domain/quarter/quarter.ts';

/** The three ways to look at a kvartalsstatus. */
export type QuarterLook = 'dagsorden' | 'moede' | 'referat';

/** What is asked for, else what the meeting has come to. */
export const lookIn = (query: string, state: QuarterState): QuarterLook => {
  const asked = new URLSearchParams(query).get('som');
  if (asked === 'dagsorden' || asked === 'moede' || asked === 'referat') return asked;
  return state === 'over' || state === 'signed' ? 'referat' : 'dagsorden';
};

export const quarterHash = (id: string, look: QuarterLook | null = null): string =>
  hashOf({ type: 'quarter', id, query: look === null ? '' : `som=${look}` });
