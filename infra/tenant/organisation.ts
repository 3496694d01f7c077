import type { Person } from './people.ts';
import { people } from './people.ts';

/** An application registered in the tenant, with the Graph permissions its consent gave it. */
export interface RegisteredApp {
  readonly clientId: string;
  readonly name: string;
  readonly servicePrincipalId: string;
  readonly graphRoles: readonly string[];
  /** Only an app that is registered as a bot is known to the Bot Connector. */
  readonly isBot: boolean;
}

const serverClientId = '6f1d2b60-8a43-4c1e-9d57-2e0b7c94a1f3';

/** The server's own app: reads and writes one site, looks people up, tells them things. */
const serverApp: RegisteredApp = {
  clientId: serverClientId,
  name: 'DigiTek Portefølje',
  servicePrincipalId: '0b7a5d1c-63f2-4c8e-a7d9-51e4c2f8b036',
  graphRoles: [
    'Sites.Selected',
    'User.ReadBasic.All',
    'TeamsActivity.Send.User',
    'MailboxSettings.Read',
  ],
  isBot: true,
};

/** Makes lists and columns; a separate identity, so that the server never holds this right. */
const provisioningApp: RegisteredApp = {
  clientId: 'c4e8f7a2-19b5-4d36-8e0c-7a5b3f6d2918',
  name: 'DigiTek Portefølje, klargøring',
  servicePrincipalId: '93d0c6e4-2f7b-4a58-b1c3-8e6f0d4a7b25',
  graphRoles: ['Sites.FullControl.All'],
  isBot: false,
};

const foreigner: Person = {
  id: 'f0a1c9d2-5b3e-4f76-8a14-6d2c7e9b0f58',
  upn: 'gaest@nabokommune.example',
  name: 'Medarbejder, nabokommune',
  role: 'none',
  install: 'notInstalled',
};

/** The sample organisation. People are called by their role; nobody in it is a real person. */
export const organisation = {
  tenantId: '3c9e5f10-7d24-4b86-a1f8-0e2d6b9c4a75',
  domain: 'viborg.example',
  displayName: 'Viborg Kommune (lokal)',
  foreign: {
    tenantId: 'e2b4d6f8-1a3c-4e5f-9b7d-8c6a4e2f0d13',
    domain: 'nabokommune.example',
    people: [foreigner],
  },
  apps: [serverApp, provisioningApp],
  serverApp,
  provisioningApp,
  /** One Entra app is both bot and tab, so that activity notifications find a single app. */
  botId: serverClientId,
  botName: 'DigiTek',
  teamsAppId: '8d5c1f3e-4b72-4a90-b6e8-f7d9c0a2e641',
  /** What the uploaded app lets people do outside its own chat, as its manifest says it. */
  extension: {
    messageActions: [{ id: 'makeIdea', title: 'Gør til idé' }],
    search: { id: 'findProject', title: 'Find projekt', parameter: 'words' },
  },
  site: {
    hostname: 'viborg.sharepoint.example',
    path: '/sites/digitek',
    displayName: 'DigiTek',
  },
  people,
  chefgruppe: {
    conversationId: '19:7e4a9c2d5b8f4e1d9a3c6b0f2d5e8a71@thread.v2',
    name: 'Chefgruppen',
  },
  team: {
    id: '19:c1d4e7f0a3b64c9d8e2f5a7b1c3d6e90@thread.tacv2',
    groupId: 'a7b3c9d1-0e5f-4a82-96c4-d8e1f2b3a475',
    name: 'DigiTek',
  },
  channel: {
    id: '19:5f8b2e6d9c1a4f7e8d3b0c6a9e2f5d14@thread.tacv2',
    name: 'Portefølje',
  },
} as const satisfies OrganisationShape;

interface OrganisationShape {
  readonly tenantId: string;
  readonly people: readonly Person[];
  readonly apps: readonly RegisteredApp[];
  readonly [other: string]: unknown;
}

/** A person of the home tenant, by object id or user principal name. */
export function findPerson(idOrUpn: string): Person | undefined {
  const wanted = idOrUpn.trim().toLowerCase();
  return people.find((person) => person.id === wanted || person.upn === wanted);
}

export function findForeigner(idOrUpn: string): Person | undefined {
  const wanted = idOrUpn.trim().toLowerCase();
  return organisation.foreign.people.find(
    (person) => person.id === wanted || person.upn === wanted,
  );
}

/** Who sits in Chefgruppen's chat, and who in DigiTek's team. */
export function membersOf(conversation: 'chefgruppe' | 'team'): readonly Person[] {
  const roles = conversation === 'chefgruppe' ? ['chef'] : ['consultant', 'digitek'];
  return people.filter((person) => roles.includes(person.role));
}
