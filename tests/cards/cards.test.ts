import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { cardAction } from '#shared/contract/cardActions.ts';
import { wordsIn } from '../../bot/cards/requests/room.ts';
import { everyState, type State } from '../gallery/states.ts';

type Json = Record<string, unknown>;

/** Every object of a card, its data left out. */
function* nodes(value: unknown): Generator<Json> {
  if (Array.isArray(value)) {
    for (const each of value) yield* nodes(each);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  yield value as Json;
  for (const [name, inner] of Object.entries(value)) if (name !== 'data') yield* nodes(inner);
}

const actionsOf = ({ card }: State): readonly Json[] =>
  [...nodes(card.body)]
    .filter((node) => node['type'] === 'ActionSet')
    .flatMap((set) => set['actions'] as Json[]);

const states = everyState();
const named = states.map((state) => [state.name, state] as const);

describe.each(named)('%s', (_, state) => {
  it('stays within 120 words outside its buttons', () => {
    expect(wordsIn(state.card.body)).toBeLessThanOrEqual(120);
  });

  it('has at most six buttons, with short labels', () => {
    const labels = actionsOf(state).map((action) => String(action['title']));
    expect(labels.length).toBeLessThanOrEqual(6);
    expect(new Set(labels).size).toBe(labels.length);
    if (!state.name.startsWith('status:'))
      for (const label of labels) expect(label.length).toBeLessThanOrEqual(24);
  });

  it('gives every Execute a Submit that sends the same, and both are actions the bot reads', () => {
    for (const action of actionsOf(state)) {
      if (action['type'] !== 'Action.Execute') continue;
      const fallback = action['fallback'] as Json;
      expect(fallback['type']).toBe('Action.Submit');
      expect(fallback['data']).toEqual({ verb: action['verb'], ...(action['data'] as Json) });
      expect(cardAction.safeParse(fallback['data']).success).toBe(true);
    }
  });

  it('is small, and keeps its refresh', () => {
    expect(Buffer.byteLength(JSON.stringify(state.card))).toBeLessThan(6 * 1_024);
    const { refresh } = state.card;
    // »Send kortene igen« answers with a word; the outbox itself draws that card anew.
    const answers = actionsOf(state).filter((action) => action['verb'] !== 'sendAgain');
    if (answers.some((action) => action['type'] === 'Action.Execute'))
      expect(refresh).toBeDefined();
    if (refresh)
      expect(
        cardAction.safeParse({ verb: refresh.action?.verb, ...(refresh.action?.data as Json) })
          .success,
      ).toBe(true);
  });

  it('says in its notification no more than fits, and nothing that people have written', () => {
    const summary = state.card.fallbackText ?? '';
    expect(summary.length).toBeGreaterThan(0);
    expect(summary.length).toBeLessThanOrEqual(90);
    expect(summary).not.toContain('..');
    expect(summary).not.toMatch(/aftenvagter|God idé|demens|hospitalet/);
  });

  it('ends no sentence twice, where an amount ends it too', () => {
    for (const node of nodes(state.card.body))
      if (typeof node['text'] === 'string') expect(node['text']).not.toMatch(/\.\./);
  });

  it('has one heading and one field at the most, with a label and no demand of its own', () => {
    const all = [...nodes(state.card.body)];
    if (state.name !== 'et ord')
      expect(all.filter((node) => node['style'] === 'heading')).toHaveLength(1);
    const inputs = all.filter((node) => String(node['type']).startsWith('Input.'));
    expect(inputs.length).toBeLessThanOrEqual(1);
    for (const input of inputs) {
      expect(input['id']).toBe('comment');
      expect(input['label']).toMatch(/\(/);
      expect(input).not.toHaveProperty('isRequired');
      expect(input).not.toHaveProperty('placeholder');
    }
  });

  it('uses nothing that cards.md avoids', () => {
    for (const node of nodes(state.card)) {
      expect(String(node['type'])).not.toMatch(
        /^(FactSet|Table|Image|Action\.ToggleVisibility|Input\.(?!Text).*)$/,
      );
      expect(['positive', 'destructive', 'good']).not.toContain(node['style']);
      expect(node).not.toHaveProperty('color');
      if (node['type'] === 'TextBlock' && node['horizontalAlignment'] !== 'Right')
        expect(node['wrap']).toBe(true);
    }
  });
});

const schemaPath = fileURLToPath(
  new URL('../../../shared/truth/adaptive-card-1.5.0.json', import.meta.url),
);
const hasSchema = existsSync(schemaPath);

const validator = () => {
  const schema = JSON.parse(readFileSync(schemaPath, 'utf8')) as Json;
  delete schema['id'];
  delete schema['$schema'];
  return new Ajv({ strict: false, allErrors: true, logger: false }).compile(schema);
};

describe.skipIf(!hasSchema)('the official schema 1.5 (skipped: no shared/truth)', () => {
  const valid = hasSchema ? validator() : () => true;

  it.each(named)('takes %s', (_, { card }) => {
    const { msteams: _msteams, ...plain } = card;
    expect(valid(plain), JSON.stringify('errors' in valid ? valid.errors : '')).toBe(true);
  });

  it('refuses a card that is wrong', () => {
    expect(valid({ type: 'AdaptiveCard', body: [{ type: 'TextBlock' }] })).toBe(false);
  });
});
