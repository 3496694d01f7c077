import { type Change, differenceOf } from '#shared/domain/history.ts';
import {
  type InquiryEvent,
  type InquiryId,
  type ItStep,
  itSteps,
} from '#shared/domain/inquiries/inquiry.ts';
import { type InquiryNow, lastAnswer } from '#shared/domain/inquiries/now.ts';
import { isInquiryOpen } from '#shared/domain/inquiries/rules.ts';
import { blankStep, type Step, stepId } from '#shared/domain/steps.ts';
import type { Deps } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, isRecorded, recordHistory } from '../record/recordHistory.ts';
import { readInquiry } from './inquiries.ts';
import { isInquiryUntold, tellInquiry } from './tellInquiries.ts';

const historyOf = ({ subject, step }: InquiryNow, event: InquiryEvent): Change => {
  const { kind, seq, comment, seat, onBehalf, askedId, askedName, answer, dueAt } = event;
  return changeBy({ id: event.byId, name: event.byName }, 'inquiry', event.id, event.at, {
    before: '{}',
    after: JSON.stringify({
      ...{ subject, step, kind, seq, comment, seat, onBehalf, askedId, askedName, answer, dueAt },
    }),
  });
};

type Ticked = Pick<Step, 'done' | 'doneByName' | 'doneAt'>;

/** What an answer makes of its step: *I orden* ticks it, and another takes back their own tick. */
const tickFor = ({ events }: InquiryNow, { answer, at, byName }: InquiryEvent, step: Step) => {
  if (answer === 'fine')
    return step.done ? {} : ({ done: true, doneByName: byName, doneAt: at } satisfies Ticked);
  const isOwnTick = events.some((event) => event.answer === 'fine' && event.at === step.doneAt);
  return step.done && isOwnTick
    ? ({ done: false, doneByName: '', doneAt: null } satisfies Ticked)
    : {};
};

const isInHistory = async (
  { stores }: Deps,
  { projectId, id }: InquiryEvent,
  cause: string,
): Promise<boolean> =>
  (await stores.history.readWhere('subject', projectId)).some(
    ({ value }) => value.cause === cause || value.cause === id,
  );

const write = async (deps: Deps, now: InquiryNow, event: InquiryEvent, code: ItStep) => {
  const { projectId } = now;
  const { steps } = deps.stores;
  const id = stepId(projectId, code);
  const cause = `${event.id}:follows`;
  const changeFrom = (step: Step) => {
    const changes = tickFor(now, event, step);
    const { before, after } = differenceOf(step, changes);
    const told = { before, after: JSON.stringify({ code, ...JSON.parse(after) }) };
    const change = changeBy(
      { id: event.byId, name: event.byName },
      'stepChanged',
      cause,
      event.at,
      told,
    );
    return after === '{}' ? null : { changes, change };
  };
  if (!steps.get(id)) {
    const made = changeFrom(blankStep(projectId, code));
    if (!made) return;
    const { type } = await steps.insert({
      ...blankStep(projectId, code),
      ...made.changes,
      lastChange: made.change,
    });
    if (type === 'inserted') {
      deps.later('history', async () => {
        await recordHistory(deps, projectId, made.change);
      });
      return;
    }
  }
  // Whoever ticks or unticks it by hand afterwards has the word.
  await changeRow(deps, steps, id, projectId, async (step) => {
    if (step.lastChange?.cause === cause) return null;
    const made = changeFrom(step);
    return made && !(await isInHistory(deps, event, cause)) ? made : null;
  });
};

/** Ticks the step that an answer is about, when that may be missing. */
export const followInquiryAnswer = async (deps: Deps, now: InquiryNow): Promise<void> => {
  const { step } = now;
  const event = lastAnswer(now);
  const project = deps.stores.projects.get(now.projectId)?.value;
  if (!event || step === null || !itSteps[step].ticks) return;
  if (!project || !isInquiryOpen(now, project) || isRecorded(deps, historyOf(now, event))) return;
  await write(deps, now, event, step);
};

/** Everything that follows from the events; doing it again changes nothing. */
export const followInquiry = async (deps: Deps, id: InquiryId): Promise<void> => {
  const now = await readInquiry(deps, id);
  if (!now) return;
  await followInquiryAnswer(deps, now);
  await tellInquiry(deps, now);
  for (const event of now.events) await recordHistory(deps, now.projectId, historyOf(now, event));
};

/** Whether something of what follows may be missing, as far as memory knows. */
export const needsInquiryFollow = (deps: Deps, now: InquiryNow): boolean =>
  now.events.some((event) => !isRecorded(deps, historyOf(now, event))) ||
  isInquiryUntold(deps, now);
