import { at } from '#shared/contract/at.ts';
import type { ChefCommentLine } from '#shared/contract/chefComments.ts';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { Area } from '#shared/domain/area.ts';
import { chefPageWords } from '#shared/words/chefComments/page.ts';
import { hourMoment } from '#shared/words/dates.ts';
import { ChecklistWord } from '../asking/ChecklistWord.tsx';
import { useProject } from '../project/editing.tsx';
import { useMe } from '../shell/Looking.tsx';

const openState = (line: ChefCommentLine, name: string): string => {
  if (line.hasOpenQuestion) return chefPageWords.chefAsks(name);
  return line.lacks === 'pool'
    ? chefPageWords.waitsPool(name)
    : chefPageWords.waits(name, hourMoment(line.dueAt ?? ''));
};

/** How it goes with the chef's comment, in a sentence; '' when there is nothing to say. */
const stateOf = (line: ChefCommentLine, areas: readonly Area[]): string => {
  const name = line.chefName || chefPageWords.chef;
  if (line.lacks !== null) return openState(line, name);
  if (line.differs !== null) return chefPageWords.differs(areas, line.differs);
  if (!line.isOwnerDone) return chefPageWords.ownerFirst;
  return line.mayBeAsked ? chefPageWords.sendHint(name, hourMoment(line.wouldBeDueAt)) : '';
};

/** The chef's comment on the project's page. */
export const ChefsWord = ({ line }: { readonly line: ChefCommentLine }) => {
  const { act } = useProject();
  const { areas } = useMe();
  const { id, revision, dueAt } = line;
  const send = () =>
    act(at('POST /api/chef-comments/:id/moves', { id }), { type: 'asked', revision });
  return (
    <ChecklistWord
      state={stateOf(line, areas)}
      hash={hashOf({ type: 'decide', requestId: matterIdOf('chefComment', id) })}
      see={chefPageWords.see}
      waits={line.waits !== null}
      answers={line.answers}
      ask={
        line.mayBeAsked
          ? { label: dueAt === null ? chefPageWords.askChef : chefPageWords.askAgain, send }
          : null
      }
    />
  );
};
