import type { Stuck, StuckLimits, StuckWhy } from '#shared/domain/stuck.ts';
import { daysText, dayText } from '../dates.ts';
import { nbsp } from '../money.ts';

/* What is said of a project that sits. */

const named = (name: string | undefined, nobody: string): string => name ?? nobody;

/** Why, whose, since when: "Gaten har ventet i 108 dage, siden 12. august." */
export const stuckSentence = ({ why, since, whose }: Stuck, days: number): string => {
  const long = `i ${daysText(days)}, siden ${dayText(since)}`;
  switch (why) {
    case 'gate':
      return `Gaten har ventet på svar ${long}.`;
    case 'question':
      return `Et spørgsmål til ${named(whose, 'projektlederen')} har ventet på svar ${long}.`;
    case 'somebody':
      return `Det har ventet ${long}.`;
    case 'phase':
      return `Intet har flyttet sig ${long}. Næste skridt er hos ${named(whose, 'team DigiTek')}.`;
  }
};

const workdays = (count: number): string =>
  `${count}${nbsp}${count === 1 ? 'arbejdsdag' : 'arbejdsdage'}`;

export const stuckWords = {
  title: 'Hvornår sidder et projekt fast?',
  change: 'Ret grænserne',
  intro: 'Et projekt sidder fast, når noget har varet længere end grænsen.',
  labels: {
    gate: 'Arbejdsdage ved en gate',
    question: 'Arbejdsdage med et spørgsmål uden svar',
    somebody: 'Dage, det venter på andre',
    phase: 'Dage i en fase uden bevægelse',
  } satisfies Record<StuckWhy, string>,
  notADay: 'Skriv et helt antal dage fra 1 til 366.',
  changed: 'En anden har ændret grænserne imens. Se de nye tal, før du gemmer.',
  save: 'Gem',
  cancel: 'Luk uden at gemme',
  saved: 'Grænserne er gemt.',
  /** The rule in a sentence, over the projects it finds. */
  rule: ({ gate, question, somebody, phase }: StuckLimits): string =>
    `Mere end ${workdays(gate)} ved en gate, ${workdays(question)} med et spørgsmål uden svar, ${daysText(somebody)} på andre, eller ${daysText(phase)} i en fase uden bevægelse.`,
} as const;
