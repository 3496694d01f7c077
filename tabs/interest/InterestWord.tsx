import { at } from '#shared/contract/at.ts';
import type { InterestLine } from '#shared/contract/interests.ts';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { hourMoment } from '#shared/words/dates.ts';
import { interestPageWords } from '#shared/words/interest/page.ts';
import { ChecklistWord } from '../asking/ChecklistWord.tsx';
import { useProject } from '../project/editing.tsx';

const stateOf = (line: InterestLine): string => {
  const { owes, word, mayAsk, wouldBeDueAt } = line;
  if (owes !== null) return interestPageWords.state(line);
  if (word?.kind === 'no' || word?.kind === 'notNow')
    return interestPageWords.declined(word.byName, word.kind === 'no', word.comment);
  return mayAsk.length > 0 ? interestPageWords.sendHint(hourMoment(wouldBeDueAt)) : '';
};

/** Whether the idea is wanted, on its page: who is asked, and who could be. */
export const InterestWord = ({
  line,
  isNext = false,
}: {
  readonly line: InterestLine;
  /** Asking is what the page is about now. */
  readonly isNext?: boolean;
}) => {
  const { act } = useProject();
  const { id, revision, mayAsk } = line;
  const asks = mayAsk.map((person) => ({
    id: person.id,
    label: person.id === null ? interestPageWords.askChef(person.name) : person.name,
    send: () =>
      act(at('POST /api/interests/:id/moves', { id }), {
        type: 'asked',
        revision,
        askedId: person.id,
      }),
  }));
  return (
    <ChecklistWord
      state={stateOf(line)}
      hash={hashOf({ type: 'decide', requestId: matterIdOf('interest', id) })}
      see={interestPageWords.see}
      waits={line.waits !== null}
      answers={line.answers}
      isNext={isNext}
      ask={asks.find((one) => one.id === null) ?? null}
      others={{
        label: interestPageWords.askLeder,
        asks: asks.filter((one) => one.id !== null),
      }}
    />
  );
};
