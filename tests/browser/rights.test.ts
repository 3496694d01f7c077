import { beforeAll, describe, expect, it } from 'vitest';
import type { ProjectReply } from '#shared/contract/api.ts';
import { fields } from '#shared/domain/fieldRights.ts';
import { stepsBefore } from '#shared/domain/steps.ts';
import { moveWords } from '#shared/words/screens/moves.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { otherValues } from '../builders/rights.ts';
import { idOf, pageOf, readyAt } from '../worlds/browser/portfolio.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();
let projectId = '';

/** A leder who has nothing to do with the project, and one under the chef of its lead area. */
const leder = 'bofaellesskab';
const unitLeder = 'distrikt.syd';

beforeAll(async () => {
  projectId = await readyAt(world, 'gate1', { title: 'Ingen andens stemme', shares: {} });
});

describe('a leder on somebody else’s project', () => {
  it('sees it all, and no pencil, no tick, no move and no gate to send', async () => {
    const { tab } = await world.openTab(leder, `project:${projectId}`);
    await tab.getByRole('heading', { level: 1, name: 'Ingen andens stemme' }).waitFor();
    expect(await tab.getByRole('button', { name: `${projectWords.edit}:` }).count()).toBe(0);
    expect(await tab.getByRole('button', { name: moveWords.open }).count()).toBe(0);
    expect(await tab.getByRole('button', { name: 'Send Gate 1' }).count()).toBe(0);
    const ticks = tab.getByRole('button', { name: new RegExp(`: ${projectWords.untick}$`) });
    expect(await ticks.count()).toBeGreaterThan(0);
    for (const tick of await ticks.all()) expect(await tick.isDisabled()).toBe(true);
  });

  it('is refused each thing through the API too, and nothing changes', async () => {
    const { project, revision } = await pageOf(world, projectId);
    const values: Readonly<Record<string, unknown>> = {
      ...{ title: 'Mit', leadId: null, ownerId: null, type: 'skal', phase: 'investigation' },
      ...{ status: 'backlog', askOre: 1, recommendedOutcome: 'stop', firstPriority: 'low' },
    };
    for (const field of fields.filter((one) => one in values)) {
      const { status } = await world.call(leder, 'PATCH', `/api/projects/${projectId}`, {
        revision,
        changes: { [field]: values[field] },
        reason: 'Fordi jeg vil',
      });
      expect([field, status]).toEqual([field, 403]);
    }
    for (const code of stepsBefore('gate1')) {
      const { status } = await world.call(
        leder,
        'PUT',
        `/api/projects/${projectId}/steps/${code}`,
        { done: false },
      );
      expect([code, status]).toEqual([code, 403]);
    }
    const sent = await world.call(leder, 'POST', `/api/projects/${projectId}/requests`, {
      gate: 'gate1',
    });
    expect(sent.status).toBe(403);
    const own = await world.call(leder, 'POST', '/api/projects', {
      title: 'Min egen',
      leadId: project.leadId,
    });
    expect(own.status).toBe(403);
    expect((await pageOf(world, projectId)).revision).toBe(revision);
  });
});

describe('a leder under the chef of the project’s lead area', () => {
  it('has a pencil for the owner and one for the first priority, and nothing else', async () => {
    const page = await world.api<ProjectReply>(unitLeder, 'GET', `/api/projects/${projectId}`);
    expect([...page.mayChange].sort()).toEqual(['firstPriority', 'ownerId']);
    expect([...page.mayTick].sort()).toEqual(['interest']);
    const { tab } = await world.openTab(unitLeder, `project:${projectId}`);
    await tab.getByRole('heading', { level: 1, name: 'Ingen andens stemme' }).waitFor();
    expect(await tab.getByRole('button', { name: `${projectWords.edit}:` }).count()).toBe(2);
    expect(await tab.getByRole('button', { name: moveWords.open }).count()).toBe(0);
    expect(await tab.getByRole('button', { name: 'Send Gate 1' }).count()).toBe(0);
  });

  it('appoints the owner and says the first priority, and is refused the rest', async () => {
    const { revision } = await pageOf(world, projectId);
    const patch = (changes: object) =>
      world.call(unitLeder, 'PATCH', `/api/projects/${projectId}`, { revision, changes });
    const ownerId = await idOf(world, unitLeder);
    const others = otherValues(ownerId);
    for (const field of fields.filter((one) => !['firstPriority', 'ownerId'].includes(one))) {
      const { status } = await patch({ [field]: others[field] });
      expect([field, status]).toEqual([field, 403]);
    }
    expect((await patch({ firstPriority: 'high', ownerId })).status).toBe(200);
    const { project } = await pageOf(world, projectId);
    expect([project.firstPriority, project.ownerId]).toEqual(['high', ownerId]);
  });
});
