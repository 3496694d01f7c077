import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RequestView } from '#shared/domain/requestView.ts';
import { appetiteOf, investmentOf } from '#shared/domain/risk.ts';
import { isAssessed } from '#shared/domain/tek.ts';
import { spanText } from '#shared/words/dates.ts';
import { formatKr } from '#shared/words/money.ts';
import { decideWords } from '#shared/words/screens/decidePage.ts';
import { priorityNames, voiceNames } from '#shared/words/words.ts';
import { RiskBars } from '../drawing/marks.tsx';
import { TekGlyph } from '../drawing/TekGlyph.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    // So wide that a six-figure amount keeps clear of the line beside it.
    gridTemplateColumns: 'repeat(auto-fit, minmax(176px, 1fr))',
    '@media (max-width: 719px)': { gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))' },
    gap: '12px 0',
    margin: 0,
    padding: '14px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  one: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    paddingRight: '14px',
    paddingLeft: '14px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { paddingLeft: 0, borderLeft: 'none' },
    '@media (max-width: 719px)': { padding: 0, borderLeft: 'none' },
  },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  value: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    '@media (max-width: 719px)': { fontSize: tokens.fontSizeBase400 },
  },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
});

const Figure = ({ label, value, note }: { label: string; value: ReactNode; note: string }) => {
  const styles = useStyles();
  return (
    <div className={styles.one}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      <dd className={styles.quiet} style={{ margin: 0 }}>
        {note}
      </dd>
    </div>
  );
};

const riskNote = (view: RequestView): string => {
  const { project, request } = view;
  const investment = investmentOf(project.budgetOre, request.askOre);
  const appetite = appetiteOf(project.riskCategory, project, investment);
  if (!appetite) return '';
  return appetite.inside ? decideWords.inside : decideWords.outside;
};

const Benefits = ({ view }: { readonly view: RequestView }) => {
  const { project } = view;
  if (!isAssessed(project))
    return <Figure label={decideWords.benefits} value="–" note={decideWords.notAssessed} />;
  const tek = [project.efficiency, project.quality, project.wellbeing] as const;
  return (
    <Figure
      label={decideWords.benefits}
      value={
        <>
          <TekGlyph tek={tek} height={22} />
          {tek.join(' · ')}
        </>
      }
      note={decideWords.legs}
    />
  );
};

/** What DigiTek recommends; a project that must be done needs nobody's recommendation. */
const PriorityFigure = ({ project }: Pick<RequestView, 'project'>) => {
  const { type, recommendedPriority } = project;
  if (type === 'skal')
    return (
      <Figure
        label={decideWords.priority}
        value={priorityNames.veryHigh}
        note={voiceNames.mandatory}
      />
    );
  return (
    <Figure
      label={decideWords.priority}
      value={recommendedPriority ? priorityNames[recommendedPriority] : '–'}
      note={recommendedPriority ? decideWords.byDigitek : decideWords.notAssessed}
    />
  );
};

/** Price, benefits, risk, time, priority: what a decision weighs, in one line. */
export const Figures = ({ view, days }: { readonly view: RequestView; readonly days: number }) => {
  const styles = useStyles();
  const { project, request } = view;
  const [running] = project.runningCostsOre;
  return (
    <dl className={styles.row}>
      <Figure
        label={decideWords.price}
        value={formatKr(request.askOre)}
        note={request.askOre > 0 ? decideWords.once : decideWords.noMoney}
      />
      {running !== undefined && request.gate !== 'gate1' && (
        <Figure
          label={decideWords.running}
          value={formatKr(running)}
          note={decideWords.runningNote(request.gate === 'gate3' ? project.operationPayer : '')}
        />
      )}
      <Benefits view={view} />
      <Figure
        label={decideWords.risk}
        value={
          project.riskCategory === null ? (
            '–'
          ) : (
            <>
              <RiskBars risk={project.riskCategory} size={18} />
              {project.riskCategory}
              <span className={styles.quiet}>{decideWords.riskOf}</span>
            </>
          )
        }
        note={project.riskCategory === null ? decideWords.notAssessed : riskNote(view)}
      />
      <Figure label={decideWords.time} value={spanText(days)} note={decideWords.inPhase} />
      <PriorityFigure project={project} />
    </dl>
  );
};
