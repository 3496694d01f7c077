import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ProjectChanges } from '#shared/contract/api.ts';
import type { Project } from '#shared/domain/project.ts';
import { dayYearText } from '#shared/words/dates.ts';
import { skalWords } from '#shared/words/screens/effect.ts';
import { AnswerFields, Answers, type Question } from './Answers.tsx';
import { useProject } from './editing.tsx';
import { Section, sectionForm } from './Section.tsx';

const useStyles = makeStyles({
  watch: {
    margin: '10px 0 0',
    padding: '8px 12px',
    fontSize: tokens.fontSizeBase200,
    backgroundColor: 'var(--attention)',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  source: { margin: '0 0 8px' },
});

/** The four questions that bring what comes from outside home (features L10). */
const questions: readonly Question<'skalCase' | 'skalGoals' | 'skalResponsible' | 'skalNeeds'>[] = [
  { field: 'skalCase', label: skalWords.skalCase },
  { field: 'skalGoals', label: skalWords.skalGoals },
  { field: 'skalResponsible', label: skalWords.skalResponsible },
  { field: 'skalNeeds', label: skalWords.skalNeeds },
];

const fieldsOf = (project: Project) => {
  const { skalDue, skalSource, skalCase, skalGoals, skalResponsible, skalNeeds } = project;
  return { skalDue, skalSource, skalCase, skalGoals, skalResponsible, skalNeeds };
};

const SkalForm = () =>
  sectionForm<ReturnType<typeof fieldsOf> & ProjectChanges>({
    fieldsOf,
    fields: (draft, change) => (
      <>
        <Field label={skalWords.skalSource} hint={skalWords.skalSourceHint}>
          <Input
            value={draft.skalSource}
            maxLength={255}
            onChange={(_, data) => change({ skalSource: data.value })}
          />
        </Field>
        <Field label={skalWords.skalDue}>
          <Input
            type="date"
            value={draft.skalDue ?? ''}
            onChange={(_, data) => change({ skalDue: data.value === '' ? null : data.value })}
          />
        </Field>
        <AnswerFields
          questions={questions}
          draft={draft}
          onAnswer={(field, value) => change({ [field]: value })}
        />
      </>
    ),
  });

/** What a SKAL project is asked here: who says so, by when, and the four questions. */
export const Skal = () => {
  const styles = useStyles();
  const { project } = useProject().reply;
  if (project.type !== 'skal') return null;
  const missing = questions.filter(({ field }) => project[field] === '').length;
  return (
    <Section
      id="skal"
      title={skalWords.title}
      form={<SkalForm />}
      fields={['skalCase']}
      aside={
        project.skalDue === null ? skalWords.noDue : skalWords.due(dayYearText(project.skalDue))
      }
    >
      {project.skalSource !== '' && <p className={styles.source}>{project.skalSource}</p>}
      <Answers questions={questions} answers={project} />
      {missing > 0 && <p className={styles.watch}>{skalWords.watch(missing)}</p>}
    </Section>
  );
};
