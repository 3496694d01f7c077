import { approvals } from './approvals.ts';
import { benefits } from './benefits.ts';
import { chainEdits } from './chainEdits.ts';
import { chefComments } from './chefComments.ts';
import { decisions, requests, statements } from './decisions.ts';
import { followers } from './followers.ts';
import { history } from './history.ts';
import { inquiries } from './inquiries.ts';
import { interests } from './interests.ts';
import { ledger, pools } from './ledger.ts';
import type { RowOf } from './list.ts';
import { meetings } from './meetings.ts';
import { conversations, outbox } from './messages.ts';
import { paperContents, papers, paperVersions } from './papers.ts';
import { people, settings } from './people.ts';
import { projects } from './projects.ts';
import { spreadUnits } from './spreadUnits.ts';
import { statusReports } from './statusReports.ts';
import { steps } from './steps.ts';
import { stories, storyEvents } from './stories.ts';
import { visits } from './visits.ts';

/** Every list of the site. Provisioning, the mirror and the tests go through these. */
export const lists = {
  projects,
  steps,
  spreadUnits,
  statusReports,
  papers,
  paperVersions,
  requests,
  statements,
  decisions,
  approvals,
  chefComments,
  interests,
  inquiries,
  benefits,
  visits,
  chainEdits,
  followers,
  meetings,
  pools,
  ledger,
  people,
  settings,
  stories,
  storyEvents,
  messages: outbox,
  conversations,
  paperContents,
  history,
} as const;

/** What a row of each list holds. */
export type Rows = { readonly [K in keyof typeof lists]: RowOf<(typeof lists)[K]> };
