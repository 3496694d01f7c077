import type { Area, AreaId } from '#shared/domain/area.ts';
import type { StoryKind, StoryState } from '#shared/domain/stories/story.ts';
import { dueMoment, hourMoment, hourText, momentText } from '../dates.ts';
import { nbsp } from '../money.ts';
import { capital } from '../requests/cards.ts';
import { areaName, seatName } from '../words.ts';

/* What the cards about stories say while an answer is waited for; receipts are in receipts.ts. */

export const storyCardKinds: Readonly<Record<StoryKind, string>> = {
  microStory: 'Mikrohistorie',
  article: 'Artikel eller rapport',
  description: 'viborg.dk',
  press: 'Pressehenvendelse',
};

/** What an article's answer is about. */
const isMaterial = (stage: StoryState): boolean =>
  stage === 'materialLeder' || stage === 'materialChef';

export const stageWord = (stage: StoryState): string =>
  isMaterial(stage) ? 'Materialet' : 'Emnet';

const subject = (kind: StoryKind, stage: StoryState): string => {
  if (kind === 'microStory') return `Mikrohistorie · LinkedIn`;
  return kind === 'article'
    ? `${storyCardKinds.article} · ${stageWord(stage)}`
    : storyCardKinds[kind];
};

export const storyKickers = {
  ask: subject,
  changed: (kind: StoryKind, mine: boolean): string =>
    `${storyCardKinds[kind]} · Ændret efter ${mine ? 'dit' : 'et'} OK`,
  nudge: (kind: StoryKind): string => `Husk · ${storyCardKinds[kind]}`,
  overdue: (kind: StoryKind): string => `Fristen er gået · ${storyCardKinds[kind]}`,
  oneMore: (kind: StoryKind): string => `${storyCardKinds[kind]} · Ét svar mere`,
  received: (kind: StoryKind): string => `${storyCardKinds[kind]} · Modtaget`,
  open: (kind: StoryKind): string => `Åben · ${storyCardKinds[kind]}`,
  taken: `${storyCardKinds.press} · Du har taget den`,
  stale: 'viborg.dk · En opgave til dig',
  newPress: `${storyCardKinds.press} · Ny`,
} as const;

export const storyQuestions = {
  microStory: 'Må vi slå denne historie op?',
  still: 'Er det stadig OK?',
  topic: 'Må vi skrive om det her?',
  material: 'Må vi sende det her ud?',
  press: 'Kan du svare pressen?',
  pressTaken: 'Hvad kom der ud af det?',
  stale: 'Skal teksten skiftes ud?',
} as const;

export const questionOf = (kind: StoryKind, stage: StoryState): string => {
  if (kind === 'press') return stage === 'taken' ? storyQuestions.pressTaken : storyQuestions.press;
  if (kind === 'article') return isMaterial(stage) ? storyQuestions.material : storyQuestions.topic;
  return storyQuestions.microStory;
};

export const dueWords = {
  answer: (dueAt: string, at: string): string => `Svar inden ${dueMoment(dueAt, at)}`,
  /** On the morning of the day itself. */
  nudge: (dueAt: string): string =>
    `Svar inden ${hourText(dueAt)}, ellers går den til team DigiTek.`,
  passed: (dueAt: string): string =>
    `Fristen var ${hourMoment(dueAt)}. Team DigiTek har sagen, og dit svar tæller stadig.`,
} as const;

/** Why the reader is asked. */
export const whyAsked = {
  chef: (areas: readonly Area[], seat: AreaId): string =>
    `Du spørges, fordi du er chef for ${areaName(areas, seat)}.`,
  deputy: (areas: readonly Area[], seat: AreaId): string =>
    `Du spørges som stedfortræder for ${seatName(areas, seat)}.`,
  leder: 'Du spørges, fordi du er leder for det, vi fortæller om.',
  press: 'Du spørges, fordi du er leder for det, det handler om.',
  lederDeputy: 'Du spørges som stedfortræder for den leder, det handler om.',
} as const;

export const consequences = {
  microStory: 'Uden dit OK bliver intet slået op.',
  changed: 'Uden et nyt OK bliver intet slået op.',
  changedSent: 'Uden et nyt OK bliver intet sendt.',
  topicLeder: 'Siger du ja, spørges chefen. Ingen skriver, før I begge har sagt ja.',
  topicChef: 'Lederen har sagt ja. Siger du også ja, begynder vi at skrive.',
  materialLeder: 'Siger du ja, spørges chefen. Uden jeres OK bliver intet sendt.',
  materialChef: 'Lederen har sagt ja. Uden dit OK bliver intet sendt.',
  press: 'Tager du den, ringer du selv tilbage. Team DigiTek hjælper gerne.',
  pressTaken: 'Tal med journalisten først. Skriv så kort, hvad der kom ud af det.',
  suggestion: 'Bruger vi din tekst uændret, tæller den som dit OK.',
} as const;

export const changedWords = {
  places: (count: number): string => {
    if (count === 0) return 'Teksten er den samme.';
    return count === 1 ? 'Ét sted er ændret.' : `${count}${nbsp}steder er ændret.`;
  },
  muchText: 'Meget er ændret. Her er hele teksten.',
  rest: (pictures: number, mine: boolean): string => {
    const what = pictures === 0 ? '' : ` og ${pictures === 1 ? 'billedet' : 'billederne'}`;
    return `Resten${what} er det samme, ${mine ? 'du sagde' : 'der blev sagt'} OK til.`;
  },
  before: 'Før',
  now: 'Nu',
  added: 'Nyt',
  gone: 'Taget ud',
  pictureAdded: (count: number): string =>
    count === 1 ? 'Ét billede er nyt.' : `${count}${nbsp}billeder er nye.`,
  pictureRemoved: (count: number): string =>
    count === 1 ? 'Ét billede er taget ud.' : `${count}${nbsp}billeder er taget ud.`,
  altChanged: (count: number): string =>
    count === 1 ? 'Én billedtekst er ændret.' : `${count}${nbsp}billedtekster er ændret.`,
  pictureOrder: 'Billederne står i en anden rækkefølge.',
  filesChanged: 'Filerne er ændret.',
  alt: 'Billedtekst',
  ok: (mine: boolean, at: string): string =>
    mine
      ? `Dit OK fra ${momentText(at)} gælder ikke længere.`
      : `OK fra ${momentText(at)} gælder ikke længere.`,
} as const;

export const storyTexts = {
  picture: 'Billede:',
  pictureNumber: (number: number, of: number): string =>
    of === 1 ? 'Billede:' : `Billede ${number} af ${of}:`,
  consent: 'Samtykke er på plads.',
  nobody: 'Ingen kan genkendes.',
  message: 'Besked til dig:',
  readAll: 'Læs hele teksten i Portefølje',
  moreFiles: (count: number): string =>
    count === 1 ? 'Én fil mere står i historien.' : `${count}${nbsp}filer mere står i historien.`,
  restInTab: 'Kortet viser begyndelsen. Læs resten, før du svarer.',
  copyReady: 'Teksten er klar til at kopiere:',
} as const;

export const storyFields = {
  suggestion: 'Ret teksten, som du gerne vil have den',
  suggestionStep: 'Teksten, som du gerne vil have den',
  comment: 'Kommentar (skal med ved Send tilbage og Stop)',
  reason: 'Begrundelse (skal udfyldes)',
  wishes: 'Dine ønsker (skal udfyldes)',
  pressReason: 'Begrundelse (skal med ved Jeg kan ikke)',
  outcome: 'Resultat (skal udfyldes)',
  askAgain: 'Besked til den, der spørges (frivillig)',
} as const;

export const storyButtons = {
  approve: 'OK, må slås op',
  approveChange: 'OK til ændringen',
  approveTopic: 'Godkend emnet',
  approveMaterial: 'Godkend materialet',
  suggest: 'Foreslå tekst',
  sendSuggestion: 'Send mit forslag',
  sendBack: 'Send tilbage',
  stop: 'Stop',
  stopStory: 'Stop historien',
  whole: 'Vis hele teksten',
  take: 'Jeg tager den',
  decline: 'Jeg kan ikke',
  close: 'Afslut',
  backToAll: 'Tilbage til alle valg',
  askAgain: 'Spørg igen',
  accept: 'Brug teksten',
  openStory: 'Åbn historien',
  openTask: 'Åbn opgaven',
  openProject: 'Åbn projektet',
  openPost: 'Se opslaget',
} as const;

/** The small cards that ask for one thing more. */
export const storyLacking = {
  nothingYet: 'Intet er ændret endnu.',
  stop: 'Hvorfor må den ikke slås op?',
  stopArticle: 'Hvorfor skal vi stoppe?',
  sendBack: 'Hvad skal være anderledes?',
  decline: 'Hvorfor kan du ikke?',
  close: storyQuestions.pressTaken,
  suggest: 'Hvordan skal teksten være?',
  missing: 'Begrundelsen mangler',
  wishMissing: 'Der mangler en sætning',
  writeOne: 'Skriv en sætning. Team DigiTek får den at se.',
  notStored: 'Det er ikke gemt',
  kept: 'Det, du skrev, er bevaret.',
} as const;

export const overdueWords = {
  heading: (who: string): string => `${who} har ikke svaret`,
  since: (askedAt: string, dueAt: string): string =>
    `Spurgt ${momentText(askedAt)}. Fristen var ${hourMoment(dueAt)}.`,
  nothing: (kind: StoryKind): string =>
    kind === 'press'
      ? 'Ingen har lovet pressen et svar.'
      : 'Intet er slået op, og intet bliver det uden et OK.',
  next: 'Ring, eller spørg igen. Så får den, der spørges, et nyt kort med en ny frist.',
} as const;

export const staleWords = {
  moved: (from: string, to: string): string =>
    `Projektet er gået fra ${from} til ${to}. På viborg.dk står der stadig ${from}.`,
  copy: 'Her er en tekst, du kan kopiere:',
  done: 'Teksten på viborg.dk er skiftet',
  newer: 'Projektet har skiftet fase igen',
  after: 'Sig til i opgaven, når teksten ligger på viborg.dk.',
} as const;

/** One line for a locked phone; never anything of the text. */
export const storySummaries = {
  ask: (kind: StoryKind): readonly [string, string] => {
    switch (kind) {
      case 'microStory':
        return ['Mikrohistorie: ', '. Må den slås op?'];
      case 'article':
        return ['Artikel eller rapport: ', '. Er den i orden?'];
      case 'press':
        return ['Pressen spørger: ', '. Kan du svare?'];
      case 'description':
        return ['viborg.dk: ', ''];
    }
  },
  changed: (kind: StoryKind): readonly [string, string] => [
    `${storyCardKinds[kind]}, ændret: `,
    '. Er det stadig OK?',
  ],
  nudge: (dueAt: string): readonly [string, string] => [
    'Husk: historien om ',
    `. Svar inden ${hourText(dueAt)}`,
  ],
  overdue: ['Fristen er gået: ', '. Ingen har svaret'] as const,
  stale: ['viborg.dk: ', '. Projektet har skiftet fase'] as const,
  told: (kicker: string): readonly [string, string] => [`${kicker}: `, ''],
} as const;

export const leaderName = 'lederen';
export const teamName = 'team DigiTek';

export const answererText = (
  areas: readonly Area[],
  { seat, onBehalf }: { readonly seat: AreaId | null; readonly onBehalf: boolean },
): string => {
  if (seat === null) return onBehalf ? `stedfortræderen for ${leaderName}` : leaderName;
  return onBehalf ? `stedfortræderen for ${seatName(areas, seat)}` : seatName(areas, seat);
};

export const askedOf = (areas: readonly Area[], seat: AreaId | null): string =>
  seat === null ? leaderName : seatName(areas, seat);

export const sentence = (text: string): string => {
  const said = capital(text.trim());
  return said === '' || /[.!?…:][»”")]*$/u.test(said) ? said : `${said}.`;
};
