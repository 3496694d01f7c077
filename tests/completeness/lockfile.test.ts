import { readFileSync } from 'node:fs';
import { subset } from 'semver';
import { describe, expect, it } from 'vitest';

type Locked = {
  readonly resolved?: string;
  readonly version: string;
  readonly deprecated?: string;
  readonly hasInstallScript?: boolean;
  readonly engines?: { readonly node?: string };
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

const { packages } = read('package-lock.json') as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const { engines, allowScripts } = read('package.json') as {
  readonly engines: { readonly node: string };
  readonly allowScripts: Readonly<Record<string, boolean>>;
};

const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? '';

describe('the lockfile', () => {
  /* `npm ci` refuses a lockfile that lacks them, on every machine they are not for. */
  it('names what each package has for other kinds of machines', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          packages[`${path}/node_modules/${name}`] === undefined &&
          packages[`node_modules/${name}`] === undefined,
      ),
    );
    expect(missing).toEqual([]);
  });

  it('points at no registry of its own', () => {
    expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
  });

  /* The three things that `npm ci` warns of. */
  describe('makes npm warn of nothing:', () => {
    it('each package runs on every Node that we say we run on', () => {
      const refusing = Object.entries(packages).filter(
        ([, { engines: theirs }]) => !subset(engines.node, theirs?.node ?? '*'),
      );
      expect(
        refusing.map(([path, locked]) => `${path}@${locked.version}: ${locked.engines?.node}`),
      ).toEqual([]);
    });

    it('whether a script runs when a package is installed is settled by us', () => {
      const withScript = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript);
      expect(withScript.map(nameOf).sort()).toEqual(Object.keys(allowScripts).sort());
    });

    it('nobody has given up on a package', () => {
      const givenUp = Object.entries(packages).filter(([, { deprecated }]) => deprecated);
      expect(givenUp.map(([path]) => path)).toEqual([]);
    });
  });
});
