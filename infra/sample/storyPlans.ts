import type { Phase } from '#shared/domain/phase.ts';
import type { StoryGiven } from '#shared/domain/stories/rules.ts';
import type { StoryKind } from '#shared/domain/stories/story.ts';
import { articleText, storyTexts, topicTexts } from './storyTexts.ts';

type WithoutSeen<T> = T extends unknown ? Omit<T, 'revision' | 'ask'> : never;

/** Something done to a story, by somebody, some days ago; which picture they saw follows. */
export type SampleMove = {
  readonly daysAgo: number;
  readonly by: string;
  readonly given:
    | Exclude<WithoutSeen<StoryGiven>, { type: 'saved' | 'published' }>
    | { readonly type: 'saved'; readonly text: string }
    | {
        readonly type: 'published';
        readonly channel: 'official' | 'private' | 'viborgDk';
        readonly link: string;
      };
};

export type SampleStory = {
  readonly kind: StoryKind;
  readonly projectId: string;
  readonly title?: string;
  /** Left out for a description: it is laid out from the project. */
  readonly text?: string;
  /** A drawing of ours, so nobody's consent is needed. */
  readonly picture?: { readonly file: string; readonly alt: string };
  readonly by: string;
  readonly daysAgo: number;
  /** The day it is meant to come out, in so many days. */
  readonly plannedIn?: number;
  /** The project's phase back then. */
  readonly phase?: Phase;
  readonly moves: readonly SampleMove[];
};

const asked = (daysAgo: number, by: string, comment = ''): SampleMove => ({
  daysAgo,
  by,
  given: { type: 'asked', comment },
});

const approved = (daysAgo: number, by: string, comment = ''): SampleMove => ({
  daysAgo,
  by,
  given: { type: 'approved', comment },
});

const posted = (
  daysAgo: number,
  by: string,
  channel: 'official' | 'private',
  link: string,
): SampleMove => ({ daysAgo, by, given: { type: 'published', channel, link } });

const linkedIn = (name: string): string => `https://www.linkedin.com/posts/eksempel-${name}`;

/** A description that was put on viborg.dk; `phase` where the project has moved on since. */
const described = (projectId: string, daysAgo: number, phase?: Phase): SampleStory => ({
  kind: 'description',
  projectId,
  by: 'kommunikation',
  daysAgo,
  ...(phase === undefined ? {} : { phase }),
  moves: [
    {
      daysAgo: daysAgo - 1,
      by: 'kommunikation',
      given: {
        type: 'published',
        channel: 'viborgDk',
        link: `https://www.viborg.dk/eksempel/${projectId.toLowerCase()}`,
      },
    },
  ],
});

/** A handful of stories in every state, so that the first look shows what the pages are for. */
export const sampleStories: Readonly<Record<string, SampleStory>> = {
  'eksempel-kol': {
    kind: 'microStory',
    projectId: 'P055',
    title: 'Målingen klares ved køkkenbordet',
    text: storyTexts.kol,
    by: 'digitek2',
    daysAgo: 152,
    moves: [
      asked(151, 'digitek2'),
      approved(150, 'chef.sundhed', 'Dejlig historie.'),
      posted(149, 'kommunikation', 'official', linkedIn('maalingen-klares')),
      posted(147, 'digitek2', 'private', linkedIn('maalingen-privat')),
    ],
  },
  'eksempel-stoevsuger': {
    kind: 'microStory',
    projectId: 'P087',
    title: 'Robotten støvsuger, mens vi drikker kaffe',
    text: storyTexts.robot,
    by: 'digitek2',
    daysAgo: 64,
    moves: [
      asked(63, 'digitek2'),
      approved(62, 'chef.omsorg'),
      posted(61, 'digitek2', 'private', linkedIn('robotten-stoevsuger')),
    ],
  },
  'eksempel-tavlen': {
    kind: 'microStory',
    projectId: 'P102',
    title: 'Nu ved alle, hvem der kommer i aften',
    text: storyTexts.board,
    by: 'digitek2',
    daysAgo: 6,
    plannedIn: 2,
    moves: [asked(5, 'digitek2'), approved(4, 'chef.social', 'Fint. Beboerne har læst den.')],
  },
  'eksempel-skaermopkald': {
    kind: 'microStory',
    projectId: 'P123',
    title: 'Et opkald på skærmen giver ro til morgenkaffen',
    text: storyTexts.call,
    picture: {
      file: 'skaermopkald.jpg',
      alt: 'Tegning: En kvinde vinker fra køkkenbordet til en medarbejder på en skærm.',
    },
    by: 'digitek1',
    daysAgo: 1,
    plannedIn: 4,
    moves: [asked(0.1, 'digitek1', 'Beboeren har sagt ja til, at vi fortæller det.')],
  },
  'eksempel-sensorer': {
    kind: 'microStory',
    projectId: 'P017',
    title: 'Træning hjemme i stuen',
    text: storyTexts.training,
    by: 'digitek1',
    daysAgo: 4,
    plannedIn: 9,
    moves: [
      asked(3, 'digitek1'),
      {
        daysAgo: 2,
        by: 'chef.sundhed',
        given: { type: 'suggested', text: storyTexts.trainingByChef },
      },
    ],
  },
  'eksempel-vr': {
    kind: 'microStory',
    projectId: 'P064',
    title: 'Først prøver vi bussen med briller på',
    text: storyTexts.glasses,
    by: 'digitek2',
    daysAgo: 20,
    moves: [
      asked(19, 'digitek2'),
      {
        daysAgo: 18,
        by: 'chef.social',
        given: { type: 'stopped', comment: 'Vent, til de første har prøvet det her hos os.' },
      },
    ],
  },
  'eksempel-lys': {
    kind: 'microStory',
    projectId: 'P058',
    title: 'Lyset følger dagen',
    text: storyTexts.light,
    by: 'digitek2',
    daysAgo: 2,
    plannedIn: 16,
    moves: [],
  },
  'eksempel-air': {
    kind: 'article',
    projectId: 'P041',
    title: 'Hvem får mest ud af at træne?',
    text: topicTexts.air,
    by: 'kommunikation',
    daysAgo: 30,
    plannedIn: 24,
    moves: [
      asked(29, 'kommunikation'),
      approved(27, 'owner', 'Gerne. Tag visitatorerne med.'),
      approved(25, 'chef.omsorg'),
      { daysAgo: 10, by: 'kommunikation', given: { type: 'saved', text: articleText } },
    ],
  },
  'eksempel-medicin': {
    kind: 'article',
    projectId: 'P075',
    title: 'Fem måder at huske sin medicin på',
    text: topicTexts.medicine,
    by: 'kommunikation',
    daysAgo: 3,
    moves: [asked(1, 'kommunikation')],
  },
  'eksempel-presse': {
    kind: 'press',
    projectId: 'P014',
    title: 'Lokalavisen spørger om låse i hjemmeplejen',
    text: 'Hvor mange borgere får en elektronisk lås, og hvad sker der, hvis strømmen går? Journalisten vil gerne med en nattevagt på arbejde i næste uge.',
    by: 'kommunikation',
    daysAgo: 2,
    moves: [
      asked(1.5, 'kommunikation'),
      {
        daysAgo: 1,
        by: 'owner',
        given: { type: 'taken', comment: 'Jeg ringer til dem i morgen tidlig.' },
      },
    ],
  },
  'viborgdk-P102': described('P102', 220, 'operation'),
  'viborgdk-P041': described('P041', 130, 'investigation'),
  'viborgdk-P055': described('P055', 90),
  'viborgdk-P123': described('P123', 45),
  'viborgdk-P026': described('P026', 30),
};
