import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A file says in its first line that it wants a window. */
const wantsWindow = ({ moduleId }: TestSpecification): boolean =>
  readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment jsdom');

/**
 * Files that share a place also share what they import, as long as the next one wants the same
 * environment: those with a window come after all the others.
 */
export class Sequence extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [
      ...sorted.filter((file) => !wantsWindow(file)),
      ...sorted.filter((file) => wantsWindow(file)),
    ];
  }
}
