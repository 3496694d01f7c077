import type { Area, AreaId } from '#shared/domain/area.ts';
import type { Decision } from '#shared/domain/request.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { daysFrom, daysText, dayText } from '../dates.ts';
import { deciderName, gateLabels, listText, seatName } from '../words.ts';
import { endHeadline, toldTo } from './receipts.ts';

/* A gate that is handed on to somebody else: in chat and on the project's page. */

/** "Ingen svarer for Chef, Omsorg" */
export const nobodyText = (seats: readonly AreaId[], areas: readonly Area[]): string =>
  `Ingen svarer for ${listText(seats.map((seat) => seatName(areas, seat)))}`;

/** Somebody whom the answer is not. */
const noReader = {
  ...{ id: null, seat: null, deputy: false, isLead: false, isOwner: false },
  position: { type: 'waiting' },
} as const;

export const handOnWords = {
  kicker: ({ request }: RequestView): string => `Giv videre · ${gateLabels[request.gate]}`,
  /** Who has it now, and for how long. */
  now: ({ request, areas }: RequestView, at: string): string =>
    `Sagen ligger hos ${deciderName(request.decider, areas)} og har ventet ${daysText(daysFrom(request.askedAt, at))}.`,
  way: (to: string, { areas, statusDay }: Pick<RequestView, 'areas' | 'statusDay'>): string => {
    if (to === 'chefgruppe') return 'Chefgruppen';
    if (to !== 'agenda') return seatName(areas, to);
    return statusDay === null ? 'Næste kvartalsstatus' : `Kvartalsstatus ${dayText(statusDay)}`;
  },
  to: 'Giv videre til',
  why: 'Hvorfor gives sagen videre?',
  send: 'Giv sagen videre',
  given: 'Sagen er givet videre',
  /** Whom it went to; where it was over already, what became of it. */
  ended: (view: RequestView, decision: Decision): string =>
    `${endHeadline(toldTo(decision, view.areas, noReader))}.`,
  onAgenda: 'Sagen er på dagsordenen',
  onAgendaText: ({ statusDay }: RequestView): string =>
    statusDay === null
      ? 'Chefgruppen tager den på det næste møde.'
      : `Chefgruppen tager den på kvartalsstatus ${dayText(statusDay)}.`,
  newCard: 'Den nye har fået et kort, og det gamle siger, hvem der har sagen nu.',
  nowhere: 'Sagen kan ikke gives videre lige nu. Den er på dagsordenen, eller den er afgjort.',
  nothing: 'Intet skal gives videre',
  nothingText: 'Alle sager ligger hos en, der kan svare.',
  notYours: 'Det er konsulenterne og team DigiTek, der giver en sag videre.',
  unknownProject: 'Det projekt har ingen sag, der venter på svar.',
  button: 'Giv videre',
  sending: 'Jeg giver sagen videre. Kortet bliver til en kvittering om lidt.',
  notStored: 'Sagen blev ikke givet videre. Prøv igen.',
  uncertain: 'Jeg ved ikke, om sagen blev givet videre. Skriv »giv videre« og se efter.',
} as const;
