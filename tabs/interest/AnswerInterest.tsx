import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { InterestReply, PostInterestMove } from '#shared/contract/interests.ts';
import { interestPriorities } from '#shared/domain/interest/interest.ts';
import { openInterestQuestion } from '#shared/domain/interest/view.ts';
import { interestPageWords } from '#shared/words/interest/page.ts';
import { interestWords } from '#shared/words/interest/words.ts';
import {
  type AnswerButton,
  Answers,
  answerPlace,
  Choices,
  ReplyForm,
  useSending,
} from '../asking/answering.tsx';
import { type Moved, movedBy } from '../asking/moved.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { usePageStyles } from '../stories/pageStyles.ts';

type Props = {
  readonly reply: InterestReply;
  readonly onMoved: (moved: Moved<InterestReply>, isReply: boolean) => void;
};

const { after } = interestPageWords;

const seenIn = ({ view: { now } }: InterestReply) => ({
  ask: now.ask?.seq ?? 0,
  revision: now.revision,
});

const answersOf = (
  reply: InterestReply,
  comment: string,
): readonly AnswerButton<PostInterestMove>[] => {
  const said = { ...seenIn(reply), comment };
  const small = { isPrimary: false, isMinor: true } as const;
  return [
    ...interestPriorities.map(
      (priority): AnswerButton<PostInterestMove> => ({
        key: priority,
        label: interestWords.yes(priority),
        after: after.yes[priority],
        ...small,
        move: { type: 'yes', ...said, priority },
      }),
    ),
    {
      key: 'notNow',
      label: interestWords.notNow,
      after: after.notNow,
      ...small,
      move: { type: 'notNow', ...said },
    },
    {
      key: 'no',
      label: interestWords.no,
      after: after.no,
      ...small,
      move: { type: 'no', ...said },
    },
    ...(reply.view.owes === 'interest'
      ? [
          {
            key: 'question',
            label: interestWords.ask,
            after: after.question,
            ...small,
            move: { type: 'question', ...said },
          } as const,
        ]
      : []),
  ];
};

type Sending = ReturnType<typeof useSending<PostInterestMove, InterestReply>>;

/** After a yes: one of the area's ledere, whoever answers, or nobody yet. */
const NameOwner = ({ reply, sending }: { reply: InterestReply; sending: Sending }) => {
  const { owners } = reply.view;
  const [ownerId, setOwnerId] = useState(owners[0]?.id ?? '');
  const seen = seenIn(reply);
  const { id } = reply.reader;
  const name = owners.find((owner) => owner.id === ownerId)?.name ?? '';
  const buttons: readonly AnswerButton<PostInterestMove>[] = [
    ...(ownerId === ''
      ? []
      : [
          {
            key: 'name',
            label: interestWords.nameOwner,
            after: name,
            isPrimary: true,
            move: { type: 'owner', ...seen, ownerId },
          } as const,
        ]),
    {
      key: 'me',
      label: interestWords.ownIt,
      after: after.ownIt,
      isPrimary: false,
      move: { type: 'owner', ...seen, ownerId: id },
    },
    {
      key: 'later',
      label: interestWords.later,
      after: after.later,
      isPrimary: false,
      move: { type: 'owner', ...seen, ownerId: null },
    },
  ];
  return (
    <>
      {owners.length > 0 && (
        <Field label={interestWords.owner}>
          <Select value={ownerId} onChange={(_, data) => setOwnerId(data.value)}>
            {owners.map((owner) => (
              <option key={owner.id} value={owner.id}>
                {owner.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Choices sending={sending} buttons={buttons} />
    </>
  );
};

/** What whoever reads may do about it; the same rule as on the card. */
export const AnswerInterest = ({ reply, onMoved }: Props) => {
  const api = useApi();
  const page = usePageStyles();
  const { waits, view } = reply;
  const { id, exchanges } = view.now;
  const sending = useSending<PostInterestMove, InterestReply>(
    answerPlace(id, view.now.ask),
    async (move) => movedBy(await api.send(at('POST /api/interests/:id/moves', { id }), move)),
    (moved, { type }) => onMoved(moved, type === 'reply'),
  );
  const { comment } = sending;
  const question = openInterestQuestion(view);
  if (waits === 'reply' && question !== null)
    return (
      <section className={page.section} aria-label={interestPageWords.yourAnswer}>
        <ReplyForm<PostInterestMove>
          question={exchanges.find((one) => one.question.seq === question)?.question}
          sending={sending}
          move={{ type: 'reply', question, comment }}
        />
      </section>
    );
  return (
    <section className={page.section} aria-label={interestPageWords.yourAnswer}>
      {view.owes === 'owner' ? (
        <NameOwner reply={reply} sending={sending} />
      ) : (
        <Answers<PostInterestMove>
          label={interestWords.field}
          sending={sending}
          buttons={answersOf(reply, comment)}
        />
      )}
    </section>
  );
};
