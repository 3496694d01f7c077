import { afterEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '#shared/useCases/ports.ts';
import { createServer } from '../../bot/http/server.ts';

afterEach(() => vi.restoreAllMocks());

const told = async (method: 'GET' | 'POST', outcome: string): Promise<string> => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const app = createServer({ teamsOrigins: [] });
  app.route({
    method,
    url: '/matter',
    handler: () => Promise.reject(new Fault('graph.unavailable', { outcome })),
  });
  const answer = await app.inject({ method, url: '/matter' });
  expect(answer.statusCode).toBe(503);
  return answer.json().error.message;
};

describe('when the lists fail, the tab is told', () => {
  it('that nothing is stored, only of what never went out', async () => {
    expect(await told('POST', 'notSent')).toContain('Intet er gemt');
  });

  it.each(['unknown', 'notDone'])(
    'that nobody knows, when it may be there (%s)',
    async (outcome) => {
      const words = await told('POST', outcome);
      expect(words).toContain('vi ved ikke, om det blev gemt');
      expect(words).not.toContain('Intet er gemt');
    },
  );

  it('nothing of storing that did not take place', async () => {
    expect(await told('GET', 'unknown')).toContain('Vi kan ikke nå listerne');
  });
});
