import type { Locator } from 'playwright-core';
import { until } from './portfolio.ts';
import type { Activity, Pressed, World } from './world.ts';

type Action = { readonly title: string; readonly verb: string; readonly data: object };

const actionsIn = (value: unknown): readonly Action[] => {
  if (Array.isArray(value)) return value.flatMap(actionsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type } = value as { type?: unknown };
  const inside = Object.entries(value).flatMap(([name, each]) =>
    name === 'fallback' ? [] : actionsIn(each),
  );
  return type === 'Action.Execute' && 'title' in value ? [value as Action, ...inside] : inside;
};

/** The titles of a card's buttons that send something, in order. */
export const labelsOf = (card: unknown): readonly string[] =>
  actionsIn(card).map(({ title }) => title);

/** The newest card about a request in somebody's chat, once it is there. */
export const newestCard = async (
  world: World,
  alias: string,
  requestId: string,
  kind: 'personal' | 'groupChat' = 'personal',
): Promise<Activity> => {
  let card: Activity | undefined;
  await until(async () => {
    card = (await world.cardsAbout(alias, requestId, kind)).at(-1);
    return card !== undefined;
  });
  if (!card) throw new Error(`${alias} has no card about ${requestId}.`);
  return card;
};

/** Presses a button that the card really has, with what was typed in its field. */
export const pressLabel = (
  world: World,
  alias: string,
  activity: Activity,
  label: string,
  comment = '',
): Promise<Pressed> => {
  const action = actionsIn(activity.card).find(({ title }) => title === label);
  if (!action)
    throw new Error(`No »${label}« on the card; it has ${labelsOf(activity.card).join(', ')}.`);
  return world.press(alias, activity.id, action.verb, { ...action.data, comment });
};

/**
 * Waits until a card in an open chat is drawn as it will stay: the server has sent all it has to
 * send, and the page shows what Teams holds. After a press the server draws the card anew, for the
 * person's other devices too, and what was typed or answered on the picture before is gone with it.
 */
export const still = async (world: World, card: Locator): Promise<void> => {
  await card.waitFor();
  await until(async () => (await world.undelivered()) === 0);
  const message = card.locator('xpath=ancestor::li[@data-activity]');
  const id = await message.getAttribute('data-activity');
  const { activities } = await world.chatIn(card.page());
  const { editedTimestamp = '', ownView } = activities.find((one) => one.id === id) ?? {};
  const drawn = `[data-edited="${editedTimestamp}"][data-own-view="${ownView}"]`;
  await card.page().locator(`[data-activity="${id}"]${drawn}`).waitFor();
};

/** The card that a press was answered with, to be pressed on. */
export const cardIn = (activity: Activity, pressed: Pressed): Activity => {
  const find = (value: unknown): Record<string, unknown> | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    if ((value as { type?: unknown }).type === 'AdaptiveCard')
      return value as Record<string, unknown>;
    for (const each of Object.values(value)) {
      const found = find(each);
      if (found) return found;
    }
    return undefined;
  };
  const card = find(pressed.raw);
  if (!card) throw new Error(`The press was not answered with a card: ${pressed.card}`);
  return { id: activity.id, card };
};
