// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { RequestsReply } from '#shared/contract/api.ts';
import type { StoryReply } from '#shared/contract/stories.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import { machines } from '#shared/domain/stories/machines.ts';
import type { StoryNow } from '#shared/domain/stories/now.ts';
import { answerersOfStory } from '#shared/domain/stories/rules.ts';
import type { StoryKind, StoryState } from '#shared/domain/stories/story.ts';
import { type StoryView, storyReaderOf } from '#shared/domain/stories/view.ts';
import { DecidePage } from '../../tabs/decide/DecidePage.tsx';
import { go, holdPlace, keepTrail } from '../../tabs/shell/route.ts';
import { answersFor } from '../../tabs/stories/answer/answersFor.ts';
import { StoryPage } from '../../tabs/stories/page/StoryPage.tsx';
import { happenedIn } from '../../tabs/stories/page/Timeline.tsx';
import {
  aContent,
  aStory,
  storyAfter,
  storyAt,
  storyDay,
  storyPeople,
  theFacts,
  waysTo,
} from '../builders/story.ts';
import { type Answers, type Call, show } from '../worlds/tabs/screen.tsx';

const storyIn = (kind: StoryKind, state: StoryState, text?: string): StoryNow =>
  storyAfter(
    aStory(kind, 'consultant', aContent(text === undefined ? {} : { text })),
    ...(waysTo[kind][state] ?? []),
  );

const replyFor = (now: StoryNow, personId = 'consultant', at = storyAt): StoryReply => {
  const view: StoryView = {
    now,
    project: null,
    areas: defaultAreas,
    answerers: answerersOfStory(now, storyPeople, storyDay),
    overdue: now.ask !== null && now.answer === null && at >= now.ask.dueAt,
    at,
  };
  const moves = machines[now.kind].moves
    .filter(({ by, from }) => by !== 'answerer' && from.includes(now.state))
    .map(({ event }) => event);
  return {
    view,
    reader: storyReaderOf(view, personId),
    moves: personId === 'consultant' ? [...new Set(moves)] : [],
    hindrances: [],
    dueAt: theFacts().due.dueAt,
    organisations: ['KL'],
    blockedWords: ['diagnose'],
    chefs: [
      { area: 'omsorg', name: 'Chef, Omsorg', deputies: [] },
      { area: 'social', name: '', deputies: [] },
    ],
    unreached: [],
  };
};

type Move = { readonly type: string; readonly revision?: number };
type Written = (move: Move, call: Call) => { status?: number; body: unknown };

const isStory = (body: unknown): body is StoryReply =>
  typeof body === 'object' && body !== null && 'view' in body;

/** Whoever looks again sees what was written last, as on a server. */
const server = (reply: StoryReply, write: Written = () => ({ body: reply })): Answers => {
  let stands = reply;
  return (call) => {
    if (call.path === '/api/people') return { body: { people: [] } };
    if (call.path.startsWith('/api/requests')) return { body: waitingOf(reply) };
    if (call.method === 'GET') return { body: stands };
    const written = write(call.body as Move, call);
    if (written.status === undefined && isStory(written.body)) stands = written.body;
    return written;
  };
};

const waitingOf = (reply: StoryReply): RequestsReply => {
  const { now, overdue } = reply.view;
  const line = {
    type: 'story',
    id: now.id,
    kind: 'Mikrohistorie',
    title: now.about.title,
  } as const;
  return {
    asOf: storyAt,
    waits: [{ ...line, dueAt: now.ask?.dueAt ?? null, overdue }],
    ...{ requests: [], stories: [reply], approvals: [], answered: [] },
  };
};

const open = (reply: StoryReply, write?: Written): Call[] =>
  show(<StoryPage id={reply.view.now.id} />, server(reply, write), { id: reply.reader.id ?? '' });

const movesIn = (calls: readonly Call[]): readonly Move[] =>
  calls.filter(({ method }) => method === 'POST').map(({ body }) => body as Move);

const field = (): Promise<HTMLTextAreaElement> =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Teksten' });

const type = async (text: string): Promise<void> => {
  fireEvent.change(await field(), { target: { value: text } });
};

const button = (name: RegExp | string): Promise<HTMLElement> =>
  screen.findByRole('button', { name });

/** Saves and asks as the server does. */
const keeping =
  (start: StoryNow): Written =>
  (move) => {
    const text = (move as { content?: { text: string } }).content?.text;
    const saved = aStory('microStory', 'consultant', aContent(text === undefined ? {} : { text }));
    const more = move.type === 'asked' ? storyAfter(start, ['consultant', 'asked']) : saved;
    return { body: replyFor({ ...more, revision: start.revision + 1 }) };
  };

afterEach(() => {
  cleanup();
  // What was typed and given up by nobody stays on the device.
  localStorage.clear();
  window.location.hash = '';
});

describe('the leder of an article that is being written', () => {
  it('writes and saves, and neither sends it nor says who is asked', async () => {
    const writing = storyIn('article', 'writing');
    const calls = open({ ...replyFor(writing, 'leder'), moves: ['saved'] });
    const material = await screen.findByRole('textbox', { name: 'Kort om materialet' });
    fireEvent.change(material, { target: { value: 'Vi fandt på det en nat.' } });
    expect(screen.queryByRole('button', { name: /[Ss]end til/ })).toBeNull();
    expect(screen.queryByRole('combobox', { name: 'Chef, der spørges' })).toBeNull();
    fireEvent.click(await button('Gem'));
    await waitFor(() => expect(movesIn(calls)).toHaveLength(1));
    expect(movesIn(calls)[0]).toMatchObject({ type: 'saved' });
  });
});

describe('the author of a micro-story', () => {
  it('is told in place what stops the sending, and nothing is sent', async () => {
    const calls = open(replyFor(storyIn('microStory', 'draft', 'Borgeren [Skriv, hvem] fik ro.')));
    const lacks = await screen.findByRole('region', { name: 'Det mangler, før den kan sendes' });
    expect(within(lacks).getByText(/\[Skriv, hvem\]/)).toBeDefined();
    fireEvent.click(await button('Send til Chef, Omsorg'));
    await type('Ring til 010101-1234, hvis diagnose mangler.');
    expect(await screen.findAllByText(/ligner et cpr-nummer: 01/)).not.toHaveLength(0);
    expect(screen.getByText(/»diagnose« i teksten må ikke sendes/)).toBeDefined();
    fireEvent.click(await button('Gem og send til Chef, Omsorg'));
    expect(movesIn(calls)).toHaveLength(0);
  });

  it('says that a doubtful number is nobody’s, and sends that along', async () => {
    const words = 'Ordre 0707411234 er kommet.';
    const draft = storyIn('microStory', 'draft', words);
    const calls = open(replyFor(draft));
    fireEvent.click(await button('Send til Chef, Omsorg'));
    expect(movesIn(calls)).toHaveLength(0);
    fireEvent.click(screen.getByRole('checkbox', { name: '07…34 er ikke et cpr-nummer' }));
    fireEvent.click(await button('Send til Chef, Omsorg'));
    await waitFor(() => expect(movesIn(calls)).toHaveLength(1));
    expect(movesIn(calls)[0]).toMatchObject({ type: 'asked', cleared: ['0707411234'] });
  });

  it('shows no number in the preview that may be somebody’s', async () => {
    open(replyFor(storyIn('microStory', 'draft', 'Hun, 010190\n1232, og 0707411234.')));
    const preview = await screen.findByRole('region', { name: 'Sådan ser det ud' });
    expect(preview.textContent).toContain('Hun, ••••••\n••••, og ••••••••••.');
    expect(preview.textContent).not.toMatch(/\d{4}/);
  });

  it('measures as LinkedIn does and says by how much it is too long', async () => {
    open(replyFor(storyIn('microStory', 'draft')));
    await type('👩🏽‍🚒'.repeat(500));
    expect(await screen.findByText(/3\.500 af 3\.000 tegn, 500 tegn for mange/)).toBeDefined();
  });

  it('sends once, however often the button is pressed, and what is typed is saved first', async () => {
    const draft = storyIn('microStory', 'draft');
    const calls = open(replyFor(draft), keeping(draft));
    await type('Nattevagten får nu hjælp med ét tryk.');
    const send = await button('Gem og send til Chef, Omsorg');
    fireEvent.click(send);
    fireEvent.click(send);
    fireEvent.click(send);
    await waitFor(() => expect(movesIn(calls).map((move) => move.type)).toContain('asked'));
    expect(movesIn(calls).map((move) => move.type)).toEqual(['saved', 'asked']);
    expect(movesIn(calls)[1]?.revision).toBe(draft.revision + 1);
  });

  it('saves with Ctrl+S', async () => {
    const draft = storyIn('microStory', 'draft');
    const calls = open(replyFor(draft), keeping(draft));
    await type('Ny tekst');
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    await waitFor(() => expect(movesIn(calls)).toHaveLength(1));
    expect(movesIn(calls)[0]).toMatchObject({ type: 'saved', content: { text: 'Ny tekst' } });
  });

  it('sees both texts when somebody saved meanwhile, and keeps the one that is chosen', async () => {
    const draft = storyIn('microStory', 'draft');
    const theirs = storyAfter(draft, [
      'digitek',
      'saved',
      { content: aContent({ text: 'Deres tekst' }) },
    ]);
    const message = 'En anden har gemt imens.';
    const body = { error: { code: 'changed', message }, current: replyFor(theirs) };
    const calls = open(replyFor(draft), (move) =>
      move.revision === draft.revision ? { status: 409, body } : { body: replyFor(theirs) },
    );
    await type('Min tekst');
    fireEvent.click(await button('Gem'));
    const conflict = await screen.findByRole('alert');
    expect(within(conflict).getByText(/Min tekst/)).toBeDefined();
    expect(within(conflict).getByText(/Deres tekst/)).toBeDefined();
    fireEvent.click(within(conflict).getByRole('button', { name: 'Gem min' }));
    await waitFor(() => expect(movesIn(calls)).toHaveLength(2));
    expect(movesIn(calls)[1]).toMatchObject({
      type: 'saved',
      revision: theirs.revision,
      content: { text: 'Min tekst' },
    });
  });

  it('takes the other text when that is chosen', async () => {
    const draft = storyIn('microStory', 'draft');
    const theirs = storyAfter(draft, [
      'digitek',
      'saved',
      { content: aContent({ text: 'Deres tekst' }) },
    ]);
    const body = { error: { code: 'changed', message: 'x' }, current: replyFor(theirs) };
    open(replyFor(draft), () => ({ status: 409, body }));
    await type('Min tekst');
    fireEvent.click(await button('Gem'));
    fireEvent.click(await button('Behold det, der ligger'));
    expect((await field()).value).toBe('Deres tekst');
  });

  it('keeps what was typed when the server cannot be reached', async () => {
    const draft = storyIn('microStory', 'draft');
    open(replyFor(draft), () => ({
      status: 503,
      body: { error: { code: 'down', message: 'Intet er gemt. Prøv igen om lidt.' } },
    }));
    await type('Min tekst');
    fireEvent.click(await button('Gem'));
    expect(await screen.findByText('Intet er gemt. Prøv igen om lidt.')).toBeDefined();
    expect((await field()).value).toBe('Min tekst');
  });

  it('is told that a change makes the OK void before it is made', async () => {
    open(replyFor(storyIn('microStory', 'approved')));
    fireEvent.click(await button('Ret teksten'));
    expect(await screen.findByText(/gælder OK’et ikke længere/)).toBeDefined();
  });

  it('sees with whom it lies and when it was due, and can ask again once it is late', async () => {
    const asked = storyIn('microStory', 'asked');
    const calls = open(replyFor(asked, 'consultant', '2027-03-05T09:00:00Z'));
    expect(await screen.findByText(/Venter på Chef, Omsorg siden/)).toBeDefined();
    expect(screen.getByText(/Svaret skulle være her torsdag 4/)).toBeDefined();
    fireEvent.click(await button('Spørg igen'));
    await waitFor(() => expect(movesIn(calls)).toHaveLength(1));
    expect(movesIn(calls)[0]).toMatchObject({ type: 'asked', revision: asked.revision });
  });

  it('sees the suggestion as a tracked change and uses it with one press', async () => {
    const calls = open(replyFor(storyIn('microStory', 'suggested')));
    const section = await screen.findByRole('region', { name: 'Forslag til en anden tekst' });
    expect(section.querySelectorAll('ins').length).toBeGreaterThan(0);
    for (const change of section.querySelectorAll('ins, del'))
      expect(change.textContent).toBe(change.textContent?.trimEnd());
    expect(section.querySelectorAll('del').length).toBeGreaterThan(0);
    fireEvent.click(await button('Brug forslaget'));
    await waitFor(() => expect(movesIn(calls)).toHaveLength(1));
    expect(movesIn(calls)[0]?.type).toBe('accepted');
  });

  it('answers a suggestion on top of the chef’s own words', async () => {
    open(replyFor(storyIn('microStory', 'suggested')));
    fireEvent.click(await button('Svar på forslaget'));
    expect((await field()).value).toBe('Nattevagten får hjælp med ét tryk.');
  });

  it('enters where it lies, with the revision that was signed off', async () => {
    const approved = storyIn('microStory', 'approved');
    const calls = open(replyFor(approved));
    fireEvent.change(await screen.findByLabelText('Link'), {
      target: { value: ' https://www.linkedin.com/posts/7 ' },
    });
    const enter = await button('Skriv i registret');
    fireEvent.click(enter);
    fireEvent.click(enter);
    await waitFor(() => expect(movesIn(calls)).toHaveLength(1));
    expect(movesIn(calls)[0]).toEqual({
      ...{ type: 'published', revision: approved.revision, channel: 'official', outlet: '' },
      ...{ link: 'https://www.linkedin.com/posts/7', day: storyDay },
    });
  });

  it('keeps the place on the page when an entry is followed by the next', async () => {
    const published = replyFor(storyIn('microStory', 'published'));
    open(replyFor(storyIn('microStory', 'approved')), () => ({ body: published }));
    fireEvent.change(await screen.findByLabelText('Link'), {
      target: { value: 'https://www.linkedin.com/posts/7' },
    });
    const enter = await button('Skriv i registret');
    enter.focus();
    fireEvent.click(enter);
    const head = await screen.findByRole('heading', { name: 'Slået op et sted til' });
    await waitFor(() => expect(document.activeElement).toBe(head));
  });

  it('offers no way out of an unsaved text without asking', async () => {
    window.location.hash = '#/historier/s-microStory';
    keepTrail();
    open(replyFor(storyIn('microStory', 'draft')));
    await type('Ikke gemt');
    go('#/');
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    expect(await screen.findByRole('alertdialog', { name: 'Teksten er ikke gemt' })).toBeDefined();
    expect(window.location.hash).toBe('#/historier/s-microStory');
    fireEvent.click(await button('Gå uden at gemme'));
    await waitFor(() => expect(window.location.hash).toBe('#/'));
  });
});

describe('the author of an article', () => {
  it('sends the topic to the leder, and is told when that leder is no longer there', async () => {
    const draft = storyIn('article', 'draft');
    open(replyFor(draft));
    const send = await button('Send til Leder, nattevagten');
    expect(send.getAttribute('aria-disabled')).toBeNull();
    cleanup();
    open({ ...replyFor(draft), hindrances: [{ type: 'lederMissing' }] });
    expect(await screen.findAllByText('Vælg den leder, der skal spørges.')).not.toHaveLength(0);
  });

  it('sees what the leder wishes when it comes back', async () => {
    const wish = 'Tag aftenvagterne med';
    const back = storyAfter(storyIn('article', 'topicLeder'), [
      'leder',
      'suggested',
      { text: wish },
    ]);
    open(replyFor(back));
    expect((await screen.findAllByText(new RegExp(wish))).length).toBeGreaterThan(1);
  });
});

describe('a text that somebody else wrote', () => {
  it('is text: no link, no markup', async () => {
    const text = '[x](javascript:alert(1)) <img src=x onerror=alert(1)> <at>Chef</at>';
    open(replyFor(storyIn('microStory', 'asked', text), 'direktor'));
    expect(await screen.findByText(/<at>Chef<\/at>/)).toBeDefined();
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links.filter((href) => href?.includes('javascript'))).toEqual([]);
    expect(document.querySelectorAll('img[src="x"]')).toHaveLength(0);
  });

  it('gives a reader who may not write nothing to press', async () => {
    open(replyFor(storyIn('microStory', 'approved'), 'direktor'));
    expect(await screen.findByText(/Må slås op/)).toBeDefined();
    for (const name of ['Ret teksten', 'Stop historien', 'Skriv i registret', 'Kopiér teksten'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });
});

describe('whoever is asked', () => {
  const decide = (reply: StoryReply, write?: Written): Call[] =>
    show(<DecidePage requestId={null} />, server(reply, write), { id: reply.reader.id ?? '' });

  it('says OK in Til beslutning on the very question that was read, once', async () => {
    const asked = storyIn('microStory', 'asked');
    const answered = replyFor(storyIn('microStory', 'approved'), 'chef-omsorg');
    const calls = decide(replyFor(asked, 'chef-omsorg'), () => ({ body: answered }));
    const ok = await button(/OK, må slås op/);
    fireEvent.click(ok);
    fireEvent.click(ok);
    expect(await screen.findByRole('heading', { name: 'Du sagde OK' })).toBeDefined();
    expect(movesIn(calls)).toEqual([{ type: 'approved', ask: asked.ask?.seq, comment: '' }]);
  });

  it('must say why it stops, and until then no other answer is under the thumb', async () => {
    const calls = decide(replyFor(storyIn('microStory', 'asked'), 'chef-omsorg'));
    fireEvent.click(await button(/^Stop/));
    expect(screen.queryByRole('button', { name: /OK, må slås op/ })).toBeNull();
    fireEvent.click(await button(/^Stop/));
    expect(await screen.findByText(/Skriv en sætning, og vælg »Stop« igen/)).toBeDefined();
    expect(movesIn(calls)).toHaveLength(0);
  });

  it('is told how it went when the answer comes late', async () => {
    const message = 'Historien er kommet videre siden. Trykket ændrede ikke noget.';
    const current = replyFor(storyIn('microStory', 'stopped'), 'chef-omsorg');
    decide(replyFor(storyIn('microStory', 'asked'), 'chef-omsorg'), () => ({
      status: 409,
      body: { error: { code: 'movedOn', message }, current },
    }));
    fireEvent.click(await button(/OK, må slås op/));
    expect(await screen.findByRole('heading', { name: 'Stoppet' })).toBeDefined();
    expect(screen.getByText(message)).toBeDefined();
  });

  it('cannot suggest a text that must not be sent', async () => {
    const calls = decide(replyFor(storyIn('microStory', 'asked'), 'chef-omsorg'));
    fireEvent.click(await button(/Foreslå tekst/));
    fireEvent.change(await screen.findByRole('textbox', { name: /Ret teksten/ }), {
      target: { value: 'Hendes diagnose er stillet.' },
    });
    expect(await screen.findByText(/»diagnose« i teksten må ikke sendes/)).toBeDefined();
    fireEvent.click(await button('Send mit forslag'));
    expect(movesIn(calls)).toHaveLength(0);
  });

  it('sees only the change of what was signed off before, and the whole text on demand', async () => {
    const changed = storyAfter(
      storyIn('microStory', 'approved'),
      [
        'consultant',
        'saved',
        {
          content: aContent({
            text: 'Nattevagten kalder nu hjælp med to tryk. Før ringede de rundt.',
          }),
        },
      ],
      ['consultant', 'asked'],
    );
    decide(replyFor(changed, 'chef-omsorg'));
    expect(await screen.findByRole('heading', { name: 'Er det stadig OK?' })).toBeDefined();
    expect(document.querySelector('ins')?.textContent?.trim()).toBe('to');
    expect(screen.queryByText(/Før ringede de rundt/)).toBeNull();
    fireEvent.click(await button('Vis hele teksten'));
    expect(await screen.findByText(/Før ringede de rundt/)).toBeDefined();
  });

  it.each([
    ['microStory', 'asked', ['approved', 'suggested', 'stopped']],
    ['article', 'topicLeder', ['approved', 'suggested', 'stopped']],
    ['article', 'materialChef', ['approved', 'suggested', 'stopped']],
    ['press', 'asked', ['taken', 'declined']],
    ['press', 'taken', ['closed']],
    ['microStory', 'approved', []],
  ] as const)('has the answers of %s in %s', (kind, state, answers) => {
    expect(answersFor(storyIn(kind, state))).toEqual(answers);
  });
});

describe('what happened', () => {
  it('keeps each text with the one before it', () => {
    const now = storyAfter(
      storyIn('microStory', 'suggested'),
      ['consultant', 'saved', { content: aContent({ text: 'Min egen' }) }],
      ['consultant', 'asked'],
    );
    expect(
      happenedIn(now).map(({ event, previous }) => [event.kind, previous?.kind ?? null]),
    ).toEqual([
      ['saved', null],
      ['asked', null],
      ['suggested', 'saved'],
      ['saved', 'suggested'],
      ['asked', null],
    ]);
  });
});

describe('leaving', () => {
  it('is free again once nothing is held', () => {
    const release = holdPlace(() => false);
    release();
    go('#/oekonomi');
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    expect(window.location.hash).toBe('#/oekonomi');
  });
});
