import { describe, expect, it } from 'vitest';
import type { BoardReply, MeReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import { type Route, routes } from '#shared/contract/routes.ts';
import type { Handler } from '../../bot/api/context.ts';
import { createApi, type ReadReply } from '../../tabs/remote/api.ts';
import { anApiWorld } from '../worlds/api/apiWorld.ts';

const asked: string[] = [];
const api = createApi(
  async () => 'token',
  async (path, init) => {
    asked.push(`${init?.method} ${path}`);
    return Response.json({});
  },
);

describe('the table of the API', () => {
  it('is what the server answers', async () => {
    const { app } = anApiWorld();
    await app.ready();
    for (const route of Object.keys(routes)) {
      const [method = '', url = ''] = route.split(' ');
      expect(app.hasRoute({ method: method as 'GET', url }), route).toBe(true);
    }
  });

  it('fills the blanks of a path with what an address can hold', () => {
    expect(at('GET /api/board')).toBe('GET /api/board');
    expect(at('PUT /api/projects/:id/steps/:code', { id: 'a/b c', code: 'ideaMeeting' })).toBe(
      'PUT /api/projects/a%2Fb%20c/steps/ideaMeeting',
    );
    expect(at('GET /api/requests', {}, 'waitingFor=me')).toBe('GET /api/requests?waitingFor=me');
    // @ts-expect-error: there is no such path
    at('GET /api/bord');
    // @ts-expect-error: it is posted, not put
    at('PUT /api/projects');
    // @ts-expect-error: which project
    at('GET /api/projects/:id');
    // @ts-expect-error: which step
    at('PUT /api/projects/:id/steps/:code', { id: 'p1' });
    // @ts-expect-error: it has no such blank
    at('GET /api/projects/:id', { code: 'p1' });
  });

  it('says what is read', async () => {
    const me: ReadReply<MeReply, never> = await api.read(at('GET /api/me'));
    // @ts-expect-error: who one is, is not the board
    const board: ReadReply<BoardReply, never> = await api.read(at('GET /api/me'));
    expect([me.type, board.type]).toEqual(['done', 'done']);
    // @ts-expect-error: no address of ours
    await api.read('GET /api/me');
    // @ts-expect-error: what is written is sent
    await api.read(at('POST /api/projects'));
    // @ts-expect-error: a workbook is kept, not read
    await api.read(at('GET /api/board/export'));
    // @ts-expect-error: the board is read, not kept
    await api.file(at('GET /api/board'));
  });

  it('says what is sent', async () => {
    asked.length = 0;
    const project = { id: 'p1' };
    await api.send(at('PATCH /api/projects/:id', project), { revision: '1', changes: {} });
    // @ts-expect-error: on which revision
    await api.send(at('PATCH /api/projects/:id', project), { changes: {} });
    // @ts-expect-error: no such gate
    await api.send(at('POST /api/projects/:id/requests', project), { gate: 'gate4' });
    // @ts-expect-error: an answer says what is chosen
    await api.send(at('POST /api/requests/:id/answer', project), { type: 'choose' });
    // @ts-expect-error: what is read is not sent
    await api.send(at('GET /api/projects/:id', project), {});
    expect(asked[0]).toBe('PATCH /api/projects/p1');
  });

  it('says what a handler answers', () => {
    // @ts-expect-error: people are people
    const wrong: Handler<'GET /api/people'> = () => () => ({ entries: [], holds: true });
    // @ts-expect-error: a request's address has no step in it
    const blank: Handler<'GET /api/requests/:id'> = () => (turn) => turn.idIn('code', '');
    // @ts-expect-error: one route is missing, which is all of them
    const none: { readonly [R in Route]: Handler<R> } = {};
    expect([wrong, blank, none]).toHaveLength(3);
  });
});
