import { type Area, defaultAreas } from '#shared/domain/area.ts';
import { seededPools } from '#shared/domain/funding.ts';
import type { Person } from '#shared/domain/person.ts';
import type { Account } from './tenantSide.ts';

/** Who plays what in a world of these tests. */
export type Cast = {
  readonly areas: readonly Area[];
  readonly rows: readonly Person[];
  readonly chefs: readonly Person[];
  readonly askers: readonly Person[];
  readonly leads: readonly Person[];
  readonly owners: readonly Person[];
  readonly stranger: Account;
};

const ownChefs = ['chef.social', 'chef.sundhed', 'chef.omsorg'];
const moreChefs = [
  'genoptraening',
  'bostotte',
  'distrikt.syd',
  'hjemmesygepleje',
  'bofaellesskab',
  'kommunikation',
  'direktor',
];

const rowOf = (account: Account, more: Partial<Person>): Person => ({
  id: account.id,
  name: account.name,
  upn: account.upn,
  roles: [],
  area: null,
  deputyFor: null,
  deputyFrom: null,
  deputyTo: null,
  absences: [],
  standing: null,
  unit: '',
  ...more,
});

/** With `many` areas there are ten chefs, so that ten chats can be written in at once. */
export const castOf = (accounts: readonly Account[], how: 'three' | 'many'): Cast => {
  const account = (alias: string): Account => {
    const found = accounts.find((one) => one.upn.startsWith(`${alias}@`));
    if (!found) throw new Error(`Nobody is called ${alias}.`);
    return found;
  };
  const areas: readonly Area[] =
    how === 'three'
      ? defaultAreas
      : [...defaultAreas, ...moreChefs.map((_, at) => ({ id: `area${at}`, name: `Område ${at}` }))];
  const aliases = how === 'three' ? ownChefs : [...ownChefs, ...moreChefs];
  const chefs = aliases.map((alias, at) =>
    rowOf(account(alias), { roles: ['chef'], area: areas[at]?.id ?? null }),
  );
  const askers = ['konsulent', 'konsulent2'].map((alias) =>
    rowOf(account(alias), { roles: ['consultant'] }),
  );
  const leads = ['digitek1', 'digitek2'].map((alias) =>
    rowOf(account(alias), { roles: ['digitek'] }),
  );
  const owners = ['nattevagten', 'distrikt.nord'].map((alias) =>
    rowOf(account(alias), { roles: ['leder'] }),
  );
  const rows = [...chefs, ...askers, ...leads, ...owners];
  return { areas, rows, chefs, askers, leads, owners, stranger: account('medarbejder') };
};

export const poolsOf = (year: number, cast: Cast) => [
  ...seededPools(year, cast.areas),
  ...seededPools(year + 1, cast.areas),
];

/** One of several, in turn. */
export const inTurn = <T>(all: readonly T[], at: number): T => {
  const one = all[at % all.length];
  if (one === undefined) throw new RangeError('nobody to choose from');
  return one;
};
