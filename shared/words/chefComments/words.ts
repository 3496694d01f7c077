import type { Area, AreaId } from '#shared/domain/area.ts';
import {
  type ChefCommentEvent,
  type ChefStep,
  doorAfter,
  mayHearOwnLeaders,
  type Payer,
  type PayerChoice,
} from '#shared/domain/chefComments/chefComment.ts';
import type { ChefRefusal } from '#shared/domain/chefComments/rules.ts';
import type { ChefCommentView } from '#shared/domain/chefComments/view.ts';
import { areaPool } from '#shared/domain/funding.ts';
import type { Ore } from '#shared/domain/money.ts';
import { paperAndVersion, paperNames, versionText } from '../approvals/words.ts';
import { askingWords, type RefusalWords, wordRefusals } from '../asking/words.ts';
import { dayText, dueMoment, hourMoment, hourText } from '../dates.ts';
import { formatKr, nbsp } from '../money.ts';
import { yearNotOpened } from '../pools.ts';
import { poolInside } from '../requests/cards.ts';
import { areaName, gateLabels, poolName } from '../words.ts';

/* What a chef and a lead read of the chef's comment before a gate, on cards, in the tab and in the history. */

const phases: Record<ChefStep, string> = {
  ideaChef: 'Idé',
  investigationChef: 'Undersøgelse',
  trialChef: 'Afprøvning',
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const gateOf = (step: ChefStep): string => lower(gateLabels[doorAfter(step)]);

export const chefKickers = {
  yours: (step: ChefStep, isPool: boolean): string =>
    `${phases[step]} · Din kommentar${isPool ? ' og pulje' : ''}`,
  passed: (step: ChefStep): string => `${phases[step]} · Fristen er gået`,
  nudge: (step: ChefStep): string => `Husk · ${phases[step]}`,
  open: (step: ChefStep): string => `Åben · ${phases[step]}`,
  answered: (step: ChefStep): string => `✓ Svaret · ${phases[step]}`,
  question: (step: ChefStep): string => `${phases[step]} · Spørgsmål til dig`,
  replied: (step: ChefStep): string => `${phases[step]} · Du har svaret`,
  received: (step: ChefStep): string => `${phases[step]} · Modtaget`,
  past: (step: ChefStep): string => `${phases[step]} · Lukket`,
} as const;

/** What is asked, in one line. */
export const chefQuestion = ({ lacks, ore, now }: ChefCommentView): string => {
  const cost = formatKr(ore ?? 0);
  switch (lacks) {
    case 'pool':
      return `Kun puljen mangler: hvem betaler ${cost}?`;
    case 'both':
      return `Hvilken pulje skal betale ${cost}?`;
    default:
      return `Hvad vil du sige før ${gateOf(now.step)}?`;
  }
};

export const whyChef = (view: ChefCommentView, onBehalf: boolean): string => {
  const { project, areas, isOwnerDone, paper, chefName, now } = view;
  const area = project.leadArea === null ? '' : areaName(areas, project.leadArea);
  const why = onBehalf
    ? `Du svarer for ${chefName || `chefen for ${area}`}.`
    : `Du spørges, fordi projektet hører til ${area}.`;
  return isOwnerDone
    ? `${why} Projektejeren har godkendt ${lower(versionText(paper)) || paperNames[paperStep[now.step]]}.`
    : why;
};

/** The approval of the same paper names it. */
const paperStep = {
  ideaChef: 'ideaOwner',
  investigationChef: 'investigationOwner',
  trialChef: 'trialOwner',
} as const;

export const chefPaperText = ({ now, paper }: ChefCommentView): string => {
  const minutes = paper.minutes === null ? '' : ` (${paper.minutes}${nbsp}min.)`;
  return `Læs ${paperAndVersion(paperStep[now.step], paper)}${minutes}`;
};

export const chefDue = {
  answer: (dueAt: string, at: string): string => `Svar inden ${dueMoment(dueAt, at)}.`,
  afterwards: (isPool: boolean): string =>
    isPool ? ' Derefter venter vi kun på puljen.' : ' Derefter går sagen videre uden.',
  nudge: (dueAt: string): string => `Svar inden ${hourText(dueAt)}.`,
  passed: (dueAt: string, step: ChefStep): string =>
    `Fristen for kommentaren var ${hourMoment(dueAt)}. Sagen går videre uden den. Du kan skrive, indtil ${gateOf(step)} er sendt.`,
  commented: (step: ChefStep): string =>
    `Din kommentar er gemt. Du kan skrive om, indtil ${gateOf(step)} er sendt.`,
} as const;

export const chefMoney = {
  cost: 'Det koster',
  left: (area: string): string => `Tilbage, hvis ${area}`,
  leftCommon: 'Tilbage, hvis fælles',
  missing: (area: string): string => `Mangler, hvis ${area}`,
  missingCommon: 'Mangler, hvis fælles',
  notOpened: (year: number): string => `${yearNotOpened.title(year)}. Pengene er ikke væk.`,
  reserved: (step: ChefStep): string => `Reserveres ved ${gateOf(step)}`,
  leftThen: 'Tilbage derefter',
} as const;

/** Who pays until now, when somebody does. */
export const paysNow = (areas: readonly Area[], payer: Payer): string =>
  payer === 'several'
    ? 'Indtil nu deler flere puljer.'
    : `Indtil nu betaler ${poolInside(areas, payer)}.`;

/** Until the chef has said something; the deadline is short for it. */
export const ownLeaders = ({ now }: ChefCommentView): string =>
  mayHearOwnLeaders(now.step) && now.said === null
    ? `Vil du vende den i din egen ledergruppe først? Så skriv her, hvad I kom frem til. Det må gerne komme efter fristen, til ${gateOf(now.step)} er sendt.`
    : '';

/** Which choice makes whom decide (domain.md, Who decides). */
export const whoDecides = (view: ChefCommentView): string => {
  const { project, areas, decidesOwn, now } = view;
  const gate = gateOf(now.step);
  if (project.leadArea === null) return '';
  if (decidesOwn !== 'chef') return `Chefgruppen beslutter ${gate}, uanset hvem der betaler.`;
  const own = poolName(areas, areaPool(project.leadArea));
  return `${own}: du beslutter ${gate}. Er fællespuljen med, beslutter chefgruppen.`;
};

export const chefWords = {
  field: (lacks: ChefCommentView['lacks']): string =>
    lacks === 'comment' || lacks === null
      ? 'Kommentar (skal udfyldes)'
      : 'Kommentar (frivillig ved én pulje, ellers skal den med)',
  choices: (choice: PayerChoice, areas: readonly Area[], leadArea: AreaId | null): string => {
    switch (choice) {
      case 'own':
        return `${poolName(areas, areaPool(leadArea ?? ''))} betaler`;
      case 'common':
        return 'Fællespuljen betaler';
      case 'several':
        return 'Flere puljer deler';
    }
  },
  commentOnly: 'Gem kun kommentaren',
  comment: 'Gem kommentaren',
  another: 'Vælg en anden pulje',
} as const;

/** A question of the chef's, on the lead's card. */
export const chefsQuestionWords = {
  why: 'Du spørges, fordi du er projektleder. Dit svar kommer på chefens kort.',
  sent: 'Chefen har fået besked. Du skal ikke gøre mere.',
} as const;

const chosen = (areas: readonly Area[], payer: Payer | null): string =>
  payer === null || payer === 'several' ? 'at flere puljer deler' : poolInside(areas, payer);

export const chefReceipts = {
  /** "Du valgte Omsorgs pulje". */
  said: (areas: readonly Area[], event: ChefCommentEvent, who: string): string => {
    switch (event.kind) {
      case 'noted':
        return `${event.byName} har skrevet ned, hvad ${who} sagde`;
      case 'passed':
        return 'Fristen for kommentaren er gået';
      default:
        return event.payer === null
          ? `${who} har kommenteret`
          : `${who} valgte ${chosen(areas, event.payer)}`;
    }
  },
  next: (view: ChefCommentView, payer: Payer | null): string => {
    const gate = gateOf(view.now.step);
    if (payer === 'several') return `Projektlederen fordeler beløbet, før ${gate} sendes.`;
    const isOwn = payer !== null && payer !== 'common' && view.decidesOwn === 'chef';
    return isOwn
      ? `Projektlederen kan nu sende ${gate}, og den beslutter du. Indtil da kan du vælge om.`
      : `Projektlederen kan nu sende ${gate}. Indtil da kan du svare om.`;
  },
  nextForLead: (step: ChefStep, payer: Payer | null): string =>
    payer === 'several'
      ? `Fordel beløbet mellem puljerne. Så kan ${gateOf(step)} sendes, når resten er klar.`
      : `${gateLabels[doorAfter(step)]} kan sendes, når resten er klar.`,
  onlyPool: 'Kommentaren er gemt. Der mangler stadig en pulje.',
  withdrawn: 'Svaret er taget tilbage.',
} as const;

/** To the lead who asks in chat. */
export const chefAsked = {
  title: (name: string): string => `${name || 'Chefen'} er spurgt`,
  not: 'Chefen er ikke spurgt endnu',
} as const;

export const chefPast = {
  waitsFor: (name: string): string => `Den venter på ${name || 'chefen'}.`,
  gateSent: (step: ChefStep): string => `${gateLabels[doorAfter(step)]} er allerede sendt`,
  gateSentText: 'Du svarer på gaten nu. Det, du skrev her, står i historikken.',
  overdue: (name: string): string => `${name || 'Chefen'} har ikke valgt pulje`,
  overdueText: (askedAt: string, dueAt: string): string =>
    `Spurgt ${dayText(askedAt)}. Fristen for kommentaren var ${hourMoment(dueAt)}, og den venter vi ikke på mere.`,
  overdueNext:
    'Ring, eller mind om det. Siger chefen det på anden måde, kan team DigiTek skrive det ned.',
} as const;

export const chefRefusalWords = (refusal: ChefRefusal): RefusalWords => {
  switch (refusal.type) {
    case 'wordMissing':
      return wordRefusals.missing;
    case 'wordTooLong':
      return wordRefusals.tooLong(refusal.longest);
    case 'changed':
      return {
        title: 'Prisen er en anden nu',
        text: 'Her er den, der gælder. Trykket ændrede ikke noget.',
      };
    case 'movedOn':
      return { title: askingWords.answered, text: askingWords.changedNothing };
    case 'askedAlready':
      return { title: 'Chefen er allerede spurgt', text: askingWords.askedAlready };
    case 'holdsAlready':
      return { title: 'Det er allerede gemt', text: askingWords.changedNothing };
    case 'notYours':
      return { title: askingWords.notYours, text: askingWords.changedNothing };
    case 'notAllowed':
      return {
        title: askingWords.youCannot,
        text: 'Det kan kun chefen, projektlederen og team DigiTek.',
      };
    case 'gateSent':
      return { title: 'Gaten er allerede sendt', text: askingWords.changedNothing };
    case 'notNow':
      return { title: askingWords.over, text: askingWords.notAhead };
    case 'leadAreaMissing':
      return { title: 'Det førende område mangler', text: 'Vælg det først.' };
    case 'chefMissing':
      return {
        title: 'Området har ingen chef',
        text: 'Konsulenten kan skrive chefen ind i listen over personer.',
      };
    case 'amountMissing':
      return { title: 'Beløbet mangler', text: 'Skriv, hvad næste fase koster, eller 0.' };
    case 'ownerFirst':
      return {
        title: 'Projektejeren skal godkende først',
        text: 'Så ved chefen, at papiret holder.',
      };
  }
};

/** A line for a locked phone, around the project's name. */
export const chefSummaries = {
  ask: (ore: Ore | null): readonly [string, string] => [
    'Din kommentar: ',
    ore ? `, hvilken pulje betaler ${formatKr(ore)}?` : '',
  ],
  nudge: (dueAt: string): readonly [string, string] => [`Husk at svare ${hourText(dueAt)}: `, ''],
  reply: ['Svar fra projektlederen: ', ''],
  told: (kicker: string): readonly [string, string] => [`${kicker}: `, ''],
} as const;

/** A line of the history. */
export const chefHistory: Readonly<Record<ChefCommentEvent['kind'], (step: ChefStep) => string>> = {
  asked: (step) => `Chefen er spurgt før ${gateOf(step)}`,
  chosen: (step) => `Chefen valgte pulje før ${gateOf(step)}`,
  commented: (step) => `Chefens kommentar før ${gateOf(step)}`,
  passed: (step) => `Fristen for chefens kommentar før ${gateOf(step)} er gået`,
  noted: (step) => `Skrevet ned: chefens ord før ${gateOf(step)}`,
  question: () => 'Chefen spurgte projektlederen',
  reply: () => 'Svar til chefen',
  withdrawn: (step) => `Chefens svar før ${gateOf(step)} er taget tilbage`,
};
