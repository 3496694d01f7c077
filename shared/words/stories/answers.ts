import type { Area } from '#shared/domain/area.ts';
import { isWaiting, type StoryNow } from '#shared/domain/stories/now.ts';
import type { StoryEventKind, StoryKind } from '#shared/domain/stories/story.ts';
import type { StoryReader } from '#shared/domain/stories/view.ts';
import { areaName, seatName } from '../words.ts';
import { leaderName } from './cards.ts';

/* What whoever is asked about a story reads, presses and is told on the page. */

/** What an answerer may press, with what happens next. */
export type StoryAnswer = Extract<
  StoryEventKind,
  'approved' | 'suggested' | 'stopped' | 'taken' | 'declined' | 'closed'
>;

type AnswerWords = { readonly label: string; readonly after: string; readonly asked: string };

export const answerWords = (
  kind: StoryKind,
  answer: StoryAnswer,
  changed: boolean,
): AnswerWords => {
  switch (answer) {
    case 'approved':
      if (kind !== 'microStory') return { label: 'Godkend', after: 'Den går videre', asked: '' };
      return changed
        ? { label: 'OK til ændringen', after: 'Den må slås op', asked: '' }
        : { label: 'OK, må slås op', after: 'Team DigiTek slår den op', asked: '' };
    case 'suggested':
      return kind === 'microStory'
        ? { label: 'Foreslå tekst', after: 'Du retter, forfatteren ser det', asked: '' }
        : {
            label: 'Send tilbage',
            after: 'Med det, du ønsker anderledes',
            asked: 'Hvad skal være anderledes?',
          };
    case 'stopped':
      return { label: 'Stop', after: 'Den kommer ikke ud', asked: 'Hvorfor skal den ikke ud?' };
    case 'taken':
      return { label: 'Jeg tager den', after: 'Du svarer pressen', asked: '' };
    case 'declined':
      return {
        label: 'Jeg kan ikke',
        after: 'En anden bliver spurgt',
        asked: 'Hvorfor kan du ikke? Skriv gerne, hvem der kan.',
      };
    case 'closed':
      return {
        label: 'Afslut henvendelsen',
        after: 'Der er svaret',
        asked: 'Hvad blev det til?',
      };
  }
};

export const questionOf = (now: StoryNow): string => {
  switch (now.state) {
    case 'asked':
      if (now.kind === 'press') return 'Kan du tage henvendelsen?';
      return now.ask?.base ? 'Er det stadig OK?' : 'Må vi slå denne historie op?';
    case 'topicLeder':
    case 'topicChef':
      return 'Må vi skrive om dette emne?';
    case 'materialLeder':
    case 'materialChef':
      return 'Må materialet sendes ud?';
    case 'taken':
      return 'Du har taget henvendelsen';
    default:
      return now.about.title;
  }
};

/** Why the reader is the one who is asked. */
export const whyYouText = (reader: StoryReader, areas: readonly Area[]): string => {
  if (reader.seat === null)
    return reader.onBehalf ? `Du svarer for ${leaderName}.` : 'Du spørges som ansvarlig leder.';
  return reader.onBehalf
    ? `Du svarer for ${seatName(areas, reader.seat)}.`
    : `Du spørges, fordi du er chef for ${areaName(areas, reader.seat)}.`;
};

/** What the answerer did, as their receipt. */
export const answeredText = (now: StoryNow): string => {
  switch (now.answer?.kind) {
    case 'approved':
      return now.kind === 'microStory' ? 'Du sagde OK' : 'Du godkendte';
    case 'suggested':
      return now.kind === 'microStory' ? 'Du foreslog en anden tekst' : 'Du sendte den tilbage';
    case 'stopped':
      return 'Du stoppede historien';
    case 'taken':
      return 'Du tog henvendelsen';
    case 'declined':
      return 'Du kan ikke tage den';
    case 'closed':
      return 'Du afsluttede henvendelsen';
    default:
      return 'Dit svar er gemt';
  }
};

export const answeredNextText = (now: StoryNow): string => {
  if (isWaiting(now)) return 'Den er nu hos den næste, der skal svare. Du skal ikke gøre mere.';
  switch (now.state) {
    case 'approved':
      return 'Bliver der ændret noget, spørger vi dig igen. Du skal ikke gøre mere.';
    case 'suggested':
      return 'Forfatteren ser din tekst. Bruges den uændret, er det dit OK.';
    case 'taken':
      return 'Skriv her, når henvendelsen er besvaret.';
    default:
      return 'Team DigiTek har fået besked. Du skal ikke gøre mere.';
  }
};
