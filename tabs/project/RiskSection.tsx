import { Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import type { ProjectChanges } from '#shared/contract/api.ts';
import type { Project, RiskValue } from '#shared/domain/project.ts';
import { suggestedRiskOf } from '#shared/domain/risk.ts';
import { appetiteText } from '#shared/words/requests/decide.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { riskDriverNames, riskNames } from '#shared/words/words.ts';
import { RiskRadar } from '../drawing/RiskRadar.tsx';
import { useProject } from './editing.tsx';
import { ScaleField } from './ScaleField.tsx';
import { Section, sectionForm } from './Section.tsx';
import { Verdict } from './Verdict.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px 20px', alignItems: 'center' },
  words: { flexGrow: 1, flexBasis: '150px', color: tokens.colorNeutralForeground2 },
  text: { margin: '0 0 8px' },
});

const drivers = ['predictability', 'breadth', 'challenge', 'maturity'] as const;
const values: readonly RiskValue[] = [1, 2, 3, 4];

const asRisk = (value: number): RiskValue => values.find((one) => one === value) ?? 1;

const fieldsOf = (project: Project) => ({
  predictability: project.predictability,
  breadth: project.breadth,
  challenge: project.challenge,
  maturity: project.maturity,
  riskCategory: project.riskCategory,
  riskWhy: project.riskWhy,
});
type Draft = ReturnType<typeof fieldsOf>;

/** The category follows the drivers until somebody chooses another. */
const withDriver = (draft: Draft, part: Partial<Draft>): Partial<Draft> => {
  const followed = draft.riskCategory === null || draft.riskCategory === suggestedRiskOf(draft);
  const suggested = suggestedRiskOf({ ...draft, ...part });
  return followed && suggested !== null ? { ...part, riskCategory: suggested } : part;
};

const RiskForm = () =>
  sectionForm<Draft & ProjectChanges>({
    fieldsOf,
    fields: (draft, change) => {
      const suggested = suggestedRiskOf(draft);
      return (
        <>
          <RiskRadar drivers={draft} category={draft.riskCategory} suggested={suggested} />
          {drivers.map((driver) => (
            <ScaleField
              key={driver}
              label={riskDriverNames[driver]}
              value={draft[driver]}
              min={1}
              max={4}
              onValue={(value) => change(withDriver(draft, { [driver]: asRisk(value) }))}
            />
          ))}
          <Field label={projectWords.category}>
            <Select
              value={draft.riskCategory === null ? '' : String(draft.riskCategory)}
              onChange={(_, data) =>
                change({ riskCategory: data.value === '' ? null : asRisk(Number(data.value)) })
              }
            >
              <option value="">{projectWords.notAssessed}</option>
              {values.map((value) => (
                <option key={value} value={value}>
                  {value} · {riskNames[value]}
                  {value === suggested ? ` (${projectWords.suggested})` : ''}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={projectWords.riskWhy}>
            <Textarea
              value={draft.riskWhy}
              maxLength={500}
              onChange={(_, data) => change({ riskWhy: data.value })}
            />
          </Field>
        </>
      );
    },
  });

/** The risk as a picture, its category, and whether the appetite has room for it. */
export const RiskSection = () => {
  const styles = useStyles();
  const { reply } = useProject();
  const { project, appetite } = reply;
  const suggested = suggestedRiskOf(project);
  const { riskCategory } = project;
  const title =
    riskCategory === null
      ? projectWords.risk
      : `${projectWords.risk} ${riskCategory} · ${riskNames[riskCategory]}`;
  return (
    <Section
      id="risk"
      title={title}
      form={<RiskForm />}
      fields={['riskCategory']}
      aside={
        appetite ? (
          <Verdict
            good={appetite.inside}
            text={appetite.inside ? projectWords.insideAppetite : projectWords.outsideAppetite}
          />
        ) : (
          riskCategory === null && projectWords.notAssessed
        )
      }
    >
      <div className={styles.row}>
        <RiskRadar drivers={project} category={riskCategory} suggested={suggested} />
        <div className={styles.words}>
          {appetite && <p className={styles.text}>{appetiteText(appetite)}</p>}
          {suggested !== null && riskCategory !== null && suggested !== riskCategory && (
            <p className={styles.text}>{projectWords.overridden(suggested)}</p>
          )}
          {project.riskWhy !== '' && <p className={styles.text}>{project.riskWhy}</p>}
        </div>
      </div>
    </Section>
  );
};
