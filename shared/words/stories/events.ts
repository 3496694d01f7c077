import type { Area } from '#shared/domain/area.ts';
import type { StoryEvent, StoryEventKind, StoryState } from '#shared/domain/stories/story.ts';
import { dayText, momentText, shortDayText } from '../dates.ts';
import { seatName } from '../words.ts';
import { leaderName } from './cards.ts';
import { dueText } from './page.ts';
import { channelNames } from './stories.ts';

/* What happened to a story, a line each. */

const endedWords: Readonly<Record<StoryEventKind, string>> = {
  saved: 'gemte teksten',
  planned: 'valgte en anden dag',
  asked: 'spurgte',
  approved: 'godkendte',
  suggested: 'sendte tilbage',
  accepted: 'brugte forslaget uændret, og det er chefens OK',
  taken: 'tog henvendelsen',
  declined: 'kan ikke tage den',
  published: 'skrev den i registret',
  closed: 'afsluttede henvendelsen',
  stopped: 'stoppede historien',
};

const plannedText = (day: string | null): string =>
  day === null ? 'fjernede den planlagte dag' : `planlagde den til ${dayText(day)}`;

const savedText = (seq: number, before: StoryState): string => {
  if (seq === 1) return 'begyndte';
  if (before === 'approved') return 'gemte en ændring, og OK’et faldt bort';
  return before === 'asked' || before.startsWith('topic') || before.startsWith('material')
    ? 'gemte en ændring, og spørgsmålet blev trukket tilbage'
    : endedWords.saved;
};

const wordsOf = (event: StoryEvent, before: StoryState, areas: readonly Area[]): string => {
  if (event.kind === 'saved') return savedText(event.seq, before);
  if (event.kind === 'asked') return `spurgte ${whomText(event, before, areas)}`;
  if (event.kind === 'approved' && event.story === 'microStory') return 'sagde OK til teksten';
  if (event.kind === 'suggested' && event.story === 'microStory') return 'foreslog en anden tekst';
  if (event.kind === 'planned') return plannedText(event.plannedFor);
  return endedWords[event.kind];
};

const whomText = (event: StoryEvent, before: StoryState, areas: readonly Area[]): string => {
  const toChef = event.story === 'microStory' || before.endsWith('Chef');
  if (toChef && event.area !== null) return seatName(areas, event.area);
  return event.lederName === '' ? 'lederen' : event.lederName;
};

/** One line of what happened, with the name first. */
export const eventText = (
  event: StoryEvent,
  before: StoryState,
  areas: readonly Area[],
): string => {
  const words = wordsOf(event, before, areas);
  const place = event.kind === 'published' ? `: ${publicationText(event)}` : '';
  return `${event.byName} ${words}${place}`;
};

/** "for Chef, Omsorg, som stedfortræder", the moment before it. */
export const eventWhenText = (event: StoryEvent, areas: readonly Area[]): string => {
  const seat = event.seat === null ? '' : seatName(areas, event.seat);
  const forWhom = event.onBehalf ? `på vegne af ${seat === '' ? leaderName : seat}` : seat;
  const due = event.dueAt === null ? '' : `svar senest ${dueText(event.dueAt, event.at)}`;
  return [momentText(event.at), forWhom, due].filter((part) => part !== '').join(', ');
};

export const publicationText = (
  one: Pick<StoryEvent, 'channel' | 'outlet' | 'day' | 'at' | 'byName'>,
): string => {
  const where = one.channel === null ? '' : channelNames[one.channel];
  const named = one.outlet === '' ? where : `${where}, ${one.outlet}`;
  return `${named}, ${dayText(one.day ?? one.at)}`;
};

export const enteredByText = (name: string, at: string): string =>
  `Skrevet i registret af ${name}, ${shortDayText(at)}`;
