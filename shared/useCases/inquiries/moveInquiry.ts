import {
  type InquiryEvent,
  type InquiryId,
  purchaseIdOf,
} from '#shared/domain/inquiries/inquiry.ts';
import { type InquiryNow, inquiryNowOf } from '#shared/domain/inquiries/now.ts';
import {
  type InquiryGiven,
  type InquiryRefusal,
  inquiryMoveFor,
} from '#shared/domain/inquiries/rules.ts';
import type { InquiryView } from '#shared/domain/inquiries/view.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { AskingResult } from '../asking/result.ts';
import { type Deps, Fault } from '../ports.ts';
import { appendEvent } from '../record/appendEvent.ts';
import { followInquiry, followInquiryAnswer } from './followInquiry.ts';
import { inquiryFactsOf, inquiryViewFrom, readInquiry } from './inquiries.ts';

/** What whoever pressed had seen; with it the same press is the same, however often it comes. */
const seenIn = (given: InquiryGiven): string => {
  if (given.type === 'reply') return `q${given.question}`;
  return 'ask' in given ? `a${given.ask}:${given.revision}` : `r${given.revision}`;
};

const mustView = (deps: Deps, now: InquiryNow): InquiryView => {
  const view = inquiryViewFrom(deps, now);
  if (!view) throw new Fault('row.invalid', { id: now.id });
  return view;
};

/** The rule is asked of the lists as they are: what it rests on is read, not remembered. */
const readAround = async (
  { stores }: Deps,
  { id }: Pick<Actor, 'id'>,
  { projectId }: InquiryNow,
): Promise<void> => {
  await Promise.all([
    stores.projects.read(projectId),
    stores.steps.readWhere('projectId', projectId),
    stores.people.read(id),
    ...(['screening', 'purchase'] as const).map((subject) =>
      stores.inquiries.readWhere('inquiryId', purchaseIdOf(projectId, subject)),
    ),
  ]);
};

/** Anything that happens to something that is asked, from a card or from the tab. */
export const moveInquiry = async (
  deps: Deps,
  actor: Actor,
  id: InquiryId,
  given: InquiryGiven,
): Promise<AskingResult<InquiryView, InquiryRefusal>> => {
  const first = await readInquiry(deps, id);
  if (!first) return { type: 'unknown' };
  await readAround(deps, actor, first);
  if (!inquiryFactsOf(deps, first)) return { type: 'unknown' };
  const content = deps.hashOf(JSON.stringify([actor.id, given])).slice(0, 16);
  const result = await appendEvent<InquiryEvent, InquiryNow, InquiryRefusal>(
    {
      table: deps.stores.inquiries,
      idOf: (seq) => `${id}:${seq}`,
      withEvents: (now, events) => inquiryNowOf(now, [...now.events, ...events]),
      seen: given.type === 'reply' ? given.question : given.revision,
      causeOf: () => `${id}:${seenIn(given)}:${given.type}:${content}`,
      eventFor: async (now, numbered) => {
        const around = inquiryFactsOf(deps, now);
        if (!around) return { refusal: { type: 'notNow' } };
        const move = inquiryMoveFor(now, actor, given, around);
        if (!move.ok) return { refusal: move.refusal };
        const by = { byId: actor.id, byName: actor.name, at: deps.clock.now() };
        const of = { inquiryId: id, projectId: now.projectId };
        return { event: { ...move.value, ...numbered, ...of, ...by } };
      },
    },
    first,
  );
  // Whoever answered sees a step that is as they said.
  if (result.type !== 'refused') await followInquiryAnswer(deps, result.now);
  deps.later('followInquiry', () => followInquiry(deps, id));
  const view = mustView(deps, result.now);
  return result.type === 'refused'
    ? { type: 'refused', refusal: result.refusal, view }
    : { type: result.type, view };
};
