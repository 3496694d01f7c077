import { dayOf } from '#shared/domain/day.ts';
import { poolRowId } from '#shared/domain/funding.ts';
import { type Change, differenceOf } from '#shared/domain/history.ts';
import {
  type InquiryEvent,
  type InquiryId,
  type ItStep,
  itSteps,
} from '#shared/domain/inquiries/inquiry.ts';
import { type InquiryNow, inquiryNowOf, lastAnswer } from '#shared/domain/inquiries/now.ts';
import { isInquiryOpen, passedOn } from '#shared/domain/inquiries/rules.ts';
import type { Project } from '#shared/domain/project.ts';
import { blankStep, type Step, stepId } from '#shared/domain/steps.ts';
import { postPurchase } from '../money/enterPosting.ts';
import type { Deps } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, isRecorded, recordHistory } from '../record/recordHistory.ts';
import { inquiryFactsOf, readInquiry } from './inquiries.ts';
import { isInquiryUntold, tellInquiry } from './tellInquiries.ts';

const historyOf = ({ subject, step }: InquiryNow, event: InquiryEvent): Change => {
  const { kind, seq, comment, seat, onBehalf, askedId, askedName, answer, ore, dueAt } = event;
  return changeBy({ id: event.byId, name: event.byName }, 'inquiry', event.id, event.at, {
    before: '{}',
    after: JSON.stringify({
      ...{
        subject,
        step,
        kind,
        seq,
        comment,
        seat,
        onBehalf,
        askedId,
        askedName,
        answer,
        ore,
        dueAt,
      },
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
const followStep = async (deps: Deps, now: InquiryNow): Promise<void> => {
  const { step } = now;
  const event = lastAnswer(now);
  const project = deps.stores.projects.get(now.projectId)?.value;
  if (!event || step === null || !itSteps[step].ticks) return;
  if (!project || !isInquiryOpen(now, project) || isRecorded(deps, historyOf(now, event))) return;
  await write(deps, now, event, step);
};

/** What a purchase makes of its idea: the backlog, or that it is closed because it has been bought. */
const standingAfter = ({ word, bought }: InquiryNow): Partial<Project> | null => {
  if (bought) return { status: 'closed' };
  return word?.answer === 'dontBuy' ? { status: 'backlog' } : null;
};

const moveIdea = async (deps: Deps, now: InquiryNow, event: InquiryEvent): Promise<void> => {
  const { projectId } = now;
  const changes = standingAfter(now);
  const cause = `${event.id}:follows`;
  if (!changes) return;
  await changeRow(deps, deps.stores.projects, projectId, projectId, async (project) => {
    if (!isInquiryOpen(now, project) || project.lastChange?.cause === cause) return null;
    const difference = differenceOf<Project>(project, changes);
    if (difference.after === '{}' || (await isInHistory(deps, event, cause))) return null;
    const by = { id: event.byId, name: event.byName };
    return { changes, change: changeBy(by, 'edited', cause, event.at, difference) };
  });
};

/** What was paid from a pool is entered there, once, by the event's own key. */
const enterPurchase = async (deps: Deps, { projectId, bought }: InquiryNow): Promise<void> => {
  if (!bought || bought.payer === null || bought.ore === null) return;
  const title = deps.stores.projects.get(projectId)?.value.title ?? '';
  const year = Number(dayOf(bought.at).slice(0, 4));
  await postPurchase(deps, bought.byName, {
    key: bought.id,
    poolRow: poolRowId(year, bought.payer),
    text: title,
    ore: bought.ore,
    projectId,
  });
};

const followPurchase = async (deps: Deps, now: InquiryNow): Promise<void> => {
  const event = now.bought ?? now.word;
  if (now.subject !== 'purchase' || !event || isRecorded(deps, historyOf(now, event))) return;
  await enterPurchase(deps, now);
  await moveIdea(deps, now, event);
};

/** What an answer makes of the step, or of the idea, when that may be missing. */
export const followInquiryAnswer = async (deps: Deps, now: InquiryNow): Promise<void> => {
  await followStep(deps, now);
  await followPurchase(deps, now);
};

/** The chef is asked what a leder has said yes to, where it is the chef's to decide; once. */
const passOn = async (deps: Deps, now: InquiryNow): Promise<InquiryNow> => {
  const { word } = now;
  const around = now.subject === 'purchase' ? inquiryFactsOf(deps, now) : undefined;
  const move = around && passedOn(now, around);
  if (!move || !word) return now;
  const { id, projectId } = now;
  const seq = now.revision + 1;
  const row = await deps.stores.inquiries.insert({
    ...{ ...move, id: `${id}:${seq}`, seq, cause: `${word.id}:passed`, inquiryId: id, projectId },
    ...{ byId: word.byId, byName: word.byName, at: deps.clock.now() },
  });
  return inquiryNowOf(now, [...now.events, row.row.value]);
};

/** Whether a leder's yes waits to be passed on to the chef. */
export const mustPassOn = (deps: Deps, now: InquiryNow): boolean => {
  if (now.subject !== 'purchase') return false;
  const around = inquiryFactsOf(deps, now);
  return around !== undefined && passedOn(now, around) !== null;
};

/** Everything that follows from the events; doing it again changes nothing. */
export const followInquiry = async (deps: Deps, id: InquiryId): Promise<void> => {
  const read = await readInquiry(deps, id);
  if (!read) return;
  await followInquiryAnswer(deps, read);
  const now = await passOn(deps, read);
  await tellInquiry(deps, now);
  for (const event of now.events) await recordHistory(deps, now.projectId, historyOf(now, event));
};

/** Whether something of what follows may be missing, as far as memory knows. */
export const needsInquiryFollow = (deps: Deps, now: InquiryNow): boolean =>
  mustPassOn(deps, now) ||
  now.events.some((event) => !isRecorded(deps, historyOf(now, event))) ||
  isInquiryUntold(deps, now);
