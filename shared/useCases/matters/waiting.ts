import type { PersonId } from '#shared/domain/person.ts';
import { remembered } from '../kept/remembered.ts';
import type { Deps } from '../ports.ts';
import { approvalMatter } from './approvalMatter.ts';
import { benefitMatter } from './benefitMatter.ts';
import { chefCommentMatter } from './chefCommentMatter.ts';
import { inquiryMatter } from './inquiryMatter.ts';
import { interestMatter } from './interestMatter.ts';
import type { WaitingMatter } from './kind.ts';
import { quarterMatter } from './quarterMatter.ts';
import { requestMatter } from './requestMatter.ts';
import { storyMatter } from './storyMatter.ts';
import { visitMatter } from './visitMatter.ts';

/** The kinds that ask somebody something. A new one is one more line. */
export const asking = {
  request: requestMatter,
  story: storyMatter,
  approval: approvalMatter,
  chefComment: chefCommentMatter,
  interest: interestMatter,
  inquiry: inquiryMatter,
  benefit: benefitMatter,
  visit: visitMatter,
  quarter: quarterMatter,
} as const;

/**
 * What waits for each who is asked for, longest waiting first. What is open is looked up once, and the
 * same answer is given again until a list it rests on has changed: it is asked for at every look of
 * everybody's.
 */
export const waitingNow: (deps: Deps) => (personId: PersonId) => readonly WaitingMatter[] =
  remembered((deps) => {
    const looks = Object.values(asking).map((kind) => kind.waiting(deps));
    const found = new Map<PersonId, readonly WaitingMatter[]>();
    return (personId) => {
      const known = found.get(personId);
      if (known) return known;
      const waiting = looks
        .flatMap((look) => look(personId))
        .sort((a, b) => a.since.localeCompare(b.since));
      found.set(personId, waiting);
      return waiting;
    };
  });

/** All that waits for a person, longest waiting first. */
export const mattersWaitingFor = (deps: Deps, personId: PersonId): readonly WaitingMatter[] =>
  waitingNow(deps)(personId);
