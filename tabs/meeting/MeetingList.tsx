import { mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons';
import type { MeetingLine } from '#shared/contract/meeting.ts';
import type { MeetingState } from '#shared/domain/meeting/meeting.ts';
import type { StepTemplates } from '#shared/domain/stepTemplates.ts';
import { meetingStateNames, meetingWords } from '#shared/words/screens/meeting.ts';
import { choiceLabel, gateLabels, missingText, priorityNames } from '#shared/words/words.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useStepTemplates } from '../shell/stepNames.ts';
import { useMeetingStyles } from './meetingStyles.ts';

const states: readonly MeetingState[] = ['ready', 'lacking', 'done'];

const resultOf = ({ gate, recommendedOutcome, recommendedPriority }: MeetingLine): string =>
  [
    recommendedOutcome === null
      ? ''
      : choiceLabel(gate, { outcome: recommendedOutcome, spread: false, rethink: false }),
    recommendedPriority === null ? '' : priorityNames[recommendedPriority],
  ]
    .filter((part) => part !== '')
    .join(' · ');

const lineText = (line: MeetingLine, made: StepTemplates): string => {
  if (line.state === 'done') return resultOf(line);
  const [first] = line.lacks;
  return first ? missingText(first, made) : gateLabels[line.gate];
};

type Props = {
  readonly projects: readonly MeetingLine[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

/** The projects of the meeting: those that are ready, that lack a little, that are done. */
export const MeetingList = ({ projects, chosen, onChoose }: Props) => {
  const styles = useMeetingStyles();
  const { areas } = useMe();
  const made = useStepTemplates();
  const done = projects.filter(({ state }) => state === 'done').length;
  return (
    <nav className={styles.side} aria-label={meetingWords.list}>
      <div className={styles.sideHead}>
        <h1 className={styles.title}>{meetingWords.title(projects.length)}</h1>
        {done > 0 && <span className={styles.small}>{meetingWords.done(done)}</span>}
      </div>
      {states.map((state) => {
        const lines = projects.filter((one) => one.state === state);
        return (
          lines.length > 0 && (
            <section key={state} aria-label={meetingStateNames[state]}>
              <h2 className={styles.group}>{meetingStateNames[state]}</h2>
              <ul className={styles.rows}>
                {lines.map((line) => (
                  <li key={line.id}>
                    <button
                      type="button"
                      className={mergeClasses(styles.line, line.id === chosen && styles.here)}
                      aria-current={line.id === chosen ? 'true' : undefined}
                      onClick={() => onChoose(line.id)}
                    >
                      {state === 'done' ? (
                        <CheckmarkCircleFilled className={styles.tick} aria-hidden="true" />
                      ) : (
                        <CircleRegular className={styles.circle} aria-hidden="true" />
                      )}
                      <span className={styles.lineText}>
                        {line.title}
                        <span className={styles.small}>
                          <AreaMark areas={areas} area={line.leadArea} />
                          {lineText(line, made)}
                        </span>
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </nav>
  );
};
