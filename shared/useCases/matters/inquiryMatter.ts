import { waitsSince } from '#shared/domain/asking/asking.ts';
import { inquiryAnswerers } from '#shared/domain/inquiries/people.ts';
import { inquiryWaitsOn } from '#shared/domain/inquiries/view.ts';
import {
  allInquiries,
  inquiriesOf,
  inquiryById,
  isWaitingNow,
} from '../checklist/inquiriesHeld.ts';
import { followInquiry, needsInquiryFollow } from '../inquiries/followInquiry.ts';
import { inquiryViewOf, openInquiries } from '../inquiries/inquiries.ts';
import { isInquiryMessageDue, isInquiryUntold, tellInquiry } from '../inquiries/tellInquiries.ts';
import { callingAmong, callsForNothing, hoursOf } from '../kept/calling.ts';
import { peopleIn } from '../people.ts';
import { learnRecordedOnce } from '../record/recordHistory.ts';
import type { MatterKind } from './kind.ts';

const calling = callingAmong({
  own: { inquiries: 'inquiryId' },
  subjects: ({ inquiries }) => inquiries.all().map(({ value }) => value.inquiryId),
  look: (deps, id) => {
    const now = inquiryById(deps.stores, id);
    if (!now) return callsForNothing;
    const calls = isWaitingNow(deps.stores, now) && isInquiryUntold(deps, now);
    return { calls, hours: hoursOf(now.ask) };
  },
});

/** Something that somebody is asked about a project. */
export const inquiryMatter: MatterKind = {
  revision: ({ stores }, { inquiryId }) =>
    inquiryId === null ? 0 : stores.inquiries.where('inquiryId', inquiryId).length,
  told: (deps, message) => {
    const view = message.inquiryId === null ? undefined : inquiryViewOf(deps, message.inquiryId);
    if (!view) return undefined;
    const isDue = isInquiryMessageDue(deps, view.now, message);
    return {
      matter: { type: 'inquiry', revision: view.now.revision, view },
      isOvertaken: !isDue,
      isWanted: isDue,
    };
  },
  answerers: (deps, { inquiryId, kind }) => {
    const view = inquiryId === null ? undefined : inquiryViewOf(deps, inquiryId);
    return view && kind !== 'inquiryQuestion'
      ? inquiryAnswerers(view.now, view.project, peopleIn(deps), deps.clock.day()).map(
          ({ id }) => id,
        )
      : [];
  },
  toldOfProject: ({ stores }, projectId) =>
    inquiriesOf(stores, projectId).flatMap(({ id }) => stores.messages.where('inquiryId', id)),
  waiting: (deps) => {
    const open = openInquiries(deps);
    return (personId) =>
      open.flatMap((view) => {
        const waits = inquiryWaitsOn(view, personId);
        return waits === null
          ? []
          : [{ type: 'inquiry', since: waitsSince(view.now, waits), waits, view }];
      });
  },
  unfinished: async (deps) => {
    const all = allInquiries(deps.stores);
    if (all.length > 0) await learnRecordedOnce(deps, 'inquiry');
    return all
      .filter((now) => needsInquiryFollow(deps, now))
      .map((now) => [now.id, () => followInquiry(deps, now.id)]);
  },
  byClock: async (deps) => {
    let told = 0;
    for (const id of calling(deps)) {
      const now = inquiryById(deps.stores, id);
      if (now && isWaitingNow(deps.stores, now)) told += await tellInquiry(deps, now);
    }
    return told;
  },
};
