// @vitest-environment jsdom
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EconomyReply, PostPosting } from '#shared/contract/economy.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import type { PoolView } from '#shared/domain/funding.ts';
import { PoolBar } from '../../tabs/drawing/PoolBar.tsx';
import { EntryDialog } from '../../tabs/money/EntryDialog.tsx';
import { PoolsPanel } from '../../tabs/money/PoolsPanel.tsx';
import { YearDialog } from '../../tabs/money/YearDialog.tsx';
import type { Api, Reply } from '../../tabs/remote/api.ts';
import { RemoteProvider } from '../../tabs/remote/RemoteContext.tsx';
import { aGrant, anEconomy, aPool, aPosting } from '../builders/economy.ts';
import { aPoolView } from '../builders/request.ts';

const reply = anEconomy({ grants: [aGrant()] });

type Sent = { readonly address: string; readonly body: unknown };
type Answer = (body: PostPosting) => Reply<EconomyReply>;

const entered: Answer = (body) => ({
  type: 'done',
  etag: '',
  value: anEconomy({
    postings: [aPosting({ cause: `entry:${body.key}`, ore: body.ore, text: body.text })],
  }),
});

const down: Answer = () => ({
  type: 'failed',
  status: 503,
  code: 'notReady',
  message: 'Serveren er ved at starte.',
  details: [],
  body: null,
});

const apiThat = (answers: readonly Answer[]) => {
  const sent: Sent[] = [];
  const api: Api = {
    read: async () => ({ type: 'unchanged' }),
    file: async () => ({ type: 'unchanged' }),
    send: async <T,>(address: string, body: unknown) => {
      const answer = answers[sent.length] ?? entered;
      sent.push({ address, body });
      return answer(body as PostPosting) as Reply<T>;
    },
  };
  return { api, sent };
};

const open = (answers: readonly Answer[], corrects = false) => {
  const { api, sent } = apiThat(answers);
  const onEntered = vi.fn();
  const onClose = vi.fn();
  render(
    <FluentProvider theme={teamsLightTheme}>
      <RemoteProvider api={api}>
        <EntryDialog
          open
          reply={reply}
          corrects={corrects ? aPosting() : null}
          poolRow=""
          onEntered={onEntered}
          onClose={onClose}
          onClosed={() => undefined}
        />
      </RemoteProvider>
    </FluentProvider>,
  );
  return { sent, onEntered, onClose };
};

const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

const fill = (): void => {
  type('Bevilling', '2026:area:omsorg|p1-gate1-1');
  type('Beløb i kroner', 'kr. 8.000,-');
  type('Hvad er det?', 'Faktura 7');
};

/** The environment lays nothing out, so nothing ever changes its size. */
class NoResizes {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}

beforeAll(() => {
  vi.stubGlobal('ResizeObserver', NoResizes);
});
afterAll(() => vi.unstubAllGlobals());

afterEach(cleanup);

describe('the dialog that enters money', () => {
  it('says what is wrong in its place, keeps what was typed, and sends nothing', async () => {
    const { sent } = open([]);
    type('Beløb i kroner', '-5');
    press('Bogfør');
    expect(await screen.findByText('Vælg den bevilling, det hører til.')).toBeTruthy();
    expect(screen.getByText('Beløbet skal være 0 eller mere.')).toBeTruthy();
    expect(screen.getByText('Skriv kort, hvad det er.')).toBeTruthy();
    expect((screen.getByLabelText('Beløb i kroner') as HTMLInputElement).value).toBe('-5');
    expect(sent).toEqual([]);
  });

  it('shows how an amount is read, and when it is more than the grant has', () => {
    open([]);
    fill();
    expect(screen.getByText(/Det er 8\.000/)).toBeTruthy();
    type('Beløb i kroner', '40.000');
    expect(screen.getByText(/2\.000.* mere end bevillingen/)).toBeTruthy();
  });

  it('makes one posting of two presses, and tells what stands in the ledger', async () => {
    const { sent, onEntered } = open([]);
    fill();
    press('Bogfør');
    press('Bogfører …');
    await waitFor(() => expect(onEntered).toHaveBeenCalledTimes(1));
    expect(sent).toHaveLength(1);
    expect(onEntered.mock.calls[0]?.[1]).toMatch(/^Bogført: brugt 8\.000/);
  });

  it('sends the same key again after an answer that was lost', async () => {
    const { sent, onEntered } = open([down]);
    fill();
    press('Bogfør');
    await screen.findByText('Serveren er ved at starte.');
    expect((screen.getByLabelText('Hvad er det?') as HTMLInputElement).value).toBe('Faktura 7');
    press('Bogfør');
    await waitFor(() => expect(onEntered).toHaveBeenCalled());
    const [first, second] = sent.map(({ body }) => (body as PostPosting).key);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
  });

  it('tells when the first press had been heard with another amount', async () => {
    const heard: Answer = (body) => entered({ ...body, ore: 7_000_00 });
    const { onEntered } = open([down, heard]);
    fill();
    press('Bogfør');
    await screen.findByText('Serveren er ved at starte.');
    press('Bogfør');
    await waitFor(() => expect(onEntered).toHaveBeenCalled());
    expect(onEntered.mock.calls[0]?.[1]).toMatch(/Din første indtastning nåede frem: 7\.000/);
  });

  it('puts a posting right with what was wrong, never by an edit', async () => {
    const { sent, onEntered } = open([], true);
    type('Forskel i kroner', '3.000');
    type('Hvorfor rettes det?', 'Moms var talt med');
    press('Bogfør');
    expect(await screen.findByText('Vælg, om der står for meget eller for lidt.')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Der står for meget'));
    expect(screen.getByText(/Rettelsen bliver −3\.000/)).toBeTruthy();
    press('Bogfør');
    await waitFor(() => expect(onEntered).toHaveBeenCalled());
    expect(sent[0]?.body).toMatchObject({
      type: 'correction',
      corrects: '2026:area:omsorg:3',
      ore: -3_000_00,
    });
  });
});

describe('the dialog that opens a year', () => {
  it('shows what it will do before it does it', async () => {
    const { api, sent } = apiThat([() => ({ type: 'done', etag: '', value: anEconomy() })]);
    const onOpened = vi.fn();
    render(
      <FluentProvider theme={teamsLightTheme}>
        <RemoteProvider api={api}>
          <YearDialog
            open
            next={{ year: 2027, pools: [aPool('2026:area:omsorg'), aPool('2026:fixed:tucv')] }}
            onOpened={onOpened}
            onClose={() => undefined}
            onClosed={() => undefined}
          />
        </RemoteProvider>
      </FluentProvider>,
    );
    expect(
      screen.getByText(/^Intet overføres\. .* søgt og ikke besluttet ved nytår, flytter med\.$/),
    ).toBeTruthy();
    expect(screen.getByRole('row', { name: /Puljer i alt 200\.000/ })).toBeTruthy();
    expect(screen.getByRole('row', { name: /Faste udgifter i alt 500\.000/ })).toBeTruthy();
    expect(sent).toEqual([]);
    press('Åbn 2027');
    await waitFor(() => expect(onOpened).toHaveBeenCalled());
    expect(sent).toEqual([{ address: 'POST /api/economy/years', body: { year: 2027 } }]);
  });
});

describe('the pools of a year that has come and is not opened', () => {
  const shown = (given: Partial<EconomyReply>) => {
    const onOpenYear = vi.fn();
    const next = { year: 2027, pools: [aPool('2026:area:omsorg')] };
    render(
      <FluentProvider theme={teamsLightTheme}>
        <PoolsPanel
          reply={anEconomy({ year: 2027, thisYear: 2027, pools: [], nextYear: next, ...given })}
          areas={defaultAreas}
          wide
          editing=""
          onEdit={() => undefined}
          onSaved={() => undefined}
          onSee={() => undefined}
          onOpenYear={onOpenYear}
        />
      </FluentProvider>,
    );
    return onOpenYear;
  };

  it('are opened from where they are missed, by whoever may', () => {
    const onOpenYear = shown({});
    expect(
      screen.getByText(/^Puljerne har intet budget i 2027, .* før du åbner året/),
    ).toBeTruthy();
    press('Åbn 2027');
    expect(onOpenYear).toHaveBeenCalledOnce();
  });

  it('are waited for by everybody else', () => {
    shown({ mayChange: false });
    expect(screen.getByText(/, før konsulenten åbner året/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('are not asked for in a year that is over', () => {
    shown({ year: 2025 });
    expect(screen.getByText('Der er ingen puljer i det år.')).toBeTruthy();
  });
});

describe('a pool’s bar', () => {
  const bar = (pool: PoolView) =>
    render(
      <FluentProvider theme={teamsLightTheme}>
        <PoolBar pool={pool} areas={defaultAreas} what="Nøglefri hjemmepleje" />
      </FluentProvider>,
    );
  const parts = { budgetOre: 200_000_00, spentOre: 0, grantedOre: 0, othersOre: 0 };

  it('is of the year that the server says, whatever the browser’s clock does', () => {
    bar({ ...aPoolView(), year: 2031, parts });
    expect(screen.getByText(/^200\.000.kr\. i 2031$/)).toBeTruthy();
    cleanup();
    bar({ ...aPoolView(), parts });
    expect(screen.getByText(/^200\.000.kr\.$/)).toBeTruthy();
  });

  it('says of a year that is not opened that the money is not gone', () => {
    bar({ ...aPoolView('area:omsorg', 45_000_00, 0), year: 2031, notOpened: true, parts });
    expect(screen.getByText('2031 er ikke åbnet endnu.')).toBeTruthy();
    expect(screen.queryByText(/mangler/)).toBeNull();
  });
});
