import type { BenefitsReply } from '#shared/contract/benefits.ts';
import { type BenefitRow, measuredIn } from '#shared/domain/benefits/sums.ts';
import type { BarPart, BarPicture, BarRow } from '#shared/domain/picture/bars.ts';
import { measureNames, numberText, plusMinus, roughly } from '#shared/words/benefits/numbers.ts';
import {
  type BenefitPageView,
  benefitsWords,
  benefitViewNames,
  rowStatus,
} from '#shared/words/benefits/page.ts';
import { pictureWords } from '#shared/words/screens/picture.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { longestOf, marksOf } from './barSizes.ts';
import {
  barOfLine,
  barOfRow,
  dash,
  gainText,
  groupsOf,
  type Line,
  longestFor,
  nameText,
  type Section,
  sectionsOf,
} from './benefitLines.ts';

const heads = [
  benefitsWords.promised,
  benefitsWords.measured,
  benefitsWords.uncertainty,
  benefitsWords.status,
];

const ofRow = (row: BenefitRow, section: Section): BarRow => {
  const last = measuredIn(row);
  return {
    name: row.projectTitle,
    under: nameText(row),
    bar: marksOf(barOfRow(row), longestFor(row, section)),
    cells: [
      gainText(row, row.promised),
      last === null ? dash : gainText(row, last.gain),
      last?.uncertainty == null ? '' : plusMinus(last.uncertainty),
      rowStatus(row),
    ],
  };
};

const ofLine = (line: Line, longest: number): BarRow => {
  const { total, measured, status, name } = line;
  return {
    ...{ name, under: '' },
    bar: total === null ? [] : marksOf(barOfLine(line), longest),
    cells: [
      total === null ? '' : numberText(total.promised),
      total === null || measured === 0 ? dash : numberText(total.realised),
      total?.uncertainty == null ? '' : roughly(total.uncertainty),
      status,
    ],
  };
};

const partsOf = (reply: BenefitsReply, view: BenefitPageView): readonly BarPart[] =>
  view === 'projects'
    ? sectionsOf(reply.rows)
        .filter(({ rows }) => rows.length > 0)
        .map((section) => ({
          name: section.name,
          rows: section.rows.map((row) => ofRow(row, section)),
        }))
    : groupsOf(view, reply).map(({ measure, lines }) => ({
        name: measureNames[measure],
        rows: lines.map((line) => ofLine(line, longestOf(lines.map(barOfLine)))),
      }));

/** The table that is shown, with its bars; measures stand apart there too. */
export const benefitsPicture = (reply: BenefitsReply, view: BenefitPageView): BarPicture => {
  const { strong, rest } = benefitsWords.headline(reply.sums);
  const { measured, uncertainty, promised, unmeasured } = benefitsWords.legend;
  const missing = reply.sums.reduce((all, sum) => all + sum.missing, 0);
  return {
    title: benefitsWords.pictureTitle(placeNames.benefits, benefitViewNames[view]),
    said: [
      `${strong} ${rest}`.trim(),
      ...(missing > 0 ? [benefitsWords.missing(missing)] : []),
    ].join(' · '),
    legend: [
      { look: 'filled', text: measured },
      { look: 'bracket', text: uncertainty },
      { look: 'line', text: promised },
      { look: 'hatched', text: unmeasured },
    ],
    heads,
    parts: partsOf(reply, view),
    source: pictureWords.source(reply.today),
  };
};
