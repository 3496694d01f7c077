import { answerersOf } from '#shared/domain/decider.ts';
import type { Message } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { revisionOf } from '#shared/domain/request.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { paperMarks } from '../checklist/papersHeld.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import {
  meetingsMoved,
  statementsOf,
  viewOf,
  type Waiting,
  waitingAmong,
} from '../requests/views.ts';
import { type MatterKind, sweptElsewhere } from './kind.ts';

/** Whether a seat that somebody answers for has said nothing yet. */
const mustAnswer = (deps: Deps, view: RequestView, personId: PersonId): boolean =>
  view.state.type === 'open' &&
  answerersOf(view.request.decider, peopleIn(deps), deps.clock.day()).some(
    ({ person, seat }) =>
      person.id === personId &&
      view.positions.some((one) => one.seat === seat && one.position.type === 'waiting'),
  );

const isLastOf = (deps: Deps, { request }: RequestView): boolean =>
  deps.stores.requests.where('projectId', request.projectId).at(-1)?.value.id === request.id;

const isWanted = (deps: Deps, view: RequestView, { kind, about, to }: Message): boolean => {
  const isOver = view.state.type === 'ended';
  switch (kind) {
    case 'ask':
      return to.type === 'person' && mustAnswer(deps, view, to.id);
    case 'question':
      return !isOver && view.questions.some((one) => one.question.id === about && !one.reply);
    case 'toMeeting':
      return view.state.type === 'meeting';
    case 'ended':
      return isLastOf(deps, view);
    default:
      return !isOver;
  }
};

/** How often the meeting that a hearing ends at was moved while it was open: its cards name the day. */
const datesMoved = (deps: Deps, requestId: string): number => {
  const { stores } = deps;
  const request = stores.requests.get(requestId)?.value;
  if (request?.decider.type !== 'chefgruppe') return 0;
  const until = stores.decisions.get(requestId)?.value.at ?? '9999';
  return meetingsMoved(deps).filter(({ at }) => at >= request.askedAt && at <= until).length;
};

/** Rises with all that a card shows: what is said and decided, and what has come of the paper. */
const shownRevision = (deps: Deps, requestId: string): number => {
  const { stores } = deps;
  const decision = stores.decisions.get(requestId)?.value;
  const request = stores.requests.get(requestId)?.value;
  const marks = request ? paperMarks(stores, request, decision) : 0;
  return revisionOf(statementsOf(deps, requestId), decision) + marks + datesMoved(deps, requestId);
};

/** Since when: the request, or the first question that nobody has replied to. */
const sinceOf = ({ view, waits }: Waiting): string => {
  const open = view.questions.find(({ reply }) => reply === null || reply === undefined);
  return waits === 'reply' && open ? open.question.at : view.request.askedAt;
};

/** A gate request, and the questions about it. */
export const requestMatter: MatterKind = {
  ...sweptElsewhere,
  revision: (deps, { requestId }) => (requestId === null ? 0 : shownRevision(deps, requestId)),
  told: (deps, message) => {
    const view = message.requestId === null ? undefined : viewOf(deps, message.requestId);
    if (!view) return undefined;
    return {
      matter: { type: 'request', revision: shownRevision(deps, view.request.id), view },
      isOvertaken: view.state.type === 'ended' && message.kind !== 'ended',
      isWanted: isWanted(deps, view, message),
    };
  },
  answerers: (deps, { requestId, kind }, personId) => {
    const request = deps.stores.requests.get(requestId ?? '')?.value;
    if (!request || kind !== 'ask') return [];
    const answerers = answerersOf(request.decider, peopleIn(deps), deps.clock.day());
    const seats = answerers.filter(({ person }) => person.id === personId).map(({ seat }) => seat);
    return answerers.filter(({ seat }) => seats.includes(seat)).map(({ person }) => person.id);
  },
  toldOfProject: ({ stores }, projectId) =>
    stores.requests
      .where('projectId', projectId)
      .flatMap(({ value }) => stores.messages.where('requestId', value.id)),
  waiting: (deps) => {
    const waitingFor = waitingAmong(deps);
    return (personId) =>
      waitingFor(personId).map((waiting) => ({
        type: 'request',
        since: sinceOf(waiting),
        waits: waiting.waits,
        waiting,
      }));
  },
};
