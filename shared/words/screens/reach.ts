import type { Unreached, UnreachedWhy } from '#shared/domain/reach.ts';
import { momentText } from '../dates.ts';

/* What is said when somebody cannot be reached: on the pages, on a card, in the activity feed. */

const nobodyKnown = 'En medarbejder';

export const nameText = (name: string): string => (name === '' ? nobodyKnown : name);

type Why = Readonly<Record<UnreachedWhy, string>>;

const causes: Readonly<Record<UnreachedWhy, (name: string) => string>> = {
  notInstalled: (name) => `${name} har ikke DigiTek-appen i Teams`,
  blocked: (name) => `${name} har slået beskeder fra DigiTek fra i Teams`,
  disabled: (name) => `IT har slået DigiTek fra i Teams hos ${name}`,
  gone: (name) => `Samtalen med ${name} findes ikke mere i Teams`,
  unknownPerson: (name) => `Teams kender ingen konto til ${name}`,
  refused: (name) => `Teams tager ikke imod beskeder til ${name}`,
};

export const causeText = (one: Pick<Unreached, 'name' | 'why' | 'since'>): string =>
  `${causes[one.why](nameText(one.name))} siden ${momentText(one.since)}.`;

/** What whoever reads it can do about it. */
export const helpText: Why = {
  notInstalled: 'Bed personen tilføje DigiTek i Teams. Så kommer kortene af sig selv.',
  blocked: 'Bed personen slå beskeder fra DigiTek til igen. Så kommer kortene af sig selv.',
  disabled: 'Bed IT slå DigiTek til for personen. Så kommer kortene af sig selv.',
  gone: 'Tryk Send igen. Hjælper det ikke, så bed personen åbne DigiTek i Teams.',
  unknownPerson: 'Ret, hvem der svarer, på projektet eller i listen Personer.',
  refused: 'Tryk Send igen. Hjælper det ikke, så spørg IT.',
};

/** The app is there when only the chat is closed; without it the personal tab is gone too. */
const meanwhileText = (why: UnreachedWhy, inFeed: boolean): string => {
  if (inFeed)
    return 'Personen har fået besked i sit aktivitetsfeed og kan svare under Til beslutning.';
  return why === 'unknownPerson'
    ? ''
    : 'Personen kan imens svare under Til beslutning i teamets fane.';
};

export const reachWords = {
  title: 'Kan ikke nås',
  cannot: 'kan ikke nås',
  cannotOf: (name: string): string => `${nameText(name)} kan ikke nås`,
  helps: 'Det hjælper:',
  sendAgain: 'Send igen',
  sending: 'Sender …',
  meanwhile: meanwhileText,
  toldConsultant: 'Konsulenten har fået besked.',
} as const;

type Resent =
  | { readonly type: 'delivered' | 'underway' | 'nothing' }
  | { readonly type: 'still'; readonly why: UnreachedWhy };

/** Nobody knows how a resend went. */
export const resentUncertain =
  'Jeg ved ikke, om kortene blev sendt. Tryk igen om lidt. Intet kort kommer to gange.';

/** How a resend went, for the person who pressed. */
export const resentText = (name: string, outcome: Resent): string => {
  const who = nameText(name);
  switch (outcome.type) {
    case 'delivered':
      return `Leveret. ${who} har fået det, der ventede.`;
    case 'underway':
      return `Det er på vej til ${who}. Siden viser, når det er leveret.`;
    case 'nothing':
      return `Intet venter på at blive leveret til ${who}.`;
    case 'still':
      return `Ikke leveret. ${causes[outcome.why](who)}.`;
  }
};

const mattersText = (count: number): string => (count === 1 ? '1 sag' : `${count} sager`);

export const unreachedCardWords = {
  kicker: 'Levering · Kan ikke nås',
  kickerOver: '✓ Leveret · Levering',
  heading: (name: string): string => `${nameText(name)} får ikke sine kort`,
  headingOver: (name: string): string => `${nameText(name)} får sine kort igen`,
  waits: (count: number): string =>
    count === 0 ? 'Intet venter mere' : `${mattersText(count)} venter. Hvad skal der ske?`,
  over: 'Alt, der ventede, er kommet frem. Du skal ikke gøre mere.',
  more: (count: number): string => `og ${mattersText(count)} mere`,
  once: 'Du får kun denne besked én gang. Kortet viser altid, hvordan det står til.',
  write: 'Skriv til personen',
  writeText: 'Hej. Der venter noget på dig fra DigiTek, men det kan ikke leveres i Teams.',
  sendAgain: 'Send kortene igen',
  openBoard: 'Åbn tavlen',
  openProject: 'Åbn projektet',
  openQuarter: 'Åbn kvartalsstatus',
  openStory: 'Åbn historien',
  summary: (name: string, count: number): string =>
    `${nameText(name)} kan ikke nås. ${mattersText(count)} venter.`,
  summaryOver: (name: string): string => `${nameText(name)} får sine kort igen.`,
} as const;
