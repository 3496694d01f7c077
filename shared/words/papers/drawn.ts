import type { Area } from '#shared/domain/area.ts';
import type { PaperContent, ProjectFacts } from '#shared/domain/papers/content.ts';
import type { Answer, PaperValue } from '#shared/domain/papers/paper.ts';
import type { DrawnCode } from '#shared/domain/papers/template.ts';
import { isAssessed, isInShadedField } from '#shared/domain/tek.ts';
import { formatKr } from '../money.ts';
import { capital, recommendationText } from '../requests/cards.ts';
import { appetiteText, reasonText } from '../requests/decide.ts';
import { gateLabels, phaseNames, poolName, riskNames, tekNames } from '../words.ts';

/* What a paper says of the project itself, the same on the page and in the Word document. */

/** A table of words: heads, and rows of cells. */
export type Table = {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of figures stand to the right. */
  readonly figures: readonly number[];
};

export type Drawn = { readonly texts: readonly string[]; readonly table: Table | null };

export const unanswered = 'Ikke besvaret';
const notAssessed = 'Ikke vurderet';
const notSaid = 'Ikke skrevet endnu';

export const answerNames: Record<Answer, string> = {
  yes: 'Ja',
  no: 'Nej',
  notRelevant: 'Ikke relevant',
};

/** "Ja, låsen er CE-mærket". */
export const answerText = ({ answer, text }: Pick<PaperValue, 'answer' | 'text'>): string => {
  const note = text.trim();
  if (answer === null) return note === '' ? unanswered : note;
  return note === '' ? answerNames[answer] : `${answerNames[answer]}, ${note}`;
};

const legs = ['efficiency', 'quality', 'wellbeing'] as const;

const whys: Record<(typeof legs)[number], (facts: ProjectFacts) => string> = {
  efficiency: ({ efficiencyWhy }) => efficiencyWhy,
  quality: ({ qualityWhy }) => qualityWhy,
  wellbeing: ({ wellbeingWhy }) => wellbeingWhy,
};

const tekDrawn = (facts: ProjectFacts): Drawn => ({
  texts: [],
  table: {
    heads: ['Gevinst', 'Tal', 'Hvad bliver bedre'],
    rows: legs.map((leg) => [
      tekNames[leg],
      facts[leg] === null ? notAssessed : String(facts[leg]),
      whys[leg](facts) || notSaid,
    ]),
    figures: [1],
  },
});

/** What the triangle shows, for whoever does not see it. */
export const triangleText = (facts: ProjectFacts): string => {
  if (!isAssessed(facts)) return 'Gevinsterne er ikke vurderet.';
  const values = legs.map((leg) => `${tekNames[leg]} ${facts[leg]}`).join(', ');
  return `${values}. ${isInShadedField(facts) ? 'Inden for' : 'Uden for'} det skraverede felt.`;
};

const riskDrawn = ({ riskCategory, riskWhy, appetite }: ProjectFacts): Drawn => ({
  texts: [
    riskCategory === null
      ? notAssessed
      : `Risiko ${riskCategory} af 4, ${riskNames[riskCategory].toLowerCase()}. ${riskWhy}`.trim(),
    ...(appetite ? [appetiteText(appetite)] : []),
  ],
  table: null,
});

const nextPhase = (facts: ProjectFacts): string => {
  if (facts.gate === 'gate1') return phaseNames.investigation;
  if (facts.gate === 'gate2') return phaseNames.trial;
  return facts.gate === 'gate3' ? phaseNames.operation : 'Næste fase';
};

const payers = ({ shares }: ProjectFacts, areas: readonly Area[]): string =>
  shares.map(({ pool }) => poolName(areas, pool)).join(', ') || 'Ikke valgt endnu';

/** The amount of the next phase and the whole budget are two rows, and never a sum. */
const budgetDrawn = (facts: ProjectFacts, areas: readonly Area[]): Drawn => {
  const kroner = (ore: number | null): string => (ore === null ? notSaid : formatKr(ore));
  const who = payers(facts, areas);
  return {
    texts: [],
    table: {
      heads: ['Fase', 'Hvem betaler', 'Beløb'],
      rows: [
        [nextPhase(facts), who, kroner(facts.askOre)],
        ['Hele budgettet, anslået', who, kroner(facts.budgetOre)],
      ],
      figures: [2],
    },
  };
};

const runningDrawn = ({ runningCostsOre }: ProjectFacts): Drawn => ({
  texts: runningCostsOre.length === 0 ? [notSaid] : [],
  table:
    runningCostsOre.length === 0
      ? null
      : {
          heads: ['Drift', 'Beløb'],
          rows: runningCostsOre.map((ore, place) => [`År ${place + 1}`, formatKr(ore)]),
          figures: [1],
        },
});

const recommendationDrawn = (facts: ProjectFacts): Drawn => {
  const { recommendedOutcome, recommendedPriority, recommendLift, recommendationWhy } = facts;
  const said = recommendationText(recommendedOutcome, recommendedPriority, recommendLift);
  return {
    texts: [said === '' ? 'DigiTek har ikke anbefalet noget endnu.' : `${capital(said)}.`].concat(
      recommendationWhy === '' ? [] : [recommendationWhy],
    ),
    table: null,
  };
};

/** "Gate 1. Chef, Omsorg beslutter, fordi projektet er i Omsorg …" */
export const deciderSaid = (
  { gate, routing }: Pick<ProjectFacts, 'gate' | 'routing'>,
  areas: readonly Area[],
): string => {
  if (gate === null) return 'Projektet står ikke ved den gate, papiret er til.';
  if (routing === null) return `${gateLabels[gate]}. Vælg først det område, der har projektet.`;
  return `${gateLabels[gate]}. ${reasonText({ ...routing, areas, seat: null, deputy: false })}`;
};

const draws: Record<DrawnCode, (facts: ProjectFacts, areas: readonly Area[]) => Drawn> = {
  tek: tekDrawn,
  risk: riskDrawn,
  budget: budgetDrawn,
  runningCosts: runningDrawn,
  recommendation: recommendationDrawn,
  decider: (facts, areas) => ({ texts: [deciderSaid(facts, areas)], table: null }),
};

/** What the project says under one heading. */
export const drawnOf = (
  code: DrawnCode,
  { facts, areas }: Pick<PaperContent, 'facts' | 'areas'>,
): Drawn => draws[code](facts, areas);
