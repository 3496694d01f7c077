import {
  longestPointTitle,
  mostYearPoints,
  type YearPointsProblem,
} from '#shared/domain/yearPoints.ts';
import { dayYearText } from '../dates.ts';

/* What the form of the årshjul's fixed points says. */

export const yearPointsWords = {
  open: 'Faste punkter',
  title: 'Faste punkter i årshjulet',
  intro:
    'Det, der vender tilbage, og som ikke er kvartalsstatus, historier eller 360: for eksempel den strategiske dialog mellem IT og et chefområde. Konsulenterne bliver mindet om det i god tid i morgenens besked.',
  none: 'Ingen faste punkter endnu.',
  point: (at: number, title: string): string =>
    title.trim() === '' ? `Punkt ${at + 1}` : `Punkt ${at + 1}: ${title}`,
  name: 'Hvad',
  nameExample: 'Strategisk dialog: IT og Omsorg',
  day: 'Hvornår',
  dayExample: '15. marts',
  dayHint:
    '»15. marts« er hvert år, eller første arbejdsdag efter. »15. marts 2027« er kun det år.',
  area: 'Område',
  noArea: 'Alle',
  link: 'Link til dagsorden eller handleplan',
  remove: 'Fjern',
  removeNamed: (title: string): string => (title === '' ? 'Fjern punktet' : `Fjern »${title}«`),
  add: 'Tilføj punkt',
  cancel: 'Fortryd',
  save: 'Gem',
  saving: 'Gemmer …',
  waiting: 'Henter faste punkter',
  latest: (byName: string, at: string): string => `Sidst ændret af ${byName} ${dayYearText(at)}.`,
  notADay: (line: string): string =>
    line.trim() === ''
      ? 'Skriv en dag ud for hvert punkt, for eksempel »15. marts«.'
      : `»${line}« er ikke en dag. Skriv for eksempel »15. marts«.`,
} as const;

type No = YearPointsProblem | { readonly type: 'notAllowed' | 'changed' };

/** Why the points were not saved. */
export const yearPointsRefusalText = (refusal: No): string => {
  switch (refusal.type) {
    case 'notAllowed':
      return 'Det er konsulenten, der ændrer indstillinger.';
    case 'changed':
      return 'En anden har ændret punkterne imens. Intet er gemt.';
    case 'noTitle':
      return 'Skriv, hvad hvert punkt er, eller fjern det.';
    case 'tooMany':
      return `Der kan højst være ${mostYearPoints} faste punkter.`;
    case 'titleTooLong':
      return `»${refusal.title.slice(0, 40)}…« er for langt. Der er plads til ${longestPointTitle} tegn.`;
    case 'notADay':
      return yearPointsWords.notADay(refusal.day);
    case 'notALink':
      return `»${refusal.link.slice(0, 60)}« er ikke et link. Det skal begynde med https://.`;
  }
};
