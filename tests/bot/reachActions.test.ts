import { afterEach, expect, it, vi } from 'vitest';
import { Fault } from '#shared/useCases/ports.ts';
import { acted } from '../../bot/turn/actions.ts';
import { reachKind } from '../../bot/turn/reachActions.ts';
import { actor } from '../builders/portfolio.ts';
import { fakeBot } from '../worlds/bot/parts.ts';

afterEach(() => vi.restoreAllMocks());

const press = {
  actor: actor('consultant'),
  teamsUserId: '29:consultant',
  conversationId: 'a:consultant',
  action: { verb: 'sendAgain', personId: 'chef-omsorg' },
} as const;

it.each([
  ['was never sent', { outcome: 'notSent' }, /Intet er ændret/],
  ['may have come through', { outcome: 'unknown' }, /Jeg ved ikke, om kortene blev sendt/],
])('says of a resend that %s only what is known', async (_what, context, words) => {
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  const { parts } = fakeBot();
  const resend = () => Promise.reject(new Fault('graph.unavailable', context));
  const { shown, rest } = await acted({ ...parts, resend }, reachKind, press);
  expect(rest).toBeNull();
  expect(shown).toMatchObject({ type: 'word', text: expect.stringMatching(words) });
});
