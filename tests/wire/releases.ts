import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The releases of which something is kept. What is kept is written once, and never again. */
export const releases: readonly string[] = readdirSync(here).filter((name) =>
  name.startsWith('release-'),
);

export const keptIn = (release: string, file: string): string => `${here}${release}/${file}`;
