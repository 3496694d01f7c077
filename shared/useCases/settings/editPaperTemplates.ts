import type { PaperTemplatesReply } from '#shared/contract/papers.ts';
import { keptAmong, type PaperTemplatesChange, tidyMaking } from '#shared/domain/papers/making.ts';
import { type PaperCode, paperCodes } from '#shared/domain/papers/paper.ts';
import {
  arePaperTemplates,
  codesIn,
  defaultPaperTemplates,
  type PaperTemplate,
  type PaperTemplates,
  questionOf,
} from '#shared/domain/papers/template.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import type { Deps } from '../ports.ts';
import { putSetting, revisionOf } from './editCommunication.ts';
import { toldOf, valueIn } from './editRules.ts';
import { settingsOf } from './settingsOf.ts';

export type PaperTemplatesRefusal =
  | { readonly type: 'notAllowed' | 'tooMany' }
  | { readonly type: 'headingTooLong'; readonly heading: string; readonly longest: number }
  /** A gate rests on it. */
  | { readonly type: 'keptQuestion'; readonly paper: PaperCode; readonly code: string }
  | { readonly type: 'changed'; readonly current: PaperTemplatesReply };

const longestHeading = 120;
const longestHelp = 400;
/** What a long text in a list holds, less some air. */
const mostSigns = 60_000;

/** What the papers ask, and the revision a change of it is made on. */
export const paperTemplatesOf = (deps: Deps): PaperTemplatesReply => ({
  revision: revisionOf(deps.stores.settings.get('paperTemplates')?.etag),
  templates: settingsOf(deps.stores).paperTemplates,
});

/** Only what there is to name, and only where it says something. */
const namesIn = (
  names: PaperTemplate['headings'],
  codes: ReadonlySet<string>,
): PaperTemplate['headings'] =>
  Object.fromEntries(
    [...codes].flatMap((code) => {
      const name = names[code]?.replace(/\s+/g, ' ').trim() ?? '';
      return name === '' ? [] : [[code, name]];
    }),
  );

const tidied = (given: PaperTemplates): PaperTemplates =>
  Object.fromEntries(
    paperCodes.map((paper) => {
      const { headings, helps, off } = given[paper];
      const codes = codesIn(paper);
      const template: PaperTemplate = {
        headings: namesIn(headings, codes),
        helps: namesIn(helps, codes),
        off: [...new Set(off)].filter((code) => questionOf(paper, code)).sort(),
        ...tidyMaking(paper, given[paper]),
      };
      return [paper, template];
    }),
  ) as PaperTemplates;

const refusalOf = (
  now: PaperTemplates,
  templates: PaperTemplates,
): PaperTemplatesRefusal | null => {
  const kept = keptAmong(now, templates);
  if (kept) return { type: 'keptQuestion', ...kept };
  const all = Object.values(templates);
  const long = (texts: readonly string[], longest: number): PaperTemplatesRefusal | null => {
    const heading = texts.find((text) => text.length > longest);
    return heading === undefined ? null : { type: 'headingTooLong', heading, longest };
  };
  return (
    long(
      all.flatMap(({ headings }) => Object.values(headings)),
      longestHeading,
    ) ??
    long(
      all.flatMap(({ helps }) => Object.values(helps)),
      longestHelp,
    ) ??
    (JSON.stringify(templates).length > mostSigns ? { type: 'tooMany' } : null)
  );
};

/** A tab of the release before says nothing of own questions and their order: they stay. */
const withWhatIsUnsaid = (given: PaperTemplates, now: PaperTemplates): PaperTemplates =>
  Object.fromEntries(
    paperCodes.map((paper) => {
      const { own = now[paper].own, order = now[paper].order, ...rest } = given[paper];
      // What was placed has a place still, whoever saves; it may be another.
      const placed = { ...now[paper].own, ...own };
      return [paper, { ...rest, own: placed, ...(order ? { order } : {}) }];
    }),
  ) as PaperTemplates;

/** What a row said; what nobody can read was as usual. */
const saidIn = (json: string): PaperTemplates => {
  try {
    const value: unknown = JSON.parse(valueIn(json) ?? 'null');
    return arePaperTemplates(value) ? value : defaultPaperTemplates;
  } catch {
    // Written in the list by hand so that nobody can read it: then the usual held.
    return defaultPaperTemplates;
  }
};

/** Who made them otherwise, when, from what to what; the latest first. */
export const paperTemplateChanges = async (deps: Deps): Promise<readonly PaperTemplatesChange[]> =>
  (await toldOf(deps, 'paperTemplates'))
    .map(({ before, after, byName, at }) => ({
      ...{ before: saidIn(before), after: saidIn(after), byName, at },
    }))
    .reverse();

/** Sets what the papers ask, all of it, on the revision that was read. */
export const editPaperTemplates = async (
  deps: Deps,
  actor: Actor,
  { revision, templates }: PaperTemplatesReply,
): Promise<Result<PaperTemplatesReply, PaperTemplatesRefusal>> => {
  if (!may(actor, 'changeSettings')) return refused({ type: 'notAllowed' });
  const now = settingsOf(deps.stores).paperTemplates;
  const tidy = tidied(withWhatIsUnsaid(templates, now));
  const refusal = refusalOf(now, tidy);
  if (refusal) return refused(refusal);
  const write = { id: 'paperTemplates', value: JSON.stringify(tidy), revision } as const;
  return (await putSetting(deps, actor, write))
    ? done(paperTemplatesOf(deps))
    : refused({ type: 'changed', current: paperTemplatesOf(deps) });
};
