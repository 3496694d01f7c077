import { mergeClasses } from '@fluentui/react-components';
import { type KeyboardEvent, useRef } from 'react';
import type { IdeaLine } from '#shared/contract/ideas.ts';
import { intakeSteps } from '#shared/domain/ideas/intake.ts';
import { ideasPageWords } from '#shared/words/ideas/page.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { AreaMark, Sits } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { IntakeDots } from './IntakeDots.tsx';
import { useIdeaStyles } from './ideaStyles.ts';

type RowProps = {
  readonly idea: IdeaLine;
  readonly isChosen: boolean;
  readonly isStop: boolean;
  readonly daysSince: (at: string) => number;
  readonly onChoose: () => void;
};

const isLate = ({ holder }: IdeaLine): boolean => holder.type === 'person' && holder.isLate;

const Row = ({ idea, isChosen, isStop, daysSince, onChoose }: RowProps) => {
  const styles = useIdeaStyles();
  const { areas } = useMe();
  const { id, title, leadArea, done, present, holder } = idea;
  const days = daysSince(holder.since);
  const number = present === null ? 0 : intakeSteps.indexOf(present) + 1;
  return (
    <li>
      <button
        type="button"
        data-idea={id}
        className={mergeClasses(styles.row, isChosen && styles.chosen)}
        aria-current={isChosen || undefined}
        tabIndex={isStop ? 0 : -1}
        onClick={onChoose}
      >
        <span>
          <span className={styles.name}>
            <AreaMark areas={areas} area={leadArea} />
            <span className={styles.strong}>{title}</span>
          </span>
          <span className={mergeClasses(styles.small, styles.indented)}>
            {ideasPageWords.from(idea)}
          </span>
        </span>
        <span>
          <IntakeDots done={done} present={present} />
          <span className={styles.small}>{ideasPageWords.step(present, number)}</span>
        </span>
        <span>
          <span className={isLate(idea) ? styles.late : styles.strong}>
            {isLate(idea) && <Sits size={13} />} {ideasPageWords.holder(holder)}
          </span>
          <span className={styles.small}>
            {holder.type === 'person' && present !== 'leadAppointed'
              ? ideasPageWords.asked(days)
              : ideasPageWords.since(days)}
          </span>
        </span>
      </button>
    </li>
  );
};

type Props = {
  readonly ideas: readonly IdeaLine[];
  readonly chosen: string | null;
  readonly daysSince: (at: string) => number;
  readonly onChoose: (id: string) => void;
};

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** What is on its way in, newest first: one stop for Tab, and the arrows choose. */
export const IdeaLane = ({ ideas, chosen, daysSince, onChoose }: Props) => {
  const styles = useIdeaStyles();
  const list = useRef<HTMLUListElement>(null);
  const at = Math.max(
    0,
    ideas.findIndex(({ id }) => id === chosen),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const idea = step && ideas[step(at, ideas.length - 1)];
    if (!idea) return;
    event.preventDefault();
    onChoose(idea.id);
    list.current?.querySelector<HTMLElement>(`[data-idea="${CSS.escape(idea.id)}"]`)?.focus();
  };
  return (
    <section className={styles.lane} aria-label={placeNames.ideas}>
      <div className={styles.heads} aria-hidden="true">
        <span>{placeNames.ideas}</span>
        <span>{ideasPageWords.steps}</span>
        <span>{ideasPageWords.who}</span>
      </div>
      <ul ref={list} className={styles.rows} onKeyDown={onKeyDown}>
        {ideas.map((idea, place) => (
          <Row
            key={idea.id}
            idea={idea}
            isChosen={idea.id === chosen}
            isStop={place === at}
            daysSince={daysSince}
            onChoose={() => onChoose(idea.id)}
          />
        ))}
      </ul>
      {ideas.length === 0 && (
        <div className={styles.empty}>
          <p className={styles.text}>{ideasPageWords.empty}</p>
          <p className={styles.small}>{ideasPageWords.emptyNext}</p>
        </div>
      )}
    </section>
  );
};
