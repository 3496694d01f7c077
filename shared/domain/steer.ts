import type { Refusal } from './answer.ts';
import type { AreaId } from './area.ts';
import type { Decision } from './request.ts';
import type { RequestView } from './requestView.ts';

/** Why an open request is not withdrawn, handed on, put on the agenda or recorded. */
export type SteerRefusal =
  | { readonly type: 'notAllowed' }
  | { readonly type: 'alreadyEnded'; readonly decision: Decision }
  | { readonly type: 'reasonMissing' }
  | { readonly type: 'commentTooLong'; readonly longest: number }
  | { readonly type: 'unknownArea' }
  /** Nobody holds that seat: it would wait for nobody. */
  | { readonly type: 'emptySeat' }
  | { readonly type: 'sameDecider' }
  /** More than one chef decides it: it can be sent on to the chefgruppe only. */
  | { readonly type: 'notForOneChef' }
  /** Only a hearing in the chefgruppe has an agenda, and only what waits for the meeting is recorded. */
  | { readonly type: 'notAHearing' }
  | { readonly type: 'notWaitingForMeeting' }
  | { readonly type: 'notAnOutcome' }
  | { readonly type: 'notVerySmall' }
  /** These have said something else: they change it, or it is noted with a reason. */
  | { readonly type: 'differs'; readonly seats: readonly AreaId[] }
  | Extract<Refusal, { type: 'poolShort' | 'yearNotOpened' }>;

/** Where a gate may be handed on to: the chefgruppe, `agenda` = its next meeting, or a chef's seat by its area. */
export type HandOnTo = string;

/** A gate that is open, and the seats it waits for that nobody holds. */
export type Unheld = { readonly view: RequestView; readonly seats: readonly AreaId[] };
