import { at } from '#shared/contract/at.ts';
import type { ChefCommentReply, PostChefMove } from '#shared/contract/chefComments.ts';
import { type PayerChoice, payerChoices } from '#shared/domain/chefComments/chefComment.ts';
import { openChefQuestion } from '#shared/domain/chefComments/view.ts';
import { askingWords } from '#shared/words/asking/words.ts';
import { chefPageWords } from '#shared/words/chefComments/page.ts';
import { chefWords } from '#shared/words/chefComments/words.ts';
import {
  type AnswerButton,
  Answers,
  answerPlace,
  ReplyForm,
  useSending,
} from '../asking/answering.tsx';
import { type Moved, movedBy } from '../asking/moved.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { usePageStyles } from '../stories/pageStyles.ts';

type Props = {
  readonly reply: ChefCommentReply;
  readonly onMoved: (moved: Moved<ChefCommentReply>, isReply: boolean) => void;
};

const buttonsOf = (
  { view }: ChefCommentReply,
  comment: string,
): readonly AnswerButton<PostChefMove>[] => {
  const { now, lacks, ore, areas, project, choices, decidesOwn } = view;
  const seen = { ask: now.ask?.seq ?? 0, revision: now.revision, comment };
  const isPool = choices.length > 0;
  const { after, comesTo } = chefPageWords;
  const decides = { own: decidesOwn === 'chef' ? after.own : after.common, common: after.common };
  const afterOf = (choice: PayerChoice): string => {
    if (choice === 'several') return after.several;
    const pool = choices.find((one) => (one.pool === 'common') === (choice === 'common'));
    return pool ? comesTo(pool, decides[choice]) : '';
  };
  const pools = isPool
    ? payerChoices.map(
        (choice): AnswerButton<PostChefMove> => ({
          key: choice,
          label: chefWords.choices(choice, areas, project.leadArea),
          after: afterOf(choice),
          isPrimary: false,
          move: { type: 'chosen', ...seen, ore, choice },
        }),
      )
    : [];
  const word: AnswerButton<PostChefMove> = {
    key: 'commented',
    label: isPool ? chefWords.commentOnly : chefWords.comment,
    after: isPool ? after.commentOnly : after.comment,
    isPrimary: !isPool,
    isMinor: isPool,
    move: { type: 'commented', ...seen, ore },
  };
  const question: AnswerButton<PostChefMove> = {
    key: 'question',
    label: askingWords.ask,
    after: after.question,
    isPrimary: false,
    isMinor: isPool,
    move: { type: 'question', ...seen },
  };
  return [
    ...pools,
    ...(lacks === 'both' || !isPool ? [word] : []),
    ...(lacks === null ? [] : [question]),
  ];
};

/** What whoever reads may do about it; the same rule as on the card. */
export const AnswerChef = ({ reply, onMoved }: Props) => {
  const api = useApi();
  const page = usePageStyles();
  const { waits, view } = reply;
  const { id, exchanges } = view.now;
  const sending = useSending<PostChefMove, ChefCommentReply>(
    answerPlace(id, view.now.ask),
    async (move) => movedBy(await api.send(at('POST /api/chef-comments/:id/moves', { id }), move)),
    (moved, { type }) => onMoved(moved, type === 'reply'),
  );
  const { comment } = sending;
  const question = openChefQuestion(view);
  return (
    <section className={page.section} aria-label={chefPageWords.yourAnswer}>
      {waits === 'reply' && question !== null ? (
        <ReplyForm<PostChefMove>
          question={exchanges.find((one) => one.question.seq === question)?.question}
          sending={sending}
          move={{ type: 'reply', question, comment }}
        />
      ) : (
        <Answers<PostChefMove>
          label={chefWords.field(view.choices.length > 0 ? 'both' : 'comment')}
          sending={sending}
          buttons={buttonsOf(reply, comment)}
        />
      )}
    </section>
  );
};
