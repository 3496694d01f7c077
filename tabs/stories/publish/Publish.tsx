import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { PostMove } from '#shared/contract/stories.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Channel, StoryKind } from '#shared/domain/stories/story.ts';
import { enteredByText, publicationText } from '#shared/words/stories/events.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { channelNames } from '#shared/words/stories/stories.ts';
import { useMe } from '../../shell/Looking.tsx';
import { Doubts, useDoubts } from '../Doubts.tsx';
import { mayMove, useStory } from '../onStory.tsx';
import { Problems } from '../Problems.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { usePress } from '../usePress.ts';

const channelsFor: Readonly<Record<StoryKind, readonly Channel[]>> = {
  microStory: ['official', 'private'],
  article: ['organisation', 'viborgDk'],
  description: ['viborgDk'],
  press: [],
};

/** Where it lies already, newest last. */
export const Publications = () => {
  const page = usePageStyles();
  const { publications } = useStory().reply.view.now;
  if (publications.length === 0) return null;
  return (
    <section className={page.section} aria-label={storyPageWords.register}>
      <h2 className={page.head}>{storyPageWords.register}</h2>
      <ul className={page.bare}>
        {publications.map((one) => (
          <li key={one.seq}>
            <a className={page.link} href={one.link} target="_blank" rel="noreferrer">
              {publicationText(one)}
            </a>
            <p className={page.quiet}>{enteredByText(one.byName, one.at)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const freeOutlet = 'other';

type OutletProps = {
  readonly channel: Channel;
  readonly outlet: string;
  readonly onOutlet: (outlet: string) => void;
};

const OutletField = ({ channel, outlet, onOutlet }: OutletProps) => {
  const { organisations } = useStory().reply;
  const [free, setFree] = useState(false);
  if (channel === 'private')
    return (
      <Field label={storyPageWords.whose}>
        <Input value={outlet} maxLength={120} onChange={(_, data) => onOutlet(data.value)} />
      </Field>
    );
  if (channel !== 'organisation') return null;
  return (
    <>
      <Field label={storyPageWords.organisation}>
        <Select
          value={free ? freeOutlet : outlet}
          onChange={(_, data) => {
            setFree(data.value === freeOutlet);
            onOutlet(data.value === freeOutlet ? '' : data.value);
          }}
        >
          <option value="">–</option>
          {organisations.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          <option value={freeOutlet}>{storyPageWords.otherOrganisation}</option>
        </Select>
      </Field>
      {free && (
        <Field label={storyPageWords.otherOrganisation}>
          <Input value={outlet} maxLength={120} onChange={(_, data) => onOutlet(data.value)} />
        </Field>
      )}
    </>
  );
};

type Entry = { readonly channel: Channel; readonly outlet: string; readonly link: string };

const useEntry = () => {
  const me = useMe();
  const { reply } = useStory();
  const { now } = reply.view;
  const offered = channelsFor[now.kind];
  // The other profile comes next, when one of them has it already.
  const told = now.publications.map(({ channel }) => channel);
  const first = offered.find((one) => !told.includes(one)) ?? offered[0] ?? 'official';
  const outletFor = (channel: Channel): string => (channel === 'private' ? me.name : '');
  const [entry, setEntry] = useState<Entry>({ channel: first, outlet: outletFor(first), link: '' });
  return {
    ...{ offered, entry },
    onChannel: (name: string) => {
      const channel = offered.find((one) => one === name) ?? first;
      setEntry({ ...entry, channel, outlet: outletFor(channel) });
    },
    onEntry: (part: Partial<Entry>) => setEntry({ ...entry, ...part }),
  };
};

const titleFor = (kind: StoryKind, again: boolean): string => {
  if (kind === 'description') return storyPageWords.toViborg;
  if (kind === 'article') return storyPageWords.sentOut;
  return again ? storyPageWords.publishAgain : storyPageWords.published;
};

type EntryProps = {
  /** It stands where the one just sent stood, so whoever sent that is still here. */
  readonly next: boolean;
};

const EntryForm = ({ next }: EntryProps) => {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (next && isLost) head.current?.focus({ preventScroll: true });
  }, [next]);
  const page = usePageStyles();
  const { reply, move } = useStory();
  const { now, at } = reply.view;
  const today = dayOf(at);
  const [day, setDay] = useState(today);
  const { offered, entry, onChannel, onEntry } = useEntry();
  const { busy, problems, press } = usePress();
  const doubts = useDoubts(now.kind === 'description' ? reply.hindrances : []);
  const title = titleFor(now.kind, now.publications.length > 0);
  const send = async (): Promise<void> => {
    const given: PostMove = { type: 'published', revision: now.revision, day, ...entry };
    await press(() => move({ ...given, link: entry.link.trim(), ...doubts.said }));
  };
  return (
    <section className={page.form} aria-label={title}>
      <h2 className={page.head} tabIndex={-1} ref={head}>
        {title}
      </h2>
      <div className={page.two}>
        {offered.length > 1 && (
          <Field label={storyPageWords.where}>
            <Select value={entry.channel} onChange={(_, data) => onChannel(data.value)}>
              {offered.map((one) => (
                <option key={one} value={one}>
                  {channelNames[one]}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <OutletField {...entry} onOutlet={(outlet) => onEntry({ outlet })} />
        <Field label={storyPageWords.link}>
          <Input
            type="url"
            value={entry.link}
            placeholder={storyPageWords.linkHint}
            onChange={(_, data) => onEntry({ link: data.value })}
          />
        </Field>
        <Field label={storyPageWords.dayOut}>
          <Input type="date" max={today} value={day} onChange={(_, data) => setDay(data.value)} />
        </Field>
      </div>
      <Doubts {...doubts} />
      <Problems problems={problems} />
      <div className={page.buttons}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void send()}>
          {storyPageWords.enter}
        </Button>
      </div>
    </section>
  );
};

/** Where it was put, with link and day. Begins anew after each entry. */
export const PublishForm = () => {
  const { reply } = useStory();
  const count = reply.view.now.publications.length;
  const [atFirst] = useState(count);
  if (!mayMove(reply, 'published')) return null;
  return <EntryForm key={count} next={count > atFirst} />;
};
