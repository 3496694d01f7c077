import { Button, Field, Input } from '@fluentui/react-components';
import type { QuarterReply } from '#shared/contract/quarter.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { type Priority, priorities } from '#shared/domain/priority.ts';
import type { PointFacts } from '#shared/domain/quarter/facts.ts';
import { prioritiesSaid } from '#shared/domain/quarter/minutes.ts';
import { measuredLine, missingLine } from '#shared/words/benefits/page.ts';
import { daysFrom } from '#shared/words/dates.ts';
import { formatKr } from '#shared/words/money.ts';
import { heardText, pointText, quarterPageWords } from '#shared/words/quarter/page.ts';
import { pointTitle } from '#shared/words/quarter/points.ts';
import { offText } from '#shared/words/reports/words.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { stuckSentence } from '#shared/words/screens/stuck.ts';
import { lateVisitText, yearBehindText } from '#shared/words/visits/late.ts';
import { priorityNames } from '#shared/words/words.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { projectHash } from '../shell/route.ts';
import { useTyped } from '../typed/useTyped.ts';
import { useQuarterStyles } from './quarterStyles.ts';
import { useQuarter } from './useQuarter.ts';

type Point = QuarterReply['points'][number];
type Priorities = Extract<PointFacts, { type: 'priorities' }>;
type Proposal = Priorities['projects'][number];

/** DigiTek's wish is the first button; the others stand beside it. */
const offered = (recommended: Priority): readonly Priority[] => [
  recommended,
  ...priorities.filter((one) => one !== recommended && one !== 'veryHigh'),
];

const ProposalRow = ({ project }: { readonly project: Proposal }) => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  const { move, reply, isSending } = useQuarter();
  const { id, title, area, decided, recommended } = project;
  const [why, setWhy, typing] = useTyped(['prioritise', reply.day, id], '');
  const prioritise = async (priority: Priority): Promise<void> => {
    if (await move({ type: 'prioritise', projectId: id, priority, why })) typing.forget();
  };
  const mayDecide = reply.mayLead && reply.state === 'under';
  return (
    <li className={styles.proposal}>
      <h2 className={styles.head}>
        <AreaMark areas={areas} area={area} />{' '}
        <a className={styles.link} href={projectHash(id)}>
          {title}
        </a>
      </h2>
      {decided !== null && (
        <span className={styles.small}>{quarterPageWords.isDecided(priorityNames[decided])}</span>
      )}
      <p className={styles.large}>
        {quarterPageWords.recommended(priorityNames[recommended])}. {project.why}
      </p>
      {mayDecide && (
        <div className={styles.form}>
          <Field label={quarterPageWords.sayWhyOptional} className={styles.grow}>
            <Input value={why} maxLength={2_000} onChange={(_, data) => setWhy(data.value)} />
          </Field>
          <fieldset
            className={styles.buttons}
            style={{ border: 'none', margin: 0, padding: 0 }}
            aria-label={quarterPageWords.setPriority(title)}
          >
            {offered(recommended).map((priority) => (
              <Button key={priority} disabled={isSending} onClick={() => void prioritise(priority)}>
                {quarterPageWords.follow(priorityNames[priority])}
              </Button>
            ))}
          </fieldset>
        </div>
      )}
    </li>
  );
};

/** What has been decided of priorities stays in sight when the proposal is gone. */
const Said = () => {
  const styles = useQuarterStyles();
  const { minutes } = useQuarter().reply;
  const said = prioritiesSaid(minutes);
  return (
    <ul className={styles.lines}>
      {said.map(({ projectId, title, priority }) => (
        <li key={projectId} className={styles.large}>
          {title}: <strong>{quarterPageWords.isDecided(priorityNames[priority])}</strong>
        </li>
      ))}
    </ul>
  );
};

/** How those who run them say it goes, where something is not as planned. */
const Off = ({ projects }: Pick<Extract<PointFacts, { type: 'reports' }>, 'projects'>) => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  return (
    <ul className={styles.lines}>
      {projects.map((report) => (
        <li key={report.id} className={styles.large}>
          <AreaMark areas={areas} area={report.area} />{' '}
          <a className={styles.link} href={projectHash(report.id)}>
            {report.title}
          </a>{' '}
          <strong>{offText(report)}</strong>
          <p className={styles.because}>{[report.said, report.help].filter(Boolean).join(' ')}</p>
        </li>
      ))}
    </ul>
  );
};

/** What became of what was promised, and what nobody has measured. */
const BenefitLines = ({ facts }: { readonly facts: Extract<PointFacts, { type: 'benefits' }> }) => {
  const styles = useQuarterStyles();
  const lines = [
    ...facts.measured.map((row) => [row, measuredLine(row)] as const),
    ...facts.missing.map((row) => [row, missingLine(row)] as const),
  ];
  return (
    <ul className={styles.lines}>
      {lines.map(([row, text]) => (
        <li key={`${row.id}:${text}`} className={styles.large}>
          <a className={styles.link} href={projectHash(row.projectId)}>
            {row.projectTitle}
          </a>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
};

/** A year that is behind, and the visits that are late, each with a way to it. */
const VisitLines = ({ facts }: { readonly facts: Extract<PointFacts, { type: 'visits' }> }) => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  return (
    <ul className={styles.lines}>
      {facts.behind.map((year) => (
        <li key={year.year} className={styles.large}>
          {yearBehindText(year, areas)}
        </li>
      ))}
      {facts.late.map((visit) => (
        <li key={visit.id} className={styles.large}>
          <AreaMark areas={areas} area={visit.area} />{' '}
          <a className={styles.link} href={hashOf({ type: 'visit', id: visit.id, section: '' })}>
            {lateVisitText(visit)}
          </a>
        </li>
      ))}
    </ul>
  );
};

const PoolLines = ({ facts }: { readonly facts: Extract<PointFacts, { type: 'pools' }> }) => {
  const styles = useQuarterStyles();
  return (
    <ul className={styles.lines}>
      {facts.pools.map(({ id, title, budgetOre, availableOre }) => (
        <li key={id} className={styles.large}>
          <strong>{title}</strong>: {formatKr(availableOre)} {quarterPageWords.left} (
          {formatKr(budgetOre)})
        </li>
      ))}
    </ul>
  );
};

const StuckLines = ({ facts }: { readonly facts: Extract<PointFacts, { type: 'stuck' }> }) => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  const { reply } = useQuarter();
  return (
    <ul className={styles.lines}>
      {facts.projects.map(({ id, title, area, stuck }) => (
        <li key={id} className={styles.large}>
          <AreaMark areas={areas} area={area} />{' '}
          <a className={styles.link} href={projectHash(id)}>
            {title}
          </a>{' '}
          {stuckSentence(stuck, daysFrom(stuck.since, reply.asOf))}
        </li>
      ))}
      <li>
        <a className={styles.link} href={hashOf({ type: 'pace' })} title={placeNames.paceTitle}>
          {placeNames.pace}
        </a>
      </li>
    </ul>
  );
};

const Body = ({ facts }: { readonly facts: PointFacts }) => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  switch (facts.type) {
    case 'priorities':
      return (
        <>
          <Said />
          <ul className={styles.lines}>
            {facts.projects.map((project) => (
              <ProposalRow key={project.id} project={project} />
            ))}
          </ul>
        </>
      );
    case 'pools':
      return <PoolLines facts={facts} />;
    case 'stuck':
      return <StuckLines facts={facts} />;
    case 'reports':
      return <Off projects={facts.projects} />;
    case 'benefits':
      return <BenefitLines facts={facts} />;
    case 'visits':
      return <VisitLines facts={facts} />;
    case 'heard':
      return (
        <ul className={styles.lines}>
          {facts.decisions.map((decision) => (
            <li key={`${decision.projectId}:${decision.gate}`} className={styles.large}>
              {heardText(decision)}
            </li>
          ))}
        </ul>
      );
    default:
      return <p className={styles.because}>{pointText(facts, areas)}</p>;
  }
};

/** A point that is no gate: priorities, pools, what is followed up, what somebody added. */
export const OtherPoint = ({ point }: { readonly point: Point }) => {
  const styles = useQuarterStyles();
  return (
    <div className={styles.scene}>
      <h1 className={styles.question}>{pointTitle(point)}</h1>
      <Body facts={point.facts} />
    </div>
  );
};
