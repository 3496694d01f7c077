import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldRights, fields, ideaFields } from '#shared/domain/fieldRights.ts';
import {
  type Gate,
  gateNames,
  gateRule,
  type Outcome,
  outcomeRule,
  outcomesOf,
} from '#shared/domain/gates.ts';
import { paperBefore } from '#shared/domain/steps.ts';
import { machines } from '#shared/domain/stories/machines.ts';
import { storyKinds } from '#shared/domain/stories/story.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

const outcomeText = (gate: Gate, outcome: Outcome): string => {
  const rule = outcomeRule(gate, outcome);
  if (!rule) return '';
  const notes = [
    ...(rule.reason ? ['reason'] : []),
    ...(rule.onlyFor ? [rule.onlyFor] : []),
    ...(rule.maySpread ? ['may spread'] : []),
    ...(rule.mayAlsoRethink ? ['may rethink'] : []),
  ];
  const to = rule.asNewProject ? 'a new idea' : (rule.to ?? 'stays');
  return `${outcome} → ${to}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
};

describe('the README', () => {
  it.each(gateNames)('tells %s as the table has it', (gate) => {
    const { from } = gateRule(gate);
    const outcomes = outcomesOf(gate).map((outcome) => outcomeText(gate, outcome));
    expect(readme).toContain(
      `| ${gate} | ${from ?? 'any phase'} | ${paperBefore(gate) ?? '–'} | ${outcomes.join(' · ')} |`,
    );
  });

  it.each(storyKinds)('tells the ways of a %s as its machine has them', (kind) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| ${kind} |`)) ?? '';
    const told = (row.split('|')[2] ?? '').split(';')[0] ?? '';
    const ways = told.split('·').map((way) => way.trim().split(' → '));
    const { moves } = machines[kind];
    for (const way of ways)
      for (const [index, to] of way.slice(1).entries())
        expect(
          moves.some((move) => move.to === to && move.from.some((one) => one === way[index])),
          `${way[index]} → ${to}`,
        ).toBe(true);
    const states = new Set(moves.map(({ to }) => to));
    expect(new Set(ways.flat())).toEqual(states);
  });

  it('tells who may change each field as the table has it', () => {
    const told = new Map(
      readme
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .flatMap((line) => {
          const [, names = '', who = ''] = line.split(' | ').length === 2 ? line.split('|') : [];
          return names.split(',').map((name) => [name.trim(), who.trim()] as const);
        }),
    );
    for (const field of fields)
      expect([field, told.get(field)]).toEqual([field, fieldRights[field].join(' · ')]);
    expect(readme).toContain(`A new idea is anybody's: ${ideaFields.join(', ')}.`);
  });

  it('names only commands that exist', () => {
    const scripts: unknown = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ).scripts;
    for (const [, name] of readme.matchAll(/npm run (\w+)/g))
      expect(scripts).toHaveProperty(name ?? '');
  });
});
