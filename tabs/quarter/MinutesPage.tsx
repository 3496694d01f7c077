import { mergeClasses } from '@fluentui/react-components';
import { grantedBy, grantedIn, type MinutesPoint } from '#shared/domain/quarter/minutes.ts';
import { formatKr } from '#shared/words/money.ts';
import {
  disagreementText,
  gateAndArea,
  heldText,
  minutesWords,
  recordTexts,
  sentence,
  shortText,
} from '#shared/words/quarter/minutes.ts';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { pointTitle } from '#shared/words/quarter/points.ts';
import { decidedText, signedText } from '#shared/words/quarter/words.ts';
import { capital } from '#shared/words/requests/cards.ts';
import { areaName, priorityNames } from '#shared/words/words.ts';
import { useMe } from '../shell/Looking.tsx';
import { MinutesRail } from './MinutesRail.tsx';
import { useQuarterStyles } from './quarterStyles.ts';
import { useQuarter } from './useQuarter.ts';

const Facts = () => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  const { minutes, approvals, version } = useQuarter().reply;
  const approved = approvals.map((one) => signedText(areas, one)).join(' · ');
  const rows = [
    [minutesWords.time, heldText(minutes)],
    ...(minutes.present === '' ? [] : [[minutesWords.present, minutes.present]]),
    ...(version === 0
      ? []
      : [
          [minutesWords.version, String(version)],
          [minutesWords.approved, approved || minutesWords.notApproved],
        ]),
  ];
  return (
    <dl className={styles.facts}>
      {rows.map(([label, text]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.fact}>{text}</dd>
        </div>
      ))}
    </dl>
  );
};

const Decisions = () => {
  const styles = useQuarterStyles();
  const { minutes } = useQuarter().reply;
  const rows = minutes.points.flatMap((point) =>
    point.gate?.decision ? [{ point, decision: point.gate.decision }] : [],
  );
  if (rows.length === 0) return null;
  return (
    <section aria-label={minutesWords.decisions}>
      <h2 className={styles.head}>{minutesWords.decisions}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.cell}>{minutesWords.matter}</th>
            <th className={styles.cell}>{minutesWords.decision}</th>
            <th className={mergeClasses(styles.cell, styles.figure)}>{minutesWords.granted}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ point, decision }) => (
            <tr key={point.point.key}>
              <td className={styles.cell}>
                {point.number}. {pointTitle(point.point)}
              </td>
              <td className={styles.cell}>{capital(decidedText(decision).split(',')[0] ?? '')}</td>
              <td className={mergeClasses(styles.cell, styles.figure)}>
                {grantedBy(decision) > 0 ? formatKr(grantedBy(decision)) : ''}
              </td>
            </tr>
          ))}
          <tr>
            <th className={styles.cell} scope="row">
              {minutesWords.total}
            </th>
            <td className={styles.cell} />
            <td className={mergeClasses(styles.cell, styles.figure)}>
              {formatKr(grantedIn(minutes))}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
};

const Decided = ({ gate }: MinutesPoint) => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  if (!gate) return null;
  const { decision } = gate;
  const under = gateAndArea(areaName(areas, gate.area), gate.gate);
  return (
    <>
      <span className={styles.under}>{under}</span>
      {decision ? (
        <div className={styles.decision}>
          <p className={styles.text}>
            <strong>
              {minutesWords.decision}: {sentence(decidedText(decision))}
            </strong>{' '}
            {decision.comment}
          </p>
          {decision.noted.map((one) => (
            <p key={one.seat} className={styles.text}>
              {disagreementText({ areas }, one)}
            </p>
          ))}
          {recordTexts(decision, { areas }).map((text) => (
            <span key={text} className={styles.small}>
              {text}
            </span>
          ))}
        </div>
      ) : (
        <p className={styles.text}>{minutesWords.open}</p>
      )}
    </>
  );
};

const Priorities = ({ priorities }: MinutesPoint) => {
  const styles = useQuarterStyles();
  if (priorities.length === 0) return null;
  const heads = [minutesWords.project, minutesWords.before, minutesWords.after, minutesWords.why];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} className={styles.cell}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {priorities.map(({ projectId, title, before, priority, why }) => (
          <tr key={projectId}>
            <td className={styles.cell}>{title}</td>
            <td className={styles.cell}>
              {before === null ? minutesWords.none : priorityNames[before]}
            </td>
            <td className={styles.cell}>
              <strong>{priorityNames[priority]}</strong>
            </td>
            <td className={styles.cell}>{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Point = (point: MinutesPoint) => {
  const styles = useQuarterStyles();
  return (
    <section aria-label={pointTitle(point.point)}>
      <h2 className={styles.head}>
        {point.number}. {pointTitle(point.point)}
      </h2>
      <Decided {...point} />
      <Priorities {...point} />
      {point.lines.map(({ seq, kind, text, byName }) => (
        <p key={seq} className={styles.text}>
          {kind === 'corrected' ? `${minutesWords.corrected} (${byName}): ${text}` : text}
        </p>
      ))}
    </section>
  );
};

/** The minutes as they stand, and beside them who has signed. */
export const MinutesPage = () => {
  const styles = useQuarterStyles();
  const { minutes, id, state } = useQuarter().reply;
  return (
    <div className={mergeClasses(styles.split, styles.scrolls)}>
      <div className={mergeClasses(styles.work, styles.still)}>
        <article className={styles.paper}>
          <h1 className={styles.title}>{minutesWords.title(id)}</h1>
          <span className={styles.small}>{quarterPageWords.states[state]}</span>
          <Facts />
          <h2 className={styles.head}>{minutesWords.short}</h2>
          <p className={styles.text}>{shortText(minutes)}</p>
          <Decisions />
          {minutes.points.map((point) => (
            <Point key={point.point.key} {...point} />
          ))}
        </article>
      </div>
      <MinutesRail />
    </div>
  );
};
