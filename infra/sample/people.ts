import type { AreaId } from '#shared/domain/area.ts';
import type { Person, Role } from '#shared/domain/person.ts';

/** Who is who in the sample: the name before the @, looked up in the directory. */
export type SamplePerson = {
  readonly alias: string;
  readonly roles: readonly Role[];
  readonly area?: AreaId;
  readonly unit?: string;
};

export const samplePeople: readonly SamplePerson[] = [
  { alias: 'chef.social', roles: ['chef'], area: 'social' },
  { alias: 'chef.sundhed', roles: ['chef'], area: 'sundhed' },
  { alias: 'chef.omsorg', roles: ['chef'], area: 'omsorg' },
  { alias: 'konsulent', roles: ['consultant'] },
  { alias: 'konsulent2', roles: ['consultant'] },
  { alias: 'digitek1', roles: ['digitek'] },
  { alias: 'digitek2', roles: ['digitek'] },
  { alias: 'nattevagten', roles: ['leder'], area: 'omsorg' },
  { alias: 'distrikt.nord', roles: ['leder'], area: 'omsorg' },
  { alias: 'distrikt.syd', roles: ['leder'], area: 'omsorg' },
  { alias: 'genoptraening', roles: ['leder'], area: 'sundhed' },
  {
    ...{ alias: 'hjemmesygepleje', roles: ['leder', 'enthusiast'], area: 'sundhed' },
    unit: 'Hjemmesygeplejen',
  },
  { alias: 'blokerer', roles: ['leder'], area: 'sundhed' },
  { alias: 'bostotte', roles: ['leder'], area: 'social' },
  {
    ...{ alias: 'bofaellesskab', roles: ['leder', 'enthusiast'], area: 'social' },
    unit: 'Bofællesskabet',
  },
  { alias: 'uden.app', roles: ['leder'], area: 'social' },
  { alias: 'kommunikation', roles: ['communications'] },
  { alias: 'direktor', roles: ['direktor'] },
  { alias: 'it.arkitekt', roles: ['it'] },
  { alias: 'it.sikkerhed', roles: ['it'] },
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
    samplePeople.flatMap(({ alias, roles, area, unit = '' }): [string, Person][] => {
      const account = byAlias.get(alias);
      if (!account) return [];
      const { id, name, upn } = account;
      const person = { id, name, upn, roles, area: area ?? null, unit };
      return [
        [
          alias,
          {
            ...person,
            deputyFor: null,
            deputyFrom: null,
            deputyTo: null,
            absences: [],
            standing: null,
          },
        ],
      ];
    }),
  );
};
