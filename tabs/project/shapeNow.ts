import type { ProjectReply } from '#shared/contract/api.ts';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import type { Area } from '#shared/domain/area.ts';
import type { Decider } from '#shared/domain/decider.ts';
import type { Gate } from '#shared/domain/gates.ts';
import { daysText, shortDayText, weekdayText } from '#shared/words/dates.ts';
import {
  allReadyText,
  answerToText,
  meetingOnText,
  missingToText,
  projectWords,
  sendToText,
  waitsForText,
} from '#shared/words/screens/project.ts';
import { listText, seatName } from '#shared/words/words.ts';

type Said = { readonly text: string; readonly small: string };
export type NowAndNext = { readonly now: Said; readonly next: Said };

const said = (text: string, small = ''): Said => ({ text, small });

export const deciderName = (decider: Decider, areas: readonly Area[]): string =>
  decider.type === 'chefgruppe'
    ? projectWords.chefgruppe
    : listText(decider.seats.map((seat) => seatName(areas, seat)));

type Open = NonNullable<ProjectReply['open']>;

const afterOpen = ({ view }: Open): Said =>
  view.state.type === 'meeting' && view.statusDay !== null
    ? said(meetingOnText(weekdayText(view.statusDay)))
    : said(answerToText(view.request.gate));

const beforeSending = (reply: ProjectReply, gate: Gate, areas: readonly Area[]): NowAndNext => {
  const { missing, routing } = reply;
  return {
    now: said(missing.length > 0 ? missingToText(missing.length, gate) : allReadyText(gate)),
    next: said(
      routing ? sendToText(deciderName(routing.decider, areas)) : projectWords.nothingNext,
    ),
  };
};

/** What nobody wrote, but the project itself can tell. */
const knownOf = (
  reply: ProjectReply,
  areas: readonly Area[],
  daysSince: (at: string) => number,
): NowAndNext => {
  const { open, gate } = reply;
  if (open) {
    const { decider, askedAt } = open.view.request;
    return {
      now: said(waitsForText(deciderName(decider, areas), daysSince(askedAt))),
      next: afterOpen(open),
    };
  }
  if (gate) return beforeSending(reply, gate, areas);
  return { now: said(projectWords.nothingNow), next: said(projectWords.nothingNext) };
};

const waitsIn = (reply: ProjectReply, daysSince: (at: string) => number): Said | null => {
  if (reply.open) return null;
  const { asked } = reply;
  if (asked) return said(waitsForText(asked.whom, daysSince(asked.since)));
  const { waitsFor, waitsSince } = reply.project;
  return waitsFor === ''
    ? null
    : said(
        `${projectWords.waitsFor} ${waitsFor}`,
        waitsSince === null ? '' : daysText(daysSince(waitsSince)),
      );
};

/** What of the project waits for the reader's own word: what it is called where it is answered, and since when. */
export const yoursIn = ({
  open,
  approval,
  chefComment,
  asked,
}: ProjectReply): { readonly matter: string; readonly since: string | null } | null => {
  if (open) {
    const { id, askedAt } = open.view.request;
    return open.waits === null ? null : { matter: id, since: askedAt };
  }
  const since = asked?.since ?? null;
  if (approval && approval.waits !== null)
    return { matter: matterIdOf('approval', approval.id), since };
  return chefComment && chefComment.waits !== null
    ? { matter: matterIdOf('chefComment', chefComment.id), since }
    : null;
};

const yoursText = (reply: ProjectReply, daysSince: (at: string) => number): Said | null => {
  const yours = yoursIn(reply);
  if (!yours) return null;
  return said(waitsForText(projectWords.you, yours.since === null ? 0 : daysSince(yours.since)));
};

/**
 * "Nu → Næste". What waits for the reader comes before all. An open request is what the project waits for, and before it the owner or the chef
 * who is asked, whatever was written; else what people wrote comes first, and what the project itself can tell fills the gaps.
 */
export const nowAndNext = (
  reply: ProjectReply,
  areas: readonly Area[],
  daysSince: (at: string) => number,
): NowAndNext => {
  const { nextStep, nextStepDue } = reply.project;
  const known = knownOf(reply, areas, daysSince);
  return {
    now: yoursText(reply, daysSince) ?? waitsIn(reply, daysSince) ?? known.now,
    next:
      nextStep === ''
        ? known.next
        : said(nextStep, nextStepDue === null ? '' : shortDayText(nextStepDue)),
  };
};
