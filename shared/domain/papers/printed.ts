import type { PaperContent } from './content.ts';
import type { PaperVersion } from './now.ts';

/** A version as it is printed: what it says, and which one it is. */
export type Printed = {
  readonly content: PaperContent;
  readonly version: Pick<PaperVersion, 'version' | 'byName' | 'at'>;
};

/** Draws a version as a Word document, and says what the file is called. */
export type WordOf = (
  printed: Printed,
) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
