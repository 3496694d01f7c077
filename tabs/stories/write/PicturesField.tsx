import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowDownRegular,
  ArrowUpRegular,
  DismissRegular,
  ImageAddRegular,
} from '@fluentui/react-icons';
import { type DragEvent, useRef, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { Hindrance } from '#shared/domain/stories/hindrances.ts';
import { mostPictures } from '#shared/domain/stories/rules.ts';
import type { Picture } from '#shared/domain/stories/story.ts';
import { pictureName, storyPageWords } from '#shared/words/stories/page.ts';
import { hindranceText, storyRefusalText } from '#shared/words/stories/stories.ts';
import type { Api } from '../../remote/api.ts';
import { useApi } from '../../remote/RemoteContext.tsx';
import { Problems } from '../Problems.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { shrinkPicture } from './shrinkPicture.ts';

const useStyles = makeStyles({
  drop: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 14px',
    alignItems: 'center',
    padding: '12px 14px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: {
    backgroundColor: 'var(--pointed)',
    border: `1px dashed ${tokens.colorCompoundBrandStroke}`,
  },
  words: { flexGrow: 1, flexBasis: '200px' },
  hidden: { display: 'none' },
  picture: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr)',
    gap: '14px',
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  thumb: {
    width: '100%',
    maxWidth: '220px',
    maxHeight: '160px',
    objectFit: 'cover',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  fields: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  row: { display: 'flex', gap: '4px', alignItems: 'center', flexWrap: 'wrap' },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
});

type Sent = { readonly ids: readonly string[]; readonly problems: readonly string[] };

const sendAll = async (api: Api, files: readonly File[]): Promise<Sent> => {
  const ids: string[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const shrunk = await shrinkPicture(file);
    if (!shrunk.ok) {
      problems.push(`${file.name}: ${storyPageWords.notAPicture}`);
      continue;
    }
    const sent = await api.send(at('POST /api/stories/pictures'), shrunk.blob);
    if (sent.type === 'done') ids.push(sent.value.id);
    else if (sent.type === 'failed') problems.push(`${file.name}: ${sent.message}`);
  }
  return { ids, problems };
};

type OneProps = {
  readonly picture: Picture;
  readonly place: number;
  readonly count: number;
  readonly hindrances: readonly Hindrance[];
  readonly onPicture: (part: Partial<Picture>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

const messageFor = (
  hindrances: readonly Hindrance[],
  place: number,
  field: 'alt' | 'consent',
): string => {
  const missing = field === 'alt' ? 'altMissing' : 'consentMissing';
  const found = hindrances.find((one) => {
    if (one.type === missing) return one.picture === place;
    if (one.type !== 'cpr' && one.type !== 'blockedWord') return false;
    return one.place.type === field && one.place.picture === place;
  });
  return found ? hindranceText(found) : '';
};

type MovesProps = Pick<OneProps, 'place' | 'count' | 'onMove' | 'onRemove'> & {
  readonly name: string;
};

const Moves = ({ place, count, name, onMove, onRemove }: MovesProps) => (
  <>
    <Button
      size="small"
      appearance="subtle"
      icon={<ArrowUpRegular />}
      aria-label={`${storyPageWords.up}: ${name}`}
      disabledFocusable={place === 0}
      onClick={() => onMove(-1)}
    />
    <Button
      size="small"
      appearance="subtle"
      icon={<ArrowDownRegular />}
      aria-label={`${storyPageWords.down}: ${name}`}
      disabledFocusable={place === count - 1}
      onClick={() => onMove(1)}
    />
    <Button
      size="small"
      appearance="subtle"
      icon={<DismissRegular />}
      aria-label={`${storyPageWords.remove}: ${name}`}
      onClick={onRemove}
    />
  </>
);

const OnePicture = (props: OneProps) => {
  const styles = useStyles();
  const { picture, place, hindrances, onPicture } = props;
  const name = pictureName(place);
  const altSaid = messageFor(hindrances, place, 'alt');
  const consentSaid = messageFor(hindrances, place, 'consent');
  return (
    <li className={styles.picture}>
      <img className={styles.thumb} src={`/pictures/${picture.id}`} alt={picture.alt || name} />
      <div className={styles.fields}>
        <div className={styles.row}>
          <span className={styles.name}>{name}</span>
          <Moves {...props} name={name} />
        </div>
        <Field
          label={storyPageWords.alt}
          {...(altSaid === '' ? {} : { validationMessage: altSaid, validationState: 'warning' })}
        >
          <Input
            value={picture.alt}
            maxLength={1_000}
            onChange={(_, data) => onPicture({ alt: data.value })}
          />
        </Field>
        <Checkbox
          label={storyPageWords.people}
          checked={picture.people}
          onChange={(_, data) => onPicture({ people: data.checked === true })}
        />
        {picture.people && (
          <Field
            label={storyPageWords.consent}
            {...(consentSaid === ''
              ? {}
              : { validationMessage: consentSaid, validationState: 'warning' })}
          >
            <Input
              value={picture.consent}
              maxLength={1_000}
              onChange={(_, data) => onPicture({ consent: data.value })}
            />
          </Field>
        )}
      </div>
    </li>
  );
};

const moved = (pictures: readonly Picture[], place: number, by: -1 | 1): readonly Picture[] => {
  const one = pictures[place];
  const other = pictures[place + by];
  if (!one || !other) return pictures;
  return pictures.map((picture, at) => {
    if (at === place) return other;
    return at === place + by ? one : picture;
  });
};

type PicturesProps = {
  readonly pictures: readonly Picture[];
  readonly hindrances: readonly Hindrance[];
  /** On what there is then: more may have happened while a picture was on its way. */
  readonly onPictures: (change: (before: readonly Picture[]) => readonly Picture[]) => void;
};

const useAdding = ({ pictures, onPictures }: PicturesProps) => {
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const add = async (files: readonly File[]): Promise<void> => {
    if (busy || files.length === 0) return;
    const room = Math.max(0, mostPictures - pictures.length);
    setBusy(true);
    const sent = await sendAll(api, files.slice(0, room));
    setBusy(false);
    const tooMany = files.length > room;
    setProblems([
      ...sent.problems,
      ...(tooMany ? [storyRefusalText({ type: 'tooManyPictures', most: mostPictures })] : []),
    ]);
    onPictures((before) => [
      ...before,
      ...sent.ids
        .filter((id) => !before.some((picture) => picture.id === id))
        .map((id) => ({ id, alt: '', people: false, consent: '' })),
    ]);
  };
  return { busy, problems, add };
};

type DropProps = Pick<ReturnType<typeof useAdding>, 'busy' | 'add'> & { readonly full: boolean };

/** Where pictures are dropped, or chosen. */
const DropPlace = ({ busy, add, full }: DropProps) => {
  const styles = useStyles();
  const page = usePageStyles();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside does the same.
    <div
      className={mergeClasses(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Button
        icon={<ImageAddRegular />}
        disabledFocusable={busy || full}
        onClick={() => input.current?.click()}
      >
        {busy ? storyPageWords.uploading : storyPageWords.addPicture}
      </Button>
      <span className={mergeClasses(page.quiet, styles.words)}>
        {storyPageWords.dropHere} {storyPageWords.picturePlaces}
      </span>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/heic"
        multiple
        aria-label={storyPageWords.addPicture}
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
};

/** The pictures in their order, each with its alt text and, when people can be seen, the consent. */
export const PicturesField = (props: PicturesProps) => {
  const page = usePageStyles();
  const { pictures, hindrances, onPictures } = props;
  const { busy, problems, add } = useAdding(props);
  return (
    <section className={page.section} aria-label={storyPageWords.pictures}>
      <h2 className={page.head}>{storyPageWords.pictures}</h2>
      <DropPlace {...{ busy, add }} full={pictures.length >= mostPictures} />
      <Problems problems={problems} />
      {pictures.length > 0 && (
        <ul className={page.bare}>
          {pictures.map((picture, place) => (
            <OnePicture
              key={picture.id}
              {...{ picture, place, hindrances }}
              count={pictures.length}
              onPicture={(part) =>
                onPictures((before) =>
                  before.map((one, at) => (at === place ? { ...one, ...part } : one)),
                )
              }
              onMove={(by) => onPictures((before) => moved(before, place, by))}
              onRemove={() => onPictures((before) => before.filter((_, at) => at !== place))}
            />
          ))}
        </ul>
      )}
    </section>
  );
};
