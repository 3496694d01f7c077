import type { JsonObject } from '../http.ts';
import { isObject } from '../http.ts';

export const cardContentType = 'application/vnd.microsoft.card.adaptive';

/** The first Adaptive Card of a message. */
export function cardOf(content: JsonObject): JsonObject | undefined {
  const attachments = content['attachments'];
  if (!Array.isArray(attachments)) return undefined;
  const found = attachments.find(
    (each) => isObject(each) && each['contentType'] === cardContentType,
  ) as JsonObject | undefined;
  const card = found?.['content'];
  return isObject(card) ? card : undefined;
}

/** The same message with another card in the first card's place. */
export function withCard(content: JsonObject, card: JsonObject): JsonObject {
  let replaced = false;
  const attachments = (content['attachments'] as JsonObject[]).map((each) => {
    if (replaced || each['contentType'] !== cardContentType) return each;
    replaced = true;
    return { ...each, content: card };
  });
  return { ...content, attachments };
}

interface FoundAction {
  readonly action: JsonObject;
  /** What the card's inputs hold before anybody types: Teams sends them with the press. */
  readonly inputs: JsonObject;
}

/** The button that a verb belongs to; with several, the one whose own data agrees most. */
export function findAction(
  card: JsonObject,
  type: 'Action.Execute' | 'Action.Submit',
  verb: string | undefined,
  data: JsonObject,
): FoundAction | undefined {
  const found = [...actionsIn(card, {}, type)].filter(
    ({ action }) =>
      verb === undefined || action['verb'] === verb || dataOf(action)['verb'] === verb,
  );
  return found.sort((a, b) => agreement(b.action, data) - agreement(a.action, data))[0];
}

function dataOf(action: JsonObject): JsonObject {
  return isObject(action['data']) ? action['data'] : {};
}

function agreement(action: JsonObject, data: JsonObject): number {
  const own = dataOf(action);
  return Object.keys(data).filter(
    (key) => key in own && JSON.stringify(own[key]) === JSON.stringify(data[key]),
  ).length;
}

/** What Teams sends: the button's own data, the inputs, and what was typed. */
export function submittedData(found: FoundAction | undefined, given: JsonObject): JsonObject {
  if (found === undefined) return given;
  const inputs = found.action['associatedInputs'] === 'none' ? {} : found.inputs;
  return { ...dataOf(found.action), ...inputs, ...given };
}

/** Every action of a type, also in show cards and as another action's fallback. */
function* actionsIn(card: JsonObject, outer: JsonObject, type: string): Generator<FoundAction> {
  const inputs = { ...outer, ...inputsOf(card) };
  for (const node of nodesOf(card)) {
    if (node['type'] === type) yield { action: node, inputs };
    if (node['type'] === 'Action.ShowCard' && isObject(node['card'])) {
      yield* actionsIn(node['card'], inputs, type);
    }
  }
}

function inputsOf(card: JsonObject): JsonObject {
  const inputs: JsonObject = {};
  for (const node of nodesOf(card)) {
    const { type, id, value } = node;
    if (typeof type !== 'string' || !type.startsWith('Input.') || typeof id !== 'string') continue;
    inputs[id] = value ?? (type === 'Input.Toggle' ? (node['valueOff'] ?? 'false') : '');
  }
  return inputs;
}

/** All objects of a card but those inside its show cards: they belong to a card of their own. */
function* nodesOf(value: unknown, key = ''): Generator<JsonObject> {
  if (Array.isArray(value)) {
    for (const each of value) yield* nodesOf(each, key);
    return;
  }
  if (!isObject(value)) return;
  if (key !== 'data') yield value;
  for (const [name, inner] of Object.entries(value)) {
    const ownCard = value['type'] === 'Action.ShowCard' && name === 'card';
    if (!ownCard && name !== 'data' && name !== 'refresh') yield* nodesOf(inner, name);
  }
}
