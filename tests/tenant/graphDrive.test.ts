import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asAdmin,
  asServer,
  bearer,
  GraphUnderTest,
  siteAddress,
} from '../worlds/tenant/graphHarness.ts';

const graph = new GraphUnderTest();
let drive = '';
let list = '';

beforeAll(async () => {
  await graph.start();
  const site = `/sites/${(await graph.get(`/sites/${siteAddress}`)).body.id}`;
  const made = await graph.post(
    `${site}/lists`,
    {
      displayName: 'Documents',
      list: { template: 'documentLibrary' },
      columns: [{ name: 'ProjectId', text: {}, indexed: true }],
    },
    { authorization: asAdmin },
  );
  list = `${site}/lists/${made.body.id}`;
  drive = `/drives/${(await graph.get(`${list}/drive`)).body.id}`;
});
afterAll(() => graph.stop());

const text = { 'content-type': 'text/plain' };
const put = (path: string, content: string, headers = {}) =>
  graph.send('PUT', `${drive}/root:/${path}:/content`, content, { ...text, ...headers });

describe('document libraries', () => {
  it('stores, reads, replaces and deletes a file, which is a list item too', async () => {
    const made = await put('Projekt 1/Referat.txt', 'første');
    expect(made.status).toBe(201);
    expect(made.body.parentReference.path).toMatch(/root:\/Projekt%201$/);
    const read = await graph.get(`${drive}/root:/Projekt%201/Referat.txt:/content`);
    expect([read.status, read.body]).toEqual([200, 'første']);
    expect(read.headers.get('content-type')).toBe('text/plain');
    const again = await put('Projekt 1/Referat.txt', 'anden udgave');
    expect([again.status, again.body.id]).toEqual([200, made.body.id]);
    expect(again.body.eTag).not.toBe(made.body.eTag);
    const items = await graph.get(`${list}/items?$expand=fields`);
    const item = items.body.value.find(
      (one: { fields: { FileLeafRef: string } }) => one.fields.FileLeafRef === 'Referat.txt',
    );
    expect(item.contentType.name).toBe('Document');
    await graph.patch(`${list}/items/${item.id}/fields`, { ProjectId: 'p1' });
    const found = await graph.get(`${list}/items?$filter=fields/ProjectId eq 'p1'`);
    expect(found.body.value).toHaveLength(1);
    expect((await graph.get(`${list}/items/${item.id}/driveItem`)).body.id).toBe(made.body.id);
    expect((await graph.get(`${drive}/root/children`)).body.value[0].folder.childCount).toBe(1);
    expect((await graph.delete(`${drive}/items/${made.body.id}`)).status).toBe(204);
    expect((await graph.get(`${drive}/items/${made.body.id}`)).status).toBe(404);
    expect((await graph.get(`${list}/items/${item.id}`)).status).toBe(404);
  });

  it('keeps to conflict behaviour and If-Match', async () => {
    const first = await put('Plan.docx', 'a');
    const at = (behavior: string) =>
      `${drive}/root:/Plan.docx:/content?@microsoft.graph.conflictBehavior=${behavior}`;
    expect((await graph.send('PUT', at('fail'), 'b', text)).status).toBe(409);
    const renamed = await graph.send('PUT', at('rename'), 'b', text);
    expect(renamed.body.name).toBe('Plan 1.docx');
    expect((await put('Plan.docx', 'c', { 'if-match': first.body.eTag })).status).toBe(200);
    expect((await put('Plan.docx', 'd', { 'if-match': first.body.eTag })).status).toBe(412);
    expect(
      (await graph.delete(`${drive}/items/${first.body.id}`, { 'if-match': first.body.eTag }))
        .status,
    ).toBe(412);
    expect((await put('bad|name.txt', 'x')).status).toBe(400);
  });

  it('takes a big file in pieces, in order', async () => {
    const content = randomBytes(327_680 * 2 + 1000);
    const session = await graph.post(`${drive}/root:/Stor.bin:/createUploadSession`, {
      item: { '@microsoft.graph.conflictBehavior': 'fail' },
    });
    const piece = async (start: number, end: number) => {
      const answer = await fetch(session.body.uploadUrl, {
        method: 'PUT',
        headers: { 'content-range': `bytes ${start}-${end - 1}/${content.length}` },
        body: new Uint8Array(content.subarray(start, end)),
      });
      return { status: answer.status, body: JSON.parse(await answer.text()) };
    };
    expect((await piece(0, 1000)).status).toBe(400);
    expect((await piece(327_680, 655_360)).status).toBe(416);
    const first = await piece(0, 327_680);
    expect([first.status, first.body.nextExpectedRanges]).toEqual([202, ['327680-']]);
    expect((await piece(327_680, 655_360)).status).toBe(202);
    const last = await piece(655_360, content.length);
    expect([last.status, last.body.size]).toEqual([201, content.length]);
    const read = await fetch(`${graph.base}${drive}/items/${last.body.id}/content`, {
      headers: { authorization: asServer },
    });
    expect(Buffer.from(await read.arrayBuffer()).equals(content)).toBe(true);
    expect((await piece(0, 327_680)).status).toBe(404);
  });

  it('gives a file to nobody without the right, or with a forged address', async () => {
    const made = await put('Hemmelig.txt', 'x');
    const address = `${drive}/items/${made.body.id}/content`;
    expect((await graph.get(address, { authorization: bearer([]) })).status).toBe(403);
    const url = new URL(made.body['@microsoft.graph.downloadUrl']);
    expect((await fetch(url)).status).toBe(200);
    url.searchParams.set('tempauth', `${Date.now() + 1000}.forged`);
    expect((await fetch(url)).status).toBe(401);
  });
});
