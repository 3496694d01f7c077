import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ProjectChanges } from '#shared/contract/api.ts';
import { isOver, type Project } from '#shared/domain/project.ts';
import { dayYearText } from '#shared/words/dates.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { useProject } from './editing.tsx';
import { Section, sectionForm } from './Section.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px', margin: 0 },
  pair: { display: 'flex', flexWrap: 'wrap', gap: '0 6px' },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const dates = ['slaUntil', 'agreementUntil'] as const;

const fieldsOf = ({ slaUntil, agreementUntil }: Project) => ({ slaUntil, agreementUntil });

const AgreementsForm = () =>
  sectionForm<ReturnType<typeof fieldsOf> & ProjectChanges>({
    fieldsOf,
    fields: (draft, change) =>
      dates.map((field) => (
        <Field key={field} label={projectWords[field]} hint={projectWords.agreementsHint}>
          <Input
            type="date"
            value={draft[field] ?? ''}
            onChange={(_, data) => change({ [field]: data.value === '' ? null : data.value })}
          />
        </Field>
      )),
  });

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
              <dd className={styles.value}>{dayYearText(project[field] ?? '')}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
};
