import { createHash } from 'node:crypto';
import type { Project } from '#shared/domain/project.ts';
import { wordForm } from '#shared/domain/wordForm.ts';
import type { Mapped } from './mapRow.ts';

const hashed = (name: string): string =>
  `i${createHash('sha256').update(name).digest('hex').slice(0, 11)}`;

/** Without a key of its own a project is known by its title and place, so that again is a no-op. */
const derivedId = (title: string, municipality: string): string =>
  hashed(`${wordForm(title)}|${wordForm(municipality)}`);

/** The id that earlier versions made, before words were compared in one form. */
const formerId = (title: string, municipality: string): string =>
  hashed(`${title.toLowerCase()}|${municipality.toLowerCase()}`);

/** Projects as an import finds them: by key whatever the case, and by title. */
export class Known {
  readonly #byId: ReadonlyMap<string, Project>;
  readonly #byTitle = new Map<string, Project[]>();

  constructor(projects: readonly Project[]) {
    this.#byId = new Map(projects.map((project) => [wordForm(project.id), project]));
    for (const project of projects) {
      const title = wordForm(project.title);
      this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), project]);
    }
  }

  /** The project a row is about, if it is there. */
  find({ key, number, said }: Mapped): Project | undefined {
    if (key !== null) return this.#byId.get(wordForm(key));
    if (this.#byId.size === 0) return undefined;
    const place = said.municipality ?? '';
    const made =
      this.#byId.get(derivedId(said.title, place)) ?? this.#byId.get(formerId(said.title, place));
    if (made) return made;
    // Earlier versions took any number for a key: the same number and title is the same project.
    const numbered = this.#byId.get(wordForm(number));
    return numbered && wordForm(numbered.title) === wordForm(said.title) ? numbered : undefined;
  }

  namesakesOf(title: string): readonly Project[] {
    return this.#byTitle.size === 0 ? [] : (this.#byTitle.get(wordForm(title)) ?? []);
  }
}

export const newIdOf = ({ key, said }: Mapped): string =>
  key ?? derivedId(said.title, said.municipality ?? '');
