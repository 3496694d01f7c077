import { cardAction } from '#shared/contract/cardActions.ts';
import { commandIn } from '../../bot/turn/command.ts';

export type Json = Readonly<Record<string, unknown>>;

/** What a client sends: of an old one all comes as the value of a message. */
export type Sent =
  | { readonly way: 'execute'; readonly verb: unknown; readonly data: Json }
  | { readonly way: 'submit'; readonly value: Json };

export type Press = { readonly sent: Sent; readonly read: unknown };

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const jsonOf = (value: unknown): Json => (isJson(value) ? value : {});

function* nodesOf(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  if (!isJson(value)) return;
  yield value;
  for (const [name, inner] of Object.entries(value)) if (name !== 'data') yield* nodesOf(inner);
}

/** Every field with something typed in it. */
const typedIn = (nodes: readonly Json[]): Json =>
  Object.fromEntries(
    nodes
      .filter((node) => String(node['type']).startsWith('Input.'))
      .map((input) => [String(input['id']), `Skrevet i ${input['id']}`]),
  );

const sentBy = (action: Json, typed: Json): readonly Sent[] => {
  const data = { ...jsonOf(action['data']), ...typed };
  if (action['type'] === 'Action.Execute') return [{ way: 'execute', verb: action['verb'], data }];
  return action['type'] === 'Action.Submit' ? [{ way: 'submit', value: data }] : [];
};

/** All that can be pressed on a card, its own drawing anew among it. */
export const sentFrom = (card: unknown): readonly Sent[] => {
  const nodes = [...nodesOf(card)];
  const typed = typedIn(nodes);
  const refresh = jsonOf(jsonOf(card)['refresh'])['action'];
  return nodes.flatMap((node) => sentBy(node, node === refresh ? {} : typed));
};

/** As the bot reads it: an action, a word of the chat, or nothing it knows. */
export const readOf = (sent: Sent): unknown => {
  if (sent.way === 'submit' && typeof sent.value['command'] === 'string')
    return commandIn(sent.value['command']);
  const given = sent.way === 'submit' ? sent.value : { ...sent.data, verb: sent.verb };
  const parsed = cardAction.safeParse(given);
  return parsed.success ? parsed.data : null;
};

/** Each different press once, with what it is read as. */
export const pressesOn = (cards: readonly unknown[]): readonly Press[] => {
  const different = new Map(
    cards.flatMap(sentFrom).map((sent) => [JSON.stringify(sent), sent] as const),
  );
  return [...different.values()].map((sent) => ({ sent, read: readOf(sent) }));
};
