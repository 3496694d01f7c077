import { readFileSync } from 'node:fs';
import { major, minVersion, satisfies } from 'semver';
import { describe, expect, it } from 'vitest';
import { outermostBeside, runtimes } from '../../infra/runtimes/runtimes.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

const { node } = (JSON.parse(read('package.json')) as { engines: { node: string } }).engines;
const versions = runtimes.map(({ version }) => version);
const majors = versions.map((version) => String(major(version)));
const beside = (running: string): readonly string[] =>
  outermostBeside(running).map(({ version }) => version);

describe('the Nodes that are tried', () => {
  it('are ones that package.json lets in, and the very first of them', () => {
    expect(versions.filter((version) => !satisfies(version, node))).toEqual([]);
    expect(versions[0]).toBe(minVersion(node)?.version);
  });

  it('count the one that a new engineer gets', () => {
    const wanted = read('.nvmrc').trim();
    expect(majors).toContain(wanted);
    expect(read('.devcontainer/devcontainer.json')).toContain(`javascript-node:${wanted}-`);
    expect(read('README.md')).toContain(`Node ${wanted}`);
  });

  it('are named where it is said what runs them', () => {
    for (const one of ['20.19', ...majors.slice(1)]) expect(read('CONTRIBUTING.md')).toContain(one);
  });

  it('are the oldest and the newest, beside the one that runs', () => {
    const [oldest = '', middle = '', newest = ''] = versions;
    expect(beside('20.20.2')).toEqual([oldest, newest]);
    expect(beside(middle)).toEqual([oldest, newest]);
    expect(beside(oldest)).toEqual([middle, newest]);
    expect(beside(newest)).toEqual([oldest, middle]);
  });
});
