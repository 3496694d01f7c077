import type { Area } from '#shared/domain/area.ts';
import type { AgendaPoint } from '#shared/domain/quarter/agenda.ts';
import type { PointFacts } from '#shared/domain/quarter/facts.ts';
import { measuredLine, missingLine } from '../benefits/page.ts';
import { daysFrom } from '../dates.ts';
import { formatKr } from '../money.ts';
import { heardText, pointText, pointWhy, quarterPageWords, visitLines } from '../quarter/page.ts';
import { pointTitle } from '../quarter/points.ts';
import { offText } from '../reports/words.ts';
import { priorityNames } from '../words.ts';
import { stuckSentence } from './stuck.ts';

/* All that stands behind a point that is no gate, for who reads the pack and not the page. */

type Facts<T extends PointFacts['type']> = Extract<PointFacts, { readonly type: T }>;

const ended = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);

const priorityLine = ({
  title,
  decided,
  recommended,
  why,
}: Facts<'priorities'>['projects'][number]): string => {
  const was = decided === null ? '' : `, nu ${priorityNames[decided].toLowerCase()}`;
  return `${title}: DigiTek anbefaler ${priorityNames[recommended].toLowerCase()}${was}. ${ended(why)}`.trim();
};

const reportLine = (report: Facts<'reports'>['projects'][number]): string =>
  [`${report.title}: ${ended(offText(report))}`, ended(report.said), ended(report.help)]
    .filter((text) => text !== '')
    .join(' ');

/** One line for each matter of a point, as of a moment; none where its text says it all. */
export const pointLines = (
  facts: PointFacts,
  areas: readonly Area[],
  at: string,
): readonly string[] => {
  switch (facts.type) {
    case 'priorities':
      return facts.projects.map(priorityLine);
    case 'pools':
      return facts.pools.map(
        ({ title, budgetOre, availableOre }) =>
          `${title}: ${formatKr(availableOre)} ${quarterPageWords.left} af ${formatKr(budgetOre)}`,
      );
    case 'reports':
      return facts.projects.map(reportLine);
    case 'stuck':
      return facts.projects.map(
        ({ title, stuck }) => `${title}: ${stuckSentence(stuck, daysFrom(stuck.since, at))}`,
      );
    case 'benefits':
      return [
        ...facts.measured.map((row) => `${row.projectTitle}: ${measuredLine(row)}`),
        ...facts.missing.map((row) => `${row.projectTitle}: ${missingLine(row)}`),
      ];
    case 'visits':
      return visitLines(facts, areas);
    case 'heard':
      return facts.decisions.map(heardText);
    default:
      return [];
  }
};

/** The first lines, and how many are not said: a slide has room for some, and paper for more. */
export const firstLines = (lines: readonly string[], most: number): readonly string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most - 1), `og ${lines.length - most + 1} til`];

/** What has been found on a point: "Puljerne: 1.687.000 kr. tilbage i 2026". */
export const pointFinding = (
  point: Pick<AgendaPoint, 'key' | 'title'>,
  facts: PointFacts,
  areas: readonly Area[],
): string => {
  const counted: readonly PointFacts['type'][] = ['pools', 'benefits', 'stories'];
  const why = pointWhy(facts, areas);
  const said = why === '' && counted.includes(facts.type) ? pointText(facts, areas) : why;
  const title = pointTitle(point);
  return said === '' ? title : `${title}: ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
};
