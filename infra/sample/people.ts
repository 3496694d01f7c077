import type { AreaId } from '#shared/domain/area.ts';
import type { Person, Role } from '#shared/domain/person.ts';

/** Who is who in the sample: the name before the @, looked up in the directory. */
export type SamplePerson = {
  readonly alias: string;
  readonly roles: readonly Role[];
  readonly area?: AreaId;
};

export const samplePeople: readonly SamplePerson[] = [
  { alias: 'chef.social', roles: ['chef'], area: 'social' },
  { alias: 'chef.sundhed', roles: ['chef'], area: 'sundhed' },
  { alias: 'chef.omsorg', roles: ['chef'], area: 'omsorg' },
  { alias: 'konsulent', roles: ['consultant'] },
  { alias: 'konsulent2', roles: ['consultant'] },
  { alias: 'digitek1', roles: ['digitek'] },
  { alias: 'digitek2', roles: ['digitek'] },
  { alias: 'nattevagten', roles: ['leder'] },
  { alias: 'distrikt.nord', roles: ['leder'] },
  { alias: 'distrikt.syd', roles: ['leder'] },
  { alias: 'genoptraening', roles: ['leder'] },
  { alias: 'hjemmesygepleje', roles: ['leder'] },
  { alias: 'blokerer', roles: ['leder'] },
  { alias: 'bostotte', roles: ['leder'] },
  { alias: 'bofaellesskab', roles: ['leder'] },
  { alias: 'uden.app', roles: ['leder'] },
  { alias: 'kommunikation', roles: ['communications'] },
  { alias: 'direktor', roles: ['direktor'] },
];

/** Who owns the sample's projects in an area, in turn. */
export const ownersIn: Readonly<Record<string, readonly string[]>> = {
  omsorg: ['nattevagten', 'distrikt.nord', 'distrikt.syd'],
  sundhed: ['genoptraening', 'hjemmesygepleje'],
  social: ['bostotte', 'bofaellesskab'],
};

export const leads: readonly string[] = ['digitek1', 'digitek2', 'konsulent2'];

type Account = { readonly id: string; readonly name: string; readonly upn: string };

const aliasOf = (account: Account): string => account.upn.split('@')[0]?.toLowerCase() ?? '';

/** The sample's people as rows; somebody the directory does not know is left out. */
export const peopleRows = (accounts: readonly Account[]): ReadonlyMap<string, Person> => {
  const byAlias = new Map(accounts.map((account) => [aliasOf(account), account]));
  return new Map(
    samplePeople.flatMap(({ alias, roles, area }): [string, Person][] => {
      const account = byAlias.get(alias);
      if (!account) return [];
      const { id, name, upn } = account;
      const person = { id, name, upn, roles, area: area ?? null };
      return [[alias, { ...person, deputyFor: null, deputyFrom: null, deputyTo: null }]];
    }),
  );
};
