/** The host page's own Danish words: those of a chat client, none of the product's. */
export const words = {
  title: 'Teams (lokal)',
  feed: 'Aktivitet',
  chat: 'Chat',
  tab: 'DigiTek Portefølje',
  tabShort: 'Portefølje',
  rail: 'Apps',
  whoAreYou: 'Hvem vil du være?',
  whoIntro:
    'Det her er en lille Teams på din egen maskine med en eksempelorganisation. Vælg en person, og se chat, aktivitet og tavle, som den person ser dem. Åbn gerne flere vinduer og vær flere personer på én gang.',
  firstSteps: [
    'Vær Konsulent, DigiTek, og åbn et projekt på tavlen.',
    'Send det til beslutning.',
    'Vær chefen i et andet vindue, og svar på kortet i chatten.',
  ],
  changePerson: 'Skift person',
  close: 'Luk',
  newWindow: 'Åbn i nyt vindue',
  theme: 'Tema',
  themes: { default: 'Lyst', dark: 'Mørkt', contrast: 'Kontrast' },
  notInstalled: 'har ikke appen',
  blocked: 'har blokeret botten',
  app: 'DigiTek i Teams',
  appChanges: {
    install: 'Tilføj DigiTek',
    uninstall: 'Fjern DigiTek',
    block: 'Blokér DigiTek',
    unblock: 'Ophæv blokering',
  },
  replies: 'Autosvar i Outlook',
  repliesStatus: {
    disabled: 'Slået fra',
    alwaysEnabled: 'Slået til',
    scheduled: 'Slået til fra og til en dag',
  },
  repliesFrom: 'Første dag',
  repliesTo: 'Sidste dag',
  repliesSave: 'Gem autosvar',
  repliesSaved: 'Gemt.',
  noMailbox: 'Har ingen postkasse i Microsoft 365.',
  unread: (count: number) => (count === 1 ? '1 ulæst' : `${count} ulæste`),
  noChats: 'Her er ingen chats. Appen er ikke installeret for denne person.',
  pickChat: 'Vælg en chat i listen',
  noMessages: 'Her er ikke skrevet noget endnu.',
  messages: 'Beskeder',
  back: 'Tilbage til chats',
  write: 'Skriv en besked',
  writeMention: 'Skriv til @DigiTek',
  writeAll: 'Skriv til alle i chatten',
  mention: 'Til @DigiTek',
  send: 'Send',
  more: 'Flere handlinger',
  found: 'Fundet',
  foundCount: (count: number) => (count === 1 ? '1 fundet' : `${count} fundet`),
  takeOff: 'Fjern kortet',
  commands: 'Forslag',
  edited: 'Redigeret',
  emptyFeed: 'Her er ingen notifikationer.',
  openLink: 'Åbn',
  loadingTab: 'Henter DigiTek Portefølje …',
  tabFailed: 'Appen kunne ikke indlæses. Prøv igen.',
  retry: 'Prøv igen',
  linkCopied: 'Linket er kopieret.',
  linkReady: (link: string) => `Link: ${link}`,
  error: 'Der opstod en fejl. Prøv igen.',
  noAnswer: 'Forbindelsen er væk. Prøver igen …',
  cardSays: 'Kort',
  unsupportedCard: 'Dette kort kan ikke vises.',
  oneInstalled: 'DigiTek',
  members: (names: readonly string[]) => names.join(', '),
  roleGroups: {
    chef: 'Chefgruppen',
    consultant: 'Digitaliseringskonsulenter',
    digitek: 'Team DigiTek',
    owner: 'Projektejere',
    leder: 'Ledere',
    communications: 'Kommunikation',
    direktor: 'Direktion',
    it: 'IT og Digitalisering',
    none: 'Andre',
  },
  areas: { social: 'Social', sundhed: 'Sundhed', omsorg: 'Omsorg' },
} as const;

/** What the bot says it understands, offered above the compose box. */
export const commands = ['mine', 'status ', 'hjælp'] as const;

const dayFormat = new Intl.DateTimeFormat('da-DK', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Copenhagen',
});
const timeFormat = new Intl.DateTimeFormat('da-DK', {
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Europe/Copenhagen',
});

export function dayOf(instant: string): string {
  return dayFormat.format(new Date(instant)).replace(' den ', ' ');
}

export function timeOf(instant: string): string {
  return timeFormat.format(new Date(instant)).replace(':', '.');
}
