import type { Area } from '#shared/domain/area.ts';
import type { StoryEvent, StoryKind, StoryState } from '#shared/domain/stories/story.ts';
import { momentText, momentYearText } from '../dates.ts';
import { capital } from '../requests/cards.ts';
import { answererText, stageWord, storyCardKinds, teamName } from './cards.ts';

/* What the cards about stories say when an answer is given, and to presses that change nothing. */

/** How a question went, as one reader is told. */
export type ToldStory = {
  readonly kind: StoryKind;
  /** The state in which it was answered. */
  readonly stage: StoryState;
  readonly event: Pick<StoryEvent, 'kind' | 'seat' | 'onBehalf' | 'at'>;
  readonly areas: readonly Area[];
  /** The reader gave the answer. */
  readonly byReader: boolean;
  /** Whoever writes it ended it, not whoever was asked. */
  readonly byAuthor: boolean;
};

const isLast = (stage: StoryState): boolean => stage === 'asked' || stage === 'materialChef';

export const receiptKicker = ({ kind, event }: ToldStory): string => {
  const name = storyCardKinds[kind];
  switch (event.kind) {
    case 'approved':
    case 'accepted':
      return `✓ OK · ${name}`;
    case 'suggested':
      return kind === 'microStory' ? `Forslag · ${name}` : `Sendt tilbage · ${name}`;
    case 'taken':
      return `✓ Taget · ${name}`;
    case 'declined':
      return `Kan ikke · ${name}`;
    case 'closed':
      return `✓ Afsluttet · ${name}`;
    case 'stopped':
      return `Stoppet · ${name}`;
    case 'saved':
    case 'planned':
    case 'asked':
    case 'published':
      return name;
  }
};

const approvedHeading = ({ kind, stage }: ToldStory): string => {
  if (kind === 'microStory') return 'Historien må slås op';
  return isLast(stage) ? 'Materialet må sendes ud' : `${stageWord(stage)} er godkendt`;
};

const receiptHeading = (told: ToldStory): string => {
  const { kind, event, stage } = told;
  switch (event.kind) {
    case 'approved':
    case 'accepted':
      return approvedHeading(told);
    case 'suggested':
      return kind === 'microStory'
        ? 'En anden tekst er foreslået'
        : `${stageWord(stage)} er sendt tilbage`;
    case 'taken':
      return 'Lederen svarer pressen';
    case 'declined':
      return 'Lederen kan ikke svare pressen';
    case 'closed':
      return 'Henvendelsen er afsluttet';
    case 'stopped':
      return kind === 'microStory' ? 'Historien bliver ikke slået op' : 'Det er stoppet';
    case 'saved':
    case 'planned':
    case 'asked':
    case 'published':
      return storyCardKinds[kind];
  }
};

const whoIn = ({ areas, event, byAuthor }: ToldStory): string =>
  capital(byAuthor ? teamName : answererText(areas, event));

const didIn = ({ kind, stage, event }: ToldStory): string => {
  switch (event.kind) {
    case 'approved':
    case 'accepted':
      return kind === 'microStory' ? 'sagde OK' : `godkendte ${stageWord(stage).toLowerCase()}`;
    case 'suggested':
      return kind === 'microStory'
        ? 'foreslog en anden tekst'
        : `sendte ${stageWord(stage).toLowerCase()} tilbage`;
    case 'taken':
      return 'tog henvendelsen';
    case 'declined':
      return 'sagde nej til henvendelsen';
    case 'closed':
      return 'afsluttede henvendelsen';
    case 'stopped':
      return 'stoppede';
    case 'saved':
      return 'rettede teksten';
    case 'planned':
      return 'flyttede dagen';
    case 'asked':
      return 'spurgte';
    case 'published':
      return 'slog op';
  }
};

/** "Du sagde OK mandag 23. november 2026 kl. 11.20". */
export const receiptSentence = (told: ToldStory): string =>
  `${told.byReader ? 'Du' : whoIn(told)} ${didIn(told)} ${momentYearText(told.event.at)}`;

const approvedNext = ({ kind, stage }: ToldStory): string => {
  if (kind === 'microStory')
    return 'Team DigiTek slår den op. Bliver der ændret noget, spørger vi dig igen.';
  switch (stage) {
    case 'topicLeder':
      return 'Nu spørges chefen. Siger chefen også ja, begynder vi at skrive.';
    case 'topicChef':
      return 'Nu bliver der skrevet. Du ser materialet, før det bliver sendt.';
    case 'materialLeder':
      return 'Nu spørges chefen. Siger chefen også ja, bliver det sendt.';
    default:
      return 'Team DigiTek sender det ud. Bliver der ændret noget, spørger vi dig igen.';
  }
};

/** What happens now, to whoever was asked. */
export const nextForAsked = (told: ToldStory): string => {
  switch (told.event.kind) {
    case 'approved':
    case 'accepted':
      return approvedNext(told);
    case 'suggested':
      return told.kind === 'microStory'
        ? 'Team DigiTek har fået teksten. Bruger de den uændret, tæller den som dit OK. Ellers får du et nyt kort.'
        : 'Team DigiTek har fået besked. Du får et nyt kort, når det er rettet.';
    case 'taken':
      return 'Ring til journalisten. Skriv her bagefter, hvad der kom ud af det.';
    case 'declined':
      return 'Team DigiTek har fået besked og finder en anden. Du skal ikke gøre mere.';
    case 'closed':
      return 'Tak for hjælpen. Du skal ikke gøre mere.';
    case 'stopped':
      return told.byAuthor
        ? 'Du skal ikke svare.'
        : 'Team DigiTek har fået besked. Intet bliver slået op. Du skal ikke gøre mere.';
    case 'saved':
    case 'planned':
    case 'asked':
    case 'published':
      return '';
  }
};

const approvedForAuthor = ({ kind, stage }: ToldStory): string => {
  if (kind === 'microStory')
    return 'Slå den op, som den er. Ændrer du noget, skal der spørges igen.';
  switch (stage) {
    case 'topicLeder':
    case 'materialLeder':
      return 'Nu er chefen spurgt.';
    case 'topicChef':
      return 'Nu kan I skrive. Send materialet til lederen, når det er klar.';
    default:
      return 'Send det til organisationerne, og læg det på viborg.dk. Ændrer du noget, skal der spørges igen.';
  }
};

/** What happens now, to whoever writes it. */
export const nextForAuthor = (told: ToldStory): string => {
  switch (told.event.kind) {
    case 'approved':
    case 'accepted':
      return approvedForAuthor(told);
    case 'suggested':
      return told.kind === 'microStory'
        ? 'Bruger du teksten uændret, tæller det som et OK. Retter du i den, skal der spørges igen.'
        : 'Ret det til, og spørg igen.';
    case 'taken':
      return 'Lederen taler selv med journalisten.';
    case 'declined':
      return 'Vælg en anden leder, og spørg igen.';
    case 'closed':
      return 'Der skal ikke gøres mere.';
    case 'stopped':
      return 'Den bliver liggende under Stoppet, og intet bliver slået op.';
    case 'saved':
    case 'planned':
    case 'asked':
    case 'published':
      return '';
  }
};

/** What has happened since the answer. */
export type SinceAnswer = 'nothing' | 'published' | 'voided' | 'accepted' | 'notUsed';

/** The state as it is now, where something has happened since. */
export const sinceHead = (
  told: ToldStory,
  since: SinceAnswer,
): { readonly kicker: string; readonly heading: string } => {
  const name = storyCardKinds[told.kind];
  const isMicro = told.kind === 'microStory';
  switch (since) {
    case 'published':
      return {
        kicker: `✓ ${isMicro ? 'Slået op' : 'Sendt ud'} · ${name}`,
        heading: isMicro ? 'Historien er slået op' : 'Det er sendt ud',
      };
    case 'voided':
      return {
        kicker: `Ændret siden · ${name}`,
        heading: `${told.byReader ? 'Dit' : 'Det'} OK gælder ikke længere`,
      };
    case 'accepted':
      return { kicker: `✓ OK · ${name}`, heading: 'Historien må slås op' };
    case 'nothing':
    case 'notUsed':
      return { kicker: receiptKicker(told), heading: receiptHeading(told) };
  }
};

export const sinceWords = {
  published: (micro: boolean, at: string): string =>
    `${micro ? 'Slået op' : 'Sendt ud'} ${momentText(at)}.`,
  voided: 'Det er ændret siden, så der bliver spurgt igen. Uden et nyt OK sker der ikke noget.',
  accepted: 'Teksten er brugt uændret. Det tæller som dit OK.',
  acceptedTold: 'Teksten er brugt uændret. Det tæller som et OK.',
  notUsed: 'Teksten er rettet siden. Der bliver spurgt igen.',
} as const;

/** A question that is not to be answered any more. */
export const pastWords = {
  kicker: (kind: StoryKind): string => `Ikke længere åben · ${storyCardKinds[kind]}`,
  takenBack: 'Team DigiTek retter teksten',
  takenBackText: 'Du får et nyt kort.',
  askedAnew: 'Der er spurgt igen',
  askedAnewText: 'Det nye kort er det, der gælder.',
  team: (at: string): string => `Spurgt igen ${momentText(at)}`,
  teamText: (due: string): string => `Det nye svar ventes ${due}.`,
} as const;

export const storyLate = {
  changedNothing: 'Trykket ændrede ikke noget.',
  already: 'Du har allerede svaret.',
  waitsFor: (whom: string): string => `Den venter på ${whom}.`,
  notYours: 'Den venter ikke på dig',
  newer: 'Der er kommet en nyere udgave',
  newerText: 'Her er den, der gælder nu. Trykket ændrede ikke noget.',
  changed: 'En anden har gemt imens',
  over: 'Den venter ikke på svar længere.',
} as const;
