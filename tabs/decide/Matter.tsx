import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular, DocumentRegular } from '@fluentui/react-icons';
import type { RequestReply } from '#shared/contract/api.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { paperBefore } from '#shared/domain/steps.ts';
import { weekdayText } from '#shared/words/dates.ts';
import { notes, paperNewsText } from '#shared/words/requests/cards.ts';
import {
  deputyText,
  namedQuestion,
  reasonParts,
  settlingText,
} from '#shared/words/requests/decide.ts';
import {
  decideWords,
  minutesOf,
  readingText,
  rivalText,
} from '#shared/words/screens/decidePage.ts';
import { areaName, choiceLabel, gateLabels, tekNames } from '#shared/words/words.ts';
import { AreaMark, Door, Sits } from '../drawing/marks.tsx';
import { PoolBar } from '../drawing/PoolBar.tsx';
import { UnreachedBox } from '../reach/UnreachedBox.tsx';
import { paperHash, projectHash } from '../shell/route.ts';
import { useStepName } from '../shell/stepNames.ts';
import { Figures } from './Figures.tsx';
import { Said } from './Said.tsx';

const useStyles = makeStyles({
  kicker: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '10px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  strong: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  place: { display: 'inline-flex', alignItems: 'center', gap: '7px' },
  question: {
    margin: '10px 0 8px',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
    overflowWrap: 'break-word',
    '@media (max-width: 719px)': {
      fontSize: tokens.fontSizeBase500,
      lineHeight: tokens.lineHeightBase500,
    },
  },
  why: { margin: '0 0 18px', color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  unreached: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    ':not(:empty)': { marginBottom: '18px' },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.15fr) minmax(0, 1fr)',
    gap: '24px 56px',
    padding: '22px 0',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  block: { display: 'flex', flexDirection: 'column', gap: '14px', minWidth: 0 },
  head: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: 0,
    maxWidth: '72ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: '24px',
    whiteSpace: 'pre-line',
  },
  paper: {
    display: 'flex',
    alignItems: 'center',
    gap: '14px',
    padding: '12px 14px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  paperText: { flexGrow: 1 },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  rival: {
    display: 'flex',
    gap: '10px',
    padding: '8px 12px',
    fontSize: tokens.fontSizeBase300,
    backgroundColor: 'var(--attention)',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  icon: { color: tokens.colorStatusWarningForeground1, display: 'inline-flex', paddingTop: '2px' },
  legs: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    gap: '12px 24px',
    margin: 0,
    padding: '18px 0 24px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  leg: { margin: 0, color: tokens.colorNeutralForeground2 },
  link: { color: tokens.colorBrandForegroundLink },
});

const mostWords = 120;

/** At most 120 words: what is longer stands in the paper. */
export const inBrief = (text: string): string => {
  const words = [...text.matchAll(/\S+/g)];
  const next = words[mostWords];
  return next ? `${text.slice(0, next.index).trimEnd()} …` : text;
};

const Why = ({ reply }: { readonly reply: RequestReply }) => {
  const styles = useStyles();
  const { view, reader } = reply;
  const { decider, why } = view.request;
  const { seat, deputy } = reader;
  const parts = reasonParts({ decider, why, areas: view.areas, seat, deputy });
  const status = view.statusDay === null ? '' : weekdayText(view.statusDay);
  return (
    <p className={styles.why}>
      <span className={styles.strong}>{parts.who}</span>, {parts.because}{' '}
      {settlingText(decider, view.request.gate, status)}{' '}
      {deputy && seat !== null && deputyText(view.areas, seat)}
    </p>
  );
};

const Paper = ({ view }: { readonly view: RequestView }) => {
  const stepName = useStepName();
  const styles = useStyles();
  const { paper, gate } = view.request;
  const restsOn = paperBefore(gate);
  if (paper.link === '' || restsOn === null) return null;
  return (
    <a className={styles.paper} href={paper.link} target="_blank" rel="noreferrer">
      <DocumentRegular fontSize={20} aria-hidden="true" />
      <span className={styles.paperText}>
        <span className={styles.strong}>
          {[stepName(restsOn), paper.version].filter((part) => part !== '').join(', ')}
        </span>
        <span className={styles.small}>{readingText(minutesOf(view))}</span>
      </span>
      <ChevronRightRegular fontSize={18} aria-hidden="true" />
    </a>
  );
};

/** What is newer is not what the decision is on; it is there to be read all the same. */
const PaperNewsNotice = ({ view }: { readonly view: RequestView }) => {
  const styles = useStyles();
  const { paperNews, project } = view;
  if (paperNews === null) return null;
  const { said, way } = paperNewsText(paperNews);
  const link = paperNews.newer?.link;
  const page = paperHash(project.id, paperNews.paper);
  return (
    <p className={styles.rival}>
      <span>{said}</span>
      <a
        className={styles.link}
        href={link ?? page}
        {...(link ? { target: '_blank', rel: 'noreferrer' } : {})}
      >
        {way}
      </a>
    </p>
  );
};

const Money = ({ view }: { readonly view: RequestView }) => {
  const styles = useStyles();
  return (
    <>
      {view.pools.map((pool) => (
        <PoolBar
          key={pool.pool}
          pool={pool}
          areas={view.areas}
          what={view.project.title}
          heading="h2"
        />
      ))}
      {view.rivals.map((rival) => (
        <div key={`${rival.title}:${rival.pool}`} className={styles.rival}>
          <span className={styles.icon}>
            <Sits />
          </span>
          <span>
            {rivalText(rival, view.pools.find((pool) => pool.pool === rival.pool)?.afterOre ?? 0)}
          </span>
        </div>
      ))}
    </>
  );
};

const Recommendation = ({ view }: { readonly view: RequestView }) => {
  const styles = useStyles();
  const { recommendedOutcome, recommendationWhy, recommendLift } = view.project;
  if (recommendedOutcome === null) return null;
  const choice = { outcome: recommendedOutcome, spread: false, rethink: false };
  return (
    <div>
      <h2 className={styles.head}>{decideWords.recommends}</h2>
      <p className={styles.leg}>
        <span className={styles.strong}>{choiceLabel(view.request.gate, choice)}.</span>{' '}
        {recommendationWhy}
      </p>
      {recommendLift && view.request.decider.type !== 'chefgruppe' && (
        <p className={styles.leg}>{decideWords.lift}</p>
      )}
    </div>
  );
};

const Legs = ({ view }: { readonly view: RequestView }) => {
  const styles = useStyles();
  const { project } = view;
  const legs = [
    [tekNames.efficiency, project.efficiency, project.efficiencyWhy],
    [tekNames.quality, project.quality, project.qualityWhy],
    [tekNames.wellbeing, project.wellbeing, project.wellbeingWhy],
  ] as const;
  return (
    <dl className={styles.legs}>
      {legs.map(([name, value, why]) => (
        <div key={name}>
          <dt className={styles.strong}>
            {name} {value ?? '–'}
          </dt>
          <dd className={styles.leg}>{why === '' ? decideWords.noSentence : why}</dd>
        </div>
      ))}
    </dl>
  );
};

/** One matter: the question first, then why you, the figures, the words and the money. */
export const Matter = ({
  reply,
  daysSince,
  onChanged,
}: {
  readonly reply: RequestReply;
  readonly daysSince: (at: string) => number;
  readonly onChanged: () => void;
}) => {
  const styles = useStyles();
  const { view } = reply;
  const { project, request } = view;
  return (
    <article>
      <div className={styles.kicker}>
        <span className={mergeClasses(styles.place, styles.strong)}>
          <Door state={view.state.type === 'ended' ? 'open' : 'ajar'} height={22} />
          {gateLabels[request.gate]}
        </span>
        <span className={styles.place}>
          <AreaMark areas={view.areas} area={project.leadArea} />
          {areaName(view.areas, project.leadArea)}
        </span>
        <span>{readingText(minutesOf(view))}</span>
        <a className={styles.link} href={projectHash(project.id)}>
          {decideWords.openProject}
        </a>
      </div>
      <h1 className={styles.question}>{namedQuestion(request.gate, project.title)}</h1>
      <Why reply={reply} />
      <div className={styles.unreached}>
        <UnreachedBox unreached={reply.unreached} onChanged={onChanged} />
      </div>
      <Figures view={view} days={daysSince(project.phaseSince)} />
      <div className={styles.columns}>
        <div className={styles.block}>
          <h2 className={styles.head}>{decideWords.why}</h2>
          <p className={styles.text}>
            {inBrief(project.summary === '' ? project.purpose : project.summary)}
          </p>
          <Paper view={view} />
          <PaperNewsNotice view={view} />
          <Recommendation view={view} />
          {request.gate === 'gate3' && <p className={styles.leg}>{notes.mandate}</p>}
        </div>
        <div className={mergeClasses(styles.block)}>
          <Money view={view} />
          <Said reply={reply} />
        </div>
      </div>
      <Legs view={view} />
    </article>
  );
};
