import { Field, Select } from '@fluentui/react-components';
import { type IdeaOrigin, ideaOrigins } from '#shared/domain/project.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { originNames } from '#shared/words/words.ts';

type Props = {
  readonly origin: IdeaOrigin | null;
  readonly onOrigin: (origin: IdeaOrigin | null) => void;
};

/** Where an idea comes from. */
export const OriginField = ({ origin, onOrigin }: Props) => (
  <Field label={projectWords.origin}>
    <Select
      value={origin ?? ''}
      onChange={(_, { value }) => onOrigin(ideaOrigins.find((one) => one === value) ?? null)}
    >
      <option value="">{projectWords.originUnsaid}</option>
      {ideaOrigins.map((one) => (
        <option key={one} value={one}>
          {originNames[one]}
        </option>
      ))}
    </Select>
  </Field>
);
