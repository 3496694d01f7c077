import { describe, expect, it } from 'vitest';
import { defaultImportWords } from '#shared/domain/importWords.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { type ApiWorld, anApiWorld, idOf } from '../worlds/api/apiWorld.ts';

const url = '/api/settings/import-words';
const more = (word: string) => ({
  ...defaultImportWords,
  area: {
    ...defaultImportWords.area,
    omsorg: [...(defaultImportWords.area['omsorg'] ?? []), word],
  },
});
const patch = (world: ApiWorld, body: unknown, as = 'consultant') =>
  world.call('PATCH', url, { as, body });

describe('the words of imported lists', () => {
  it('begin as a good set, and are the consultant’s to see and change', async () => {
    const world = anApiWorld();
    const seen = await world.call('GET', url, { as: 'consultant' });
    expect(seen.body.words).toEqual(defaultImportWords);
    for (const as of ['chef-omsorg', 'digitek', 'owner', 'leder', 'nobody']) {
      expect((await world.call('GET', url, { as })).status).toBe(403);
      const { revision } = seen.body;
      expect((await patch(world, { revision, words: more('X') }, as)).status).toBe(403);
    }
    expect(world.deps.stores.settings.rows.size).toBe(0);
  });

  it('are stored, tidied, in the settings list, with who did it', async () => {
    const world = anApiWorld();
    const { body } = await world.call('GET', url, { as: 'consultant' });
    const answer = await patch(world, {
      revision: body.revision,
      words: more('  Fjern   området '),
    });
    expect(answer.status).toBe(200);
    expect(settingsOf(world.deps.stores).importWords.area['omsorg']).toContain('Fjern området');
    const again = await patch(world, { revision: answer.body.revision, words: more('Andet') });
    expect(again.status).toBe(200);
    const row = world.deps.stores.settings.get('importWords');
    expect(row?.value.lastChange?.byId).toBe(idOf('consultant'));
  });

  it('are not overwritten by somebody who has not seen the latest', async () => {
    const world = anApiWorld();
    const { body } = await world.call('GET', url, { as: 'consultant' });
    await patch(world, { revision: body.revision, words: more('Et') });
    const late = await patch(world, { revision: body.revision, words: more('To') });
    expect(late.status).toBe(409);
    expect(late.body.current.words.area.omsorg).toContain('Et');
  });

  it.each([
    ['wordTwice', more('Socialområdet')],
    ['wordTooLong', more('x'.repeat(81))],
    [
      'tooMany',
      {
        ...more('a'),
        type: Object.fromEntries(
          ['digitek', 'skal', 'other'].map((one) => [
            one,
            Array.from({ length: 300 }, (_, at) => `${one} ${'y'.repeat(66)} ${at}`),
          ]),
        ),
      },
    ],
  ])('are refused in a sentence: %s', async (code, words) => {
    const world = anApiWorld();
    const { body } = await world.call('GET', url, { as: 'consultant' });
    const answer = await patch(world, { revision: body.revision, words });
    expect([answer.status, answer.body.error.code]).toEqual([422, code]);
    expect(answer.body.error.message).toMatch(/^[A-ZÆØÅ»].*\.$/);
  });
});
