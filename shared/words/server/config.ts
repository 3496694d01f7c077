/** What is wrong with the server's environment, in words for whoever installs it. */
export const configWords = {
  heading: (count: number): string =>
    count === 1
      ? 'Serveren kan ikke starte. Én indstilling skal rettes:'
      : `Serveren kan ikke starte. ${count} indstillinger skal rettes:`,
  missing: (name: string, what: string): string => `${name} mangler: ${what}.`,
  notId: (name: string): string =>
    `${name} skal være et id som 00000000-0000-0000-0000-000000000000.`,
  notAddress: (name: string): string => `${name} er ikke en adresse, der begynder med https://.`,
  notHttps: (name: string): string =>
    `${name} skal begynde med https://. Kun denne maskines egne adresser må være http://.`,
  notSite: (name: string): string =>
    `${name} skal skrives som vært:/sites/sti, fx kommune.sharepoint.com:/sites/digitek.`,
  notPort: (name: string): string => `${name} skal være et helt tal mellem 0 og 65535.`,
  notPositive: (name: string): string => `${name} skal være et helt tal over 0.`,
  notHosts: (name: string): string =>
    `${name} skal være værtsnavne adskilt af komma, uden https:// og uden sti.`,
  unknownBotType: (given: string): string =>
    `BOT_TYPE er "${given}". Den skal være SingleTenant, UserAssignedMsi eller MultiTenant.`,
  noCredential:
    'Der mangler en adgang: giv én af CLIENT_SECRET, CLIENT_CERTIFICATE_PATH eller MANAGED_IDENTITY_CLIENT_ID.',
  twoCredentials: (names: string): string =>
    `Der er givet flere adgange (${names}). Giv præcis én.`,
  noCertificate: (path: string): string =>
    `Certifikatet i CLIENT_CERTIFICATE_PATH kan ikke læses: ${path}.`,
  notCertificate: (path: string): string =>
    `Filen i CLIENT_CERTIFICATE_PATH skal indeholde både certifikat og privat nøgle som PEM: ${path}.`,
  what: {
    TENANT_ID: 'kommunens tenant-id',
    CLIENT_ID: 'appens klient-id i Entra',
    BOT_ID: 'bottens app-id',
    SITE: 'det SharePoint-websted, listerne ligger på',
    PUBLIC_URL: 'den adresse, Teams når serveren på',
  },
} as const;
