import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import type { ProjectChanges } from '#shared/contract/api.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { plannedIn } from '#shared/domain/plan/planned.ts';
import type { Project } from '#shared/domain/project.ts';
import { planText } from '#shared/words/plan/words.ts';
import { boardWords } from '#shared/words/screens/board.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { visitsWords } from '#shared/words/visits/page.ts';
import { originNames } from '#shared/words/words.ts';
import { useMe } from '../shell/Looking.tsx';
import { useProject } from './editing.tsx';
import { OriginField } from './OriginField.tsx';
import { PersonField } from './PersonField.tsx';
import { May, Section, sectionForm } from './Section.tsx';

const useStyles = makeStyles({
  text: {
    margin: 0,
    maxWidth: '72ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: '24px',
    whiteSpace: 'pre-line',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 20px',
    margin: '10px 0 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  link: { color: tokens.colorBrandForegroundLink },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px' },
});

const fieldsOf = (project: Project) => ({
  title: project.title,
  purpose: project.purpose,
  summary: project.summary,
  leadArea: project.leadArea,
  areas: [...project.areas],
  ownerId: project.ownerId,
  leadId: project.leadId,
  municipality: project.municipality,
  technology: project.technology,
  origin: project.origin,
  sourceUrl: project.sourceUrl,
  flowUrl: project.flowUrl,
});
type Draft = ReturnType<typeof fieldsOf>;
type Change = (part: Partial<Draft>) => void;

const AreaFields = ({ draft, change }: { draft: Draft; change: Change }) => {
  const styles = useStyles();
  const { areas } = useMe();
  return (
    <>
      <Field label={projectWords.area}>
        <Select
          value={draft.leadArea ?? ''}
          onChange={(_, data) => change({ leadArea: data.value === '' ? null : data.value })}
        >
          <option value="">{boardWords.across}</option>
          {areas.map((area) => (
            <option key={area.id} value={area.id}>
              {area.name}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className={styles.row} style={{ border: 'none', padding: 0, margin: 0 }}>
        <legend>{projectWords.areas}</legend>
        {areas
          .filter((area) => area.id !== draft.leadArea)
          .map((area) => (
            <Checkbox
              key={area.id}
              label={area.name}
              checked={draft.areas.includes(area.id)}
              onChange={(_, data) =>
                change({
                  areas: data.checked
                    ? [...draft.areas, area.id]
                    : draft.areas.filter((one) => one !== area.id),
                })
              }
            />
          ))}
      </fieldset>
    </>
  );
};

const texts = ['municipality', 'technology', 'sourceUrl', 'flowUrl'] as const;

const TextFields = ({ draft, change }: { draft: Draft; change: Change }) =>
  texts.map((field) => (
    <May key={field} change={field}>
      <Field label={projectWords[field]}>
        <Input
          value={draft[field]}
          maxLength={field.endsWith('Url') ? 2_000 : 255}
          onChange={(_, data) => change({ [field]: data.value })}
        />
      </Field>
    </May>
  ));

const AboutForm = () =>
  sectionForm<Draft & ProjectChanges>({
    fieldsOf,
    fields: (draft, change) => (
      <>
        <May change="title">
          <Field label={projectWords.title}>
            <Input
              value={draft.title}
              maxLength={255}
              onChange={(_, data) => change({ title: data.value })}
            />
          </Field>
          <Field label={projectWords.purpose}>
            <Input
              value={draft.purpose}
              maxLength={255}
              onChange={(_, data) => change({ purpose: data.value })}
            />
          </Field>
          <Field label={projectWords.summary}>
            <Textarea
              rows={5}
              value={draft.summary}
              maxLength={4_000}
              onChange={(_, data) => change({ summary: data.value })}
            />
          </Field>
          <AreaFields draft={draft} change={change} />
        </May>
        <May change="ownerId">
          <PersonField
            label={projectWords.owner}
            personId={draft.ownerId}
            onPerson={(ownerId) => change({ ownerId })}
          />
        </May>
        <May change="leadId">
          <PersonField
            label={projectWords.lead}
            personId={draft.leadId}
            onPerson={(leadId) => change({ leadId })}
          />
        </May>
        <May change="origin">
          <OriginField origin={draft.origin} onOrigin={(origin) => change({ origin })} />
        </May>
        <TextFields draft={draft} change={change} />
      </>
    ),
  });

const isWebLink = (address: string): boolean => /^https?:\/\//.test(address);

/** Why the project exists, in two sentences; editing it opens all that names and places it. */
export const About = () => {
  const styles = useStyles();
  const { project, visit } = useProject().reply;
  const text = project.summary === '' ? project.purpose : project.summary;
  const planned = plannedIn(project);
  return (
    <Section
      id="about"
      title={projectWords.about}
      form={<AboutForm />}
      fields={['title', 'ownerId', 'leadId']}
      bare
    >
      <p className={styles.text}>
        {text === '' ? <span className={styles.quiet}>{projectWords.noText}</span> : text}
      </p>
      <div className={styles.facts}>
        {project.municipality !== '' && (
          <span>
            {projectWords.municipality}: {project.municipality}
          </span>
        )}
        {project.technology !== '' && <span>{project.technology}</span>}
        {project.origin !== null && (
          <span>
            {projectWords.origin}: {originNames[project.origin]}
          </span>
        )}
        {visit !== null && (
          <a className={styles.link} href={hashOf({ type: 'visit', id: visit.id, section: '' })}>
            {visitsWords.from(visit.unit)}
          </a>
        )}
        {isWebLink(project.sourceUrl) && (
          <a className={styles.link} href={project.sourceUrl} target="_blank" rel="noreferrer">
            {projectWords.source}
          </a>
        )}
        {isWebLink(project.flowUrl) && (
          <a className={styles.link} href={project.flowUrl} target="_blank" rel="noreferrer">
            {projectWords.flow}
          </a>
        )}
        {planned !== null && (
          <a className={styles.link} href={hashOf({ type: 'plan', query: '' })}>
            {projectWords.plan}: {planText(planned)}
          </a>
        )}
        {project.sampleFields.length > 0 && <span>{projectWords.sampledNote}</span>}
      </div>
    </Section>
  );
};
