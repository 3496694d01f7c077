/** What the start command says. */
export const startWords = {
  ready: (url: string): string => `Klar: ${url}`,
  portTaken: (port: number, name: string): string =>
    `Port ${port} er optaget. Luk det program, der bruger den, eller vælg en anden med ${name}=….`,
  building: 'Bygger fanen og serveren …',
  tenant: 'Starter den lokale tenant …',
  provisioning: 'Gør listerne klar …',
  sample: 'Lægger eksempelporteføljen ind …',
  server: 'Starter serveren …',
  childEnded: (name: string, code: number | string): string =>
    `${name} stoppede uventet (${code}). Se linjerne ovenfor.`,
  notReady: (name: string, seconds: number): string =>
    `${name} svarede ikke inden for ${seconds} sekunder.`,
  names: { tenant: 'Den lokale tenant', server: 'Serveren' },
} as const;
