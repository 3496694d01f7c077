import type { TeamsManifestV1D30 } from '@microsoft/app-manifest';
import { extensionCommands, wordsParameter } from '#shared/contract/extension.ts';
import { type ActivityType, activityTypes } from '#shared/domain/reach.ts';

/** What differs from tenant to tenant. */
export type AppIds = {
  readonly teamsAppId: string;
  readonly clientId: string;
  readonly botId: string;
  /** Where Teams reaches the server, without a slash at the end. */
  readonly publicUrl: string;
  readonly version: string;
};

type Manifest = TeamsManifestV1D30.TeamsManifestV1D30;

/** Those the bot understands; the words are said again in English in `english`. */
const commands = [
  { title: 'mine', description: 'Vis, hvad der venter på dig' },
  { title: 'pulje', description: 'Vis, hvad der er tilbage i puljerne' },
  { title: 'status', description: 'Se, hvor et projekt er: status og lidt af navnet' },
  { title: 'ny idé', description: 'Giv en idé på 20 sekunder' },
  { title: 'hvor er min idé?', description: 'Se, hvem der har din idé, og hvad der sker nu' },
  { title: 'presse', description: 'Skriv ned, hvad en journalist spørger om' },
  { title: 'hjælp', description: 'Se, hvad du kan skrive' },
];

/** What the activity feed may show; the server names these kinds (shared/contract). */
const feedEntries = {
  waitsForYou: {
    type: 'waitsForYou',
    description: 'Noget venter på dig, og chatten er slået fra',
    templateText: '{what} venter på dig',
  },
  newsForYou: {
    type: 'newsForYou',
    description: 'Nyt til dig, og chatten er slået fra',
    templateText: 'Nyt: {what}',
  },
} as const satisfies Record<ActivityType, object>;

/** The app as Teams installs it: Danish by default, English beside. */
export const manifestOf = (ids: AppIds): Manifest => {
  const { host } = new URL(ids.publicUrl);
  const tab = `${ids.publicUrl}/tab/`;
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
    manifestVersion: '1.30',
    version: ids.version,
    id: ids.teamsAppId,
    developer: {
      name: 'Viborg Kommune',
      websiteUrl: `${tab}om.html`,
      privacyUrl: `${tab}om.html#privatliv`,
      termsOfUseUrl: `${tab}om.html#vilkaar`,
    },
    name: { short: 'DigiTek Portefølje', full: 'DigiTek Portefølje: fra idé til drift' },
    description: {
      short: 'Velfærdsteknologiske projekter fra idé til drift.',
      full: 'Se alle projekter på en tavle efter fase, gør dem klar til deres gate, og svar på gates direkte i chatten. Beslutninger, penge og historik ligger i kommunens egne SharePoint-lister.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#5B5FC7',
    localizationInfo: {
      defaultLanguageTag: 'da',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    },
    staticTabs: [
      {
        entityId: 'board',
        name: 'Portefølje',
        contentUrl: tab,
        websiteUrl: tab,
        scopes: ['personal'],
      },
      { entityId: 'conversations', scopes: ['personal'] },
      { entityId: 'about', scopes: ['personal'] },
    ],
    configurableTabs: [
      {
        configurationUrl: `${tab}config.html`,
        canUpdateConfiguration: true,
        scopes: ['team', 'groupChat'],
        context: ['channelTab', 'privateChatTab', 'meetingChatTab'],
      },
    ],
    bots: [
      {
        botId: ids.botId,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: [
          { scopes: ['personal'], commands },
          { scopes: ['team', 'groupChat'], commands },
        ],
      },
    ],
    composeExtensions: [
      {
        botId: ids.botId,
        canUpdateConfiguration: false,
        commands: [
          {
            id: extensionCommands.makeIdea,
            type: 'action',
            context: ['message'],
            title: 'Gør til idé',
            description: 'Send beskeden til DigiTek som en idé',
            fetchTask: true,
          },
          {
            id: extensionCommands.findProject,
            type: 'query',
            context: ['compose', 'commandBox'],
            title: 'Find projekt',
            description: 'Find et projekt, og vis det i samtalen',
            initialRun: true,
            parameters: [
              {
                name: wordsParameter,
                title: 'Projekt',
                description: 'Lidt af navnet, kommunen eller projektlederen',
                inputType: 'text',
              },
            ],
          },
        ],
        messageHandlers: [{ type: 'link', value: { domains: [host] } }],
      },
    ],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    activities: { activityTypes: activityTypes.map((type) => feedEntries[type]) },
    // A team may let the app write to its members' activity feeds by adding it (resource-specific).
    authorization: {
      permissions: {
        resourceSpecific: [{ name: 'TeamsActivity.Send.User', type: 'Application' }],
      },
    },
    validDomains: [host],
    webApplicationInfo: { id: ids.clientId, resource: `api://${host}/${ids.clientId}` },
  };
};

const englishCommands = [
  ['mine', 'Show what is waiting for you'],
  ['pulje', 'Show what is left in the pools'],
  ['status', 'See where a project is: status and part of its name'],
  ['ny idé', 'Give an idea in 20 seconds'],
  ['hvor er min idé?', 'See who has your idea, and what happens now'],
  ['presse', 'Write down what a journalist asks'],
  ['hjælp', 'See what you can write'],
] as const;

/** The same app in English. The commands keep their words, because the bot listens for those. */
export const english = (): Readonly<Record<string, string>> => ({
  $schema:
    'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json',
  'name.short': 'DigiTek Portfolio',
  'name.full': 'DigiTek Portfolio: from idea to operation',
  'description.short': 'Welfare technology projects from idea to operation.',
  'description.full':
    'See every project on a board by phase, make it ready for its gate, and answer gates right in the chat. Decisions, money and history stay in the municipality’s own SharePoint lists.',
  'staticTabs[0].name': 'Portfolio',
  'composeExtensions[0].commands[0].title': 'Make it an idea',
  'composeExtensions[0].commands[0].description': 'Send the message to DigiTek as an idea',
  'composeExtensions[0].commands[1].title': 'Find a project',
  'composeExtensions[0].commands[1].description': 'Find a project, and show it in the conversation',
  'composeExtensions[0].commands[1].parameters[0].title': 'Project',
  'composeExtensions[0].commands[1].parameters[0].description':
    'Part of its name, its municipality or its lead',
  'activities.activityTypes[0].description': 'Something waits for you, and the chat is off',
  'activities.activityTypes[0].templateText': '{what} waits for you',
  'activities.activityTypes[1].description': 'News for you, and the chat is off',
  'activities.activityTypes[1].templateText': 'News: {what}',
  ...Object.fromEntries(
    [0, 1].flatMap((list) =>
      englishCommands.flatMap(([title, description], at) => [
        [`bots[0].commandLists[${list}].commands[${at}].title`, title],
        [`bots[0].commandLists[${list}].commands[${at}].description`, description],
      ]),
    ),
  ),
});
