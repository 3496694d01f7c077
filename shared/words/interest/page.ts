import type { InterestPriority } from '#shared/domain/interest/interest.ts';
import type { InterestView } from '#shared/domain/interest/view.ts';
import { hourMoment } from '../dates.ts';

/* What the question of interest says in the tab, beside what the cards say. */

/** How it goes: what is owed, by whom and when. */
type Going = Pick<InterestView, 'owes' | 'askedName'> & {
  readonly hasOpenQuestion: boolean;
  readonly dueAt: string | null;
};

export const interestPageWords = {
  yourAnswer: 'Dit svar',
  nothingAsked: 'Ingen spørger om det lige nu.',
  read: 'Er der interesse?',
  see: 'Se og svar',
  askChef: (name: string): string => `Spørg ${name}`,
  askLeder: 'Spørg en leder',
  after: {
    yes: {
      high: 'Den skal frem hurtigt',
      medium: 'Den tages i tur',
      low: 'Når der er plads',
    } satisfies Record<InterestPriority, string>,
    notNow: 'Lægges i backlog',
    no: 'Lægges i backlog med dit ord',
    question: 'Du kan svare imens',
    ownIt: 'Du godkender papirerne',
    later: 'DigiTek spørger igen',
  },
  /** How it goes, in a sentence. */
  state: ({ owes, askedName, hasOpenQuestion, dueAt }: Going): string => {
    const name = askedName || 'chefen';
    if (hasOpenQuestion) return `${name} har stillet idégiveren et spørgsmål.`;
    if (owes === 'owner') return `Venter på, at ${name} peger på en ejer.`;
    return owes === null ? '' : `Venter på ${name}, svar inden ${hourMoment(dueAt ?? '')}.`;
  },
  declined: (name: string, isNo: boolean, comment: string): string => {
    const word = comment === '' ? '' : `: »${comment}«`;
    return isNo ? `${name} sagde nej${word}` : `${name} sagde: ikke nu${word}`;
  },
  sendHint: (due: string): string =>
    `Chefen eller lederen får et kort i Teams og svarer inden ${due}.`,
} as const;
