import { type PaperTemplatesChange, templateDifference } from '#shared/domain/papers/making.ts';
import { type PaperCode, paperCodes } from '#shared/domain/papers/paper.ts';
import type { PaperTemplate } from '#shared/domain/papers/template.ts';
import { momentText } from '../dates.ts';
import { paperTitles, questionName, sectionName, usualHeading, usualSection } from './template.ts';

/* What the history says of what a consultant made of the papers' questions. */

const sectionPrefix = 'section:';

const usualName = (paper: PaperCode, key: string): string =>
  key.startsWith(sectionPrefix)
    ? usualSection(paper, key.slice(sectionPrefix.length))
    : usualHeading(paper, key);

const renamed = (paper: PaperCode, key: string, from: PaperTemplate, to: PaperTemplate): string => {
  const was = from.headings[key] ?? usualName(paper, key);
  const is = to.headings[key] ?? usualName(paper, key);
  if (was === '') return `tilføjede »${is}«`;
  return is === '' ? `tog »${was}« ud` : `kaldte »${was}« for »${is}«`;
};

const changesOf = (paper: PaperCode, from: PaperTemplate, to: PaperTemplate): readonly string[] => {
  const { headings, helps, off, order, moved } = templateDifference(paper, from, to);
  const name = (code: string): string =>
    questionName(paper, to, code) || questionName(paper, from, code);
  return [
    ...headings.map((key) => renamed(paper, key, from, to)),
    ...helps.map((code) => `rettede hjælpeteksten ved »${name(code)}«`),
    ...off.map((code) =>
      to.off.includes(code) ? `slog »${name(code)}« fra` : `slog »${name(code)}« til`,
    ),
    ...moved.map(
      (code) => `flyttede »${name(code)}« til »${sectionName(paper, to, to.own?.[code] ?? '')}«`,
    ),
    ...order.map((section) => `ændrede rækkefølgen i »${sectionName(paper, to, section)}«`),
  ];
};

/** One change in words, paper by paper. */
export const paperChangeText = ({ before, after, byName, at }: PaperTemplatesChange): string => {
  const said = paperCodes.flatMap((paper) => {
    const changes = changesOf(paper, before[paper], after[paper]);
    return changes.length === 0
      ? []
      : [`${changes.join(', ')} (${paperTitles[paper].toLowerCase()})`];
  });
  return `${byName} ${said.join(', ') || 'gemte uden at ændre noget'} ${momentText(at)}`;
};
