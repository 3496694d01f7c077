import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choice } from '#shared/domain/gates.ts';
import type { Decision } from '#shared/domain/request.ts';
import { itemIn } from '#shared/graph/item.ts';
import type { GraphStores } from '#shared/graph/stores.ts';
import { decisions } from '#shared/lists/decisions.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { waitingFor } from '#shared/useCases/requests/views.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { organisation } from '../../infra/tenant/organisation.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { aDecision, aRequest } from '../builders/request.ts';
import { type GraphSite, startSite } from '../worlds/graph/graphSite.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

/* Somebody with the right to the site opens the list of decisions in SharePoint and types. */

let site: GraphSite;
let authorization = '';

beforeAll(async () => {
  site = await startSite();
  const now = Math.floor(Date.now() / 1000);
  const token = await new SignJWT({
    ...{ aud: 'https://graph.microsoft.com', appid: 'sharepoint', tid: organisation.tenantId },
    ...{ iss: `https://sts.windows.net/${organisation.tenantId}/`, nbf: now, exp: now + 3600 },
    ...{ oid: organisation.people[0]?.id, scp: 'Sites.ReadWrite.All' },
  })
    .setProtectedHeader({ alg: 'RS256', kid: site.tenant.parts.keys.signing.home.kid })
    .sign(site.tenant.parts.keys.signing.home.privateKey);
  authorization = `Bearer ${token}`;
});
afterAll(() => site.close());

const byHand = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const { hostname, path: sitePath } = organisation.site;
  const items = `/v1.0/sites/${hostname}:${sitePath}:/lists/Decisions/items`;
  const response = await fetch(`${site.tenant.url}${items}${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return response.status === 204 ? null : response.json();
};

const fieldsOf = (decision: Decision) =>
  Object.fromEntries(
    Object.entries(decisions.toFields(decision)).filter(([, value]) => value !== null),
  );

const decisionOf = (id: string, more: Partial<Decision> = {}): Decision =>
  aDecision(aRequest({ id }), more);

const asideOf = ({ mirror }: GraphStores) =>
  mirror.setAside().map(({ itemId, problem }) => [itemId, problem]);

describe('a decision that a person typed into the list', () => {
  it('is none: the matter is open, the row is named, and without it there is an answer', async () => {
    const id = 'typed-gate1-1';
    const made = (await byHand('POST', '', { fields: fieldsOf(decisionOf(id)) })) as { id: string };
    const graph = site.connect();
    await graph.mirror.load();
    const { decisions: list } = graph.stores;
    expect(list.get(id)).toBeUndefined();
    expect(asideOf(graph)).toEqual([[made.id, 'byHand']]);
    await expect(list.read(id)).rejects.toMatchObject({ code: 'row.invalid' });
    expect(await list.readWhere('projectId', decisionOf(id).projectId)).toEqual([]);
    // Its key is taken, so an answer is not stored, and not taken for one that was there before.
    await expect(list.insert(decisionOf(id))).rejects.toMatchObject({ code: 'row.invalid' });

    await byHand('DELETE', `/${made.id}`);
    await graph.mirror.refreshNow();
    expect(asideOf(graph)).toEqual([]);
    expect((await list.insert(decisionOf(id))).type).toBe('inserted');
    await graph.mirror.refreshNow();
    expect(list.get(id)?.value.id).toBe(id);
  });
});

/** A matter that waits for its chef, moved from memory into the lists of the site. */
const waitingMatter = async (graph: GraphStores) => {
  const deps = testDeps();
  aWorld(deps, 'gate1');
  const sent = await sendGateRequest(deps, actor('consultant'), { projectId: 'p1', gate: 'gate1' });
  await deps.settle();
  if (!sent.ok) throw new Error(sent.refusal.type);
  const { stores } = graph;
  const rowsOf = <T>(table: { all: () => readonly { value: T }[] }) =>
    table.all().map(({ value }) => value);
  await stores.people.insertMany(rowsOf(deps.stores.people));
  await stores.projects.insertMany(rowsOf(deps.stores.projects));
  await stores.steps.insertMany(rowsOf(deps.stores.steps));
  await stores.pools.insertMany(rowsOf(deps.stores.pools));
  await stores.ledger.insertMany(rowsOf(deps.stores.ledger));
  await stores.requests.insertMany(rowsOf(deps.stores.requests));
  return { deps: { ...deps, stores }, request: sent.value };
};

describe('a matter whose answer a person typed', () => {
  it('waits for its chef all the same, and moves when the chef has answered', async () => {
    const graph = site.connect();
    await graph.mirror.load();
    const { deps, request } = await waitingMatter(graph);
    const typed = aDecision(request, { comment: 'Bare kør.' });
    const made = (await byHand('POST', '', { fields: fieldsOf(typed) })) as { id: string };
    await graph.mirror.refreshNow();
    const chef = actor('chef-omsorg').id;
    const isWaiting = () => waitingFor(deps, chef).map(({ view }) => view.request.id);
    const phase = () => graph.stores.projects.get('p1')?.value.phase;
    await sweep(deps, 'start');
    expect([isWaiting(), phase()]).toEqual([[request.id], 'idea']);
    const given = { type: 'choose', choice: choice('investigate'), comment: '' } as const;
    const answer = () =>
      answerRequest(deps, actor('chef-omsorg'), { requestId: request.id, given, revision: 0 });
    await expect(answer()).rejects.toMatchObject({ code: 'row.invalid' });
    expect([isWaiting(), phase()]).toEqual([[request.id], 'idea']);

    await byHand('DELETE', `/${made.id}`);
    await graph.mirror.refreshNow();
    expect((await answer()).type).toBe('ended');
    await deps.settle();
    expect([isWaiting(), phase()]).toEqual([[], 'investigation']);
  });
});

describe('a decision that a person has changed in the list', () => {
  const id = 'changed-gate1-1';
  const said = decisionOf(id, { comment: 'Det giver mening.', askOre: 45_000_00 });
  const comments = async (graph: GraphStores) => [
    graph.stores.decisions.get(id)?.value.comment,
    (await graph.stores.decisions.read(id))?.value.comment,
    (await graph.stores.decisions.readWhere('id', id))[0]?.value.comment,
  ];

  it('says what was decided, and is named until it is put back', async () => {
    const writer = site.connect();
    await writer.mirror.load();
    const { row } = await writer.stores.decisions.insert(said);
    const change = (fields: unknown) => byHand('PATCH', `/${row.seq}/fields`, fields);
    await change({ Comment: 'Brug hele puljen.', AskOre: 900_000_00 });
    const fresh = site.connect();
    await fresh.mirror.load();
    for (const graph of [writer, fresh]) {
      await graph.mirror.refreshNow();
      expect(await comments(graph)).toEqual([said.comment, said.comment, said.comment]);
      expect(graph.stores.decisions.get(id)?.value.askOre).toBe(said.askOre);
      expect(asideOf(graph)).toEqual([[String(row.seq), 'editedByHand']]);
    }
    await change({ Comment: said.comment, AskOre: said.askOre });
    await fresh.mirror.refreshNow();
    expect(asideOf(fresh)).toEqual([]);
    expect(await comments(fresh)).toEqual([said.comment, said.comment, said.comment]);
  });

  it('cannot be made the answer to something else', async () => {
    const other = 'other-gate1-1';
    const writer = site.connect();
    await writer.mirror.load();
    const { row } = await writer.stores.decisions.insert(decisionOf('moved-gate1-1'));
    await byHand('PATCH', `/${row.seq}/fields`, { Key: other });
    await writer.mirror.refreshNow();
    expect(writer.stores.decisions.get(other)).toBeUndefined();
    expect(writer.stores.decisions.get('moved-gate1-1')?.value.id).toBe('moved-gate1-1');
    await expect(writer.stores.decisions.read(other)).rejects.toMatchObject({
      code: 'row.invalid',
    });
    await expect(writer.stores.decisions.insert(decisionOf(other))).rejects.toMatchObject({
      code: 'row.invalid',
    });
  });
});

const application = { id: 'the-app', displayName: 'DigiTek' };

it.each([
  ['the application alone', { application }, 'none'],
  ['a user beside it that is nobody', { application, user: { displayName: 'App' } }, 'none'],
  ['a user beside it with an address', { application, user: { email: 'app@sharepoint' } }, 'none'],
  ['nobody', undefined, 'none'],
  ['a user without id and address', { user: { displayName: 'App' } }, 'none'],
  ['a person', { user: { id: 'p1', displayName: 'Chef, Omsorg' } }, 'made'],
])('takes %s for the author it is', (_who, createdBy, hand) => {
  expect(itemIn({ id: '1', fields: {}, createdBy })?.hand).toBe(hand);
});
