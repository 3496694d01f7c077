import {
  type PublicationLine,
  type StoryLine,
  storiesExportQuery,
} from '#shared/contract/stories.ts';
import {
  fitsProject,
  fitsPublication,
  fitsStory,
  noStoryFilter,
  type StoryFilter,
} from '#shared/domain/stories/looking.ts';
import { storiesPage } from '#shared/useCases/pages/storiesPage.ts';
import { storiesSheet } from '#shared/words/stories/overview.ts';
import { channelNames, stateText, storyKindNames } from '#shared/words/stories/stories.ts';
import { areaName, phaseNames } from '#shared/words/words.ts';
import { type Handler, readAs } from './context.ts';
import { demandStories } from './getStories.ts';
import { addSheet, type Cell, copenhagen, newBook, sendBook } from './workbook.ts';

type NameOf = (area: string | null) => string;

const dayCell = (day: string | null): Cell => (day === null ? null : { day });
const momentCell = (at: string | null): Cell => (at === null ? null : copenhagen(at));

const registerRow = (one: PublicationLine, nameOf: NameOf): readonly Cell[] => [
  dayCell(one.day),
  storyKindNames[one.kind],
  one.title,
  one.projectTitle,
  nameOf(one.area),
  channelNames[one.channel],
  one.outlet,
  one.link,
  one.by,
  one.approvedBy,
  momentCell(one.approvedAt),
];

const storyRow = (one: StoryLine, nameOf: NameOf): readonly Cell[] => [
  one.title,
  storyKindNames[one.kind],
  one.projectTitle,
  nameOf(one.area),
  stateText(one.kind, one.state),
  momentCell(one.since),
  dayCell(one.plannedFor),
  momentCell(one.dueAt),
  one.lederName,
  one.createdBy,
];

const filterIn = (query: ReturnType<typeof storiesExportQuery.parse>): StoryFilter => ({
  kind: query.kind ?? noStoryFilter.kind,
  channel: query.channel ?? noStoryFilter.channel,
  area: query.area ?? noStoryFilter.area,
  phase: query.phase ?? noStoryFilter.phase,
  text: query.text ?? noStoryFilter.text,
});

/** What the filter leaves on screen, as a workbook with real dates. */
export const getStoriesExport: Handler<'GET /api/stories/export'> =
  ({ deps }) =>
  async ({ actor, request, reply }) => {
    demandStories(actor);
    const query = readAs(storiesExportQuery, request.query);
    const filter = filterIn(query);
    const page = storiesPage(deps, actor, { year: query.year });
    const nameOf: NameOf = (area) => areaName(page.areas, area);
    const book = await newBook();
    addSheet(
      book,
      storiesSheet.register,
      page.register
        .filter((one) => fitsPublication(filter, one))
        .map((one) => registerRow(one, nameOf)),
    );
    addSheet(
      book,
      storiesSheet.stories,
      page.stories.filter((one) => fitsStory(filter, one)).map((one) => storyRow(one, nameOf)),
    );
    addSheet(
      book,
      storiesSheet.untold,
      page.untold
        .filter((one) => fitsProject(filter, one))
        .map((one) => [one.title, phaseNames[one.phase], nameOf(one.area)]),
    );
    return sendBook(reply, book, `historier-${page.year}`);
  };
