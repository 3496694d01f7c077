// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoriesReply } from '#shared/contract/stories.ts';
import { emptyAbout } from '#shared/domain/stories/story.ts';
import { useRoute } from '../../tabs/shell/route.ts';
import { StoriesPage } from '../../tabs/stories/overview/StoriesPage.tsx';
import { aPublication, aStoriesReply, aStoryLine, goalsWith } from '../builders/stories.ts';
import { type Call, show } from '../worlds/tabs/screen.tsx';

afterEach(cleanup);
beforeEach(() => {
  window.location.hash = '';
});

type Write = (call: Call) => { readonly status?: number; readonly body: unknown };

const open = (
  query: string,
  given: Partial<StoriesReply> = {},
  write: Write = () => ({ body: {} }),
  me: Parameters<typeof show>[2] = {},
): Call[] =>
  show(
    <StoriesPage query={query} />,
    (call) => {
      if (call.path === '/api/people') return { body: { people: [] } };
      if (call.path === '/api/board')
        return { body: { projects: [{ id: 'p1', title: 'Nøglefri' }] } };
      return call.method === 'GET' && !/\/api\/stories\/[^?]/.test(call.path)
        ? { body: aStoriesReply(given) }
        : write(call);
    },
    me,
  );

const sent = (calls: readonly Call[]): readonly Call[] =>
  calls.filter(({ method }) => method !== 'GET');

const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

/** The page as the tab shows it: at the address the person is on. */
const Here = () => {
  const route = useRoute();
  return <StoriesPage query={route.type === 'stories' ? route.query : ''} />;
};

describe('the address', () => {
  const type = (value: string): void => {
    fireEvent.change(screen.getByRole('searchbox'), { target: { value } });
  };

  it('keeps the view that was chosen a moment before, and every key, for the browser tells late', async () => {
    window.location.hash = '#/historier';
    show(<Here />, () => ({ body: aStoriesReply({}) }));
    const link = await screen.findByRole('link', { name: /^Register/ });
    // What a browser does when it is pressed; the event comes later.
    window.location.hash = link.getAttribute('href') ?? '';
    type('lås');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('lås');
    type('låse');
    expect(window.location.hash).toBe('#/historier?view=register&soeg=l%C3%A5se');
    expect(screen.getByRole('link', { current: 'page' }).textContent).toMatch(/^Register/);
  });
});

describe('the overview’s head', () => {
  it('says the goals in words, the present period first', async () => {
    open('', { goals: goalsWith({ '2026-02': 1, '2026-10': 2, '2026-K1': 1, '2026-K3': 1 }) });
    expect(await screen.findByText('2 af 12 måneder')).toBeDefined();
    expect(
      screen.getByText('November mangler endnu. 8 tidligere måneder mangler også.'),
    ).toBeDefined();
    const words = (text: string) =>
      screen.getByText((said) => said.replaceAll('\u00a0', ' ') === text);
    expect(words('4. kvartal mangler endnu. 2. kvartal mangler også.')).toBeDefined();
    expect(screen.getByText('Oktober: nået, 2 af 1')).toBeDefined();
    expect(screen.getByText('Januar: mangler, 0 af 1')).toBeDefined();
    expect(screen.getByText('December: ikke begyndt')).toBeDefined();
  });

  it('lets those who only answer log press, and nothing else', async () => {
    open('', {}, undefined, { may: ['seeStories', 'logPress'] });
    expect(await screen.findByRole('button', { name: 'Ny pressehenvendelse' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Ny historie' })).toBeNull();
  });

  it('begins one story however often the button is pressed, and goes to it', async () => {
    const calls = open('', {}, (call) => ({
      status: call.method === 'POST' ? 201 : 200,
      body: { view: { now: { id: 'new-2' } } },
    }));
    fireEvent.click(await screen.findByRole('button', { name: 'Ny historie' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Ny mikrohistorie' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Begynd' }));
    expect(await screen.findByText('Skriv en overskrift, eller vælg et projekt.')).toBeDefined();
    expect(sent(calls)).toEqual([]);
    fireEvent.change(screen.getByRole('textbox', { name: 'Overskrift' }), {
      target: { value: ' Låse uden nøgler ' },
    });
    press('Begynd');
    press(/Begynd/);
    await waitFor(() => expect(window.location.hash).toBe('#/historier/new-2'));
    expect(sent(calls)).toHaveLength(1);
    expect(sent(calls)[0]?.body).toMatchObject({
      ...{ kind: 'microStory', projectId: null, title: 'Låse uden nøgler' },
      key: expect.stringMatching(/^[a-z0-9-]{8,60}$/),
    });
  });

  it('logs one enquiry however often the button is pressed, and goes to it', async () => {
    const calls = open('view=press', {}, (call) => ({
      status: call.method === 'POST' ? 201 : 200,
      body: { view: { now: { id: 'new-1' } } },
    }));
    await screen.findByText('Ingen henvendelser venter.');
    press('Ny pressehenvendelse');
    press('Log henvendelsen');
    expect(
      await screen.findByText('Skriv, hvem der spørger, og hvad de spørger om.'),
    ).toBeDefined();
    expect(sent(calls)).toEqual([]);
    fireEvent.change(screen.getByRole('textbox', { name: /^Medie/ }), {
      target: { value: ' Avisen ' },
    });
    fireEvent.change(screen.getByRole('textbox', { name: /^Hvad spørger de om/ }), {
      target: { value: 'Om låse' },
    });
    fireEvent.change(screen.getByRole('combobox', { name: 'Projekt' }), {
      target: { value: 'p1' },
    });
    press('Log henvendelsen');
    press(/Log|Gemmer/);
    await waitFor(() => expect(window.location.hash).toBe('#/historier/new-1'));
    expect(sent(calls)).toHaveLength(1);
    expect(sent(calls)[0]?.body).toMatchObject({
      ...{ kind: 'press', projectId: 'p1', title: 'Pressehenvendelse fra Avisen' },
      key: expect.stringMatching(/^[a-z0-9-]{8,60}$/),
    });
  });
});

describe('the board', () => {
  it('says whom each story waits for, and what is over time, in words', async () => {
    open('', {
      stories: [
        aStoryLine({
          id: 'a',
          title: 'Hos chefen',
          state: 'asked',
          waitsFor: 'chef',
          dueAt: '2026-11-24T15:00:00Z',
        }),
        aStoryLine({
          id: 'b',
          title: 'For sent',
          kind: 'article',
          state: 'topicLeder',
          waitsFor: 'leder',
          lederName: 'Leder, Syd',
          dueAt: '2026-11-20T15:00:00Z',
          overdue: true,
        }),
        aStoryLine({ id: 'c', title: 'Rettet af chefen', state: 'suggested' }),
        aStoryLine({ id: 'd', title: 'På viborg.dk', kind: 'description', state: 'published' }),
      ],
    });
    const card = async (name: RegExp) =>
      (await screen.findByRole('link', { name })).textContent?.replaceAll('\u00a0', ' ');
    expect(await card(/Hos chefen/)).toContain(
      'Chef, Omsorg · svar senest tirsdag 24. november kl. 16.00',
    );
    expect(await card(/For sent/)).toContain(
      'Leder, Syd · svaret skulle være kommet fredag 20. november kl. 16.00',
    );
    expect(await card(/Rettet af chefen/)).toContain('Chefen foreslår en anden tekst');
    expect(screen.queryByText('På viborg.dk')).toBeNull();
    expect(screen.getByText('1 svar skulle være kommet')).toBeDefined();
  });

  it('offers a way out of a filter that leaves nothing', async () => {
    window.location.hash = '#/historier?omraade=social';
    open('omraade=social', { stories: [aStoryLine()] });
    expect(await screen.findByText('Intet passer.')).toBeDefined();
    press('Ryd filter');
    expect(window.location.hash).toBe('#/historier');
  });

  it('points to what can be told when there is nothing yet', async () => {
    open('');
    const link = await screen.findByRole('link', { name: 'Se de projekter, der ikke er fortalt' });
    expect(link.getAttribute('href')).toBe('#/historier?view=untold');
  });
});

describe('the calendar', () => {
  const draft = aStoryLine({ id: 'a', title: 'Kladden', plannedFor: '2026-12-24' });
  const version = { text: 'Ordene.', pictures: [], files: [] };
  const about = { ...emptyAbout, title: 'Kladden', plannedFor: '2026-12-24' };

  it('gives a draft another day, on what is there now', async () => {
    const calls = open('view=calendar&maaned=12', { stories: [draft] }, (call) => ({
      body: call.method === 'GET' ? { view: { now: { version, about, revision: 7 } } } : {},
    }));
    expect(await screen.findByText('Det er en lukket dag.')).toBeDefined();
    const field = screen.getByLabelText('Planlagt dag for »Kladden«');
    fireEvent.change(field, { target: { value: '2026-12-16' } });
    expect(sent(calls)).toEqual([]);
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(sent(calls)).toHaveLength(1));
    expect(sent(calls)[0]).toMatchObject({
      path: '/api/stories/a/moves',
      body: {
        type: 'planned',
        revision: 7,
        plannedFor: '2026-12-16',
      },
    });
    expect(await screen.findByText(/»Kladden« er planlagt til onsdag/)).toBeDefined();
  });

  it('moves what somebody has said OK to, for no word of it is touched', async () => {
    open('view=calendar&maaned=12', {
      stories: [
        aStoryLine({
          ...{ title: 'OK', state: 'approved', column: 'approved', plannedFor: '2026-12-16' },
        }),
      ],
    });
    expect(await screen.findByLabelText('Planlagt dag for »OK«')).toBeDefined();
  });

  it('goes on into the years beside', async () => {
    open('view=calendar&maaned=12', {});
    fireEvent.click(await screen.findByRole('button', { name: 'Måneden efter' }));
    expect(window.location.hash).toBe('#/historier?view=calendar&aar=2027&maaned=1');
    fireEvent.click(screen.getByRole('button', { name: 'Måneden før' }));
    expect(window.location.hash).toBe('#/historier?view=calendar&maaned=11');
  });

  it('is only looked at by those who do not write', async () => {
    open('view=calendar&maaned=12', { stories: [draft] }, undefined, { may: ['seeStories'] });
    expect(await screen.findByRole('link', { name: 'Kladden' })).toBeDefined();
    expect(screen.queryByLabelText('Planlagt dag for »Kladden«')).toBeNull();
  });
});

describe('the other views', () => {
  it('show in the register what fits, and who said OK', async () => {
    open('view=register&kanal=private', {
      register: [
        aPublication({ title: 'Offentlig' }),
        aPublication({
          storyId: 's2',
          title: 'Privat',
          channel: 'private',
          outlet: 'Team DigiTek',
        }),
      ],
    });
    expect(await screen.findByRole('link', { name: 'Privat' })).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Offentlig' })).toBeNull();
    expect(screen.getByText(/OK fra Chef, Omsorg/)).toBeDefined();
    const out = screen.getByRole('link', { name: 'Se på linkedin.com' });
    expect(out.getAttribute('rel')).toContain('noopener');
  });

  it('begin a story of a project nobody has told of', async () => {
    const untold = [
      { projectId: 'p9', title: 'Vendeseng', phase: 'operation', area: 'omsorg' } as const,
    ];
    const calls = open('view=untold', { untold }, () => ({
      status: 201,
      body: { view: { now: { id: 'ny' } } },
    }));
    fireEvent.click(
      await screen.findByRole('button', { name: 'Skriv mikrohistorie om Vendeseng' }),
    );
    await waitFor(() => expect(window.location.hash).toBe('#/historier/ny'));
    expect(sent(calls)[0]?.body).toMatchObject({ kind: 'microStory', projectId: 'p9' });
  });

  it('tell what viborg.dk says that is not so any more, and open it', async () => {
    open('view=viborgdk', {
      descriptions: [
        {
          projectId: 'p1',
          title: 'Låse',
          phase: 'trial',
          area: null,
          storyId: 'viborgdk-p1',
          staleSince: 'idea',
        },
        {
          projectId: 'p2',
          title: 'Lys',
          phase: 'trial',
          area: null,
          storyId: null,
          staleSince: null,
        },
      ],
    });
    const stale = await screen.findByRole('region', { name: 'Skal rettes' });
    expect(within(stale).getByText(/Der står IDÉ. Projektet er i AFPRØVNING./)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Skriv beskrivelse: Lys' })).toBeDefined();
    fireEvent.click(within(stale).getByRole('button', { name: 'Ret teksten: Låse' }));
    expect(window.location.hash).toBe('#/historier/viborgdk-p1');
  });
});

describe('the settings', () => {
  it('are one line each, and a day is understood as people write it', async () => {
    const calls = open('', {}, (call) =>
      sent(calls).length > 1
        ? { body: {} }
        : {
            status: 409,
            body: {
              error: { code: 'changed', message: 'En anden har ændret indstillingerne imens.' },
              current: { ...aStoriesReply().settings, revision: 'r9 r9' },
              call: call.path,
            },
          },
    );
    await screen.findByText('Historier 2026');
    press('Indstillinger');
    const days = screen.getByLabelText('Lukkedage');
    expect((days as HTMLTextAreaElement).value).toBe('5. juni');
    fireEvent.change(days, { target: { value: '5. juni\nkundag' } });
    press('Gem');
    expect(await screen.findByText(/»kundag« er ikke en dag/)).toBeDefined();
    expect(sent(calls)).toEqual([]);
    fireEvent.change(days, { target: { value: '5. juni\n24. december 2026\n31/12' } });
    press('Gem');
    expect(await screen.findByText(/står her stadig/)).toBeDefined();
    expect(sent(calls)[0]?.body).toMatchObject({
      revision: 'r1 r2',
      closingDays: ['06-05', '2026-12-24', '12-31'],
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Gem' }));
    expect(await screen.findByText('Indstillingerne er gemt.')).toBeDefined();
    expect(sent(calls)[1]?.body).toMatchObject({ revision: 'r9 r9' });
  });
});
