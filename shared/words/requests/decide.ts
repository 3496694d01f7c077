import type { Refusal } from '#shared/domain/answer.ts';
import type { Area, AreaId } from '#shared/domain/area.ts';
import type { Decider, DeciderReason } from '#shared/domain/decider.ts';
import { type PoolView, yearNotOpenedIn } from '#shared/domain/funding.ts';
import { type Choice, type Gate, grantsMoney } from '#shared/domain/gates.ts';
import type { Ore } from '#shared/domain/money.ts';
import { choiceOf, type Decision } from '#shared/domain/request.ts';
import type { Appetite } from '#shared/domain/risk.ts';
import type { TekRemark } from '#shared/domain/tek.ts';
import { momentText } from '../dates.ts';
import { formatKr } from '../money.ts';
import { yearNotOpened } from '../pools.ts';
import {
  areaName,
  choiceLabel,
  choicePast,
  listText,
  poolName,
  seatName,
  voiceText,
} from '../words.ts';

/* What is asked, why a person is asked, what an answer does, and why an answer was refused. */

const forPrice = (ore: Ore): string => (ore > 0 ? ` for ${formatKr(ore)}` : '');

const priced: Record<Gate, (ore: Ore) => string> = {
  gate1: (ore) => `Skal idéen undersøges${forPrice(ore)}?`,
  gate2: (ore) => `Skal det afprøves${forPrice(ore)}?`,
  gate3: (ore) => `Skal løsningen i drift${forPrice(ore)}?`,
  funding: (ore) => `Skal der bevilges ${formatKr(ore)}?`,
};

/** The question with the price in it, as the card asks it under the project's name. */
export const pricedQuestion = (gate: Gate, ore: Ore): string => priced[gate](ore);

const named: Record<Gate, (title: string) => string> = {
  gate1: (title) => `Skal vi undersøge ${title}?`,
  gate2: (title) => `Skal vi afprøve ${title}?`,
  gate3: (title) => `Skal vi sætte ${title} i drift?`,
  funding: (title) => `Skal vi bevilge penge til ${title}?`,
};

/** The question with the project's name in it, as the decision page asks it. */
export const namedQuestion = (gate: Gate, title: string): string => named[gate](title);

export type ReasonFor = {
  readonly decider: Decider;
  readonly why: DeciderReason;
  readonly areas: readonly Area[];
  /** The seat the reader answers for; null when the matter is not theirs. */
  readonly seat: AreaId | null;
  /** They answer for somebody else's seat. */
  readonly deputy: boolean;
};

const commonPoolWhys: Record<'pays' | 'granted' | 'named', string> = {
  pays: 'fordi pengene kommer fra fællespuljen',
  granted: 'fordi projektet har fået penge fra fællespuljen',
  named: 'fordi fællespuljen står som betaler',
};

const becauseOf = (why: DeciderReason, areas: readonly Area[], yours: boolean): string => {
  switch (why.type) {
    case 'commonPool':
      return commonPoolWhys[why.bound ?? 'pays'];
    case 'lifted':
      return `fordi ${why.by} har løftet sagen`;
    case 'otherPools':
      return yours ? 'fordi I betaler hver jeres del' : 'fordi flere områder betaler';
    case 'ownPool':
      return yours
        ? `fordi projektet og pengene hører til ${areaName(areas, why.leadArea)}`
        : `fordi projektet er i ${areaName(areas, why.leadArea)} og betales af områdets egen pulje`;
    case 'noMoney':
      return `fordi projektet er i ${areaName(areas, why.leadArea)} og ikke beder om penge`;
    case 'rerouted':
      return `fordi ${why.by} har sendt sagen videre${why.because.trim() === '' ? '' : `: ${why.because.trim()}`}`;
  }
};

const ended = (sentence: string): string => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`);

const whoDecides = (given: ReasonFor): string => {
  const { decider, areas, seat } = given;
  if (decider.type === 'chefgruppe') return 'Chefgruppen beslutter';
  const mine = seat !== null && decider.seats.includes(seat);
  const others = decider.seats.filter((one) => one !== seat).map((one) => seatName(areas, one));
  if (mine && others.length === 0) return 'Du beslutter';
  if (mine) return `Du beslutter sammen med ${listText(others)}`;
  return `${listText(decider.seats.map((one) => seatName(areas, one)))} beslutter`;
};

/** Split for pages that make the first part bold: "Du beslutter" + "fordi …". */
export const reasonParts = (
  given: ReasonFor,
): { readonly who: string; readonly because: string } => ({
  who: whoDecides(given),
  because: ended(
    becauseOf(
      given.why,
      given.areas,
      given.decider.type !== 'chefgruppe' &&
        given.seat !== null &&
        given.decider.seats.includes(given.seat),
    ),
  ),
});

/** Why the reader, or somebody else, decides: "Du beslutter, fordi …", "Chefgruppen beslutter, fordi …". */
export const reasonText = (given: ReasonFor): string => {
  const { who, because } = reasonParts(given);
  return `${who}, ${because}`;
};

/** Said below the reason to whoever stands in for somebody. */
export const deputyText = (areas: readonly Area[], seat: AreaId): string =>
  `Du svarer for ${seatName(areas, seat)}.`;

/** How the answers of several people become one decision; empty for a single chef. */
export const settlingText = (decider: Decider, gate: Gate, statusDayText: string): string => {
  switch (decider.type) {
    case 'chef':
      return '';
    case 'chefs':
      return gate === 'funding'
        ? 'Er I enige, er det besluttet. Ellers går sagen til chefgruppen.'
        : 'Er I enige, er det besluttet. Ét stop stopper projektet. Ellers går sagen til chefgruppen.';
    case 'chefgruppe':
      return `Er alle enige, er det besluttet. Ellers tages det op på kvartalsstatus${statusDayText === '' ? '' : ` ${statusDayText}`}.`;
  }
};

/** Who decided, as a person or as a group. */
export const deciderText = (decision: Decision, areas: readonly Area[]): string => {
  if (decision.decider.type === 'chefgruppe' && decision.ending === 'decided') return 'Chefgruppen';
  if (
    decision.decider.type === 'chefs' &&
    decision.ending === 'decided' &&
    decision.outcome !== 'stop'
  )
    return listText(decision.decider.seats.map((seat) => seatName(areas, seat)));
  return voiceText(areas, decision);
};

/** How a request ended, in one sentence without the time. */
export const endingText = (decision: Decision, areas: readonly Area[]): string => {
  const choice = choiceOf(decision);
  switch (decision.ending) {
    case 'decided':
      return choice
        ? `${deciderText(decision, areas)} besluttede: ${choicePast(choice)}`
        : `${deciderText(decision, areas)} besluttede sagen`;
    case 'withdrawn':
      return `${decision.byName} trak sagen tilbage`;
    case 'rerouted':
      return `${decision.byName} sendte sagen videre`;
    case 'lifted':
      return `${deciderText(decision, areas)} løftede sagen til chefgruppen`;
    case 'toCommonPool':
      return `${deciderText(decision, areas)} søger fællespuljen`;
    case 'askedAnew':
      return 'Pengene blev ændret, så sagen er stillet på ny';
  }
};

/** A late or double answer is told what happened and when. */
export const lateText = (decision: Decision, areas: readonly Area[]): string =>
  `${endingText(decision, areas)}, ${momentText(decision.at)}.`;

const after: Record<Choice['outcome'], string> = {
  stop: 'Du skriver hvorfor. Pengene frigives.',
  investigate: 'Projektlederen får besked og går i gang.',
  fastTrack: 'Gate 2 springes over. Du skriver hvorfor.',
  backToInvestigation: 'Du skriver, hvad der mangler. Pengene frigives.',
  trial: 'Projektlederen får besked og går i gang.',
  operate: 'Projektet går i drift. Projektlederen får besked.',
  rethink: 'En ny idé åbnes med det, I har lært. Projektet afsluttes.',
  grant: 'Projektlederen får besked.',
  refuse: 'Du skriver hvorfor. Pengene bliver i puljen.',
};

/** What a press does, said on the button: "85.000 kr. bevilges. Projektlederen får besked." */
export const consequenceText = (gate: Gate, choice: Choice, askOre: Ore): string => {
  if (grantsMoney(gate, choice) && askOre > 0) {
    const rest =
      choice.outcome === 'fastTrack' ? 'Du skriver hvorfor.' : 'Projektlederen får besked.';
    return `${formatKr(askOre)} bevilges. ${rest}`;
  }
  if (choice.outcome === 'operate' && choice.spread)
    return 'I drift her, og nye enheder kan starte.';
  if (choice.outcome === 'operate' && choice.rethink) return 'I drift her, og en ny idé åbnes.';
  return after[choice.outcome];
};

/** What the other answers do. */
export const answerConsequences = {
  ask: 'Svaret kommer her. Sagen venter.',
  lift: 'Chefgruppen bliver spurgt med det samme.',
  meeting: 'Sagen venter til kvartalsstatus. Pengene er reserveret.',
  toCommonPool: 'Chefgruppen beslutter, når andelene er sat.',
} as const;

/**
 * "Puljen mangler 15.000 kr." for one pool; the pool is named when there are several. Where a pool
 * has no budget yet, "2027 er ikke åbnet endnu".
 */
export const shortText = (pools: readonly PoolView[], areas: readonly Area[]): string => {
  const year = yearNotOpenedIn(pools);
  if (year !== null) return yearNotOpened.title(year);
  const short = pools.filter((pool) => pool.missingOre > 0);
  if (short.length === 0) return '';
  const [only] = short;
  if (pools.length === 1 && only) return `Puljen mangler ${formatKr(only.missingOre)}`;
  return listText(
    short.map((pool) => `${poolName(areas, pool.pool)} mangler ${formatKr(pool.missingOre)}`),
  );
};

export type RefusalSaid = { readonly title: string; readonly text: string };

/** The word for the reason that a choice asks for. */
export const reasonAsked = (gate: Gate, choice: Choice): string => {
  if (choice.outcome === 'stop')
    return gate === 'gate1' ? 'Hvorfor stopper du idéen?' : 'Hvorfor stopper du projektet?';
  if (choice.outcome === 'backToInvestigation') return 'Hvad mangler at blive undersøgt?';
  if (choice.outcome === 'refuse') return 'Hvorfor siger du nej til pengene?';
  return `Hvorfor ${choiceLabel(gate, choice).toLowerCase()}?`;
};

/** Says what is missing, what to do, and that nothing is lost. */
export const refusalText = (refusal: Refusal, gate: Gate, areas: readonly Area[]): RefusalSaid => {
  switch (refusal.type) {
    case 'alreadyEnded':
      return {
        title: 'Sagen er allerede afgjort.',
        text: `${lateText(refusal.decision, areas)} Dit tryk ændrede ikke noget.`,
      };
    case 'notYours':
      return {
        title: `Sagen venter på ${refusal.decider.type === 'chefgruppe' ? 'chefgruppen' : listText(refusal.decider.seats.map((seat) => seatName(areas, seat)))}.`,
        text: 'Du kan følge den, men ikke svare. Dit tryk ændrede ikke noget.',
      };
    case 'notAnOutcome':
      return {
        title: 'Det svar findes ikke ved denne gate.',
        text: 'Vælg et af svarene. Intet er besluttet endnu.',
      };
    case 'notVerySmall':
      return {
        title: 'Kun meget små projekter kan gå direkte til afprøvning.',
        text: 'Vælg et andet svar. Intet er besluttet endnu.',
      };
    case 'reasonRequired':
      return {
        title: 'Begrundelsen mangler.',
        text: `${reasonAsked(gate, refusal.choice)} Skriv en sætning. Projektlederen får den at se. Intet er besluttet endnu.`,
      };
    case 'questionRequired':
      return {
        title: 'Spørgsmålet mangler.',
        text: 'Skriv, hvad du vil vide. Projektlederen får det at se.',
      };
    case 'commentTooLong':
      return {
        title: 'Teksten er for lang.',
        text: `Der er plads til ${refusal.longest} tegn. Din tekst er bevaret.`,
      };
    case 'poolShort':
      return {
        title: ended(shortText(refusal.pools, areas)),
        text: 'Svaret er ikke gemt. Pengene skal findes først. Din kommentar er bevaret.',
      };
    case 'yearNotOpened':
      return {
        title: `${yearNotOpened.title(refusal.year)}.`,
        text: yearNotOpened.refused(refusal.year),
      };
    case 'notHere':
      return {
        title: 'Det kan ikke vælges her.',
        text: 'Vælg et af svarene. Intet er besluttet endnu.',
      };
  }
};

export const tekRemarkTexts: Record<TekRemark, string> = {
  efficiencyMissing: 'Effektivitet er 0. Projektet skal give bedre tid eller økonomi.',
  efficiencyAlone: 'Kun effektivitet. Se, om kvalitet eller trivsel også vinder.',
  legMissing: 'Ét ben er 0. Stræb efter alle tre.',
};

export const appetiteText = (appetite: Appetite): string => {
  switch (appetite.because) {
    case 'fits':
      return 'Gevinsten står mål med risikoen og prisen.';
    case 'littlePotential':
      return `Gevinsten er for lille til risikoen. Der er plads til risiko ${appetite.limit}.`;
    case 'largeInvestment':
      return `Prisen er høj i forhold til risikoen. Der er plads til risiko ${appetite.limit}.`;
    case 'both':
      return `Gevinsten er for lille til risikoen, og prisen er høj. Der er plads til risiko ${appetite.limit}.`;
  }
};
