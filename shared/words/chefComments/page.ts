import type { Area } from '#shared/domain/area.ts';
import type { Payer } from '#shared/domain/chefComments/chefComment.ts';
import type { PoolView } from '#shared/domain/funding.ts';
import { formatKr } from '../money.ts';
import { capital, poolInside } from '../requests/cards.ts';

/* What a chef's comment says in the tab, beside what the cards say. */

export const chefPageWords = {
  yourAnswer: 'Dit svar',
  read: 'Chefens kommentar',
  nothingAsked: 'Ingen spørger om det lige nu.',
  after: {
    own: 'du beslutter',
    common: 'chefgruppen beslutter',
    several: 'Projektlederen fordeler beløbet',
    commentOnly: 'Puljen kan du vælge bagefter',
    comment: 'Så er du færdig her',
    question: 'Du kan svare imens',
  },
  /** What each choice comes to: what is left of its pool, and who decides then. */
  comesTo: ({ afterOre, missingOre, notOpened }: PoolView, decides: string): string => {
    if (notOpened) return capital(decides);
    const left =
      missingOre > 0 ? `Mangler ${formatKr(missingOre)}` : `${formatKr(afterOre)} tilbage`;
    return `${left} · ${decides}`;
  },
  chefPicksPool: 'Det gør chefen.',
  askChef: 'Spørg chefen',
  askAgain: 'Spørg igen',
  see: 'Se og svar',
  again: 'Skriv om',
  waits: (name: string, due: string): string => `Venter på ${name}, svar inden ${due}.`,
  waitsPool: (name: string): string => `Venter kun på, at ${name} vælger pulje.`,
  chefAsks: (name: string): string => `${name} har stillet et spørgsmål.`,
  ownerFirst: 'Projektejeren skal godkende papiret først.',
  sendHint: (name: string, due: string): string =>
    `${name} får et kort i Teams og kan kommentere til ${due}.`,
  differs: (areas: readonly Area[], payer: Payer): string =>
    payer === 'several'
      ? 'Chefen har valgt, at flere puljer deler. Fordel beløbet.'
      : `Chefen har valgt, at ${poolInside(areas, payer)} betaler. Ret puljen, eller spørg igen.`,
  chef: 'chefen',
} as const;
