import type { Phase } from '#shared/domain/phase.ts';
import { type StepCode, steps } from '#shared/domain/steps.ts';
import {
  isMilestone,
  type Kept,
  type MadeStep,
  madeStep,
  type StepPhase,
  type StepTemplates,
  type StepTemplatesProblem,
  stepDifference,
} from '#shared/domain/stepTemplates.ts';
import { momentText } from '../dates.ts';
import { phaseNames, stepName, stepNames } from '../words.ts';

/* The page where the consultant says which steps there are, and what the project's page says of it. */

const kept: Record<Kept, string> = {
  gate: 'Gaten hviler på det, så det kan ikke tages ud.',
  fastTrack: 'Går et projekt direkte til afprøvning, skal det være klart, før den begynder.',
  closing: 'Et projekt kan ikke afsluttes, før det er klart.',
  intake: 'Det hører til indtaget.',
};

const phaseName = (phase: StepPhase): string => phaseNames[phase satisfies Phase];

const stepChange = (code: StepCode, from: MadeStep, to: MadeStep): readonly string[] => {
  const isOwn = steps[code].own === true;
  const was = from.name || stepNames[code];
  const is = to.name || stepNames[code];
  const added = isOwn && from.name === '' && to.name !== '';
  const renamed = added ? [`tilføjede »${is}«`] : [`kaldte »${was}« for »${is}«`];
  const link = to.link === '' ? `fjernede linket ved »${is}«` : `satte et link ved »${is}«`;
  return [
    ...(was === is ? [] : renamed),
    ...(from.off === to.off ? [] : [to.off ? `tog »${is}« ud` : `satte »${is}« ind igen`]),
    ...(from.link === to.link ? [] : [link]),
  ];
};

const milestoneChange = (
  code: StepCode,
  from: StepTemplates,
  to: StepTemplates,
): readonly string[] => {
  const is = isMilestone(to, code);
  if (is === isMilestone(from, code)) return [];
  const name = `»${stepName(code, to)}«`;
  return [is ? `gjorde ${name} til milepæl` : `tog milepælen af ${name}`];
};

const changesIn = (from: StepTemplates, to: StepTemplates): readonly string[] => {
  const { codes, phases } = stepDifference(from, to);
  return [
    ...codes.flatMap((code) => [
      ...stepChange(code, madeStep(from, code), madeStep(to, code)),
      ...milestoneChange(code, from, to),
    ]),
    ...phases.map((phase) => `ændrede rækkefølgen i ${phaseName(phase)}`),
  ];
};

export const stepsWords = {
  title: 'Trin i faserne',
  intro:
    'Kald trinnene det, I siger hos jer. Tag dem ud, som I ikke bruger, og sæt dem i jeres rækkefølge. Det gælder alle projekter fra nu af. Det, der er sagt om et trin, bliver stående. Et tomt felt er det sædvanlige navn. En milepæl med en dato står på projektets bjælke i planen.',
  intake: 'Indtagets seks trin hører til siden Idéer og er altid de samme.',
  phase: phaseName,
  name: 'Navn',
  ownName: 'Jeres eget trin',
  ownHint: 'Bruges, når det har et navn.',
  link: 'Link til vejledning',
  linkHint: 'Begynder med https',
  on: 'Bruges',
  onOf: (name: string): string => `Bruges: ${name}`,
  milestone: 'Milepæl',
  milestoneOf: (name: string): string => `Milepæl: ${name}`,
  up: (name: string): string => `Flyt op: ${name}`,
  down: (name: string): string => `Flyt ned: ${name}`,
  moved: (name: string, place: number, of: number): string =>
    `${name} er nu nummer ${place} af ${of}.`,
  kept: (why: Kept): string => kept[why],
  save: 'Gem trinnene',
  saving: 'Gemmer …',
  saved: 'Trinnene er gemt.',
  cannotFetch: 'Trinnene kan ikke hentes',
  historyTitle: 'Hvem har ændret trinnene?',
  noHistory: 'Ingen har ændret dem endnu.',
  change: (from: StepTemplates, to: StepTemplates, byName: string, at: string): string =>
    `${byName} ${changesIn(from, to).join(', ') || 'gemte uden at ændre noget'} ${momentText(at)}`,
  undo: 'Fortryd',
  undoOf: (byName: string, at: string): string =>
    `Fortryd det, ${byName} ændrede ${momentText(at)}`,
  undone: 'Ændringen er fortrudt.',
  guide: 'Vejledning',
  keptHead: 'Trin, der ikke bruges mere',
  keptDone: (byName: string, day: string): string =>
    byName === '' ? `klar ${day}` : `klar ${day} ved ${byName}`,
  open: 'Åbn link',
} as const;

type StepsNo = StepTemplatesProblem | { readonly type: 'notAllowed' | 'changed' };

export const stepsRefusalText = (refusal: StepsNo, made: StepTemplates): string => {
  switch (refusal.type) {
    case 'notAllowed':
      return 'Det er konsulenten, der ændrer trinnene.';
    case 'nameTooLong':
      return `»${refusal.name.slice(0, 40)}…« er for langt. Der er plads til ${refusal.longest} tegn.`;
    case 'notALink':
      return `»${refusal.link.slice(0, 60)}« er ikke et link. Det skal begynde med https.`;
    case 'keptStep':
      return `»${stepName(refusal.code, made)}« kan ikke tages ud. ${kept[refusal.why]}`;
    case 'changed':
      return 'En anden har ændret det samme imens. Intet er gemt.';
  }
};
