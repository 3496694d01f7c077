import type { Area } from '#shared/domain/area.ts';
import type { Decider } from '#shared/domain/decider.ts';
import type { PoolId } from '#shared/domain/funding.ts';
import type { Choice, Gate } from '#shared/domain/gates.ts';
import { choiceOf, type Decision, type Ending } from '#shared/domain/request.ts';
import { type Reader, type Voice, voiceOf } from '#shared/domain/requestView.ts';
import { momentText } from '../dates.ts';
import { areaName, choicePast, deciderName, endingNames, gateLabels, seatName } from '../words.ts';
import { poolInside } from './cards.ts';
import { deciderText } from './decide.ts';

/* What the cards say when a request has ended, and to presses that come too late or from others. */

export const endKicker = (decision: Decision): string => {
  const gate = gateLabels[decision.gate];
  if (decision.ending !== 'decided') return `${endingNames[decision.ending]} · ${gate}`;
  if (decision.outcome === 'stop') return `Stoppet · ${gate}`;
  return decision.outcome === 'refuse' ? `Besluttet · ${gate}` : `✓ Besluttet · ${gate}`;
};

export type Told = {
  readonly decision: Decision;
  readonly areas: readonly Area[];
  /** Whose answer it is to the reader. */
  readonly voice: Voice;
  /** The reader answers for one of the seats. */
  readonly inside: boolean;
};

/** A decision as a reader is told of it. */
export const toldTo = (decision: Decision, areas: readonly Area[], reader: Reader): Told => ({
  decision,
  areas,
  voice: voiceOf(decision, reader),
  inside: reader.seat !== null,
});

const decidedHeadline = (told: Told, choice: Choice): string => {
  const { decision, areas } = told;
  const past = choicePast(choice);
  const { decider, atMeeting } = decision;
  if (decider.type === 'chefgruppe')
    return atMeeting ? `Chefgruppen besluttede på mødet: ${past}` : `Chefgruppen er enig: ${past}`;
  if (decider.type === 'chefs' && choice.outcome !== 'stop')
    return told.inside
      ? `I er enige: ${past}`
      : `${deciderText(decision, areas)} er enige: ${past}`;
  return `${spokenBy(told, 'besluttede')}: ${past}`;
};

const isOwn = ({ voice }: Told): boolean => voice === 'own' || voice === 'ownForSeat';

/** "Du besluttede på vegne af Chef, Omsorg", "Leder, Syd besluttede på dine vegne". */
const spokenBy = ({ decision, areas, voice }: Told, did: string): string => {
  switch (voice) {
    case 'own':
      return `Du ${did}`;
    case 'ownForSeat':
      return `Du ${did} på vegne af ${decision.seat === null ? '' : seatName(areas, decision.seat)}`;
    case 'forReader':
      return `${decision.byName} ${did} på dine vegne`;
    case 'others':
      return `${deciderText(decision, areas)} ${did}`;
  }
};

/** Who decided what, in one bold sentence. */
export const endHeadline = (told: Told): string => {
  const { decision, areas } = told;
  const choice = choiceOf(decision);
  switch (decision.ending) {
    case 'decided':
      return choice ? decidedHeadline(told, choice) : 'Sagen er besluttet';
    case 'lifted':
      return decision.decider.type === 'chefs' && decision.outcome === null && isOwn(told)
        ? 'Sagen er løftet til chefgruppen'
        : spokenBy(told, 'løftede sagen til chefgruppen');
    case 'toCommonPool':
      return spokenBy(told, 'søger fællespuljen');
    case 'withdrawn':
      return 'Sagen er trukket tilbage';
    case 'rerouted':
      return decision.reroutedTo
        ? `${deciderName(decision.reroutedTo, areas)} er spurgt i stedet`
        : 'En anden er spurgt i stedet';
    case 'askedAnew':
      return 'Pengene er ændret, og der er spurgt på ny';
  }
};

const decidedNext = (gate: Gate, choice: Choice): string => {
  switch (choice.outcome) {
    case 'stop':
      return gate === 'gate1'
        ? 'Tak for arbejdet. Idéen og erfaringen bliver stående på tavlen under Stoppet.'
        : 'Tak for arbejdet. Projektet og erfaringen bliver stående på tavlen under Stoppet.';
    case 'investigate':
    case 'trial':
      return 'Projektlederen har fået besked og går i gang.';
    case 'fastTrack':
      return 'Projektlederen har fået besked. CE, sikkerhed og databehandleraftale kommer først.';
    case 'backToInvestigation':
      return 'Projektlederen har fået besked om, hvad der mangler.';
    case 'operate':
      if (choice.spread)
        return 'Hvert nyt sted får sin egen start. Projektlederen har fået besked.';
      return choice.rethink
        ? 'En ny idé er åbnet med det, I har lært. Projektlederen har fået besked.'
        : 'Gevinsten følges efter 3, 6 og 12 måneder. Projektlederen har fået besked.';
    case 'rethink':
      return 'En ny idé er åbnet med det, I har lært. Projektlederen har fået besked.';
    case 'grant':
      return 'Projektlederen har fået besked og kan bruge pengene.';
    case 'refuse':
      return 'Pengene bliver i puljen. Projektlederen har fået besked.';
  }
};

const nextBy: Record<Exclude<Ending, 'decided'>, string> = {
  lifted: 'Chefgruppen er spurgt.',
  toCommonPool: 'Projektlederen og team DigiTek sætter andelene. Så bliver chefgruppen spurgt.',
  withdrawn: 'Du skal ikke svare her.',
  rerouted: 'Du skal ikke svare her.',
  askedAnew: 'Den, der nu skal beslutte, har fået et nyt kort. Du skal ikke svare her.',
};

/** Who gave the matter to somebody else; its word why stands beside it. */
const handedOnBy = ({ ending, byName }: Decision): string =>
  ending === 'rerouted' ? `${byName} gav sagen videre. ` : '';

const nothingMore = 'Du skal ikke gøre mere.';

/** What happens now; whoever decided is told that they are done. */
export const endNext = (decision: Decision, inside: boolean): string => {
  const choice = choiceOf(decision);
  if (decision.ending !== 'decided') {
    const next = handedOnBy(decision) + nextBy[decision.ending];
    const done = decision.ending === 'lifted' || decision.ending === 'toCommonPool';
    return inside && done ? `${next} ${nothingMore}` : next;
  }
  if (!choice) return '';
  const next = decidedNext(decision.gate, choice);
  return inside && choice.outcome !== 'stop' ? `${next} ${nothingMore}` : next;
};

const leadSteps: Record<Choice['outcome'], string> = {
  stop: 'luk aftaler og skriv erfaringen ned.',
  investigate: 'læg en plan for undersøgelsen.',
  fastTrack: 'få tjek af CE, sikkerhed og databehandleraftale på plads.',
  backToInvestigation: 'undersøg det, der mangler, og send igen.',
  trial: 'få aftalerne på plads og start afprøvningen.',
  operate: 'få driftsorganisationen på plads.',
  rethink: 'begynd på den nye idé.',
  grant: 'brug pengene som aftalt.',
  refuse: 'find en anden vej til pengene, eller gør det uden.',
};

const leadEndings: Record<Exclude<Ending, 'decided'>, string> = {
  lifted: 'vent på chefgruppens svar.',
  toCommonPool: 'sæt andelene sammen med team DigiTek.',
  withdrawn: 'tal med team DigiTek om, hvad der skal ske.',
  rerouted: 'vent på svar.',
  askedAnew: 'vent på svar.',
};

export const leadNext = {
  lead: 'Dit næste skridt:',
  text: (decision: Decision): string => {
    const choice = choiceOf(decision);
    const step =
      decision.ending === 'decided'
        ? choice
          ? leadSteps[choice.outcome]
          : ''
        : leadEndings[decision.ending];
    return `${step} Du får besked, fordi du er projektleder.`;
  },
} as const;

export const receiptWords = {
  why: 'Hvorfor:',
  granted: 'Bevilget',
  grantedBy: (areas: readonly Area[], pool: PoolId): string =>
    pool === 'common'
      ? 'Bevilget af fællespuljen'
      : `Bevilget af ${areaName(areas, pool.slice(5))}`,
  leftIn: (areas: readonly Area[], pool: PoolId): string => `Tilbage i ${poolInside(areas, pool)}`,
  backTo: (areas: readonly Area[], pool: PoolId): string =>
    `Tilbage til ${poolInside(areas, pool)}`,
  leadTold: 'Projektlederen har fået besked.',
} as const;

/** A press after the end, a double press, or a press by somebody else. */
export const lateWords = {
  yours: 'Du har allerede svaret',
  yoursText: (choice: Choice, at: string): string =>
    `Du valgte ${choicePast(choice)} ${momentText(at)}. Trykket nu ændrede ikke noget.`,
  decided: 'Sagen er allerede besluttet',
  ended: 'Sagen er allerede afgjort',
  text: (told: Told): string => {
    const { decision, areas } = told;
    const choice = choiceOf(decision);
    const what =
      decision.onBehalf && decision.seat !== null && choice && !isOwn(told)
        ? `Stedfortræderen svarede for ${seatName(areas, decision.seat)}: ${choicePast(choice)}`
        : endHeadline(told);
    return `${what}, ${momentText(decision.at)}. Dit tryk ændrede ikke noget.`;
  },
  disagree: 'Er du uenig, så skriv til team DigiTek.',
  waitsFor: (decider: Decider, areas: readonly Area[]): string =>
    decider.type === 'chefgruppe'
      ? 'Sagen venter på chefgruppen'
      : `Sagen venter på ${deciderName(decider, areas)}`,
  changedNothing: 'Dit tryk ændrede ikke noget.',
} as const;

/** At most 90 characters, seen on a locked phone: no comment, reason or question in it. */
export const summaryWords = {
  gate: (gate: Gate): string => `${gateLabels[gate]}: `,
  yours: 'Du beslutter.',
  shared: 'I beslutter.',
  chefgruppe: 'Chefgruppen beslutter.',
  question: 'Spørgsmål til dig: ',
  reply: 'Svar fra projektlederen: ',
  agenda: 'På dagsordenen: ',
  choice: choicePast,
} as const;
