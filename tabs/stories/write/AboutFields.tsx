import { Field, Input, Select } from '@fluentui/react-components';
import { at } from '#shared/contract/at.ts';
import type { StoryReply } from '#shared/contract/stories.ts';
import { longestTitle } from '#shared/domain/stories/rules.ts';
import type { About } from '#shared/domain/stories/story.ts';
import { chefLine, storyPageWords } from '#shared/words/stories/page.ts';
import { useLive } from '../../remote/RemoteContext.tsx';
import { mayMove } from '../onStory.tsx';
import { usePageStyles } from '../pageStyles.ts';

type AboutProps = {
  readonly reply: StoryReply;
  readonly about: About;
  readonly onAbout: (part: Partial<About>) => void;
};

const ChefField = ({ reply, about, onAbout }: AboutProps) => {
  const { areas } = reply.view;
  const nameOf = (area: string): string => {
    const chef = reply.chefs.find((one) => one.area === area);
    return chef ? chef.name || chef.deputies.join(', ') : '';
  };
  return (
    <Field label={storyPageWords.chef}>
      <Select
        value={about.area ?? ''}
        onChange={(_, data) => onAbout({ area: data.value === '' ? null : data.value })}
      >
        <option value="">{storyPageWords.pickChef}</option>
        {areas.map(({ id }) => (
          <option key={id} value={id}>
            {chefLine(areas, id, nameOf(id))}
          </option>
        ))}
      </Select>
    </Field>
  );
};

const seldom = { every: 60_000 };

export const LederField = ({ about, onAbout }: Omit<AboutProps, 'reply'>) => {
  const { state } = useLive(at('GET /api/people'), seldom);
  const people = state.type === 'ready' ? state.value.people : [];
  const ledere = people
    .filter(({ roles }) => roles.includes('leder'))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
  const known = ledere.some(({ id }) => id === about.lederId);
  return (
    <Field label={storyPageWords.leder}>
      <Select
        value={about.lederId ?? ''}
        onChange={(_, data) => {
          const leder = ledere.find(({ id }) => id === data.value);
          onAbout({ lederId: leder?.id ?? null, lederName: leder?.name ?? '' });
        }}
      >
        <option value="">{storyPageWords.pickLeder}</option>
        {about.lederId !== null && !known && (
          <option value={about.lederId}>{about.lederName}</option>
        )}
        {ledere.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
};

/** Title, who is asked and the planned day. */
export const AboutFields = (props: AboutProps) => {
  const page = usePageStyles();
  const { reply, about, onAbout } = props;
  const { kind, state } = reply.view.now;
  // A leder who writes along changes the words, and not who is asked or when it comes out.
  const plans = state !== 'writing' || mayMove(reply, 'asked');
  return (
    <>
      <Field
        label={storyPageWords.title}
        {...(kind === 'microStory' ? { hint: storyPageWords.titleHint } : {})}
      >
        <Input
          value={about.title}
          maxLength={longestTitle}
          onChange={(_, data) => onAbout({ title: data.value })}
        />
      </Field>
      <div className={page.two}>
        {plans && (kind === 'article' || kind === 'press') && (
          <LederField about={about} onAbout={onAbout} />
        )}
        {plans && (kind === 'microStory' || kind === 'article') && <ChefField {...props} />}
        {plans && kind !== 'press' && (
          <Field label={storyPageWords.planned}>
            <Input
              type="date"
              value={about.plannedFor ?? ''}
              onChange={(_, data) => onAbout({ plannedFor: data.value === '' ? null : data.value })}
            />
          </Field>
        )}
      </div>
    </>
  );
};
