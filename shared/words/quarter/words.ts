import type { Area } from '#shared/domain/area.ts';
import { grantedBy, type MinutesPoint } from '#shared/domain/quarter/minutes.ts';
import type { QuarterEventKind, QuarterId, Signature } from '#shared/domain/quarter/quarter.ts';
import type { QuarterRefusal } from '#shared/domain/quarter/rules.ts';
import type { Decision } from '#shared/domain/request.ts';
import { choiceOf } from '#shared/domain/request.ts';
import type { RefusalWords } from '../asking/words.ts';
import { dayYearText, momentYearText, weekdayText } from '../dates.ts';
import { formatKr, nbsp } from '../money.ts';
import { capital } from '../requests/cards.ts';
import { choicePast, endingNames, listText, priorityNames, seatName, voiceText } from '../words.ts';

/* What is read of a kvartalsstatus, on cards, in the tab, in the minutes and in the history. */

/** "Kvartalsstatus torsdag 21. januar 2027". */
export const quarterTitle = (id: QuarterId): string =>
  `Kvartalsstatus ${weekdayText(id)}${nbsp}${id.slice(0, 4)}`;

export const quarterKickers = {
  pack: 'Kvartalsstatus · Dagsorden',
  packAgain: 'Kvartalsstatus · Dagsordenen er rettet',
  moved: 'Kvartalsstatus · Mødet er flyttet',
  past: 'Kvartalsstatus · Mødet er holdt',
  yours: 'Referat · Din godkendelse',
  again: 'Referat · Rettet siden du godkendte',
  approved: '✓ Godkendt · Referat',
  proposed: 'Referat · Din rettelse er sendt',
  proposal: 'Referat · Forslag til rettelse',
  signed: '✓ Godkendt af alle · Referat',
  received: 'Referat · Modtaget',
} as const;

export const countText = (count: number, one: string, many: string): string =>
  `${count}${nbsp}${count === 1 ? one : many}`;

export const minutesText = (minutes: number): string => `${minutes}${nbsp}min.`;

export const quarterWords = {
  packQuestion: (points: number, minutes: number): string =>
    `${countText(points, 'punkt', 'punkter')}, ca. ${minutesText(minutes)}`,
  movedFrom: (day: string): string => `Mødet er flyttet fra ${weekdayText(day)}.`,
  packWhy: 'Du får dagsordenen, fordi du er med i chefgruppen.',
  andMore: (count: number): string => `og ${countText(count, 'punkt', 'punkter')} mere`,
  openAgenda: 'Åbn dagsordenen',
  question: 'Er det skrevet rigtigt?',
  questionAgain: 'Er det stadig OK?',
  why: 'Du spørges, fordi du er med i chefgruppen.',
  whyDeputy: (seat: string): string => `Du svarer på vegne af ${seat}.`,
  undecided: (count: number): string =>
    `og ${countText(count, 'punkt', 'punkter')} mere uden beslutning`,
  read: (version: number): string => `Læs referatet, version${nbsp}${version}`,
  given: (given: number, all: number, names: readonly string[]): string =>
    `${given}${nbsp}af${nbsp}${all} har godkendt${names.length === 0 ? '' : `: ${listText(names)}`}`,
  rule: 'Beslutningerne gælder allerede. Her siger du kun, om de er skrevet rigtigt.',
  field: 'Rettelse (skal med ved Foreslå rettelse)',
  approve: 'Godkend referatet',
  approveAgain: 'Godkend rettelsen',
  propose: 'Foreslå rettelse',
  openMinutes: 'Åbn referatet',
  youApproved: (version: number): string => `Du godkendte version${nbsp}${version}`,
  approvedFor: (name: string, version: number): string =>
    `${name} godkendte version${nbsp}${version}`,
  youProposed: 'Du har foreslået en rettelse',
  proposedBy: (name: string): string => `${name} foreslår en rettelse`,
  proposedNext: 'DigiTek skriver den ind. Så spørger vi igen.',
  writeItIn: 'Skriv den ind i referatet, så bliver alle spurgt igen.',
  waitFor: (names: readonly string[]): string =>
    `Vi venter på ${listText(names)}. Rettes der mere, spørger vi igen. Du skal ikke gøre mere.`,
  allSigned: (count: number, version: number): string =>
    `${count}${nbsp}af${nbsp}${count} har godkendt version${nbsp}${version}`,
  inDocuments: 'Referatet ligger i Dokumenter og kan ikke ændres mere.',
  nextMeeting: (day: QuarterId): string => `Næste kvartalsstatus er ${weekdayText(day)}.`,
  late: 'Referatet er godkendt af alle. Dit tryk ændrede ikke noget.',
  notYours: 'Referatet venter ikke på dig',
  changed: 'Rettet:',
  when: (at: string): string => capital(momentYearText(at)),
} as const;

/** What a phone shows of a card before it is opened. */
export const quarterSummaries = {
  pack: 'Dagsorden: ',
  minutes: 'Er referatet rigtigt? ',
  proposal: 'Forslag til rettelse: ',
  signed: 'Referatet er godkendt: ',
} as const;

/** "til afprøvning, 180.000 kr."; of one that ended otherwise, how. */
export const decidedText = (decision: Decision): string => {
  const choice = choiceOf(decision);
  if (!choice) return endingNames[decision.ending].toLowerCase();
  const ore = grantedBy(decision);
  return [choicePast(choice), ...(ore > 0 ? [formatKr(ore)] : [])].join(', ');
};

/** What came out of a point, in a line; '' where nothing was decided. */
export const outcomeText = ({ gate, priorities }: MinutesPoint): string => {
  if (gate?.decision) return decidedText(gate.decision);
  return priorities
    .map(({ title, priority }) => `${title}: ${priorityNames[priority].toLowerCase()}`)
    .join(' · ');
};

export const signatureName = (areas: readonly Area[], signature: Signature): string =>
  voiceText(areas, signature);

/** "Chef, Social 9. oktober 2026". */
export const signedText = (areas: readonly Area[], signature: Signature): string =>
  `${voiceText(areas, signature)} ${dayYearText(signature.at)}`;

export const seatNames = (areas: readonly Area[], seats: readonly string[]): readonly string[] =>
  seats.map((seat) => seatName(areas, seat));

const refusals: Record<Exclude<QuarterRefusal['type'], 'tooLong'>, RefusalWords> = {
  notAllowed: { title: 'Det kan du ikke', text: 'Det er chefgruppen og DigiTek, der gør det.' },
  unknownPoint: { title: 'Punktet er væk', text: 'Det venter ikke mere. Dagsordenen er ny.' },
  mustStay: {
    title: 'Punktet bliver stående',
    text: 'En gate er på dagsordenen, til den er besluttet.',
  },
  notMinutes: { title: 'Skriv minutter', text: 'Fra 1 til 60.' },
  textMissing: { title: 'Der mangler en tekst', text: 'Skriv en sætning.' },
  notBegun: { title: 'Mødet er ikke begyndt', text: 'Tryk på Start mødet først.' },
  begun: { title: 'Mødet er begyndt', text: 'Det er begyndt på en anden skærm.' },
  over: { title: 'Mødet er slut', text: 'Det kan rettes i referatet.' },
  noMinutes: { title: 'Der er intet referat endnu', text: 'Det kommer, når mødet er slut.' },
  newVersion: {
    title: 'Referatet er rettet imens',
    text: 'Læs den nye version, før du svarer. Intet er gemt.',
  },
  signed: { title: 'Referatet er godkendt af alle', text: 'Det kan ikke ændres mere.' },
  unknownProject: { title: 'Projektet findes ikke', text: 'Det er fjernet imens.' },
  notADay: { title: 'Vælg en dag', text: 'Mødet er ikke flyttet.' },
  past: { title: 'Dagen er gået', text: 'Vælg en, der kommer.' },
  notAWorkday: { title: 'Den dag er der lukket', text: 'Vælg en hverdag.' },
  taken: { title: 'Den dag er optaget', text: 'Der er et møde den dag.' },
};

export const quarterRefusalWords = (refusal: QuarterRefusal): RefusalWords =>
  refusal.type === 'tooLong'
    ? { title: 'Teksten er for lang', text: `Der er plads til ${refusal.longest} tegn.` }
    : refusals[refusal.type];

/** The head of a line in the history of a meeting. */
export const quarterHistory: Record<QuarterEventKind, string> = {
  moved: 'Punkt flyttet',
  timed: 'Minutter rettet',
  added: 'Punkt tilføjet',
  removed: 'Punkt taget af',
  sent: 'Dagsorden sendt',
  rescheduled: 'Mødet flyttet',
  began: 'Mødet begyndte',
  present: 'Til stede',
  opened: 'Punkt taget op',
  noted: 'Linje i referatet',
  prioritised: 'Prioritet besluttet',
  ended: 'Mødet sluttede',
  corrected: 'Referat rettet',
  approved: 'Referat godkendt',
  proposed: 'Rettelse foreslået',
  filed: 'Referat lagt i Dokumenter',
};
