import { type Change, differenceOf } from '#shared/domain/history.ts';
import { askedValues, type PaperContent } from '#shared/domain/papers/content.ts';
import {
  latestOf,
  type PaperEvent,
  type PaperNow,
  type PaperVersion,
} from '#shared/domain/papers/now.ts';
import { minutesFor, versionName } from '#shared/domain/papers/paper.ts';
import { sectionsOf } from '#shared/domain/papers/template.ts';
import { blankStep, type Step, type StepCode, stepId } from '#shared/domain/steps.ts';
import { askOwnersAnew } from '../approvals/moveApproval.ts';
import { allPapers } from '../checklist/papersHeld.ts';
import type { Deps } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, isRecorded, learnRecordedOnce, recordHistory } from '../record/recordHistory.ts';
import { appendToPaper, type PaperNamed, readContent, readPaper } from './papers.ts';

const historyOf = (event: PaperEvent): Change =>
  changeBy({ id: event.byId, name: event.byName }, 'paper', event.id, event.at, {
    before: '{}',
    after: JSON.stringify({ paper: event.paper, version: event.version, words: event.words }),
  });

const savesIn = ({ events }: PaperNow): readonly PaperEvent[] =>
  events.filter(({ kind }) => kind === 'saved');

type Following = { readonly now: PaperNow; readonly version: PaperVersion };

/** Whoever pasted another paper since the version was saved meant that one. */
const isPastedSince = ({ lastChange }: Step, { now, version }: Following): boolean =>
  lastChange !== null && lastChange.at > version.at && !lastChange.cause.startsWith(`${now.id}:v`);

/** Sets a step as if whoever saved the version had done it themselves; once is as good as twice. */
const setStep = async (
  deps: Deps,
  { now, version }: Following,
  code: StepCode,
  valuesFor: (step: Step) => Partial<Step> | null,
): Promise<void> => {
  const { projectId } = now;
  const id = stepId(projectId, code);
  const by = { id: version.byId, name: version.byName };
  const causeAt = `${now.id}:v${version.version}:${code}`;
  const done = { done: true, doneByName: version.byName, doneAt: version.at } as const;
  const blank = blankStep(projectId, code);
  const first = { ...done, ...valuesFor(blank) };
  const made = {
    cause: `${causeAt}:made`,
    ...{ before: '{}', after: JSON.stringify({ code, ...first }) },
  };
  const change = changeBy(by, 'stepChanged', made.cause, version.at, made);
  if (!deps.stores.steps.get(id)) {
    const inserted = await deps.stores.steps.insert({ ...blank, ...first, lastChange: change });
    if (inserted.type === 'inserted') return recordHistory(deps, projectId, change);
  }
  await changeRow(deps, deps.stores.steps, id, projectId, (step, etag) => {
    const values = valuesFor(step);
    const difference = values && differenceOf(step, { ...done, ...values });
    if (!difference || difference.after === '{}') return null;
    const after = JSON.stringify({ code, ...JSON.parse(difference.after) });
    return {
      changes: { ...done, ...values },
      change: changeBy(by, 'stepChanged', `${causeAt}:${etag}`, deps.clock.now(), {
        ...difference,
        after,
      }),
    };
  });
};

/** The step is what the gate, the owner and the chef go by. */
const setPaperStep = async (deps: Deps, following: Following, link: string): Promise<void> => {
  const { now, version } = following;
  if (latestOf(now)?.version !== version.version) return;
  const values = {
    ...{ link, version: versionName(version.version) },
    minutes: minutesFor(version.words),
  };
  await setStep(deps, following, now.paper, (step) =>
    isPastedSince(step, following) && step.link !== link ? null : values,
  );
  deps.later('askOwnersAnew', () => askOwnersAnew(deps, now.projectId));
};

/** Answered in the paper, the checklist needs no tick of its own (seeds 000:637). */
const isChecklistDone = (content: PaperContent): boolean => {
  const found = askedValues(content, content.values);
  const checks = sectionsOf(content.paper, content.template, content.facts.type)
    .filter(({ code }) => code === 'checklist')
    .flatMap(({ questions }) => questions)
    .filter(({ extra }) => extra !== true);
  return checks.length > 0 && checks.every(({ code }) => found[code]?.answer != null);
};

const tickChecklist = async (
  deps: Deps,
  following: Following,
  content: PaperContent,
): Promise<void> => {
  const code = 'ideaChecklist';
  if (following.now.paper !== 'ideaDescription' || !isChecklistDone(content)) return;
  await setStep(deps, following, code, (step) => (step.done ? null : {}));
};

/** Puts the version's document where people find it, and says so on the step. */
const fileVersion = async (deps: Deps, following: Following): Promise<void> => {
  const { now, version } = following;
  const content = await readContent(deps, version.contentId);
  const { name, bytes } = await deps.wordOf({ content, version });
  const link = await deps.documents.put({ projectId: now.projectId, name }, bytes);
  await setPaperStep(deps, following, link);
  await tickChecklist(deps, following, content);
  await appendToPaper<never>(deps, now, {
    seen: 0,
    causeOf: () => `${now.id}:filed:${version.version}`,
    eventFor: (_, numbered) => ({
      event: {
        ...numbered,
        ...{ paperId: now.id, projectId: now.projectId, paper: now.paper, kind: 'filed' },
        ...{ byId: version.byId, byName: version.byName, at: deps.clock.now() },
        ...{ version: version.version, fieldsHash: '', contentId: version.contentId },
        ...{ words: version.words, link },
      },
    }),
  });
};

/** Everything that follows from a saved version; doing it again changes nothing. */
export const followPaper = async (deps: Deps, named: PaperNamed): Promise<void> => {
  const now = await readPaper(deps, named);
  for (const event of savesIn(now)) await recordHistory(deps, now.projectId, historyOf(event));
  for (const version of now.versions)
    if (version.link === null) await fileVersion(deps, { now, version });
};

/** Papers of which something was cut off, as far as memory knows. */
export const unfinishedPapers = async (deps: Deps): Promise<readonly PaperNow[]> => {
  const all = allPapers(deps.stores);
  if (all.length > 0) await learnRecordedOnce(deps, 'paper');
  return all.filter(
    (now) =>
      now.versions.some(({ link }) => link === null) ||
      savesIn(now).some((event) => !isRecorded(deps, historyOf(event))),
  );
};
