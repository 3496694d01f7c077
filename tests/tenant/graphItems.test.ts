import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAdmin, GraphUnderTest, siteAddress } from '../worlds/tenant/graphHarness.ts';

const graph = new GraphUnderTest();
let list = '';

beforeAll(async () => {
  await graph.start();
  list = await graph.aList();
});
afterAll(() => graph.stop());

const add = (fields: object) => graph.post(`${list}/items`, { fields });

describe('sites and lists', () => {
  it('finds the site by host and path, and by its id', async () => {
    const byPath = await graph.get(`/sites/${siteAddress}`);
    expect(byPath.status).toBe(200);
    expect(byPath.body.id).toMatch(/^kommune\.sharepoint\.example,[0-9a-f-]{36},[0-9a-f-]{36}$/);
    expect((await graph.get(`/sites/${byPath.body.id}`)).body.id).toBe(byPath.body.id);
    expect((await graph.get(`/sites/${encodeURIComponent(byPath.body.id)}/lists`)).status).toBe(
      200,
    );
    const lists = await graph.get(`/sites/${siteAddress}:/lists`);
    const names = lists.body.value.map((one: { name: string }) => one.name);
    expect(names).toEqual(['Delte dokumenter', 'Projects']);
    expect((await graph.get('/sites/other.example:/sites/x')).status).toBe(404);
  });

  it('makes, finds, renames and deletes a list', async () => {
    const address = await graph.aList('Møder', [{ name: 'When', dateTime: {} }]);
    const site = address.split('/lists/')[0] ?? '';
    const columns = await graph.get(`${address}/columns`);
    const names = columns.body.value.map((column: { name: string }) => column.name);
    expect(names).toContain('When');
    expect(names).toContain('Title');
    const byTitle = await graph.get(`${site}/lists/${encodeURIComponent('Møder')}?$expand=columns`);
    expect(byTitle.body.columns).toHaveLength(columns.body.value.length);
    const filtered = await graph.get(`${site}/lists?$filter=displayName eq 'Møder'&$select=id`);
    expect(filtered.body.value).toEqual([expect.objectContaining({ id: byTitle.body.id })]);
    const again = await graph.post(
      `${site}/lists`,
      { displayName: 'Møder' },
      { authorization: asAdmin },
    );
    expect(again.status).toBe(409);
    const renamed = await graph.patch(
      address,
      { displayName: 'Mødekalender' },
      { authorization: asAdmin },
    );
    expect(renamed.body.displayName).toBe('Mødekalender');
    expect((await graph.delete(address, { authorization: asAdmin })).status).toBe(204);
    expect((await graph.get(address)).status).toBe(404);
  });

  it('refuses a list whose columns are wrong, and leaves nothing of it', async () => {
    const site = list.split('/lists/')[0] ?? '';
    const body = { displayName: 'Halv', columns: [{ name: 'A', text: {} }, { name: 'B' }] };
    expect((await graph.post(`${site}/lists`, body, { authorization: asAdmin })).status).toBe(400);
    expect((await graph.get(`${site}/lists/Halv`)).status).toBe(404);
  });
});

describe('columns', () => {
  const column = (body: object) => graph.post(`${list}/columns`, body, { authorization: asAdmin });

  it('demands exactly one facet, and an index under a unique column', async () => {
    expect((await column({ name: 'None' })).status).toBe(400);
    expect((await column({ name: 'Two', text: {}, number: {} })).status).toBe(400);
    expect((await column({ name: 'U', text: {}, enforceUniqueValues: true })).status).toBe(400);
    expect((await column({ name: 'Odd', text: {}, colour: 'red' })).status).toBe(400);
    expect((await column({ name: 'Key', text: {} })).status).toBe(409);
  });

  it('encodes Danish letters in an internal name', async () => {
    const made = await column({ name: 'Område', text: {} });
    expect(made.body.name).toBe('Omr_x00e5_de');
    expect(made.body.displayName).toBe('Område');
    expect(
      (await graph.delete(`${list}/columns/${made.body.id}`, { authorization: asAdmin })).status,
    ).toBe(204);
  });

  it('indexes a column later, but not uniquely over duplicates', async () => {
    const address = await graph.aList('Later', [{ name: 'Code', text: {} }]);
    for (const code of ['x', 'X', 'y']) {
      await graph.post(`${address}/items`, { fields: { Code: code } });
    }
    const filter = `${address}/items?$filter=fields/Code eq 'x'`;
    expect((await graph.get(filter)).status).toBe(400);
    const change = (body: object) =>
      graph.patch(`${address}/columns/Code`, body, { authorization: asAdmin });
    expect((await change({ indexed: true, enforceUniqueValues: true })).status).toBe(400);
    expect((await change({ indexed: true })).body.indexed).toBe(true);
    expect((await graph.get(filter)).body.value).toHaveLength(2);
    expect((await change({ number: {} })).status).toBe(400);
  });
});

describe('items', () => {
  it('makes, reads, changes and deletes', async () => {
    const made = await add({ Key: 'crud', Title: 'A', Amount: 12.5, Active: true });
    expect(made.status).toBe(201);
    expect(made.body.fields).toMatchObject({ Key: 'crud', Amount: 12.5, id: made.body.id });
    expect(made.body.createdBy.application.displayName).toBe('Server');
    expect(made.body.createdDateTime).toBe('2026-11-22T09:30:15Z');
    expect(made.body.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
    const item = `${list}/items/${made.body.id}`;
    expect((await graph.get(item)).body.fields).toBeUndefined();
    const changed = await graph.patch(`${item}/fields`, { Amount: 13, Title: null });
    expect(changed.status).toBe(200);
    expect(changed.body.Amount).toBe(13);
    expect(changed.body.Title).toBeUndefined();
    const read = await graph.get(`${item}?$expand=fields($select=Amount,Key)`);
    expect(read.body.eTag).toMatch(/,2"$/);
    expect(read.body.fields).toEqual({ '@odata.etag': read.body.eTag, Amount: 13, Key: 'crud' });
    const versions = await graph.get(`${item}/versions`);
    expect(versions.body.value.map((one: { id: string }) => one.id)).toEqual(['2.0', '1.0']);
    expect(versions.body.value[1].fields.Amount).toBe(12.5);
    expect((await graph.delete(item)).status).toBe(204);
    expect((await graph.get(item)).status).toBe(404);
    expect((await add({ Key: 'crud' })).status).toBe(201);
  });

  it('answers 412 to a stale ETag on both addresses; without one the last write wins', async () => {
    const made = await add({ Key: 'etag' });
    const item = `${list}/items/${made.body.id}`;
    const first = made.body.eTag as string;
    const ok = await graph.patch(`${item}/fields`, { Amount: 1 }, { 'if-match': first });
    expect(ok.status).toBe(200);
    const stale = await graph.patch(`${item}/fields`, { Amount: 2 }, { 'if-match': first });
    expect(stale.status).toBe(412);
    expect(stale.body.error.code).toBe('resourceModified');
    expect((await graph.patch(item, { fields: { Amount: 2 } }, { 'if-match': first })).status).toBe(
      412,
    );
    expect((await graph.delete(item, { 'if-match': first })).status).toBe(412);
    expect((await graph.patch(`${item}/fields`, { Amount: 3 })).body.Amount).toBe(3);
    const bare = (await graph.get(item)).body.eTag.replaceAll('"', '');
    expect((await graph.patch(`${item}/fields`, { Amount: 4 }, { 'if-match': bare })).status).toBe(
      200,
    );
  });

  it('lets only one item have a value of a unique column, whatever its case', async () => {
    const race = await Promise.all(
      Array.from({ length: 10 }, (_, n) => add({ Key: n % 2 === 0 ? 'only' : 'ONLY' })),
    );
    expect(race.filter((one) => one.status === 201)).toHaveLength(1);
    expect(race.find((one) => one.status !== 201)?.body.error.message).toContain('[Key]');
    const other = await add({ Key: 'other' });
    const taken = await graph.patch(`${list}/items/${other.body.id}/fields`, { Key: 'only' });
    expect(taken.status).toBe(400);
    expect((await add({ Title: 'no key' })).status).toBe(201);
    expect((await add({ Title: 'no key either' })).status).toBe(201);
  });

  it.each([
    ['a single line over 255', { Plain: 'x'.repeat(256) }],
    ['several lines over 63,999', { Note: 'x'.repeat(64_000) }],
    ['text in a number', { Amount: '12' }],
    ['a number in text', { Plain: 12 }],
    ['text in a boolean', { Active: 'true' }],
    ['nonsense in a date', { Due: 'tomorrow' }],
    ['an unknown field', { Nope: 1 }],
    ['a read-only field', { Created: '2026-01-01T00:00:00Z' }],
    ['a person as an object', { Owner: { email: 'a@b.c' } }],
    ['a person by no id', { OwnerLookupId: 'abc' }],
    ['choices without their annotation', { Tags: ['a'] }],
  ])('refuses %s', async (_, fields) => {
    const answer = await add(fields);
    expect(answer.status).toBe(400);
    expect(answer.body.error.code).toBe('invalidRequest');
  });

  it('takes what SharePoint takes', async () => {
    const made = await add({
      Plain: 'x'.repeat(255),
      Note: 'x'.repeat(63_999),
      Phase: 'never heard of',
      OwnerLookupId: 12,
      Due: '2026-03-01T10:00:00+01:00',
      'Tags@odata.type': 'Collection(Edm.String)',
      Tags: ['a', 'b'],
      Secret: 'hidden',
    });
    expect(made.status).toBe(201);
    expect(made.body.fields).toMatchObject({
      Phase: 'never heard of',
      OwnerLookupId: '12',
      Due: '2026-03-01T09:00:00Z',
      Tags: ['a', 'b'],
    });
    expect(made.body.fields.Secret).toBeUndefined();
    const item = `${list}/items/${made.body.id}`;
    expect((await graph.get(`${item}?$expand=fields`)).body.fields.Secret).toBeUndefined();
    const named = await graph.get(`${item}?expand=fields(select=Secret)`);
    expect(named.body.fields.Secret).toBe('hidden');
  });
});

describe('queries', () => {
  let address = '';
  beforeAll(async () => {
    address = await graph.aList('Many');
    for (let start = 0; start < 450; start += 20) {
      const requests = Array.from({ length: Math.min(20, 450 - start) }, (_, n) => ({
        id: String(n),
        method: 'POST',
        url: `${address}/items`,
        headers: { 'Content-Type': 'application/json' },
        body: {
          fields: {
            Key: `key-${start + n}`,
            Amount: start + n,
            Plain: String((start + n) % 3),
            ...((start + n) % 2 === 0 ? { Phase: 'idea' } : {}),
          },
        },
      }));
      await graph.post('/$batch', { requests });
    }
  });

  const count = async (filter: string, headers = {}) => {
    const answer = await graph.get(
      `${address}/items?$top=5000&$filter=${encodeURIComponent(filter)}`,
      headers,
    );
    return answer.status === 200 ? answer.body.value.length : answer.body.error.message;
  };

  it('pages by 200 with an opaque link that keeps the options', async () => {
    const sizes: number[] = [];
    const ids = new Set<string>();
    let url: string | undefined = `${address}/items?$expand=fields($select=Key)&$select=id`;
    while (url !== undefined) {
      const page = await graph.get(url);
      sizes.push(page.body.value.length);
      for (const item of page.body.value) {
        ids.add(item.id);
        expect(item.fields.Key).toBe(`key-${Number(item.id) - 1}`);
        expect(item.webUrl).toBeUndefined();
      }
      url = page.body['@odata.nextLink'];
    }
    expect(sizes).toEqual([200, 200, 50]);
    expect(ids.size).toBe(450);
  });

  it.each([
    ["fields/Key eq 'KEY-7'", 1],
    ["startswith(fields/Key,'key-1')", 111],
    ['fields/Amount ge 10 and fields/Amount lt 20', 10],
    ['fields/Amount ne 3', 449],
    ["fields/Phase eq 'idea'", 225],
    ['fields/Phase eq null', 225],
    ['fields/Phase ne null', 225],
    ["fields/Phase ne 'idea'", 225],
    ['fields/id gt 440', 10],
    ["fields/Key eq 'it''s'", 0],
    ['fields/Due gt 2026-01-01T00:00:00Z', 0],
  ])('filters on one indexed field: %s', async (filter, expected) => {
    expect(await count(filter)).toBe(expected);
  });

  it('pages a filter too', async () => {
    const filter = encodeURIComponent("fields/Phase eq 'idea'");
    const first = await graph.get(`${address}/items?$filter=${filter}`);
    expect(first.body.value).toHaveLength(200);
    expect((await graph.get(first.body['@odata.nextLink'])).body.value).toHaveLength(25);
  });

  it('says no to a field without an index, unless the caller takes the risk', async () => {
    const filter = "fields/Plain eq '1'";
    expect(await count(filter)).toContain(
      "Field 'Plain' cannot be referenced in filter or orderby as it is not indexed",
    );
    expect(await count(filter, { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' })).toBe(
      150,
    );
  });

  it('says no to two fields, to or, and to options that items do not have', async () => {
    expect(await count("fields/Phase eq 'idea' and fields/Amount gt 3")).toContain('one indexed');
    expect(await count("fields/Phase eq 'idea' or fields/Phase eq 'x'")).toContain(
      'Invalid filter',
    );
    expect(await count("contains(fields/Key,'1')")).toContain('Invalid filter');
    for (const option of [
      '$count=true',
      '$search=a',
      '$skip=1',
      '$orderby=fields/Key',
      '$apply=x',
    ]) {
      expect((await graph.get(`${address}/items?${option}`)).status, option).toBe(400);
    }
    for (const option of ['$top=0', '$top=x', '$skiptoken=zzz', '$expand=nothing']) {
      expect((await graph.get(`${address}/items?${option}`)).status, option).toBe(400);
    }
  });
});
