import { createHash } from 'node:crypto';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { PostMove, StoriesReply, StoryReply } from '#shared/contract/stories.ts';
import { type StoryKind, type StoryState, sealedContentOf } from '#shared/domain/stories/story.ts';
import { aPng } from '../../builders/pictures.ts';
import { readyAt, until } from './portfolio.ts';
import type { Theme, World } from './world.ts';

const author = 'konsulent';

type Project = { readonly title: string; readonly leadArea?: 'social' | 'sundhed' | 'omsorg' };

/** A project of the test's own, with an owner who is a leder. */
export const projectFor = (world: World, wanted: Project): Promise<string> =>
  readyAt(world, 'gate1', { ...wanted, shares: {} });

export const storyOf = (world: World, id: string): Promise<StoryReply> =>
  world.api<StoryReply>(author, 'GET', `/api/stories/${encodeURIComponent(id)}`);

const isIn = async (world: World, id: string, state: StoryState): Promise<boolean> =>
  (await storyOf(world, id)).view.now.state === state;

export const arrives = (world: World, id: string, state: StoryState): Promise<void> =>
  until(() => isIn(world, id, state));

/** The story of a kind that a project has, once it is there. */
export const storyIdOf = async (
  world: World,
  projectId: string,
  kind: StoryKind,
): Promise<string> => {
  let found: string | undefined;
  await until(async () => {
    const { stories } = await world.api<StoriesReply>(
      author,
      'GET',
      `/api/stories?project=${projectId}`,
    );
    found = stories.find((story) => story.kind === kind)?.id;
    return found !== undefined;
  });
  return found ?? '';
};

export const move = (
  world: World,
  alias: string,
  id: string,
  given: PostMove,
): Promise<{ readonly status: number; readonly reply: unknown }> =>
  world.call(alias, 'POST', `/api/stories/${encodeURIComponent(id)}/moves`, given);

/** Does a move that must succeed; says the story as it is then. */
export const moved = async (
  world: World,
  alias: string,
  id: string,
  given: PostMove,
): Promise<StoryReply> => {
  const { status, reply } = await move(world, alias, id, given);
  if (status >= 400) throw new Error(`${given.type}: ${status} ${JSON.stringify(reply)}`);
  return reply as StoryReply;
};

type Written = {
  readonly projectId: string;
  readonly title: string;
  readonly text: string;
  readonly area?: string;
  readonly pictures?: StoryReply['view']['now']['version']['pictures'];
};

const keyOf = (title: string): string =>
  `${createHash('sha256').update(`${title}${performance.now()}`).digest('hex').slice(0, 24)}`;

/** A micro-story that is written, and not yet sent. */
export const written = async (world: World, story: Written): Promise<StoryReply> => {
  const { projectId, title, text, area = 'omsorg', pictures = [] } = story;
  const { view } = await world.api<StoryReply>(author, 'POST', '/api/stories', {
    key: keyOf(title),
    kind: 'microStory',
    projectId,
    title,
  });
  const about = { ...view.now.about, title, area };
  return moved(world, author, view.now.id, {
    type: 'saved',
    revision: view.now.revision,
    content: { text, pictures: [...pictures], files: [] },
    about,
  });
};

/** A micro-story that waits for the chef of its area; says its id. */
export const asked = async (world: World, story: Written): Promise<string> => {
  const { view } = await written(world, story);
  const { id, revision } = view.now;
  await moved(world, author, id, { type: 'asked', revision, comment: '' });
  return id;
};

/** A picture of its own, as a file that is chosen. */
export const aPicture = (name: string, note = name) => ({
  name: `${name}.png`,
  mimeType: 'image/png',
  buffer: aPng(64, 48, Buffer.from(note)),
});

type Row = Record<string, unknown>;

/** What the list holds of a story, past the product, in order. */
export const eventRows = async (world: World, id: string): Promise<readonly Row[]> =>
  [...(await world.graph.rows('StoryVersions', 'StoryId', id))].sort(
    (a, b) => Number(a['Seq']) - Number(b['Seq']),
  );

const parsed = (json: unknown): readonly never[] =>
  json === undefined || json === null || json === '' ? [] : JSON.parse(String(json));

/** The hash as anybody can reckon it from what the row holds. */
export const hashFrom = (row: Row): string =>
  createHash('sha256')
    .update(
      sealedContentOf({
        text: String(row['Text'] ?? ''),
        pictures: parsed(row['Pictures']),
        files: parsed(row['Files']),
      }),
    )
    .digest('hex');

const phone = { width: 360, height: 740 };

export const phoneChat = (world: World, alias: string, theme?: Theme): Promise<Page> =>
  world.open(alias, { app: 'chat' }, { ...phone, ...(theme === undefined ? {} : { theme }) });

/** Writes something to the bot. */
export const say = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Skriv en besked' }).fill(text);
  await page.keyboard.press('Enter');
};

/** The newest card in a chat that holds some words, and others beside them where they are given. */
export const cardAbout = (page: Page, words: string, others = ''): Locator =>
  page.locator('.message .card', { hasText: words }).filter({ hasText: others }).last();

/** What a card says, with its spaces as anybody sees them. */
export const wordsOn = async (card: Locator): Promise<string> =>
  ((await card.textContent()) ?? '').replace(/\s+/g, ' ');

export const openStory = (
  world: World,
  alias: string,
  id: string,
  looks: { theme?: Theme; width?: number; height?: number } = {},
): Promise<{ readonly page: Page; readonly tab: FrameLocator }> =>
  world.openTab(alias, `story:${id}`, looks);

/** The pictures that are really there, not only their frames. */
export const loaded = (where: Locator): Promise<readonly number[]> =>
  where.locator('img').evaluateAll((all) =>
    Promise.all(
      all.map(async (one) => {
        const image = one as HTMLImageElement;
        await image.decode().catch(() => undefined);
        return image.naturalWidth;
      }),
    ),
  );

/** Tab is pressed until the wanted thing has the focus, as somebody without a mouse does. */
export const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  await wanted.first().waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard never comes to ${wanted}.`);
};
