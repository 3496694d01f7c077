import '@microsoft/msgraph-sdk-sites';
import { createGraphServiceClient, GraphRequestAdapter } from '@microsoft/msgraph-sdk';
import type { ListItem } from '@microsoft/msgraph-sdk/models/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAdmin, GraphUnderTest, siteAddress } from '../worlds/tenant/graphHarness.ts';

const graph = new GraphUnderTest();
beforeAll(() => graph.start());
afterAll(() => graph.stop());

type Sites = ReturnType<typeof createGraphServiceClient>['sites'];

function client(): Sites {
  const adapter = new GraphRequestAdapter({
    authenticateRequest: (request) => {
      request.headers.add('Authorization', asAdmin);
      return Promise.resolve();
    },
  });
  adapter.baseUrl = graph.base;
  return createGraphServiceClient(adapter).sites;
}

const fields = (values: Record<string, unknown>): ListItem => ({
  fields: { additionalData: values },
});

describe("Microsoft's own client", () => {
  it('makes a list and makes, reads, changes, pages and deletes its items', async () => {
    const site = await client().bySiteId(siteAddress.replace(':/', ':/')).get();
    const one = client().bySiteId(site?.id ?? '');
    const made = await one.lists.post({
      displayName: 'Kiota',
      columns: [
        { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
        { name: 'Amount', number: {} },
      ],
      list: { template: 'genericList' },
    });
    const list = one.lists.byListId(made?.id ?? '');
    for (let number = 0; number < 7; number += 1) {
      await list.items.post(fields({ Key: `k${number}`, Amount: number }));
    }
    const first = await list.items.get({ queryParameters: { top: 5, expand: ['fields'] } });
    expect(first?.value).toHaveLength(5);
    const rest = await list.items.withUrl(first?.odataNextLink ?? '').get();
    expect(rest?.value?.map((item) => item.fields?.additionalData?.['Key'])).toEqual(['k5', 'k6']);
    const filtered = await list.items.get({
      queryParameters: { filter: "fields/Key eq 'k3'", expand: ['fields'] },
    });
    const item = list.items.byListItemId(filtered?.value?.[0]?.id ?? '');
    const changed = await item.fields.patch({ additionalData: { Amount: 33 } });
    expect(changed?.additionalData?.['Amount']).toBe(33);
    const read = await item.get({ queryParameters: { expand: ['fields'] } });
    expect(read?.fields?.additionalData?.['Amount']).toBe(33);
    expect((await item.versions.get())?.value).toHaveLength(2);
    await item.delete();
    await expect(item.get()).rejects.toMatchObject({ responseStatusCode: 404 });
    await expect(list.items.post(fields({ Key: 'k5' }))).rejects.toMatchObject({
      responseStatusCode: 400,
    });
    const delta = await list.items.delta.get();
    expect(delta?.value).toHaveLength(6);
    const token = new URL(delta?.odataDeltaLink ?? '').searchParams.get('token') ?? '';
    await list.items.post(fields({ Key: 'k9' }));
    expect((await list.items.deltaWithToken(token).get())?.value).toHaveLength(1);
    await list.delete();
    await expect(list.get()).rejects.toMatchObject({ responseStatusCode: 404 });
  });
});
