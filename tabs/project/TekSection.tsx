import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ProjectChanges } from '#shared/contract/api.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { Project, TekValue } from '#shared/domain/project.ts';
import { isAssessed, isInShadedField, tekRemarksOf } from '#shared/domain/tek.ts';
import { tekRemarkTexts } from '#shared/words/requests/decide.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { tekNames } from '#shared/words/words.ts';
import { TekTriangle } from '../drawing/TekTriangle.tsx';
import { useProject } from './editing.tsx';
import { ScaleField } from './ScaleField.tsx';
import { Section, sectionForm } from './Section.tsx';
import { Verdict } from './Verdict.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px 28px', alignItems: 'center' },
  legs: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    margin: 0,
    flexGrow: 1,
    flexBasis: '180px',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  why: { margin: 0, color: tokens.colorNeutralForeground2 },
  link: { color: tokens.colorBrandForegroundLink },
  remark: { margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
});

const legs = ['efficiency', 'quality', 'wellbeing'] as const;

const fieldsOf = (project: Project) => ({
  efficiency: project.efficiency,
  efficiencyWhy: project.efficiencyWhy,
  quality: project.quality,
  qualityWhy: project.qualityWhy,
  wellbeing: project.wellbeing,
  wellbeingWhy: project.wellbeingWhy,
});

const asTek = (value: number): TekValue => (value === 1 || value === 2 || value === 3 ? value : 0);

const DragHint = () => <p className={useStyles().remark}>{projectWords.tekDrag}</p>;

const TekForm = () =>
  sectionForm<ReturnType<typeof fieldsOf> & ProjectChanges>({
    fieldsOf,
    fields: (draft, change) => (
      <>
        <TekTriangle tek={draft} onTek={change} />
        <DragHint />
        {legs.map((leg) => (
          <div key={leg}>
            <ScaleField
              label={tekNames[leg]}
              value={draft[leg]}
              min={0}
              max={3}
              onValue={(value) => change({ [leg]: asTek(value) })}
            />
            <Field label={projectWords.sentence}>
              <Input
                aria-label={`${tekNames[leg]}: ${projectWords.sentence}`}
                value={draft[`${leg}Why`]}
                maxLength={500}
                onChange={(_, data) => change({ [`${leg}Why`]: data.value })}
              />
            </Field>
          </div>
        ))}
      </>
    ),
  });

/** The benefits as a picture with their sentences. */
export const TekSection = () => {
  const styles = useStyles();
  const { project } = useProject().reply;
  const inside = isInShadedField(project);
  return (
    <Section
      id="tek"
      title={projectWords.benefits}
      form={<TekForm />}
      fields={['efficiency']}
      aside={
        isAssessed(project) ? (
          <Verdict
            good={inside}
            text={inside ? projectWords.insideField : projectWords.outsideField}
          />
        ) : (
          projectWords.notAssessed
        )
      }
    >
      <div className={styles.row}>
        <TekTriangle tek={project} />
        <dl className={styles.legs}>
          {legs.map((leg) => (
            <div key={leg}>
              <dt className={styles.name}>
                {tekNames[leg]} {project[leg] ?? '–'}
              </dt>
              <dd className={styles.why}>{project[`${leg}Why`]}</dd>
            </div>
          ))}
        </dl>
      </div>
      {tekRemarksOf(project).map((remark) => (
        <p key={remark} className={styles.remark}>
          {projectWords.remark}: {tekRemarkTexts[remark]}
        </p>
      ))}
      <a className={styles.link} href={hashOf({ type: 'tekCloud' })}>
        {placeNames.tekCloud}
      </a>
    </Section>
  );
};
