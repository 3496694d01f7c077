import type { Family, Lesson } from '#shared/domain/family.ts';
import { dayYearText } from '../dates.ts';
import { phaseNames, statusNames } from '../words.ts';

/* NYTÆNKNING: where a project came from, and what it became. */

const placeOf = ({ phase, status }: Family): string =>
  status === 'active' || status === 'operating' ? phaseNames[phase] : statusNames[status];

export const familyWords = {
  section: 'Familie',
  what: 'Hvor den kom fra, og hvad den blev til',
  here: 'du er her',
  /** "AFPRØVNING · fra 2026". */
  member: (member: Family): string => `${placeOf(member)} · fra ${member.createdAt.slice(0, 4)}`,
  lessons: 'Det lærte vi',
  lessonsFrom: ({ from, byName, at }: Lesson): string =>
    `${from.title}, sagt af ${byName} ${dayYearText(at)}`,
  evaluation: 'Læs evalueringen',
} as const;
