import { readProvisioner } from '../../bot/config.ts';
import { wire } from '../../bot/wiring.ts';
import { provision } from '../../infra/lists/provision.ts';
import { allSteps, aReadyProject } from '../builders/portfolio.ts';
import { type Cast, castOf, poolsOf } from '../worlds/processes/cast.ts';
import type { Account } from '../worlds/processes/tenantSide.ts';
import { type TenantWorld, tenantWorldAt, upnOf } from '../worlds/wire/tenantWorld.ts';

/** The moment at which a kept folder was left, and is taken up again. */
export const leftAt = '2026-11-23T09:14:00Z';

/** Three that will be decided, told of, and left waiting; each before gate 1. */
const projectsOf = (cast: Cast) =>
  ['p1', 'p2', 'p3'].map((id, at) => {
    const [owner, lead] = [cast.owners[0], cast.leads[0]];
    return aReadyProject('gate1', {
      ...{ id, title: `Projekt ${id}`, askOre: 10_000_00 },
      ...{ ownerId: owner?.id ?? '', ownerName: owner?.name ?? '' },
      ...{ leadId: lead?.id ?? '', leadName: lead?.name ?? '' },
      shares: [{ pool: at === 1 ? 'common' : 'area:omsorg', ore: 10_000_00 }],
    });
  });

type Prepare = NonNullable<Parameters<typeof tenantWorldAt>[2]>;

/** What whoever puts a release in operation does first: the site gets the lists and columns it lacks. */
export const provisioned: Prepare = async (config, environment) => {
  const provisioner = { ...config, ...readProvisioner(config, environment) };
  await provision(provisioner, { apply: true, say: () => undefined });
};

const furnished = (folder: string): Promise<TenantWorld> =>
  tenantWorldAt(folder, leftAt, async (config, environment, local) => {
    await provisioned(config, environment, local);
    const wired = wire(config);
    await wired.mirror.load();
    const cast = castOf((await local.get('people')) as Account[], 'three');
    const { people, pools, settings, steps, projects } = wired.stores;
    await people.insertMany(cast.rows);
    await pools.insertMany(poolsOf(2026, cast));
    await settings.insertMany([
      { id: 'areas', value: JSON.stringify(cast.areas), lastChange: null },
    ]);
    await steps.insertMany(projectsOf(cast).flatMap(({ id }) => allSteps(id, 'gate1')));
    await projects.insertMany(projectsOf(cast));
  });

const did = async (
  { call }: TenantWorld,
  alias: string,
  path: string,
  body: unknown,
): Promise<void> => {
  const { status, text } = await call(alias, 'POST', path, body);
  if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
};

type Button = { readonly verb: string; readonly data: Readonly<Record<string, unknown>> };

/** Presses what this verb sends, on the card about this matter in somebody's chat. */
export const pressed = async (
  { local }: TenantWorld,
  alias: string,
  about: string,
  { verb, data }: Button,
): Promise<string> => {
  const { conversations } = await local.chatsOf(upnOf(alias));
  const card = conversations
    .flatMap(({ activities }) => activities)
    .findLast((one) => JSON.stringify(one.card ?? '').includes(`"${about}"`));
  if (!card) throw new Error(`${alias} has no card about ${about}`);
  const user = upnOf(alias);
  const shown = await local.press({ user, activityId: card.id, verb, data });
  return JSON.stringify(shown.card ?? shown.text ?? '');
};

/** The press of a chef on the card of a project's first gate. */
export const chosen = (project: string, outcome: string): Button => ({
  verb: 'choose',
  data: { requestId: `${project}-gate1-1`, revision: 0, outcome, comment: 'Godt.' },
});

/** Until everything that was to be sent has been. */
const untilSent = async ({ wired }: TenantWorld): Promise<void> => {
  for (;;) {
    await wired.settled();
    const waiting = wired.stores.messages
      .all()
      .some(({ value }) => value.state === 'queued' || value.state === 'sending');
    if (!waiting) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

/** Fills an empty folder with what people and servers leave: rows, and cards in chats. */
export const fillFolder = async (folder: string): Promise<string> => {
  const world = await furnished(folder);
  try {
    for (const id of ['p1', 'p2', 'p3'])
      await did(world, 'konsulent', `/api/projects/${id}/requests`, { gate: 'gate1' });
    await untilSent(world);
    await pressed(world, 'chef.omsorg', 'p1-gate1-1', chosen('p1', 'investigate'));
    await pressed(world, 'chef.social', 'p2-gate1-1', chosen('p2', 'investigate'));
    const key = 'aaaaaaaa-0000-4000-8000-000000000001';
    const text = 'Før gik der en time. Nu går døren op med det samme. Alle sover bedre.';
    const story = { key, kind: 'microStory', projectId: 'p1', title: 'Døren går op', text };
    await did(world, 'konsulent', '/api/stories', story);
    const asked = { type: 'asked', revision: 1, comment: '' };
    await did(world, 'konsulent', `/api/stories/${key}/moves`, asked);
    await did(world, 'konsulent', '/api/economy/postings', {
      ...{ type: 'purchase', key: 'aaaaaaaa-1', poolRow: '2026:area:omsorg' },
      ...{ text: 'Låse', ore: 1_000_00 },
    });
    await untilSent(world);
    return (await world.call('konsulent', 'GET', '/api/board')).text;
  } finally {
    await world.close();
  }
};
