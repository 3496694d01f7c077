type RoleCode =
  | 'chef'
  | 'consultant'
  | 'digitek'
  | 'owner'
  | 'leder'
  | 'communications'
  | 'direktor'
  | 'it'
  | 'none';

type AreaCode = 'social' | 'sundhed' | 'omsorg';

export interface Person {
  /** The Entra object id: the same in every run, so that lists survive a fresh tenant. */
  readonly id: string;
  readonly upn: string;
  readonly name: string;
  readonly role: RoleCode;
  readonly area?: AreaCode;
  /** How the Teams app stands with this person before anybody changes it. */
  readonly install: 'installed' | 'notInstalled' | 'blocked';
  /** False: their mailbox is on a server of the municipality's own. */
  readonly hasMailbox?: boolean;
}

function person(
  id: string,
  alias: string,
  name: string,
  role: RoleCode,
  more: Partial<Pick<Person, 'area' | 'install' | 'hasMailbox'>> = {},
): Person {
  return { id, upn: `${alias}@viborg.example`, name, role, install: 'installed', ...more };
}

/** Everybody in the sample organisation, called by role. */
export const people: readonly Person[] = [
  person('1a6c0e52-9d3b-4f87-b5a1-c2e4d6f80b01', 'chef.social', 'Chef, Social', 'chef', {
    area: 'social',
  }),
  person('2b7d1f63-0e4c-4a98-86b2-d3f5e7091c02', 'chef.sundhed', 'Chef, Sundhed', 'chef', {
    area: 'sundhed',
  }),
  person('3c8e2074-1f5d-4ba9-97c3-e406f81a2d03', 'chef.omsorg', 'Chef, Omsorg', 'chef', {
    area: 'omsorg',
  }),
  person('4d9f3185-206e-4cba-a8d4-f517092b3e04', 'konsulent', 'Konsulent, DigiTek', 'consultant'),
  person(
    '5ea04296-317f-4dcb-b9e5-06281a3c4f05',
    'konsulent2',
    'Konsulent 2, DigiTek',
    'consultant',
  ),
  person('6fb153a7-4280-4edc-8af6-17392b4d5006', 'digitek1', 'Medlem, DigiTek', 'digitek'),
  person('70c264b8-5391-4fed-9b07-284a3c5e6107', 'digitek2', 'Medlem 2, DigiTek', 'digitek'),
  person('81d375c9-64a2-40fe-ac18-395b4d6f7208', 'nattevagten', 'Leder, nattevagten', 'owner', {
    area: 'omsorg',
  }),
  person('92e486da-75b3-410f-bd29-4a6c5e708309', 'distrikt.nord', 'Leder, Distrikt Nord', 'owner', {
    area: 'omsorg',
  }),
  person('a3f597eb-86c4-4210-8e3a-5b7d6f81940a', 'genoptraening', 'Leder, genoptræning', 'owner', {
    area: 'sundhed',
  }),
  person('b406a8fc-97d5-4321-9f4b-6c8e7092a50b', 'bostotte', 'Leder, bostøtte', 'owner', {
    area: 'social',
  }),
  person('c517b90d-a8e6-4432-a05c-7d9f81a3b60c', 'distrikt.syd', 'Leder, Distrikt Syd', 'leder', {
    area: 'omsorg',
  }),
  person('d628ca1e-b9f7-4543-b16d-8ea092b4c70d', 'hjemmesygepleje', 'Leder, sygeplejen', 'leder', {
    area: 'sundhed',
  }),
  person('e739db2f-ca08-4654-827e-9fb1a3c5d80e', 'bofaellesskab', 'Leder, botilbud', 'leder', {
    area: 'social',
    hasMailbox: false,
  }),
  person('f84aec30-db19-4765-938f-a0c2b4d6e90f', 'uden.app', 'Leder, aktivitetscentret', 'leder', {
    area: 'social',
    install: 'notInstalled',
  }),
  person('095bfd41-ec2a-4876-a490-b1d3c5e7fa10', 'blokerer', 'Leder, sundhedshuset', 'leder', {
    area: 'sundhed',
    install: 'blocked',
  }),
  person(
    '1a6c0e52-fd3b-4987-b5a1-c2e4d6f80b11',
    'kommunikation',
    'Kommunikation',
    'communications',
  ),
  person('2b7d1f63-0e4c-4a98-86b2-d3f5e7091c12', 'direktor', 'Direktør', 'direktor'),
  person('4d9f3185-206e-4cba-a8d4-f517092b3e14', 'it.arkitekt', 'Arkitekt, IT', 'it'),
  person('5ea04296-317f-4dcb-b9e5-06281a3c4f15', 'it.sikkerhed', 'Sikkerhed, IT', 'it'),
  person('3c8e2074-1f5d-4ba9-97c3-e406f81a2d13', 'medarbejder', 'Medarbejder uden rolle', 'none'),
];
