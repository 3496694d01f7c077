import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { QuarterAction } from '#shared/contract/cardActions.ts';
import { longestComment } from '#shared/domain/asking/asking.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import { minutesIn } from '#shared/domain/quarter/agenda.ts';
import type { Signature } from '#shared/domain/quarter/quarter.ts';
import type { QuarterRefusal } from '#shared/domain/quarter/rules.ts';
import { type QuarterReader, type QuarterView, seatsOwing } from '#shared/domain/quarter/view.ts';
import { pointTitle } from '#shared/words/quarter/points.ts';
import {
  outcomeText,
  quarterKickers,
  quarterRefusalWords,
  quarterSummaries,
  quarterTitle,
  quarterWords,
  seatNames,
  signatureName,
} from '#shared/words/quarter/words.ts';
import { received } from '#shared/words/requests/cards.ts';
import { seatName } from '#shared/words/words.ts';
import { lines, type Problem, problemBox, wordBox } from '../asking/asking.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  type Button,
  bold,
  card,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  link,
  note,
  openUrl,
  type Refresh,
  strong,
  subtle,
} from '../elements.ts';
import { around } from '../summary.ts';

/** Which card of a kvartalsstatus it is: the message's kind, and the event it is about. */
export type QuarterPlace = { readonly kind: MessageKind; readonly about: number };

export const minutesPlace = ({ now }: QuarterView): QuarterPlace => ({
  kind: 'quarterMinutes',
  about: now.versionSeq,
});

export type QuarterProblem = Problem<QuarterRefusal>;

/** What every button sends: numbers, and nothing that gives a right. */
const aboutQuarter = ({ now }: QuarterView): Pick<QuarterAction, 'quarterId' | 'revision'> => ({
  quarterId: now.id,
  revision: now.revision,
});

const refreshFor = (
  { now }: QuarterView,
  { userIds }: CardContext,
  { kind, about }: QuarterPlace,
): Refresh<'refreshQuarter'> => ({
  verb: 'refreshQuarter',
  data: { quarterId: now.id, revision: now.revision, kind, about },
  userIds,
});

const open = ({ now }: QuarterView, { links }: CardContext, label: string): Button =>
  openUrl(label, links.quarter(now.day));

type Says = {
  readonly kicker: string;
  readonly title: string;
  readonly body?: readonly (Element | null)[];
  readonly button: string;
  readonly summary: string;
};

const notice = (
  view: QuarterView,
  context: CardContext,
  place: QuarterPlace,
  says: Says,
): IAdaptiveCard =>
  card(
    [
      kicker(says.kicker),
      heading(quarterTitle(view.now.day)),
      line([strong(says.title)]),
      ...(says.body ?? []),
      actionSet([open(view, context, says.button)]),
    ],
    around(says.summary, quarterTitle(view.now.day), ''),
    refreshFor(view, context, place),
  );

const mostNamed = 3;

/** Held, on another day than was said, put right, or as it was planned. */
const packKicker = ({ now }: QuarterView): string => {
  if (now.began !== null) return quarterKickers.past;
  if (now.movedFrom !== null) return quarterKickers.moved;
  const sent = now.events.filter(({ kind }) => kind === 'sent').length;
  return sent > 1 ? quarterKickers.packAgain : quarterKickers.pack;
};

/** What the meeting is to take up, a week before. */
const packCard = (view: QuarterView, context: CardContext, place: QuarterPlace): IAdaptiveCard => {
  const { now, points } = view;
  const isPast = now.began !== null;
  const named = points.slice(0, mostNamed).map((point) => line([pointTitle(point)]));
  const more = points.length - named.length;
  return notice(view, context, place, {
    kicker: packKicker(view),
    title: quarterWords.packQuestion(points.length, minutesIn(points)),
    body: isPast
      ? []
      : [
          ...lines(now.movedFrom === null ? '' : quarterWords.movedFrom(now.movedFrom)),
          ...named,
          more > 0 ? line([subtle(quarterWords.andMore(more))]) : null,
          note(quarterWords.packWhy),
        ],
    button: isPast ? quarterWords.openMinutes : quarterWords.openAgenda,
    summary: quarterSummaries.pack,
  });
};

/** What was decided, at most three, and how many points came to nothing. */
const decided = ({ minutes }: QuarterView): readonly (Element | null)[] => {
  const outcomes = minutes.points.filter((point) => outcomeText(point) !== '');
  const named = outcomes
    .slice(0, mostNamed)
    .map((point) =>
      line([strong(`${pointTitle(point.point)}:`), ` ${outcomeText(point)}`], 'Medium'),
    );
  const more = minutes.points.length - named.length;
  return [...named, more > 0 ? line([quarterWords.undecided(more)], 'Medium') : null];
};

/** The lines that made the present version another than the one before. */
const corrected = ({ now }: QuarterView): readonly Element[] => {
  const latest = now.events[now.versionSeq - 1];
  return latest?.kind === 'corrected'
    ? [line([strong(quarterWords.changed), ` ${latest.text}`], 'Medium')]
    : [];
};

const approvedNames = ({ now, areas }: QuarterView): readonly string[] =>
  now.approvals.map((one) => signatureName(areas, one));

/** Whether the minutes are written rightly: for each seat of the chefgruppe. */
const minutesCard = (
  view: QuarterView,
  reader: QuarterReader,
  context: CardContext,
  { place, problem }: { readonly place: QuarterPlace; readonly problem: QuarterProblem | null },
): IAdaptiveCard => {
  const { now, areas, signers } = view;
  const isAgain = now.version > 1;
  const about = { ...aboutQuarter(view), version: now.version };
  const given = quarterWords.given(now.approvals.length, signers.seats.length, approvedNames(view));
  const seat = reader.seat === null ? '' : seatName(areas, reader.seat);
  return card(
    [
      kicker(isAgain ? quarterKickers.again : quarterKickers.yours),
      heading(quarterTitle(now.day)),
      bold(isAgain ? quarterWords.questionAgain : quarterWords.question),
      line([subtle(reader.onBehalf ? quarterWords.whyDeputy(seat) : quarterWords.why)]),
      ...(isAgain ? corrected(view) : decided(view)),
      line([link(quarterWords.read(now.version), context.links.quarter(now.id))]),
      line([given]),
      note(quarterWords.rule),
      problem ? problemBox(problem, quarterRefusalWords) : null,
      field(quarterWords.field, context.typed ?? '', longestComment),
      actionSet([
        execute(
          isAgain ? quarterWords.approveAgain : quarterWords.approve,
          'approveMinutes',
          about,
        ),
        execute(quarterWords.propose, 'proposeMinutes', about),
      ]),
    ],
    around(quarterSummaries.minutes, quarterTitle(now.day), ''),
    refreshFor(view, context, place),
  );
};

const signedCard = (
  view: QuarterView,
  context: CardContext,
  place: QuarterPlace,
  pressed: boolean,
): IAdaptiveCard => {
  const { now, signers, next } = view;
  const last = now.approvals.at(-1);
  return notice(view, context, place, {
    kicker: quarterKickers.signed,
    title: quarterWords.allSigned(signers.seats.length, now.version),
    body: [
      ...lines(pressed ? quarterWords.late : ''),
      last ? note(quarterWords.when(last.at), 'Small') : null,
      ...lines(
        now.link === null ? '' : quarterWords.inDocuments,
        next === null ? '' : quarterWords.nextMeeting(next),
      ),
    ],
    button: quarterWords.openMinutes,
    summary: quarterSummaries.signed,
  });
};

const ownWord = ({ now }: QuarterView, { seat }: QuarterReader): Signature | undefined =>
  [...now.approvals, ...now.proposals].find((one) => one.seat === seat);

/** To whoever has said what they think of the present version. */
const saidCard = (
  view: QuarterView,
  reader: QuarterReader,
  context: CardContext,
  { place, said }: { readonly place: QuarterPlace; readonly said: Signature },
): IAdaptiveCard => {
  const { now, areas } = view;
  const isApproval = now.approvals.includes(said);
  const waits = seatNames(areas, seatsOwing(view));
  const isOwn = said.byId === reader.id;
  const name = signatureName(areas, said);
  const approved = isOwn
    ? quarterWords.youApproved(now.version)
    : quarterWords.approvedFor(name, now.version);
  const proposed = isOwn ? quarterWords.youProposed : quarterWords.proposedBy(name);
  return notice(view, context, place, {
    kicker: isApproval ? quarterKickers.approved : quarterKickers.proposed,
    title: isApproval ? approved : proposed,
    body: [
      note(quarterWords.when(said.at), 'Small'),
      wordBox(said.text),
      ...lines(isApproval ? '' : quarterWords.proposedNext),
      ...lines(isApproval && waits.length > 0 ? quarterWords.waitFor(waits) : ''),
    ],
    button: quarterWords.openMinutes,
    summary: quarterSummaries.minutes,
  });
};

/** To whoever writes the minutes: what a chef wants to be otherwise. */
const proposalCard = (
  view: QuarterView,
  context: CardContext,
  place: QuarterPlace,
): IAdaptiveCard => {
  const event = view.now.events[place.about - 1];
  return notice(view, context, place, {
    kicker: quarterKickers.proposal,
    title: quarterWords.proposedBy(event ? signatureName(view.areas, event) : ''),
    body: [wordBox(event?.text ?? ''), ...lines(quarterWords.writeItIn)],
    button: quarterWords.openMinutes,
    summary: quarterSummaries.proposal,
  });
};

export type QuarterDrawing = {
  readonly place: QuarterPlace;
  readonly problem?: QuarterProblem | null;
  /** It comes as the answer to a press. */
  readonly pressed?: boolean;
};

/** The minutes as this reader may answer, or as they stand. */
const minutesFor = (
  view: QuarterView,
  reader: QuarterReader,
  context: CardContext,
  { place, problem = null, pressed = false }: QuarterDrawing,
): IAdaptiveCard => {
  if (view.state === 'signed') return signedCard(view, context, place, pressed && problem !== null);
  if (reader.owes) return minutesCard(view, reader, context, { place, problem });
  const said = ownWord(view, reader);
  if (said && reader.seat !== null) return saidCard(view, reader, context, { place, said });
  return notice(view, context, place, {
    kicker: quarterKickers.yours,
    title: quarterWords.notYours,
    body: lines(
      quarterWords.given(view.now.approvals.length, view.signers.seats.length, approvedNames(view)),
    ),
    button: quarterWords.openMinutes,
    summary: quarterSummaries.minutes,
  });
};

/** The card that a message about a kvartalsstatus carries, as it stands for its reader. */
export const quarterCardAt = (
  view: QuarterView,
  reader: QuarterReader,
  context: CardContext,
  drawing: QuarterDrawing,
): IAdaptiveCard => {
  switch (drawing.place.kind) {
    case 'quarterPack':
      return packCard(view, context, drawing.place);
    case 'quarterProposal':
      return proposalCard(view, context, drawing.place);
    case 'quarterSigned':
      return signedCard(view, context, drawing.place, false);
    default:
      return minutesFor(view, reader, context, drawing);
  }
};

/** The press is here, and the lists have not taken it yet. */
export const receivedQuarter = (
  view: QuarterView,
  context: CardContext,
  place: QuarterPlace,
): IAdaptiveCard =>
  notice(view, context, place, {
    kicker: quarterKickers.received,
    title: received.title,
    body: lines(received.text),
    button: quarterWords.openMinutes,
    summary: quarterSummaries.minutes,
  });
