// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { RequestReply, RequestsReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import { choice } from '#shared/domain/gates.ts';
import { waitsForReader } from '#shared/domain/requestView.ts';
import { answersOf } from '../../tabs/decide/answersOf.ts';
import { DecidePage } from '../../tabs/decide/DecidePage.tsx';
import { inBrief } from '../../tabs/decide/Matter.tsx';
import { useLive } from '../../tabs/remote/RemoteContext.tsx';
import { TopNav } from '../../tabs/shell/TopNav.tsx';
import { aMeReply } from '../builders/board.ts';
import {
  aPoolView,
  aPosition,
  aReader,
  aStatement,
  aView,
  chefs,
  deputy,
  lead,
  people,
  type ViewParts,
} from '../builders/request.ts';
import { type Answers, type Call, show } from '../worlds/tabs/screen.tsx';

const aReply = (parts: ViewParts = {}, person = chefs.omsorg): RequestReply => {
  const view = aView(parts);
  const reader = aReader(view, person);
  return { view, reader, waits: waitsForReader(view, reader), unreached: [], handOn: [] };
};

const withRequests =
  (
    requests: readonly RequestReply[],
    answer: (call: Call) => { status?: number; body: unknown },
  ): Answers =>
  (call) =>
    call.method === 'GET'
      ? {
          body: {
            asOf: '2026-11-23T09:42:00Z',
            requests,
            ...{ waits: [], stories: [], approvals: [], answered: [] },
          } satisfies RequestsReply,
        }
      : answer(call);

const me = { id: chefs.omsorg.id, seats: ['omsorg'] };

const decide = (answers: Answers): Call[] => show(<DecidePage requestId={null} />, answers, me);

const press = async (name: RegExp): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name }));
};

const typeWords = (text: string): void => {
  fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
};

const sent = (calls: readonly Call[]): readonly Call[] =>
  calls.filter((call) => call.method === 'POST');

afterEach(() => {
  cleanup();
  // What was typed and given up by nobody stays on the device.
  localStorage.clear();
  window.location.hash = '';
});

describe('Til beslutning', () => {
  it('asks the question, says why you, and shows the money before and after', async () => {
    decide(withRequests([aReply()], () => ({ body: {} })));
    expect(
      await screen.findByRole('heading', { level: 1, name: /^Skal vi undersøge / }),
    ).toBeDefined();
    expect(screen.getByText('Du beslutter')).toBeDefined();
    expect(screen.getByText(/88\.500/)).toBeDefined();
    expect(screen.getByText(/43\.500/)).toBeDefined();
  });

  it('shows the gates of a server that is a release behind', async () => {
    const answers = withRequests([aReply()], () => ({ body: {} }));
    decide((call) => {
      const { body } = answers(call);
      return { body: { ...(body as RequestsReply), waits: undefined } };
    });
    expect(
      await screen.findByRole('heading', { level: 1, name: /^Skal vi undersøge / }),
    ).toBeDefined();
  });

  it('stores nothing when a stop has no reason, and says what to write', async () => {
    const calls = decide(withRequests([aReply()], () => ({ body: aReply({ decision: {} }) })));
    await press(/Stop idéen/);
    expect(await screen.findByText(/Hvorfor stopper du idéen\?/)).toBeDefined();
    typeWords('nej');
    await press(/Stop idéen/);
    expect(sent(calls)).toHaveLength(1);
    expect(sent(calls)[0]?.body).toMatchObject({ type: 'choose', outcome: 'stop', comment: 'nej' });
  });

  it('keeps what was typed when the server refuses, and says why in place', async () => {
    const refusal = { error: { code: 'poolShort', message: 'Puljen mangler 15.000 kr.' } };
    decide(withRequests([aReply()], () => ({ status: 422, body: refusal })));
    await screen.findByRole('heading', { level: 1, name: /^Skal vi undersøge / });
    typeWords('God idé');
    await press(/Videre til undersøgelse/);
    expect(await screen.findByText('Puljen mangler 15.000 kr.')).toBeDefined();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('God idé');
  });

  it('tells who decided and when, when the answer comes late', async () => {
    const byOther = { byId: 'deputy', byName: 'Leder, Distrikt Syd', onBehalf: true };
    const ended = aReply({ decision: byOther });
    const message = 'Sagen er allerede afgjort. Dit tryk ændrede ikke noget.';
    const body = { error: { code: 'alreadyEnded', message }, current: ended };
    decide(withRequests([aReply()], () => ({ status: 409, body })));
    await press(/Videre til undersøgelse/);
    expect(
      await screen.findByRole('heading', {
        name: 'Leder, Distrikt Syd besluttede på dine vegne: videre til undersøgelse',
      }),
    ).toBeDefined();
    expect(screen.getByText(message)).toBeDefined();
    expect(screen.getByText(/mandag 23/)).toBeDefined();
  });

  it('shows the deputy who may answer, from when and to when, and whose answer it was', async () => {
    const statement = aPosition('omsorg', choice('investigate'), '', {
      ...{ byId: deputy.id, byName: deputy.name, onBehalf: true },
    });
    const hearing = aReply({
      people: [...people, deputy],
      request: { decider: { type: 'chefgruppe', seats: ['social', 'sundhed', 'omsorg'] } },
      statements: [statement],
    });
    decide(withRequests([{ ...hearing, waits: 'answer' }], () => ({ body: {} })));
    expect(
      await screen.findByText(
        'videre til undersøgelse, svaret af Leder, Distrikt Syd for Chef, Omsorg',
      ),
    ).toBeDefined();
    expect(
      screen.getByText(
        'Stedfortræder: Leder, Distrikt Syd, 20.\u00a0november til 27.\u00a0november',
        {
          normalizer: (text) => text,
        },
      ),
    ).toBeDefined();
  });

  it('names the deputy beside a chef who decides alone', async () => {
    const reply = aReply({ people: [...people, deputy] });
    decide(withRequests([reply], () => ({ body: {} })));
    expect(await screen.findByRole('heading', { name: 'Hvem svarer' })).toBeDefined();
    expect(screen.getByText(/^Stedfortræder: Leder, Distrikt Syd/)).toBeDefined();
  });

  it('shows the receipt after an answer', async () => {
    decide(withRequests([aReply()], () => ({ body: aReply({ decision: {} }) })));
    await press(/Videre til undersøgelse/);
    expect(
      await screen.findByRole('heading', { name: /Du besluttede: videre til undersøgelse/ }),
    ).toBeDefined();
  });

  it('lets the lead reply to a question', async () => {
    const question = aStatement({ kind: 'question', text: 'Er borgerne spurgt?' });
    const reply = aReply({ statements: [question], project: { leadId: lead.id } }, lead);
    const calls = show(
      <DecidePage requestId={null} />,
      withRequests([reply], () => ({ body: reply })),
      { id: lead.id },
    );
    fireEvent.change(await screen.findByRole('textbox', { name: /Er borgerne spurgt/ }), {
      target: { value: 'Ja, alle seks' },
    });
    await press(/Send svaret/);
    await waitFor(() => expect(sent(calls)).toHaveLength(1));
    expect(sent(calls)[0]?.body).toEqual({ question: question.id, comment: 'Ja, alle seks' });
  });

  it('shows the open door when nothing waits', async () => {
    decide(withRequests([], () => ({ body: {} })));
    expect((await screen.findAllByText('Intet venter på dig')).length).toBeGreaterThan(0);
  });
});

/** The navigation as the whole tab has it, but that it never looks again by itself. */
const Nav = () => {
  const { state } = useLive(at('GET /api/me'), seldom);
  if (state.type !== 'ready') return null;
  return <TopNav route={{ type: 'decide', requestId: null }} me={state.value} />;
};
const seldom = { every: 3_600_000 };

/** Two matters wait until something is sent. */
const openWithNav = async (reply: RequestReply, status: number, body: unknown): Promise<void> => {
  let waiting = 2;
  const answers = withRequests([reply], () => {
    waiting = 1;
    return { status, body };
  });
  show(
    <>
      <Nav />
      <DecidePage requestId={null} />
    </>,
    (call) => (call.path === '/api/me' ? { body: aMeReply({ waiting }) } : answers(call)),
    { ...me, id: reply.reader.id ?? '' },
  );
  await screen.findByRole('link', { name: /^Til beslutning ?2$/ });
};

describe('the number beside Til beslutning', () => {
  const gone = () => screen.findByRole('link', { name: /^Til beslutning ?1$/ });

  it('follows an answer at once', async () => {
    await openWithNav(aReply(), 200, aReply({ decision: {} }));
    await press(/Videre til undersøgelse/);
    expect(await gone()).toBeDefined();
  });

  it('follows an answer that came after somebody else’s', async () => {
    const error = { code: 'alreadyEnded', message: 'Sagen er allerede afgjort.' };
    await openWithNav(aReply(), 409, { error, current: aReply({ decision: {} }) });
    await press(/Videre til undersøgelse/);
    expect(await gone()).toBeDefined();
  });

  it('follows a reply to a question', async () => {
    const question = aStatement({ kind: 'question', text: 'Er borgerne spurgt?' });
    const reply = aReply({ statements: [question], project: { leadId: lead.id } }, lead);
    await openWithNav(reply, 200, reply);
    fireEvent.change(await screen.findByRole('textbox', { name: /Er borgerne spurgt/ }), {
      target: { value: 'Ja, alle seks' },
    });
    await press(/Send svaret/);
    expect(await gone()).toBeDefined();
  });
});

describe('the answers', () => {
  const keys = (parts: ViewParts): readonly string[] =>
    answersOf(aView(parts), 'Hvad?').map((button) => button.key);

  it('stand in the same order at every gate, whatever is recommended', () => {
    const first = keys({ project: { recommendedOutcome: 'stop' } });
    expect(first).toEqual(['investigate', 'stop', 'ask', 'lift']);
    expect(keys({ request: { gate: 'gate3' } })).toEqual([
      'operate',
      'operate+spread',
      'rethink',
      'stop',
      'ask',
      'lift',
    ]);
  });

  it('offer the common pool instead of what cannot be paid', () => {
    expect(keys({ pools: [aPoolView('area:omsorg', 45_000_00, 30_000_00)] })).toEqual([
      'toCommonPool',
      'stop',
      'ask',
      'lift',
    ]);
  });

  it('offer the fast track only to the very small', () => {
    expect(keys({ project: { verySmall: true } })).toContain('fastTrack');
    expect(keys({ project: { verySmall: false } })).not.toContain('fastTrack');
  });
});

describe('the short text', () => {
  it('is at most 120 words', () => {
    const long = Array.from({ length: 200 }, (_, at) => `ord${at}`).join(' ');
    expect(inBrief(long).match(/\S+/g)).toHaveLength(121);
    expect(inBrief('Kort.')).toBe('Kort.');
  });
});

describe('several plain matters', () => {
  const plain = (id: string, title: string): RequestReply =>
    aReply({
      request: { id, projectId: id, askOre: 0, shares: [] },
      project: { id, title, askOre: 0, shares: [], budgetOre: 0, runningCostsOre: [] },
      pools: [],
    });
  const three = [
    plain('a', 'Sensorgulve'),
    plain('b', 'Nøglefri hjemmepleje'),
    plain('c', 'Robotstøvsugere'),
  ];
  const together = (answers: Answers): Call[] =>
    show(<DecidePage requestId="samlet" />, answers, me);

  it('are offered together, those that need reading are not', async () => {
    const costs = aReply({ request: { id: 'd' } });
    decide(withRequests([...three, costs], () => ({ body: {} })));
    const link = await screen.findByRole('link', { name: /3\u00a0sager kan besvares samlet/ });
    expect(link.getAttribute('href')).toBe('#/beslutning/samlet');
    cleanup();
    decide(withRequests([plain('a', 'Sensorgulve'), costs], () => ({ body: {} })));
    expect(await screen.findAllByRole('link')).not.toHaveLength(0);
    expect(screen.queryByRole('link', { name: /samlet/ })).toBeNull();
  });

  it('are answered with one press, each by itself, and what was not saved says why', async () => {
    const calls = together(
      withRequests(three, ({ path }) =>
        path.includes('/b/')
          ? { status: 409, body: { error: { code: 'x', message: 'Sagen er allerede afgjort.' } } }
          : { body: {} },
      ),
    );
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Robotstøvsugere' }));
    await press(/Sig ja til 2/);
    await screen.findByText('1 svar er gemt, 1 er ikke. Se hvorfor ved sagen.');
    expect(sent(calls).map(({ path }) => path)).toEqual([
      '/api/requests/a/answer',
      '/api/requests/b/answer',
    ]);
    expect(sent(calls)[0]?.body).toMatchObject({
      ...{ type: 'choose', outcome: 'investigate', seat: 'omsorg', comment: '' },
      revision: three[0]?.view.revision,
    });
    expect(screen.getByText('Sagen er allerede afgjort.')).toBeDefined();
    expect(screen.getByLabelText('Gemt')).toBeDefined();
    expect(screen.getByRole('checkbox', { name: 'Robotstøvsugere' })).toBeDefined();
  });
});
