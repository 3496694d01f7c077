import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { MeReply } from '#shared/contract/api.ts';
import { createApi } from '../../../tabs/remote/api.ts';
import { RemoteProvider } from '../../../tabs/remote/RemoteContext.tsx';
import { Themed } from '../../../tabs/shell/App.tsx';
import { MeContext } from '../../../tabs/shell/Looking.tsx';
import { aMeReply } from '../../builders/board.ts';

export type Call = { readonly method: string; readonly path: string; readonly body: unknown };
export type Answers = (call: Call) => { readonly status?: number; readonly body: unknown };

/**
 * What comes at all comes sooner, however busy the machine. A dialog that stands open for a while is
 * hidden from others by what guards the focus, which nobody has in jsdom: the browser tests look at
 * what can be reached.
 */
configure({ asyncUtilTimeout: 30_000, defaultHidden: true });

/** What jsdom lacks and Fluent asks for. */
const fillIn = (): void => {
  Object.assign(globalThis, {
    ResizeObserver: class {
      observe(): void {
        // Nothing has a size here.
      }
      unobserve(): void {
        // Nothing was observed.
      }
      disconnect(): void {
        // Nothing was observed.
      }
    },
  });
  Object.assign(window, {
    matchMedia: (query: string) => ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }),
  });
  Element.prototype.scrollIntoView = () => undefined;
};

/** Draws a page of the tab against a server that is a function; remembers what was asked. */
export const show = (page: ReactNode, answers: Answers, me: Partial<MeReply> = {}): Call[] => {
  fillIn();
  const calls: Call[] = [];
  const fetcher: typeof fetch = async (input, init) => {
    const call: Call = {
      method: init?.method ?? 'GET',
      path: String(input),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
    };
    calls.push(call);
    const { status = 200, body } = answers(call);
    return new Response(JSON.stringify(body), { status });
  };
  render(
    <Themed name="default">
      <RemoteProvider api={createApi(async () => 'token', fetcher)}>
        <MeContext value={aMeReply(me)}>{page}</MeContext>
      </RemoteProvider>
    </Themed>,
  );
  return calls;
};
