import type { PaceReply } from '#shared/contract/pace.ts';
import { dayOf } from '#shared/domain/day.ts';
import { daysIn, type GatePace, type PhasePace } from '#shared/domain/pace.ts';
import type { BarPart, BarPicture, BarRow } from '#shared/domain/picture/bars.ts';
import {
  type Cells,
  gateCells,
  gatesFinding,
  paceWords,
  phaseCells,
  phasesFinding,
  phaseUnder,
  pacePictureWords as words,
} from '#shared/words/screens/pace.ts';
import { pictureWords } from '#shared/words/screens/picture.ts';
import { gateLabels, phaseNames } from '#shared/words/words.ts';

/** How many, half within, and the longest: the figures that phases and gates have in common. */
const common = (cells: Cells): readonly string[] =>
  cells.slice(0, 3).map((cell) => cell ?? paceWords.nothing);

const phaseRow = (one: PhasePace, most: number): BarRow => ({
  name: phaseNames[one.phase],
  under: phaseUnder(one),
  bar: [
    { look: 'filled', from: 0, to: (one.now.middle ?? 0) / most },
    { look: 'line', from: 0, to: daysIn(one.usualMonths) / most },
  ],
  cells: common(phaseCells(one)),
});

const phasePart = (phases: readonly PhasePace[]): BarPart => {
  const most = Math.max(
    1,
    ...phases.map(({ now, usualMonths }) => Math.max(now.middle ?? 0, daysIn(usualMonths))),
  );
  return { name: paceWords.phases, rows: phases.map((one) => phaseRow(one, most)) };
};

const gatePart = (gates: readonly GatePace[]): BarPart => {
  const most = Math.max(1, ...gates.map(({ answered }) => answered.middle ?? 0));
  return {
    name: paceWords.gates,
    rows: gates.map((one) => ({
      ...{ name: gateLabels[one.gate], under: '', cells: common(gateCells(one)) },
      bar: [{ look: 'filled', from: 0, to: (one.answered.middle ?? 0) / most }],
    })),
  };
};

/** Ventetid for a slide: half of all within so long, beside what is usual. Each part has its own measure. */
export const pacePicture = ({ phases, gates, middle, asOf }: PaceReply): BarPicture => ({
  title: words.title,
  said: `${phasesFinding(phases)} ${gatesFinding(gates, middle)}`,
  legend: [
    { look: 'filled', text: words.filled },
    { look: 'line', text: words.line },
  ],
  heads: [words.count, paceWords.middle, paceWords.longest],
  parts: [phasePart(phases), gatePart(gates)],
  source: pictureWords.source(dayOf(asOf)),
});
