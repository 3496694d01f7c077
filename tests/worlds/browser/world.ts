import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { Graph } from './graph.ts';
import { launch } from './launch.ts';
import { keepIfFailed, type Window, watch } from './seen.ts';
import { type Addresses, sharedWorld } from './startOnce.ts';

export type Theme = 'default' | 'dark' | 'contrast';

type Json = Record<string, unknown>;

export type Activity = {
  readonly id: string;
  readonly editedTimestamp?: string;
  /** Whether the card is what the person got by a press or a refresh. */
  readonly ownView?: boolean;
  readonly summary?: string;
  readonly text?: string;
  readonly card?: Json;
};

type Conversation = {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly activities: readonly Activity[];
};

/** What Teams would show after a press: the reply's status and the card or the words in it. */
export type Pressed = { readonly card: string; readonly raw: Json };

export const upnOf = (alias: string): string => `${alias}@viborg.example`;

export type Place =
  | { readonly app: 'tab'; readonly sub?: string }
  | { readonly app: 'chat'; readonly with?: 'personal' | 'groupChat' };

type Looks = { readonly theme?: Theme; readonly width?: number; readonly height?: number };

/** Every window of the file, and what went wrong in any of them. */
export class World {
  readonly hostUrl: string;
  readonly serverUrl: string;
  readonly graph: Graph;
  /** What a content security policy blocked, and what no code caught: both must stay empty. */
  readonly violations: string[] = [];
  readonly errors: string[] = [];
  private browser: Browser | null = null;
  private readonly windows: Window[] = [];
  private readonly tokens = new Map<string, string>();

  private constructor(at: Addresses) {
    this.hostUrl = at.hostUrl;
    this.serverUrl = at.serverUrl;
    this.graph = new Graph(at.hostUrl);
  }

  /** The world all files share: entered for one file, its windows closed after each test. */
  static ofFile(): World {
    const world = new World(sharedWorld());
    beforeAll(() => world.begin());
    afterEach(() => world.closeWindows());
    afterAll(() => world.leave());
    return world;
  }

  /** A world whose windows stay open from test to test, or one whose clock may be moved for good. */
  static async enter(at: Addresses = sharedWorld()): Promise<World> {
    const world = new World(at);
    await world.begin();
    return world;
  }

  private async begin(): Promise<void> {
    this.browser = await launch();
  }

  async leave(): Promise<void> {
    await this.browser?.close();
  }

  /** Closes the windows a test opened; the browser stays for the next test. */
  async closeWindows(): Promise<void> {
    const windows = this.windows.splice(0);
    await keepIfFailed(windows);
    await Promise.all(windows.map(({ context }) => context.close()));
  }

  async openAddress(address: string, looks: Looks = {}): Promise<Page> {
    const page = await this.newPage(looks);
    await page.goto(address);
    return page;
  }

  private async newPage({ width = 1280, height = 800 }: Looks): Promise<Page> {
    if (!this.browser) throw new Error('Nobody has entered this world.');
    const context = await this.browser.newContext({ viewport: { width, height }, locale: 'da-DK' });
    this.windows.push(await watch(context));
    context.setDefaultTimeout(120_000);
    await context.exposeBinding('tellViolation', (_source, what: string) => {
      this.violations.push(what);
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const tell = (window as unknown as { tellViolation: (what: string) => void }).tellViolation;
        tell(`${event.violatedDirective} ${event.blockedURI} at ${document.location.href}`);
      });
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => this.errors.push(error.message));
    return page;
  }

  /** A window of the host page: one person, in one place. */
  async open(alias: string, place: Place, looks: Looks = {}): Promise<Page> {
    const query = new URLSearchParams({ user: upnOf(alias), app: place.app });
    if (looks.theme !== undefined) query.set('theme', looks.theme);
    if (place.app === 'tab' && place.sub !== undefined) query.set('sub', place.sub);
    const address = (): string => `${this.hostUrl}/?${query}`;
    if (place.app === 'tab') return this.openAddress(address(), looks);
    query.set('conversation', await this.conversationId(alias, place.with ?? 'personal'));
    const page = await this.newPage(looks);
    // Teams refreshes the cards of a chat that is opened; nobody types before that is over.
    const refreshed = page.waitForResponse((response) => response.url().endsWith('/local/read'));
    await page.goto(address());
    await refreshed;
    return page;
  }

  async openTab(
    alias: string,
    sub = '',
    looks: Looks = {},
  ): Promise<{ readonly page: Page; readonly tab: FrameLocator }> {
    const place = sub === '' ? { app: 'tab' as const } : { app: 'tab' as const, sub };
    const page = await this.open(alias, place, looks);
    return { page, tab: page.frameLocator('iframe') };
  }

  async api<T>(alias: string, method: string, path: string, body?: unknown): Promise<T> {
    const { status, reply } = await this.call(alias, method, path, body);
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(reply)}`);
    return reply as T;
  }

  async call(
    alias: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly reply: unknown }> {
    const response = await fetch(`${this.serverUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.token(alias)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, reply: await response.json() };
  }

  async local<T>(path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.hostUrl}/local/${path}`, {
      ...(body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** `look` as opening the chat does: Teams then refreshes its cards. */
  async chat(
    alias: string,
    kind: 'personal' | 'groupChat' = 'personal',
    look = false,
  ): Promise<Conversation> {
    const { conversations } = await this.local<{ conversations: Conversation[] }>(
      `chats?user=${encodeURIComponent(upnOf(alias))}&refresh=${look}`,
    );
    const found = conversations.find((each) => each.kind === kind);
    if (!found) throw new Error(`${alias} has no ${kind} chat.`);
    return found;
  }

  /** The cards in somebody's chat that hold some words, oldest first, as they see them. */
  async cardsAbout(
    alias: string,
    words: string,
    kind: 'personal' | 'groupChat' = 'personal',
  ): Promise<readonly Activity[]> {
    const { activities } = await this.chat(alias, kind);
    return activities.filter(({ card }) => card && JSON.stringify(card).includes(words));
  }

  /** The chat that is open in a window, once everything in it that is to be refreshed has been. */
  async chatIn(page: Page): Promise<Conversation> {
    const address = new URL(page.url()).searchParams;
    const user = encodeURIComponent(address.get('user') ?? '');
    const { conversations } = await this.local<{ conversations: Conversation[] }>(
      `chats?user=${user}&refresh=true`,
    );
    const found = conversations.find(({ id }) => id === address.get('conversation'));
    if (!found) throw new Error(`No chat is open at ${page.url()}.`);
    return found;
  }

  /** How many messages the server has still to send, or to draw anew. */
  async undelivered(): Promise<number> {
    const figures = await (await fetch(`${this.serverUrl}/metrics`)).text();
    const [, waiting] = /^digitek_outbox_waiting (\d+)$/m.exec(figures) ?? [];
    if (waiting === undefined) throw new Error('The server does not count what it has to send.');
    return Number(waiting);
  }

  async press(alias: string, activityId: string, verb: string, data: Json): Promise<Pressed> {
    const raw = await this.local<Json>('press', { user: upnOf(alias), activityId, verb, data });
    return { card: JSON.stringify(raw), raw };
  }

  private async conversationId(alias: string, kind: 'personal' | 'groupChat'): Promise<string> {
    return (await this.chat(alias, kind)).id;
  }

  private async token(alias: string): Promise<string> {
    const known = this.tokens.get(alias);
    if (known !== undefined) return known;
    const { token } = await this.local<{ token: string }>(
      `token?user=${encodeURIComponent(upnOf(alias))}`,
    );
    this.tokens.set(alias, token);
    return token;
  }
}
