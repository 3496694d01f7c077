import type { StepFile } from '#shared/domain/files/file.ts';
import { type Deps, Fault } from '../ports.ts';

export const mostTries = 20;

/** Sets the files of a step; what is on its way is nobody's news, and not in the history. */
export const rewriteFiles = async (
  deps: Deps,
  id: string,
  change: (files: readonly StepFile[]) => readonly StepFile[] | null,
): Promise<readonly StepFile[]> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const row = await deps.stores.steps.read(id);
    if (!row) return [];
    const files = change(row.value.files);
    if (!files) return row.value.files;
    const updated = await deps.stores.steps.update(row, { files });
    if (updated.type === 'gone') return [];
    if (updated.type === 'updated') return files;
  }
  throw new Fault('graph.unavailable', { id, tries: mostTries });
};
