import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { arrived } from '#shared/domain/files/file.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import { keptSteps, madeStep } from '#shared/domain/stepTemplates.ts';
import { dayText } from '#shared/words/dates.ts';
import { stepsWords } from '#shared/words/screens/steps.ts';
import { FileList } from '../files/StepFiles.tsx';
import { useStepName, useStepTemplates } from '../shell/stepNames.ts';
import { useProject } from './editing.tsx';

const useStyles = makeStyles({
  head: {
    margin: '16px 0 4px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 10px',
    padding: '4px 0',
    overflowWrap: 'anywhere',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  files: { flexBasis: '100%' },
});

/** How a step is done here, where the consultant has put a link to it. */
export const StepGuide = ({ code }: { readonly code: StepCode }) => {
  const { link } = madeStep(useStepTemplates(), code);
  const stepName = useStepName();
  if (link === '') return null;
  return (
    <Link
      href={link}
      target="_blank"
      rel="noreferrer"
      aria-label={`${stepsWords.guide}: ${stepName(code)}`}
    >
      {stepsWords.guide}
    </Link>
  );
};

/** Steps that are asked for no more, and what was said of them. */
export const KeptSteps = () => {
  const styles = useStyles();
  const stepName = useStepName();
  const kept = keptSteps(useStepTemplates(), useProject().reply.steps);
  if (kept.length === 0) return null;
  return (
    <>
      <h3 className={styles.head}>{stepsWords.keptHead}</h3>
      <ul className={styles.list}>
        {kept.map((step) => (
          <li key={step.id} className={styles.row}>
            <span>{stepName(step.code)}</span>
            <span className={styles.quiet}>
              {[
                step.done && step.doneAt !== null
                  ? stepsWords.keptDone(step.doneByName, dayText(step.doneAt))
                  : '',
                step.responsible,
                step.note,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {step.link !== '' && (
              <Link href={step.link} target="_blank" rel="noreferrer">
                {stepsWords.open}
              </Link>
            )}
            {arrived(step.files).length > 0 && (
              <div className={styles.files}>
                <FileList code={step.code} files={arrived(step.files)} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
