/** What is said when the lists on the site are compared with those the product declares. */
export const provisionWords = {
  nothing: 'Intet at gøre: alle lister er, som de skal være.',
  heading: (count: number): string =>
    count === 1 ? 'Der mangler ét trin:' : `Der mangler ${count} trin:`,
  howToApply: 'Kør igen med -- --apply for at gøre det.',
  done: (count: number): string => (count === 1 ? '1 trin er gjort.' : `${count} trin er gjort.`),
  failed: 'Listerne kunne ikke gøres klar.',
  denied:
    'Adgangen rækker ikke til at lave lister og kolonner. Giv PROVISION_CLIENT_ID en identitet, der må.',
  unreachable: 'Microsoft Graph svarer ikke. Prøv igen om lidt.',
  steps: {
    createList: (list: string, columns: number): string =>
      `Lav listen ${list} med ${columns} kolonner`,
    createLibrary: (list: string): string => `Lav dokumentbiblioteket ${list}`,
    titleList: (list: string, title: string): string => `Kald listen ${list} for "${title}"`,
    addColumn: (list: string, column: string): string => `Tilføj kolonnen ${list}.${column}`,
    titleColumn: (list: string, column: string, title: string): string =>
      `Kald kolonnen ${list}.${column} for "${title}"`,
    addIndex: (list: string, column: string): string => `Indeksér ${list}.${column}`,
    makeUnique: (list: string, column: string): string =>
      `Lad ${list}.${column} kun have hver værdi én gang`,
    setChoices: (list: string, column: string): string =>
      `Ret valgmulighederne i ${list}.${column}`,
    otherKind: (list: string, column: string, found: string, wanted: string): string =>
      `SE PÅ DETTE: ${list}.${column} er af typen ${found}, men skal være ${wanted}. Ret det i hånden`,
  },
} as const;
