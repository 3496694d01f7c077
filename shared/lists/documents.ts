/** The library for files. Provisioning makes it under its name, which becomes its address. */
export const documents = { name: 'Documents', title: 'Projekternes dokumenter' } as const;
