import { existsSync, readFileSync } from 'node:fs';
import {
  SitesRequestBuilderNavigationMetadata,
  SitesRequestBuilderRequestsMetadata,
} from '@microsoft/msgraph-sdk-sites/sites/index.js';
import type { AnySchemaObject, ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../infra/tenant/graph/routes.ts';
import { broad } from '../../infra/tenant/graph/wire/access.ts';
import { asAdmin, bearer, GraphUnderTest, surroundings } from '../worlds/tenant/graphHarness.ts';

const schemaFile = new URL('../../../shared/truth/graph-schema.json', import.meta.url);
const permissionsFile = new URL('../../../shared/truth/graph-permissions.json', import.meta.url);
const absent = !existsSync(schemaFile) || !existsSync(permissionsFile);
if (absent) console.warn('Skipped: the official Graph descriptions are not here.');

function validators(): (type: string) => ValidateFunction {
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as AnySchemaObject;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ ...schema, $id: 'graph' });
  return (type) => {
    const found = ajv.getSchema(`graph#/$defs/microsoft.graph.${type}`);
    if (found === undefined) throw new Error(`The schema has no ${type}.`);
    return found as ValidateFunction;
  };
}

describe.skipIf(absent)('every answer fits the official schema', () => {
  const graph = new GraphUnderTest();
  let fits: (type: string, value: unknown) => void;
  let list = '';
  let site = '';

  beforeAll(async () => {
    const validate = validators();
    fits = (type, value) => {
      const check = validate(type);
      check(value);
      expect({ type, errors: check.errors ?? [] }).toEqual({ type, errors: [] });
    };
    await graph.start();
    list = await graph.aList('Truth');
    site = list.split('/lists/')[0] ?? '';
  });
  afterAll(() => graph.stop());

  const fitsAll = (type: string, values: readonly unknown[]) => {
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) fits(type, value);
  };

  it('sites, lists and columns', async () => {
    fits('site', (await graph.get(site)).body);
    fitsAll('list', (await graph.get(`${site}/lists?$expand=columns`)).body.value);
    fits('list', (await graph.get(list)).body);
    fitsAll('columnDefinition', (await graph.get(`${list}/columns`)).body.value);
    const admin = { authorization: asAdmin };
    const kinds = [
      { name: 'Price', currency: { locale: 'da-dk' } },
      { name: 'Link', hyperlinkOrPicture: {} },
      { name: 'Ref', lookup: { listId: list.split('/').at(-1), columnName: 'Title' } },
      { name: 'Sum', calculated: { formula: '=1', outputType: 'number' } },
    ];
    for (const kind of kinds) {
      const made = await graph.post(`${list}/columns`, kind, admin);
      expect(made.status).toBe(201);
      fits('columnDefinition', made.body);
      const changed = await graph.patch(
        `${list}/columns/${kind.name}`,
        { description: 'x' },
        admin,
      );
      fits('columnDefinition', changed.body);
    }
    fitsAll('permission', (await graph.get(`${site}/permissions`, admin)).body.value);
  });

  it('items, their fields, versions and changes', async () => {
    const made = await graph.post(`${list}/items`, { fields: { Title: 'T', Amount: 2 } });
    fits('listItem', made.body);
    const item = `${list}/items/${made.body.id}`;
    fits('listItem', (await graph.get(`${item}?$expand=fields`)).body);
    fits('fieldValueSet', (await graph.patch(`${item}/fields`, { Amount: 3 })).body);
    fits('fieldValueSet', (await graph.get(`${item}/fields`)).body);
    fits('listItem', (await graph.patch(item, { fields: { Amount: 4 } })).body);
    fitsAll('listItem', (await graph.get(`${list}/items?$expand=fields`)).body.value);
    fitsAll('listItemVersion', (await graph.get(`${item}/versions`)).body.value);
    fits('listItemVersion', (await graph.get(`${item}/versions/1.0`)).body);
    const first = await graph.get(`${list}/items/delta?$expand=fields`);
    fitsAll('listItem', first.body.value);
    await graph.delete(item);
    fitsAll('listItem', (await graph.get(first.body['@odata.deltaLink'])).body.value);
  });

  it('drives and files', async () => {
    fitsAll('drive', (await graph.get(`${site}/drives`)).body.value);
    const drive = await graph.get(`${site}/drive`);
    fits('drive', drive.body);
    const put = await graph.send('PUT', `${site}/drive/root:/a/b.txt:/content`, 'hej');
    expect(put.status).toBe(201);
    fits('driveItem', put.body);
    fitsAll('driveItem', (await graph.get(`${site}/drive/root/children`)).body.value);
    fits('driveItem', (await graph.get(`${site}/drive/root`)).body);
  });

  it('people, installations and subscriptions', async () => {
    fitsAll('user', (await graph.get('/users')).body.value);
    fits('user', (await graph.get(`/users/${surroundings.people[0].id}`)).body);
    const apps = { authorization: bearer(['TeamsAppInstallation.ReadForUser.All']) };
    const installed = await graph.get(
      `/users/${surroundings.people[0].id}/teamwork/installedApps?$expand=teamsApp`,
      apps,
    );
    fitsAll('userScopeTeamsAppInstallation', installed.body.value);
    graph.store.run(
      'INSERT INTO subscriptions (id, list, definition, expires) SELECT ?, seq, ?, ? FROM lists LIMIT 1',
      'one',
      JSON.stringify({ applicationId: '11111111-1111-4111-8111-111111111111' }),
      graph.clock.at + 1000,
    );
    fits('subscription', (await graph.get('/subscriptions/one')).body);
  });
});

type RequestsMetadata = Record<string, { uriTemplate: string } | undefined>;
type Navigation = Record<
  string,
  { requestsMetadata?: RequestsMetadata; navigationMetadata?: Navigation }
>;

/** `METHOD /path/{}` of everything that the official client can address below /sites. */
function officialRoutes(): ReadonlySet<string> {
  const found = new Set<string>();
  const walked = new Set<Navigation>();
  const add = (requests: RequestsMetadata | undefined) => {
    for (const [method, one] of Object.entries(requests ?? {})) {
      found.add(`${method.toUpperCase()} ${plain(String(one?.uriTemplate))}`);
    }
  };
  const walk = (navigation: Navigation | undefined) => {
    if (navigation === undefined || walked.has(navigation)) return;
    walked.add(navigation);
    for (const one of Object.values(navigation)) {
      add(one.requestsMetadata);
      walk(one.navigationMetadata);
    }
  };
  add(SitesRequestBuilderRequestsMetadata as unknown as RequestsMetadata);
  walk(SitesRequestBuilderNavigationMetadata as unknown as Navigation);
  return found;
}

const plain = (template: string): string =>
  template
    .replace('{+baseurl}', '')
    .replace(/\{\?.*$/, '')
    .replaceAll(/\{[^}]*\}/g, '{}');

/** Documented forms of an address that the client's table writes in another way. */
const otherForms: Readonly<Record<string, string>> = {
  'GET /sites/{}/lists/{}/items/delta': 'GET /sites/{}/lists/{}/items/delta()',
};

describe('every route is one that Graph has', () => {
  it('below /sites: in the tables of the official client', () => {
    const official = officialRoutes();
    expect(official.size).toBeGreaterThan(500);
    const ours = routes
      .filter((one) => one.path.startsWith('/sites/'))
      .map((one) => `${one.method} ${plain(one.path)}`)
      // What stands inside a drive belongs to another package; it is held against the other table.
      .filter((address) => !/\/(drive|driveItem)\//.test(address));
    expect(ours.length).toBeGreaterThan(20);
    const unknown = ours.filter((address) => !official.has(otherForms[address] ?? address));
    expect(unknown).toEqual([]);
  });

  it.skipIf(absent)('asks for permissions that the public table names', () => {
    const table = JSON.parse(readFileSync(permissionsFile, 'utf8')) as Record<
      string,
      Record<string, { Application?: string[] } | undefined>
    >;
    const known = new Map(
      Object.entries(table).map(([path, methods]) => [
        path.replaceAll(/\{[^}]*\}/g, '{}').toLowerCase(),
        methods,
      ]),
    );
    let compared = 0;
    for (const route of routes) {
      const entry = known.get(plain(route.path).toLowerCase())?.[route.method]?.Application;
      if (entry === undefined || route.need === 'none') continue;
      compared += 1;
      const named = entry.map((permission) => permission.replace(' *', ''));
      const least = entry.filter((one) => one.endsWith('*')).map((one) => one.replace(' *', ''));
      const ours = broad[route.need];
      const address = `${route.method} ${route.path}`;
      expect(least.filter((one) => ours.includes(one)).length, address).toBeGreaterThan(0);
      // Manage and FullControl hold everything that ReadWrite holds, whether the table says so or not.
      const wider = ['Sites.Manage.All', 'Sites.FullControl.All'];
      const extra = ours.filter((one) => !named.includes(one) && !wider.includes(one));
      expect({ address, extra }).toEqual({ address, extra: [] });
    }
    expect(compared).toBeGreaterThan(20);
  });
});
