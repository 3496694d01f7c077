import { mergeClasses } from '@fluentui/react-components';
import { at } from '#shared/contract/at.ts';
import type { OwnIdea } from '#shared/contract/ideas.ts';
import type { InterestReply, PostInterestMove } from '#shared/contract/interests.ts';
import { intakeSteps } from '#shared/domain/ideas/intake.ts';
import { followWords } from '#shared/words/ideas/follow.ts';
import { ideasPageWords, ownIdeasWords } from '#shared/words/ideas/page.ts';
import { ideaHeadline, ideaNext, ideaSince, ideaWords } from '#shared/words/ideas/words.ts';
import { areaName } from '#shared/words/words.ts';
import { ReplyForm, useSending } from '../asking/answering.tsx';
import { movedBy } from '../asking/moved.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { useApi } from '../remote/RemoteContext.tsx';
import { useMe } from '../shell/Looking.tsx';
import { projectHash } from '../shell/route.ts';
import { IntakeDots } from './IntakeDots.tsx';
import { useIdeaStyles } from './ideaStyles.ts';

type Question = NonNullable<OwnIdea['question']>;

/** Somebody asks about the idea: their question, and the field for the reply. */
const Asked = ({
  question: { interestId, event },
  onReplied,
}: {
  readonly question: Question;
  readonly onReplied: () => void;
}) => {
  const styles = useIdeaStyles();
  const api = useApi();
  const sending = useSending<PostInterestMove, InterestReply>(
    ['reply', interestId, String(event.seq)],
    async (move) =>
      movedBy(await api.send(at('POST /api/interests/:id/moves', { id: interestId }), move)),
    onReplied,
  );
  const { comment } = sending;
  return (
    <div className={styles.now}>
      <ReplyForm<PostInterestMove>
        question={event}
        sending={sending}
        move={{ type: 'reply', question: event.seq, comment }}
      />
    </div>
  );
};

const whyOf = ({ where }: OwnIdea): string => {
  if (where.type === 'stopped') return where.why;
  return where.type === 'shelf' ? (where.declined?.comment ?? '') : '';
};

const Progress = ({ intake }: Pick<OwnIdea, 'intake'>) => {
  const styles = useIdeaStyles();
  if (!intake) return null;
  const { done, present } = intake;
  const number = present === null ? 0 : intakeSteps.indexOf(present) + 1;
  return (
    <span className={styles.actions}>
      <IntakeDots done={done} present={present} />
      <span className={styles.small}>{ideasPageWords.progress(present, number)}</span>
    </span>
  );
};

type OneProps = { readonly idea: OwnIdea; readonly asOf: string; readonly onReplied: () => void };

const One = ({ idea, asOf, onReplied }: OneProps) => {
  const styles = useIdeaStyles();
  const { areas } = useMe();
  const { project, isUntaken, intake, question } = idea;
  const next = ideaNext(idea);
  const why = whyOf(idea);
  return (
    <li className={mergeClasses(styles.panel, styles.ownCard)}>
      {question && <Asked question={question} onReplied={onReplied} />}
      <span className={styles.small}>
        <AreaMark areas={areas} area={project.leadArea} />{' '}
        {project.leadArea === null ? '' : areaName(areas, project.leadArea)}
      </span>
      {idea.follows && <span className={styles.small}>{followWords.follows}</span>}
      <h2 className={styles.heading}>
        <a className={styles.plainLink} href={projectHash(project.id)}>
          {project.title}
        </a>
      </h2>
      <span className={styles.strong}>{ideaHeadline(areas, idea)}</span>
      <span className={styles.small}>{ideaSince(idea, asOf)}</span>
      {why !== '' && <p className={styles.text}>»{why}«</p>}
      {next !== '' && (
        <span>
          <span className={styles.strong}>{ideaWords.next}</span> {next}
        </span>
      )}
      <Progress intake={intake} />
      {isUntaken && (
        <a className={styles.link} href={projectHash(project.id)}>
          {ownIdeasWords.writeOn}
        </a>
      )}
    </li>
  );
};

/** How many wait for a reply of the reader's. */
export const waitingIn = (own: readonly OwnIdea[]): number =>
  own.filter(({ question }) => question !== null).length;

/** The reader's own ideas as answers in words, the one that waits for them on top. */
export const OwnIdeas = ({
  own,
  asOf,
  onReplied,
}: {
  readonly own: readonly OwnIdea[];
  readonly asOf: string;
  readonly onReplied: () => void;
}) => {
  const styles = useIdeaStyles();
  const waiting = own.filter(({ question }) => question !== null);
  const ordered = [...waiting, ...own.filter(({ question }) => question === null)];
  return (
    <div className={styles.own}>
      {own.length === 0 && <p className={styles.text}>{ownIdeasWords.none}</p>}
      <ul className={styles.ownList}>
        {ordered.map((idea) => (
          <One key={idea.project.id} idea={idea} asOf={asOf} onReplied={onReplied} />
        ))}
      </ul>
    </div>
  );
};
