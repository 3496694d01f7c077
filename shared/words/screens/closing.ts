import type { ClosingLeft } from '#shared/domain/closing.ts';
import { madeStep, type StepTemplates } from '#shared/domain/stepTemplates.ts';
import { stepTask } from '../tasks/page.ts';

/* Drift og afslutning: who runs it from now on, and what is left before it is closed. */

export const closingWords = {
  title: 'Drift og afslutning',
  takesOver: (who: string): string =>
    who === ''
      ? 'Ingen er peget ud til at stå for driften endnu.'
      : `${who} står for driften fra nu af.`,
  mandate: 'DigiTek prøver af og udvikler, og slipper projektet, når driften er på plads.',
  letGo: 'DigiTek har sluppet projektet.',
  left: (count: number): string =>
    count === 1
      ? 'Én ting mangler, før projektet kan afsluttes.'
      : `${count} ting mangler, før projektet kan afsluttes.`,
  nothingLeft: 'Der er intet tilbage. Projektet kan afsluttes.',
  whoCloses: 'Projektlederen eller DigiTek afslutter det.',
  closed: 'Projektet er afsluttet.',
  close: 'Afslut projektet',
  why: 'Hvorfor?',
  units: (count: number): string =>
    count === 1 ? 'Én enhed mangler at starte' : `${count} enheder mangler at starte`,
  benefit: (title: string): string => `Følg gevinsten ${title} til dørs`,
  goTo: 'Gå til',
} as const;

/** Something that is left, as something to do. */
export const leftText = (left: ClosingLeft, made: StepTemplates): string => {
  switch (left.type) {
    case 'units':
      return closingWords.units(left.count);
    case 'benefit':
      return closingWords.benefit(left.title);
    case 'step':
      return stepTask({ code: left.code, name: madeStep(made, left.code).name });
  }
};
