import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { findPerson, organisation } from '../../../infra/tenant/organisation.ts';
import type { Person } from '../../../infra/tenant/people.ts';
import type { Tenant } from '../../../infra/tenant/tenant.ts';
import { startTenant } from '../../../infra/tenant/tenant.ts';
import { forgetTokens } from './forgetTokens.ts';
import type { TestBot } from './testBot.ts';
import { startTestBot } from './testBot.ts';

export type Json = Record<string, unknown>;

export const cardType = 'application/vnd.microsoft.card.adaptive';

export function personCalled(upn: string): Person {
  const person = findPerson(upn);
  if (person === undefined) throw new Error(`Nobody is called ${upn}`);
  return person;
}

export const chef = personCalled('chef.omsorg@viborg.example');
export const otherChef = personCalled('chef.social@viborg.example');

/** A tenant of its own with a bot of Microsoft's library beside it. */
export class TeamsWorld {
  readonly bot: TestBot;
  readonly #dir: string;
  tenant: Tenant;
  config: Readonly<Record<string, string>> = {};

  constructor(bot: TestBot, dir: string, tenant: Tenant) {
    this.bot = bot;
    this.#dir = dir;
    this.tenant = tenant;
  }

  static async start(): Promise<TeamsWorld> {
    const dir = await mkdtemp(join(tmpdir(), 'tenant-'));
    forgetTokens();
    const bot = await startTestBot();
    const tenant = await startTenant({ port: 0, dataDir: dir, serverUrl: bot.url });
    const world = new TeamsWorld(bot, dir, tenant);
    world.config = (await world.get('config')) as Record<string, string>;
    bot.configure(world.config);
    await world.post('limits', { connector: 'none' });
    await vi.waitFor(() => expect(tenant.parts.installs.unannounced()).toEqual([]), 120_000);
    return world;
  }

  async restart(): Promise<void> {
    await this.tenant.close();
    this.tenant = await startTenant({ port: 0, dataDir: this.#dir, serverUrl: this.bot.url });
    this.config = (await this.get('config')) as Record<string, string>;
    this.bot.configure(this.config);
    await this.post('limits', { connector: 'none' });
  }

  async close(): Promise<void> {
    await this.tenant.close();
    await this.bot.close();
    await rm(this.#dir, { recursive: true, force: true });
  }

  /** Forgets what the bot heard and how it answered, between two tests. */
  quiet(): void {
    this.bot.heard.length = 0;
    this.bot.onInvoke = () => ({ status: 501 });
    this.bot.onMessage = async () => undefined;
  }

  async get(name: string): Promise<unknown> {
    return (await fetch(`${this.tenant.url}/local/${name}`)).json();
  }

  raw(name: string, body: Json): Promise<Response> {
    return fetch(`${this.tenant.url}/local/${name}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
  }

  async post(name: string, body: Json): Promise<Json> {
    return (await (await this.raw(name, body)).json()) as Json;
  }

  async activitiesOf(upn: string): Promise<Json[]> {
    const { conversations } = (await this.get(`chats?user=${upn}`)) as {
      conversations: { activities: Json[] }[];
    };
    return conversations.flatMap((conversation) => conversation.activities);
  }

  async cardTextOf(upn: string, activityId: string): Promise<unknown> {
    const activities = await this.activitiesOf(upn);
    const found = activities.find((activity) => activity['id'] === activityId);
    const card = found?.['card'] as { body: Json[] } | undefined;
    return card?.body[0]?.['text'];
  }

  async askToken(form: Readonly<Record<string, string>>, tenantId: string = organisation.tenantId) {
    const response = await fetch(`${this.tenant.url}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    return { status: response.status, body: (await response.json()) as Json };
  }

  async tokenFor(scope: string): Promise<string> {
    const { body } = await this.askToken({
      grant_type: 'client_credentials',
      client_id: this.config['CLIENT_ID'] ?? '',
      client_secret: this.config['CLIENT_SECRET'] ?? '',
      scope,
    });
    return String(body['access_token']);
  }

  async connector(method: string, path: string, body?: Json, bearer?: string) {
    const token = bearer ?? (await this.tokenFor('https://api.botframework.com/.default'));
    const suffix = path === '' ? '' : `/${path}`;
    const response = await fetch(`${this.tenant.url}/connector/v3/conversations${suffix}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Json;
    return {
      status: response.status,
      body: answer,
      id: String(answer['id'] ?? ''),
      code: (answer['error'] as Json | undefined)?.['code'],
      retryAfter: response.headers.get('retry-after'),
      operationId: response.headers.get('x-correlating-operationid'),
    };
  }

  createFor(memberId: string) {
    return this.connector('POST', '', {
      members: [{ id: memberId }],
      tenantId: organisation.tenantId,
    });
  }

  async sendCard(personId: string, card: Json) {
    const { id } = await this.createFor(personId);
    return this.#sendTo(id, card);
  }

  sendToChefgruppe(card: Json) {
    return this.#sendTo(organisation.chefgruppe.conversationId, card);
  }

  async #sendTo(id: string, card: Json) {
    const conversationId = encodeURIComponent(id);
    const sent = await this.connector('POST', `${conversationId}/activities`, messageWith(card));
    return { conversationId, activityId: sent.id };
  }
}

export function messageWith(card: Json): Json {
  return { type: 'message', attachments: [{ contentType: cardType, content: card }] };
}

export function aCard(text: string): Json {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text },
      { type: 'Input.Text', id: 'comment', label: 'Kommentar' },
      {
        type: 'ActionSet',
        actions: [
          {
            type: 'Action.Execute',
            id: 'yes',
            verb: 'answer',
            title: 'Ja',
            data: { requestId: 'r1', outcome: 'yes' },
            fallback: {
              type: 'Action.Submit',
              title: 'Ja',
              data: { requestId: 'r1', fallback: true },
            },
          },
        ],
      },
    ],
  };
}

export function refreshFor(userIds: readonly string[]): Json {
  return {
    action: { type: 'Action.Execute', verb: 'refresh', data: { requestId: 'r1' } },
    userIds,
  };
}

export function cardAnswer(card: Json) {
  return { status: 200, body: { statusCode: 200, type: cardType, value: card } };
}
