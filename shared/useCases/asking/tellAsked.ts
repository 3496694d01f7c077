import type { Ask, AskingEvent, Exchange } from '#shared/domain/asking/asking.ts';
import { dayOf } from '#shared/domain/day.ts';
import {
  type Message,
  type MessageAbout,
  type MessageKind,
  morningKey,
  unsent,
} from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Deps } from '../ports.ts';

/* What somebody who is asked, and whoever asks them, is told: the same for every kind with a clock of its own. */

/** The messages of one kind of matter. */
export type AskingMessages = Readonly<
  Record<'ask' | 'nudge' | 'overdue' | 'question' | 'reply' | 'told', MessageKind>
>;

type About = { readonly id: string; readonly about: (event: number) => MessageAbout };

/** What there is to tell of one matter, as it stands. */
export type Asked = About & {
  readonly kinds: AskingMessages;
  /** Null when no answer is waited for. */
  readonly ask: Ask | null;
  /** The event past due that the lead is told of; null before that. */
  readonly overdue: number | null;
  readonly answerers: readonly PersonId[];
  /** The lead, else whoever asked. */
  readonly leads: readonly PersonId[];
  /** Who helps a question along. */
  readonly helper: PersonId | null;
  readonly exchanges: readonly Exchange<AskingEvent>[];
  /** The answer the lead hears of; null when it is none that is told. */
  readonly answer: Pick<AskingEvent, 'seq' | 'byId'> | null;
  /** What others are told, each in a message of its own. */
  readonly beside?: readonly DueMessage[];
};

export type DueMessage = {
  readonly kind: MessageKind;
  readonly about: number;
  readonly to: PersonId;
};

/** Asked once a round, whatever changes meanwhile; nudged on the morning of the day. */
const asksDue = ({ ask, answerers, kinds }: Asked, at: string): readonly DueMessage[] => {
  if (!ask) return [];
  const due = answerers.map((to) => ({ kind: kinds.ask, about: ask.round, to }));
  return at >= ask.nudgeAt && at < ask.dueAt
    ? [...due, ...answerers.map((to) => ({ kind: kinds.nudge, about: ask.seq, to }))]
    : due;
};

const overdueDue = ({ overdue, leads, kinds }: Asked): readonly DueMessage[] =>
  overdue === null ? [] : leads.map((to) => ({ kind: kinds.overdue, about: overdue, to }));

const questionsDue = ({ exchanges, helper, kinds }: Asked): readonly DueMessage[] =>
  exchanges.flatMap(({ question, reply }): readonly DueMessage[] => {
    if (reply) return [{ kind: kinds.reply, about: reply.seq, to: question.byId }];
    return helper === null ? [] : [{ kind: kinds.question, about: question.seq, to: helper }];
  });

/** The lead hears how it went; whoever answered sees it on their own card. */
const answersDue = ({ answer, leads, kinds }: Asked): readonly DueMessage[] =>
  answer === null
    ? []
    : leads
        .filter((to) => to !== answer.byId)
        .map((to) => ({ kind: kinds.told, about: answer.seq, to }));

const allDue = (asked: Asked, at: string): readonly DueMessage[] => [
  ...asksDue(asked, at),
  ...overdueDue(asked),
  ...questionsDue(asked),
  ...answersDue(asked),
  ...(asked.beside ?? []),
];

const idOf = ({ id }: Pick<About, 'id'>, { kind, about, to }: DueMessage): string =>
  [id, kind, about, to].join(':');

const messageOf = (asked: Asked, due: DueMessage, at: string): Message => ({
  id: idOf(asked, due),
  kind: due.kind,
  ...asked.about(due.about),
  to: { type: 'person', id: due.to },
  ...unsent,
  createdAt: at,
});

/** What a message is known by. */
type Said = Pick<Message, 'kind' | 'about' | 'to'>;

const isStillDue = (deps: Deps, asked: Asked, { kind, about, to }: Said): boolean =>
  allDue(asked, deps.clock.now()).some(
    (due) =>
      due.kind === kind && String(due.about) === about && to.type === 'person' && to.id === due.to,
  );

/** Somebody asked after the hour of the nudge has the question before them as it is; and the morning may have said it. */
const isNudgeToo = ({ stores }: Deps, asked: Asked, to: PersonId): boolean => {
  const { ask, kinds } = asked;
  if (!ask || stores.messages.get(morningKey(dayOf(ask.nudgeAt), to))) return false;
  const first = stores.messages.get(idOf(asked, { kind: kinds.ask, about: ask.round, to }))?.value;
  return first !== undefined && first.createdAt < ask.nudgeAt;
};

/** What is called for and not in the outbox, as far as memory knows. */
const untold = (deps: Deps, asked: Asked): readonly Message[] => {
  const { stores, clock } = deps;
  const at = clock.now();
  return allDue(asked, at)
    .filter(({ kind, to }) => kind !== asked.kinds.nudge || isNudgeToo(deps, asked, to))
    .filter((due) => {
      const known = stores.messages.get(idOf(asked, due))?.value;
      return !known || known.state === 'dropped';
    })
    .map((due) => messageOf(asked, due, at));
};

const tellAsked = async (deps: Deps, asked: Asked): Promise<number> => {
  const { messages } = deps.stores;
  let told = 0;
  for (const message of untold(deps, asked)) {
    const { type, row } = await messages.insert(message);
    if (type === 'inserted') told += 1;
    else if (row.value.state === 'dropped')
      await messages.update(row, { state: 'queued', notBefore: null, attempts: 0, problem: '' });
  }
  return told;
};

/** What one kind of matter tells; nothing while what it is about is not there. */
export const tellingOf = <N>(askedIn: (deps: Deps, now: N) => Asked | null) => ({
  /**
   * Whether what a message says is still so. It is the same that calls for the message: one that was
   * dropped is not called for again.
   */
  isDue: (deps: Deps, now: N, message: Said): boolean => {
    const asked = askedIn(deps, now);
    return asked !== null && isStillDue(deps, asked, message);
  },
  /** Whether it calls for a message that is not in the outbox, as far as memory knows. */
  isUntold: (deps: Deps, now: N): boolean => {
    const asked = askedIn(deps, now);
    return asked !== null && untold(deps, asked).length > 0;
  },
  /** Puts everything that is called for into the outbox, each once. Returns how many. */
  tell: async (deps: Deps, now: N): Promise<number> => {
    const asked = askedIn(deps, now);
    return asked ? tellAsked(deps, asked) : 0;
  },
});
