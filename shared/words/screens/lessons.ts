import { isSharingDue, type LessonLearnt } from '#shared/domain/lessons.ts';
import { dayYearText } from '../dates.ts';
import { nbsp } from '../money.ts';

/* What Erfaringer says: what projects have taught, and their risks. */

export const lessonsViews = ['lessons', 'risks'] as const;
export type LessonsView = (typeof lessonsViews)[number];

export const lessonsViewNames: Record<LessonsView, string> = {
  lessons: 'Det lærte vi',
  risks: 'Risici',
};

const froms: Record<LessonLearnt['from'], string> = {
  evaluation: 'Fra evalueringen',
  stopped: 'Sagt, da det blev stoppet',
  rethought: 'Sagt, da det blev tænkt på ny',
};

export const lessonsWords = {
  intro: 'Evalueringens fem linjer, og hvad der blev sagt, da et projekt stoppede.',
  risksIntro: 'Det, der kan gå galt i projekter, som er i gang eller i drift.',
  views: 'Vis',
  search: 'Søg i erfaringerne',
  searchHint: 'Søg på projekt eller ord',
  none: 'Ingen har skrevet, hvad de lærte, endnu. Det sker i evalueringen.',
  noRisks: 'Ingen risici er beskrevet endnu.',
  noneFound: 'Intet passer på det, du søger.',
  count: (count: number): string => (count === 1 ? `1${nbsp}projekt` : `${count}${nbsp}projekter`),
  due: (count: number): string =>
    count === 1 ? '1 er lovet delt og ikke fortalt' : `${count} er lovet delt og ikke fortalt`,
  category: (category: number): string => `Risiko ${category} af 4`,
  allAreas: 'Alle områder',
  area: 'Område',
} as const;

/** "Fra evalueringen, 3. marts 2026, Projektleder". */
export const lessonFrom = ({ from, at, byName }: LessonLearnt): string =>
  [froms[from], dayYearText(at), byName].filter((part) => part !== '').join(', ');

/** Whether others have heard of it; '' where nobody has promised it. */
export const sharingText = (lesson: Pick<LessonLearnt, 'isOwed' | 'told'>): string => {
  if (isSharingDue(lesson)) return 'Lovet delt, og ikke fortalt endnu';
  if (lesson.told === 0) return '';
  return lesson.told === 1 ? 'Fortalt i 1 historie' : `Fortalt i ${lesson.told} historier`;
};
