import { expect, it } from 'vitest';
import { cardAction } from '#shared/contract/cardActions.ts';
import { execute } from '../../bot/cards/elements.ts';

const about = { requestId: 'r1', revision: 3 };

/** What the bot reads of a press on the button. */
const isRead = ({ verb, data }: ReturnType<typeof execute>): boolean =>
  cardAction.safeParse({ ...Object(data), verb }).success;

it('lets a button send what the bot reads', () => {
  expect(isRead(execute('Løft', 'lift', about))).toBe(true);
  expect(isRead(execute('Send igen', 'sendAgain', { personId: 'p1' }))).toBe(true);
});

it('does not compile a verb that nobody handles', () => {
  // @ts-expect-error: there is no such verb
  expect(isRead(execute('Løft', 'lyft', about))).toBe(false);
});

it('does not compile a button that lacks what its verb needs', () => {
  // @ts-expect-error: which request
  expect(isRead(execute('Løft', 'lift', {}))).toBe(false);
  // @ts-expect-error: which outcome
  expect(isRead(execute('Stop', 'choose', about))).toBe(false);
  // @ts-expect-error: an outcome that is none
  expect(isRead(execute('Stop', 'choose', { ...about, outcome: 'stopp' }))).toBe(false);
});

it("does not compile another verb's field, which the bot would drop unread", () => {
  // @ts-expect-error: a lift has no outcome
  const lift = execute('Løft', 'lift', { ...about, outcome: 'stop' });
  expect(cardAction.parse({ ...Object(lift.data), verb: lift.verb })).not.toHaveProperty('outcome');
  // @ts-expect-error: a story is no request
  expect(isRead(execute('Stop', 'stopStory', about))).toBe(false);
});
