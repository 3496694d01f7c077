import { expect, it } from 'vitest';
import { goalText } from '#shared/words/stories/overview.ts';

const quarters = ['2025-K1', '2025-K2', '2025-K3', '2025-K4'];

it.each<[string | null, readonly string[], string]>([
  [null, quarters, '4 kvartaler mangler.'],
  [null, ['2025-01', '2025-02', '2025-03', '2025-04'], '4 måneder mangler.'],
  [null, ['2025-K2'], '2.\u00a0kvartal mangler.'],
])('names what is behind: %s %j', (now, missed, text) => {
  expect(goalText(now, missed)).toBe(text);
});
