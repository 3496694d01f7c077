import { Field, Select } from '@fluentui/react-components';
import type { ProjectChanges } from '#shared/contract/api.ts';
import { focusAreas, type Project } from '#shared/domain/project.ts';
import { effectWords, focusNames } from '#shared/words/screens/effect.ts';
import { AnswerFields, Answers, type Question } from './Answers.tsx';
import { useProject } from './editing.tsx';
import { Section, sectionForm } from './Section.tsx';

const questions: readonly Question<'citizenEffect' | 'involved'>[] = [
  {
    field: 'citizenEffect',
    label: effectWords.citizenEffect,
    hint: effectWords.citizenEffectHint,
  },
  { field: 'involved', label: effectWords.involved, hint: effectWords.involvedHint },
];

const fieldsOf = ({ focus, citizenEffect, involved }: Project) => ({
  ...{ focus, citizenEffect, involved },
});

const EffectForm = () =>
  sectionForm<ReturnType<typeof fieldsOf> & ProjectChanges>({
    fieldsOf,
    fields: (draft, change) => (
      <>
        <Field label={effectWords.focus}>
          <Select
            value={draft.focus ?? ''}
            onChange={(_, data) =>
              change({ focus: focusAreas.find((one) => one === data.value) ?? null })
            }
          >
            <option value="">{effectWords.unsaid}</option>
            {focusAreas.map((one) => (
              <option key={one} value={one}>
                {focusNames[one]}
              </option>
            ))}
          </Select>
        </Field>
        <AnswerFields
          questions={questions}
          draft={draft}
          onAnswer={(field, value) => change({ [field]: value })}
        />
      </>
    ),
  });

/** For whom it is: the focus area, what citizens get out of it, and who has had a say. */
export const Effect = () => {
  const { project } = useProject().reply;
  return (
    <Section
      id="effect"
      title={effectWords.title}
      form={<EffectForm />}
      fields={['citizenEffect']}
      aside={project.focus === null ? undefined : focusNames[project.focus]}
    >
      <Answers questions={questions} answers={project} />
    </Section>
  );
};
