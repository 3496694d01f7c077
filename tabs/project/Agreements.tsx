import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ProjectChanges } from '#shared/contract/api.ts';
import { isOver, type Project } from '#shared/domain/project.ts';
import { dayYearText } from '#shared/words/dates.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { Sits } from '../drawing/marks.tsx';
import { useDaysSince } from '../shell/now.ts';
import { useProject } from './editing.tsx';
import { Section, sectionForm } from './Section.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px', margin: 0 },
  pair: { display: 'flex', flexWrap: 'wrap', gap: '0 6px' },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  ended: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    margin: 0,
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: '14px 16px',
    alignItems: 'end',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const dates = ['slaUntil', 'agreementUntil'] as const;

const fieldsOf = ({ slaUntil, agreementUntil }: Project) => ({ slaUntil, agreementUntil });

const AgreementsForm = () => {
  const styles = useStyles();
  return sectionForm<ReturnType<typeof fieldsOf> & ProjectChanges>({
    fieldsOf,
    fields: (draft, change) => (
      <>
        <p className={styles.quiet}>{projectWords.agreementsHint}</p>
        <div className={styles.fields}>
          {dates.map((field) => (
            <Field key={field} label={projectWords[field]}>
              <Input
                type="date"
                value={draft[field] ?? ''}
                onChange={(_, data) => change({ [field]: data.value === '' ? null : data.value })}
              />
            </Field>
          ))}
        </div>
      </>
    ),
  });
};

/** The last day; one that is past is marked, as it is in the morning's message. */
const LastDay = ({ day }: { readonly day: string }) => {
  const styles = useStyles();
  const daysSince = useDaysSince(useProject().reply.asOf);
  if (daysSince(day) <= 0) return <dd className={styles.value}>{dayYearText(day)}</dd>;
  return (
    <dd className={styles.ended}>
      <Sits size={14} />
      {projectWords.agreementEnded(dayYearText(day))}
    </dd>
  );
};

/** Aftaler: the days on which what the project rests on ends. From the trial on, where agreements are made. */
export const Agreements = () => {
  const styles = useStyles();
  const { project } = useProject().reply;
  const said = dates.filter((field) => project[field] !== null);
  const isBefore = project.phase === 'idea' || project.phase === 'investigation';
  if (said.length === 0 && (isBefore || isOver(project))) return null;
  return (
    <Section
      id="aftaler"
      title={projectWords.agreements}
      form={<AgreementsForm />}
      fields={['slaUntil']}
    >
      {said.length === 0 ? (
        <p className={styles.quiet}>{projectWords.agreementsNone}</p>
      ) : (
        <dl className={styles.list}>
          {said.map((field) => (
            <div key={field} className={styles.pair}>
              <dt>{projectWords[field]}</dt>
              <LastDay day={project[field] ?? ''} />
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
};
