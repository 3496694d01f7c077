import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular, DocumentRegular } from '@fluentui/react-icons';
import type { Material } from '#shared/domain/stories/story.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { usePageStyles } from '../pageStyles.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.2fr) minmax(0, 2fr) minmax(0, 0.8fr) 32px',
    gap: '8px',
    alignItems: 'end',
    padding: '6px 0',
    '@media (max-width: 719px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      paddingBottom: '12px',
    },
  },
  file: { display: 'flex', gap: '10px', alignItems: 'center', padding: '4px 0' },
  icon: { color: tokens.colorBrandForeground1, flexShrink: 0 },
});

const isWebAddress = (link: string): boolean => /^https?:\/\/\S+$/i.test(link);

/** The files as they are read: a link only when it is one. */
export const MaterialList = ({ files }: { readonly files: readonly Material[] }) => {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <ul className={page.bare}>
      {files.map(({ title, link, version }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same file may stand twice.
        <li key={place} className={styles.file}>
          <DocumentRegular className={styles.icon} fontSize={20} aria-hidden="true" />
          <span>
            {isWebAddress(link) ? (
              <a className={page.link} href={link} target="_blank" rel="noreferrer">
                {title || link}
              </a>
            ) : (
              title || link
            )}{' '}
            <span className={page.quiet}>{version}</span>
          </span>
        </li>
      ))}
    </ul>
  );
};

type FilesProps = {
  readonly files: readonly Material[];
  readonly onFiles: (files: readonly Material[]) => void;
};

/** The files of an article: name, link and the version that is signed off. */
export const FilesField = ({ files, onFiles }: FilesProps) => {
  const styles = useStyles();
  const page = usePageStyles();
  const change = (place: number, part: Partial<Material>): void =>
    onFiles(files.map((file, at) => (at === place ? { ...file, ...part } : file)));
  return (
    <section className={page.section} aria-label={storyPageWords.files}>
      <h2 className={page.head}>{storyPageWords.files}</h2>
      {files.length === 0 && <p className={page.quiet}>{storyPageWords.noFiles}</p>}
      {files.map((file, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a file has no name before it is typed.
        <div key={place} className={styles.row}>
          <Field label={storyPageWords.fileTitle}>
            <Input
              value={file.title}
              maxLength={200}
              onChange={(_, data) => change(place, { title: data.value })}
            />
          </Field>
          <Field label={storyPageWords.fileLink}>
            <Input
              type="url"
              value={file.link}
              maxLength={2_000}
              onChange={(_, data) => change(place, { link: data.value })}
            />
          </Field>
          <Field label={storyPageWords.fileVersion}>
            <Input
              value={file.version}
              maxLength={60}
              onChange={(_, data) => change(place, { version: data.value })}
            />
          </Field>
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={`${storyPageWords.remove}: ${file.title}`}
            onClick={() => onFiles(files.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      <div>
        <Button
          icon={<AddRegular />}
          onClick={() => onFiles([...files, { title: '', link: '', version: '' }])}
        >
          {storyPageWords.addFile}
        </Button>
      </div>
    </section>
  );
};
