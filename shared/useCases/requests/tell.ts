import { answerersOf } from '#shared/domain/decider.ts';
import {
  type Message,
  type MessageKind,
  messageAbout,
  type Recipient,
  unsent,
} from '#shared/domain/message.ts';
import type { Person, PersonId } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import {
  type Decision,
  type GateRequest,
  openQuestionsOf,
  requestStateOf,
  type Statement,
} from '#shared/domain/request.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { type FreshRequest, readRequest, statementsOf } from './views.ts';

type Due = {
  readonly kind: MessageKind;
  readonly about: string | null;
  readonly to: Recipient;
};

const person = (id: PersonId): Recipient => ({ type: 'person', id });
const chefgruppe: Recipient = { type: 'chefgruppe' };

type Told = {
  readonly request: GateRequest;
  readonly statements: readonly Statement[];
  readonly decision: Decision | undefined;
  readonly project: Project;
  readonly people: readonly Person[];
  readonly day: string;
  /** The chefgruppe's chat could not be reached, so its members are asked one by one. */
  readonly oneByOne: boolean;
};

const asksDue = (told: Told): readonly Due[] => {
  const { decider } = told.request;
  if (decider.type === 'chefgruppe' && !told.oneByOne)
    return [{ kind: 'ask', about: null, to: chefgruppe }];
  const answerers = answerersOf(decider, told.people, told.day).map((one) => one.person.id);
  return [...new Set(answerers)].map((id) => ({ kind: 'ask', about: null, to: person(id) }));
};

/** Who helps a question along: the project's lead, else whoever sent the request. */
const helperOf = (told: Told): PersonId => told.project.leadId ?? told.request.askedBy;

const questionsDue = (told: Told): readonly Due[] => {
  const open = new Set(openQuestionsOf(told.statements));
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: who is told of a question and who of a reply is one list of cases.
  return told.statements.flatMap((statement): readonly Due[] => {
    if (statement.kind === 'question' && open.has(statement))
      return [{ kind: 'question', about: statement.id, to: person(helperOf(told)) }];
    if (statement.kind !== 'reply') return [];
    const question = told.statements.find((one) => one.id === statement.about);
    const to = told.request.decider.type === 'chefgruppe' && !told.oneByOne;
    return question
      ? [{ kind: 'reply', about: statement.id, to: to ? chefgruppe : person(question.byId) }]
      : [];
  });
};

/** Lead, owner and sender are told how it went; whoever decided sees it on the card itself. */
const endDue = (told: Told, decision: Decision): readonly Due[] => {
  if (decision.ending === 'rerouted' || decision.ending === 'askedAnew') return [];
  const { leadId, ownerId } = told.project;
  const concerned = [leadId, ownerId, told.request.askedBy].filter((id) => id !== null);
  return [...new Set(concerned)]
    .filter((id) => id !== decision.byId)
    .map((id) => ({ kind: 'ended', about: null, to: person(id) }));
};

/** Every message that follows from a request as it stands; pure, so that it can be derived again. */
export const messagesDue = (told: Told): readonly Due[] => {
  const state = requestStateOf(told.request, told.statements, told.decision);
  if (state.type === 'ended') return endDue(told, state.decision);
  const due = [...asksDue(told), ...questionsDue(told)];
  const helper = helperOf(told);
  return state.type === 'meeting'
    ? [...due, { kind: 'toMeeting', about: null, to: person(helper) }]
    : due;
};

const recipientKey = (to: Recipient): string => (to.type === 'person' ? to.id : 'chefgruppe');

/** What of a statement's key is not the request's. */
const aboutKey = (request: GateRequest, about: string | null): string =>
  about?.startsWith(`${request.id}:`) ? about.slice(request.id.length + 1) : (about ?? '');

const messageOf = (request: GateRequest, due: Due, at: string): Message => ({
  id: [request.id, due.kind, aboutKey(request, due.about), recipientKey(due.to)].join(':'),
  kind: due.kind,
  ...messageAbout.request(request.id, due.about),
  to: due.to,
  ...unsent,
  createdAt: at,
});

const isUnreachedChefgruppe = (message: Message): boolean =>
  message.to.type === 'chefgruppe' && message.state === 'undeliverable';

/** Messages that a request calls for and that are not in the outbox, as far as memory knows. */
const untold = (deps: Deps, told: FreshRequest): readonly Message[] => {
  const { request } = told;
  const project = deps.stores.projects.get(request.projectId)?.value;
  if (!project) return [];
  const sent = deps.stores.messages.where('requestId', request.id).map((row) => row.value);
  const known = new Set(sent.map((message) => message.id));
  return messagesDue({
    ...told,
    project,
    people: peopleIn(deps),
    day: deps.clock.day(),
    oneByOne: sent.some(isUnreachedChefgruppe),
  })
    .map((due) => messageOf(request, due, deps.clock.now()))
    .filter((message) => !known.has(message.id));
};

/** Whether somebody is still to be told of a request, e.g. who stands in for its chef since today. */
export const isUntold = (deps: Deps, request: GateRequest): boolean => {
  const decision = deps.stores.decisions.get(request.id)?.value;
  return untold(deps, { request, statements: statementsOf(deps, request.id), decision }).length > 0;
};

/** Puts every message that a request calls for into the outbox, each once. */
export const tellAbout = async (deps: Deps, requestId: string): Promise<void> => {
  const fresh = await readRequest(deps, requestId);
  if (!fresh) return;
  for (const message of untold(deps, fresh)) await deps.stores.messages.insert(message);
};
