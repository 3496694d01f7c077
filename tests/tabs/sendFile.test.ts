import { expect, it } from 'vitest';
import { at } from '#shared/contract/at.ts';
import { createApi } from '../../tabs/remote/api.ts';
import { aPng } from '../builders/pictures.ts';

it('sends a file as it is, and again with a new token', async () => {
  const sent: RequestInit[] = [];
  const fetcher: typeof fetch = async (_path, init) => {
    sent.push(init ?? {});
    return sent.length === 1
      ? new Response(null, { status: 401 })
      : Response.json({ id: 'x.png' }, { status: 201 });
  };
  const picture = new Blob([new Uint8Array(aPng(2, 2))], { type: 'image/png' });
  const api = createApi(async (renew) => (renew ? 'new' : 'old'), fetcher);
  const reply = await api.send(at('POST /api/stories/pictures'), picture);
  expect(reply).toMatchObject({ type: 'done', value: { id: 'x.png' } });
  expect(sent).toHaveLength(2);
  for (const { body, headers } of sent) {
    expect(body).toBe(picture);
    expect(headers).toMatchObject({ 'Content-Type': 'image/png' });
  }
  expect(sent[1]?.headers).toMatchObject({ Authorization: 'Bearer new' });
});
