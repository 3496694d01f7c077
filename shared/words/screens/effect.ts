import type { FocusArea } from '#shared/domain/project.ts';

/* For whom a project is, and what a SKAL project is asked here. */

export const focusNames: Record<FocusArea, string> = {
  newWays: 'Bruge løsninger på nye måder',
  automate: 'Automatisere, hvor det skaber værdi',
  dataSupport: 'Beslutte med data',
  cohesion: 'Skabe sammenhæng på tværs',
};

export const effectWords = {
  title: 'Hvem gavner det',
  focus: 'Fokusområde',
  citizenEffect: 'Hvad får borgeren ud af det?',
  citizenEffectHint: 'Skriv om mennesker, ikke om teknologi.',
  involved: 'Hvem har været med til at forme det?',
  involvedHint: 'Borgere, pårørende og dem, der skal bruge det.',
  unsaid: 'Ikke besvaret',
} as const;

export const skalWords = {
  title: 'Fordi vi skal',
  skalDue: 'Senest',
  skalSource: 'Hvem siger, at vi skal?',
  skalSourceHint: 'For eksempel loven, KOMBIT eller den fælleskommunale rammearkitektur.',
  skalCase: 'Hvad står der i businesscasen?',
  skalGoals: 'Hvad er vores mål, og hvilken effekt vil vi se?',
  skalResponsible: 'Hvem er ansvarlig for at nå målene hos os?',
  skalNeeds: 'Hvad kræver det at nå dem?',
  due: (day: string): string => `Skal være på plads ${day}`,
  noDue: 'Ingen dato endnu',
  /** What often goes wrong with what comes from outside; `count` of the four questions lack an answer. */
  watch: (count: number): string => {
    const which =
      count === 4
        ? 'Ingen af de fire spørgsmål er besvaret'
        : `${count} af de fire spørgsmål mangler et svar`;
    return `${which}. Uden ejerskab hos os bliver gevinsten sjældent til noget.`;
  },
} as const;
