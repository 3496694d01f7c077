import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { choice } from '#shared/domain/gates.ts';
import { Fault } from '#shared/useCases/ports.ts';
import type { AnswerInput, AnswerResult } from '#shared/useCases/requests/answerRequest.ts';
import type { Inbound } from '../../bot/channel/inbound.ts';
import type { Reply } from '../../bot/channel/messagesEndpoint.ts';
import { createTurn } from '../../bot/turn/bot.ts';
import type { UseCases } from '../../bot/turn/useCases.ts';
import {
  aPosition,
  aReader,
  aStatement,
  aView,
  chefs,
  consultant,
  lead,
  stranger,
} from '../builders/request.ts';
import { type Fakes, fakeBot, fakeUseCases, serviceUrl } from '../worlds/bot/parts.ts';

const requestId = 'mundhygiejne-gate1-1';

const anInbound = (extra: Partial<Inbound> = {}): Inbound => ({
  type: 'invoke',
  id: 'f:1',
  name: 'adaptiveCard/action',
  serviceUrl,
  replyToId: 'card-1',
  personId: chefs.omsorg.id,
  personName: chefs.omsorg.name,
  teamsUserId: '29:omsorg',
  botTeamsId: '28:bot',
  conversationId: 'a:omsorg',
  kind: 'personal',
  text: '',
  value: undefined,
  action: '',
  membersAdded: [],
  membersRemoved: [],
  ...extra,
});

const pressOf = (verb: unknown, data: unknown): Partial<Inbound> => ({
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
});

const stop = pressOf('choose', { requestId, revision: 0, outcome: 'stop', comment: 'Nej tak' });

type Body = { statusCode: number; type: string; value: unknown };
const bodyOf = (reply: Reply | undefined): Body => {
  expect(reply?.status).toBe(200);
  return reply?.body as Body;
};
const textOf = (value: unknown): string => JSON.stringify(value);

const ended = aView({ decision: { choice: choice('stop'), comment: 'Nej tak' } });

let logged: string[] = [];
beforeEach(() => {
  logged = [];
  vi.spyOn(console, 'log').mockImplementation((line) => {
    logged.push(String(line));
  });
});
afterEach(() => vi.restoreAllMocks());

const answering = (result: AnswerResult, calls: AnswerInput[] = []): Partial<UseCases> => ({
  answerRequest: async (_actor, input) => {
    calls.push(input);
    return result;
  },
});

describe('a press', () => {
  it('gives the use case what was pressed and answers with the card as it is then', async () => {
    const calls: AnswerInput[] = [];
    const bot = fakeBot(answering({ type: 'ended', view: ended }, calls));
    const body = bodyOf(await createTurn(bot.parts)(anInbound(stop)));
    expect(calls).toEqual([
      {
        requestId,
        revision: 0,
        given: { type: 'choose', choice: choice('stop'), comment: 'Nej tak', seat: undefined },
      },
    ]);
    expect(body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
    });
    expect(textOf(body.value)).toContain('Du besluttede: stop');
  });

  it('takes the sender from the channel, never from the card', async () => {
    const seen: string[] = [];
    const bot = fakeBot({
      answerRequest: async (actor) => {
        seen.push(actor.id);
        return { type: 'unknown' };
      },
    });
    const data = { requestId, revision: 0, actor: chefs.omsorg.id, personId: chefs.omsorg.id };
    await createTurn(bot.parts)(
      anInbound({ ...pressOf('lift', data), personId: stranger.id, personName: 'x' }),
    );
    expect(seen).toEqual([stranger.id]);
  });

  it('puts back what was typed when a reason is missing', async () => {
    const view = aView();
    const bot = fakeBot(
      answering({
        type: 'refused',
        refusal: { type: 'reasonRequired', choice: choice('stop') },
        view,
      }),
    );
    const data = { requestId, revision: 0, outcome: 'stop', comment: 'nå' };
    const body = bodyOf(await createTurn(bot.parts)(anInbound(pressOf('choose', data))));
    expect(textOf(body.value)).toContain('Begrundelsen mangler');
    expect(textOf(body.value)).toContain('"value":"nå"');
  });

  it('tells a stranger whose matter it is', async () => {
    const view = aView();
    const bot = fakeBot(
      answering({
        type: 'refused',
        refusal: { type: 'notYours', decider: view.request.decider },
        view,
      }),
    );
    const body = bodyOf(await createTurn(bot.parts)(anInbound({ ...stop, personId: stranger.id })));
    expect(textOf(body.value)).toContain('Sagen venter på Chef, Omsorg');
  });

  it('refreshes from memory, and from the lists when the card knows more than memory', async () => {
    let fresh = 0;
    const newer = aView({ statements: [aStatement({ text: 'Hvor mange?' })] });
    const bot = fakeBot({
      freshViewOf: async () => {
        fresh += 1;
        return newer;
      },
    });
    const turn = createTurn(bot.parts);
    await turn(anInbound(pressOf('refresh', { requestId, revision: 0 })));
    expect(fresh).toBe(0);
    const body = bodyOf(await turn(anInbound(pressOf('refresh', { requestId, revision: 1 }))));
    expect(fresh).toBe(1);
    expect(textOf(body.value)).toContain('Du har spurgt');
  });

  it('leads from Nytænk to one more choice, and back with the text', async () => {
    const view = aView({ request: { gate: 'gate3' } });
    const bot = fakeBot(fakeUseCases(view));
    const turn = createTurn(bot.parts);
    const data = { requestId, revision: 0, comment: 'Prøv uden træner' };
    const choices = bodyOf(await turn(anInbound(pressOf('rethinkChoices', data))));
    expect(textOf(choices.value)).toContain('Nej, kun nytænk');
    const back = bodyOf(await turn(anInbound(pressOf('back', data))));
    expect(textOf(back.value)).toContain('Sæt i drift og spred');
    expect(textOf(back.value)).toContain('"value":"Prøv uden træner"');
  });

  it('moves a person with two seats on to the seat that still waits', async () => {
    const both = {
      ...chefs.social,
      deputyFor: 'omsorg',
      deputyFrom: '2026-01-01',
      deputyTo: '2026-12-31',
    };
    const seated = [both, chefs.sundhed, chefs.omsorg];
    const view = aView({
      people: seated,
      request: {
        decider: { type: 'chefgruppe', seats: ['social', 'sundhed', 'omsorg'] },
        why: { type: 'commonPool' },
      },
      statements: [aPosition('social', choice('investigate'))],
    });
    const bot = fakeBot({
      ...answering({ type: 'said', view }),
      readerFor: (of) => aReader(of, both, seated),
    });
    const body = bodyOf(
      await createTurn(bot.parts)(anInbound({ ...stop, personId: chefs.social.id })),
    );
    expect(textOf(body.value)).toContain('Du er stedfortræder');
    expect(textOf(body.value)).toContain('"seat":"omsorg"');
  });

  it('answers an invoke it does not know with nothing, which Teams is told as 501', async () => {
    const bot = fakeBot();
    expect(await createTurn(bot.parts)(anInbound({ name: 'task/fetch' }))).toBeUndefined();
  });

  it('says that it is starting while the lists are not read', async () => {
    const bot = fakeBot();
    const turn = createTurn({ ...bot.parts, ready: () => false });
    expect(textOf(bodyOf(await turn(anInbound(stop))).value)).toContain('lige ved at starte');
  });
});

const good = { requestId, revision: 0, outcome: 'stop', comment: 'Nej tak' };
const forged: readonly (readonly [string, Partial<Inbound>])[] = [
  ['no value', { value: undefined }],
  ['a value of text', { value: 'choose' }],
  ['a value of null', { value: null }],
  ['a list', { value: [good] }],
  ['no action', { value: {} }],
  ['an action of text', { value: { action: 'choose' } }],
  [
    'another kind of action',
    { value: { action: { type: 'Action.Submit', verb: 'choose', data: good } } },
  ],
  ['no verb', pressOf(undefined, good)],
  ['an unknown verb', pressOf('approve', good)],
  ['a verb in capitals', pressOf('CHOOSE', good)],
  ['a verb of the prototype', pressOf('constructor', good)],
  ['a verb that is a list', pressOf(['choose'], good)],
  [
    'a verb in the data only',
    { value: { action: { type: 'Action.Execute', data: { verb: 'choose', ...good } } } },
  ],
  ['no data', pressOf('choose', undefined)],
  ['data of text', pressOf('choose', JSON.stringify(good))],
  ['data of null', pressOf('choose', null)],
  ['no request', pressOf('choose', { ...good, requestId: undefined })],
  ['an empty request', pressOf('choose', { ...good, requestId: '' })],
  ['a request that is an object', pressOf('choose', { ...good, requestId: { $ne: '' } })],
  ['a request of 10,000 signs', pressOf('choose', { ...good, requestId: 'x'.repeat(10_000) })],
  ['no revision', pressOf('choose', { ...good, revision: undefined })],
  ['a revision below 0', pressOf('choose', { ...good, revision: -1 })],
  ['half a revision', pressOf('choose', { ...good, revision: 0.5 })],
  ['a revision of text', pressOf('choose', { ...good, revision: '0' })],
  ['no outcome', pressOf('choose', { ...good, outcome: undefined })],
  ['an outcome that nobody has', pressOf('choose', { ...good, outcome: 'approve' })],
  ['a Danish outcome', pressOf('choose', { ...good, outcome: 'Stop idéen' })],
  ['spread of text', pressOf('choose', { ...good, outcome: 'operate', spread: 'yes' })],
  ['a comment that is an object', pressOf('choose', { ...good, comment: { text: 'x' } })],
  ['a comment of 30,000 signs', pressOf('choose', { ...good, comment: 'x'.repeat(30_000) })],
  ['a seat that is a list', pressOf('choose', { ...good, seat: ['omsorg', 'social'] })],
  ['a reply without a question', pressOf('reply', { requestId, revision: 0, comment: 'Ja, alle' })],
  ['a reply to a list', pressOf('reply', { ...good, question: ['q1'] })],
];

describe('a forged card', () => {
  it('comes in at least 30 forms', () => expect(forged.length).toBeGreaterThanOrEqual(30));

  it.each(forged)('changes nothing and gets a kind word: %s', async (_, extra) => {
    const calls: AnswerInput[] = [];
    const bot = fakeBot(answering({ type: 'unknown' }, calls));
    const body = bodyOf(await createTurn(bot.parts)(anInbound(extra)));
    await bot.settled();
    expect(calls).toEqual([]);
    expect(body.statusCode).toBe(200);
    expect(body.type).toBe('application/vnd.microsoft.activity.message');
    expect(body.value).toContain('Intet er ændret');
    expect(bot.outbound.sent).toEqual([]);
    expect(logged.join('')).toContain('badPress');
  });

  const swapped: readonly (readonly [string, Partial<Inbound>])[] = [
    ['another request', pressOf('choose', { ...good, requestId: 'andet-gate1-1' })],
    ['a path for a request', pressOf('choose', { ...good, requestId: '../../Decisions(1)' })],
    ['a question of another request', pressOf('reply', { ...good, question: 'q9' })],
  ];
  it.each(swapped)('is asked of the store, which does not know it: %s', async (_, extra) => {
    const bot = fakeBot();
    const body = bodyOf(await createTurn(bot.parts)(anInbound(extra)));
    expect(body.value).toContain('findes ikke her');
  });
});

const until = (done: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(done()).toBe(true), { timeout: 120_000 });

const slow = (): {
  useCases: Partial<UseCases>;
  finish: (result: AnswerResult | Error) => void;
} => {
  let finish: (result: AnswerResult | Error) => void = () => undefined;
  const work = new Promise<AnswerResult>((resolve, reject) => {
    finish = (result) => (result instanceof Error ? reject(result) : resolve(result));
  });
  return { useCases: { answerRequest: () => work }, finish: (result) => finish(result) };
};

const press = async (bot: Fakes, extra: Partial<Inbound> = {}) => ({
  body: bodyOf(await createTurn(bot.parts)(anInbound({ ...stop, ...extra }))),
});

describe('when the lists are slow or down', () => {
  it('says in time that the answer is received and not stored, and puts the card right later', async () => {
    const { useCases, finish } = slow();
    const bot = fakeBot(useCases, 30);
    // It has not ended when the answer is there.
    const { body } = await press(bot);
    expect(textOf(body.value)).toContain('modtaget, men ikke gemt endnu');
    expect(textOf(body.value)).not.toContain('Action.Execute","title');
    finish({ type: 'ended', view: ended });
    await until(() => bot.outbound.updated.length === 1);
    expect(bot.outbound.updated[0]?.activityId).toBe('card-1');
    expect(textOf(bot.outbound.updated[0]?.card)).toContain('Du besluttede: stop');
  });

  it('lets what was said first arrive before the receipt that takes its place', async () => {
    const { useCases, finish } = slow();
    const bot = fakeBot(useCases, 30);
    await press(bot);
    const answeredAt = performance.now();
    finish({ type: 'ended', view: ended });
    await until(() => bot.outbound.updated.length === 1);
    expect(performance.now() - answeredAt).toBeGreaterThanOrEqual(bot.parts.travelMs - 15);
  });

  it('says so too on a server that has not heard of the request yet, and never that nothing is changed', async () => {
    const { useCases, finish } = slow();
    const bot = fakeBot({ ...useCases, viewOf: () => undefined }, 30);
    const { body } = await press(bot);
    expect(textOf(body.value)).toContain('modtaget, men ikke gemt endnu');
    expect(textOf(body.value)).not.toContain('Intet er ændret');
    finish({ type: 'ended', view: ended });
    await until(() => bot.outbound.updated.length === 1);
    expect(textOf(bot.outbound.updated[0]?.card)).toContain('Du besluttede: stop');
  });

  it('tells in the same place when it was not stored after all, with the text put back', async () => {
    const { useCases, finish } = slow();
    const bot = fakeBot(useCases, 30);
    await press(bot);
    finish(new Fault('graph.unavailable', { outcome: 'notSent' }));
    await until(() => bot.outbound.updated.length === 1);
    expect(textOf(bot.outbound.updated[0]?.card)).toContain('Dit svar er ikke gemt');
    expect(textOf(bot.outbound.updated[0]?.card)).toContain('"value":"Nej tak"');
  });

  it('sends a new message when the card is gone', async () => {
    const { useCases, finish } = slow();
    const bot = fakeBot(useCases, 30);
    bot.outbound.updates = { type: 'gone', why: 'gone', problem: '404' };
    await press(bot);
    finish({ type: 'ended', view: ended });
    await until(() => bot.outbound.sent.length === 1);
  });

  const wentWrong: readonly (readonly [string, AnswerResult | Error, string])[] = [
    [
      'it never went out',
      new Fault('graph.unavailable', { outcome: 'notSent' }),
      'Dit svar er ikke gemt',
    ],
    [
      'nobody knows',
      new Fault('graph.unavailable', { outcome: 'unknown' }),
      'Jeg ved ikke, om dit svar blev gemt',
    ],
    [
      'it was refused',
      { type: 'refused', refusal: { type: 'commentTooLong', longest: 2_000 }, view: aView() },
      'Teksten er for lang',
    ],
  ];
  it.each(wentWrong)('tells one alone in a group what went wrong: %s', async (_, result, said) => {
    const { useCases, finish } = slow();
    const bot = fakeBot(useCases, 30);
    const turn = createTurn(bot.parts);
    await turn(anInbound({ type: 'installationUpdate', action: 'add', name: '' }));
    await bot.settled();
    bot.outbound.sent.length = 0;
    await press(bot, { kind: 'groupChat', conversationId: '19:chefs@thread.v2' });
    finish(result);
    await until(() => bot.outbound.sent.length === 1);
    expect(bot.outbound.updated).toHaveLength(1);
    expect(textOf(bot.outbound.updated[0]?.card)).not.toContain(said);
    expect(bot.outbound.sent[0]?.place.conversationId).toBe('a:omsorg');
    expect(textOf(bot.outbound.sent[0]?.card)).toContain(said);
  });

  const faults: readonly (readonly [string, Error, string])[] = [
    ['nothing was sent', new Fault('graph.throttled', { outcome: 'notSent' }), 'Intet er ændret'],
    [
      'the outcome is unknown',
      new Fault('graph.unavailable', { outcome: 'unknown' }),
      'Jeg ved ikke',
    ],
    // It may have come after the row was there.
    ['a bug', new TypeError('undefined is not a function'), 'Jeg ved ikke'],
  ];
  it.each(faults)('says what is true at once: %s', async (_, error, said) => {
    const bot = fakeBot({ answerRequest: () => Promise.reject(error) });
    const { body } = await press(bot);
    expect(textOf(body.value)).toContain(said);
    expect(textOf(body.value)).not.toContain('undefined is not');
    expect(textOf(body.value)).toContain('"value":"Nej tak"');
    expect(logged.join('')).toContain('pressFailed');
  });

  it.each([
    ['notSent', 'Intet er ændret'],
    ['unknown', 'Jeg ved ikke, om dit svar blev gemt'],
  ])('says it in a word where there is no card to draw: %s', async (outcome, said) => {
    const answerRequest = () => Promise.reject(new Fault('graph.unavailable', { outcome }));
    const bot = fakeBot({ answerRequest, viewOf: () => undefined });
    const { body } = await press(bot);
    expect(textOf(body.value)).toContain(said);
  });
});

describe('an old client', () => {
  const message = { type: 'message', name: '', value: { verb: 'choose', ...good } };

  it('sends the same as a message, and its card is put in place', async () => {
    const bot = fakeBot(answering({ type: 'ended', view: ended }));
    expect(await createTurn(bot.parts)(anInbound(message))).toBeUndefined();
    expect(textOf(bot.outbound.updated[0]?.card)).toContain('Du besluttede: stop');
  });

  it('gets a new message when there is no card to replace', async () => {
    const bot = fakeBot(answering({ type: 'ended', view: ended }));
    await createTurn(bot.parts)(anInbound({ ...message, replyToId: null }));
    expect(bot.outbound.updated).toEqual([]);
    expect(textOf(bot.outbound.sent[0]?.card)).toContain('Du besluttede: stop');
  });

  it.each([{ verb: 'approve' }, {}, { verb: null }])(
    'gets a kind word for nonsense',
    async (value) => {
      const bot = fakeBot();
      await createTurn(bot.parts)(anInbound({ ...message, value }));
      expect(textOf(bot.outbound.sent[0]?.card)).toContain('Intet er ændret');
    },
  );
});

describe("the lead's card", () => {
  const asked = aStatement({ id: 'q1', text: 'Er aftenvagterne med?' });
  const reply = pressOf('reply', { requestId, revision: 1, question: 'q1', comment: 'Ja, alle' });
  const byLead = { ...reply, personId: lead.id };

  it('says that the reply is sent', async () => {
    const view = aView({
      statements: [asked, aStatement({ kind: 'reply', text: 'Ja, alle', about: 'q1' })],
    });
    const bot = fakeBot({ replyToQuestion: async () => ({ type: 'said', view }) });
    const body = bodyOf(await createTurn(bot.parts)(anInbound(byLead)));
    expect(textOf(body.value)).toContain('Dit svar er sendt');
  });

  it('keeps the text when the reply was refused', async () => {
    const view = aView({ statements: [asked] });
    const bot = fakeBot({
      replyToQuestion: async () => ({ type: 'refused', refusal: { type: 'textMissing' }, view }),
    });
    const body = bodyOf(await createTurn(bot.parts)(anInbound(byLead)));
    expect(textOf(body.value)).toContain('Svaret mangler');
    expect(textOf(body.value)).toContain('"value":"Ja, alle"');
  });

  it.each([
    ['notSent', 'Dit svar er ikke gemt'],
    ['unknown', 'Jeg ved ikke, om dit svar blev gemt'],
  ])('says what is known of a reply when the lists fail: %s', async (outcome, said) => {
    const view = aView({ statements: [asked] });
    const replyToQuestion = () => Promise.reject(new Fault('graph.unavailable', { outcome }));
    const bot = fakeBot({ ...fakeUseCases(view), replyToQuestion });
    const body = bodyOf(await createTurn(bot.parts)(anInbound(byLead)));
    expect(textOf(body.value)).toContain(said);
    expect(textOf(body.value)).toContain('"value":"Ja, alle"');
  });

  it('is drawn anew as a question, also for a lead who is a chef', async () => {
    const view = aView({ statements: [asked], project: { leadId: chefs.omsorg.id } });
    const bot = fakeBot(fakeUseCases(view));
    const data = { requestId, revision: 1, question: 'q1' };
    const body = bodyOf(await createTurn(bot.parts)(anInbound(pressOf('refresh', data))));
    expect(textOf(body.value)).toContain('Send svaret');
  });
});

describe('where the app comes and goes', () => {
  const added: Partial<Inbound> = {
    type: 'conversationUpdate',
    name: '',
    membersAdded: ['28:bot'],
  };

  it('keeps the chat, and says welcome once however often it is told', async () => {
    const bot = fakeBot();
    const turn = createTurn(bot.parts);
    await Promise.all([
      turn(anInbound(added)),
      turn(anInbound({ type: 'installationUpdate', action: 'add', name: '' })),
      turn(anInbound(added)),
    ]);
    await bot.settled();
    expect(bot.outbound.sent).toHaveLength(1);
    expect(textOf(bot.outbound.sent[0]?.card)).toContain('Hej og velkommen');
    expect(bot.parts.known.personal(chefs.omsorg.id)).toMatchObject({
      conversationId: 'a:omsorg',
      teamsUserId: '29:omsorg',
      serviceUrl,
      installed: true,
    });
  });

  it('says welcome again after the app was away', async () => {
    const bot = fakeBot();
    const turn = createTurn(bot.parts);
    await turn(anInbound(added));
    await turn(anInbound({ type: 'installationUpdate', action: 'remove', name: '' }));
    expect(bot.parts.known.personal(chefs.omsorg.id)?.installed).toBe(false);
    await turn(anInbound(added));
    await bot.settled();
    expect(bot.outbound.sent).toHaveLength(2);
  });

  it('reads the members of a group chat, and finds the one that every chef is in', async () => {
    const bot = fakeBot();
    const turn = createTurn(bot.parts);
    const join = async (conversationId: string, ids: readonly string[]): Promise<void> => {
      bot.outbound.members = ids.map((id) => ({ id, teamsUserId: `29:${id}` }));
      await turn(anInbound({ ...added, kind: 'groupChat', conversationId }));
    };
    const all = [chefs.social.id, chefs.sundhed.id, chefs.omsorg.id];
    await join('19:two', all.slice(0, 2));
    await join('19:everybody', [...all, consultant.id, lead.id]);
    await join('19:chefs', all);
    expect(bot.parts.known.groupChatOf(all)?.conversationId).toBe('19:chefs');
    await turn(
      anInbound({
        ...added,
        membersAdded: [],
        membersRemoved: ['28:bot'],
        kind: 'groupChat',
        conversationId: '19:chefs',
      }),
    );
    expect(bot.parts.known.groupChatOf(all)?.conversationId).toBe('19:everybody');
  });

  it('takes down a new address of Teams when it hears from a person', async () => {
    const bot = fakeBot();
    const turn = createTurn(bot.parts);
    await turn(anInbound(added));
    const moved = 'https://smba.trafficmanager.net/emea/';
    await turn(anInbound({ type: 'message', text: 'hjælp', name: '', serviceUrl: moved }));
    await bot.settled();
    expect(bot.parts.known.personal(chefs.omsorg.id)?.serviceUrl).toBe(moved);
  });
});
