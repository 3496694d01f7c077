/** The library for files. Provisioning makes it under its name, which becomes its address. */
export const documents = { name: 'Documents', title: 'Projekternes dokumenter' } as const;

/** The folder of the library that the papers lie in, one below for each project. */
export const paperFolder = 'Papirer';

/** The folder below it that the minutes of each kvartalsstatus lie in. */
export const minutesFolder = 'Kvartalsstatus';

/** The folder that other documents lie in, one below for each project, and there one for each step. */
export const fileFolder = 'Dokumenter';
