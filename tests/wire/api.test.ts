import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Served } from '../worlds/api/apiWorld.ts';
import { aDaysWorld, callsOfADay } from './aDay.ts';
import { expectHeld, pathOf } from './fixture.ts';
import { heldOf, nameOf, noRoute, routeOf, routesOf } from './routes.ts';

const world = await aDaysWorld();
const routes = routesOf(world);
const isServed = async (method: string, url: string): Promise<boolean> => {
  const { status } = await world.call(method, url.replace(/:\w+/g, 'x'), { as: 'lead' });
  return status !== 405;
};
const calls = await callsOfADay(world);

/** What the fixtures are of: every route that does something, and what is none. */
const served: Served[] = [noRoute];
for (const { method, url } of routes) if (await isServed(method, url)) served.push({ method, url });
const names = served.map(nameOf);

const answersTo = (name: string): Promise<readonly unknown[]> =>
  Promise.all(calls.filter((one) => nameOf(routeOf(routes, one)) === name).map(heldOf));

describe('the API of today', () => {
  it.each(names)('%s is called, and answers as it did', async (name) => {
    const answers = await answersTo(name);
    expect(answers).not.toEqual([]);
    await expectHeld(`api/${name}`, answers);
  });

  it('has lost no route', () => {
    const held = readdirSync(dirname(pathOf('api/any'))).map((file) => file.replace('.json', ''));
    expect(held.sort()).toEqual([...names].sort());
  });

  it('says every status that it can say without a fault', () => {
    const statuses = new Set(calls.map(({ answered }) => answered.status));
    expect([...statuses].sort()).toEqual([
      200, 201, 400, 401, 403, 404, 405, 409, 413, 415, 422, 503,
    ]);
  });
});
