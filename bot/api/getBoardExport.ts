import { boardViewIn } from '#shared/contract/boardAddress.ts';
import { type BoardProject, placeOf } from '#shared/domain/board.ts';
import { type Group, shapeList, sorted } from '#shared/domain/boardList.ts';
import { type Looking, waitedDays } from '#shared/domain/boardLooking.ts';
import { boardOf, namesOnBoard } from '#shared/useCases/pages/board.ts';
import { seatsFor } from '#shared/useCases/requests/views.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { daysFrom } from '#shared/words/dates.ts';
import { cardWaitText } from '#shared/words/screens/board.ts';
import { boardSheet, groupName, placeNames, shortVoices } from '#shared/words/screens/boardList.ts';
import {
  areaName,
  originNames,
  priorityNames,
  statusNames,
  typeNames,
} from '#shared/words/words.ts';
import type { ApiParts, Asked, Handler } from './context.ts';
import { addSheet, type Cell, copenhagen, newBook, sendBook } from './workbook.ts';

const lookingFor = ({ deps }: ApiParts, { actor }: Asked): Looking => {
  const { areas } = settingsOf(deps.stores);
  const day = deps.clock.day();
  return {
    meId: actor.id,
    seats: seatsFor(deps, actor),
    daysSince: (at) => daysFrom(at, day),
    names: { areas, people: namesOnBoard(deps.stores), origins: originNames },
  };
};

const kroner = (ore: number | undefined): Cell => (ore === undefined ? null : ore / 100);
const whole = (value: number | undefined): Cell => (value === undefined ? null : { whole: value });

const waitCells = (project: BoardProject, looking: Looking): readonly Cell[] => {
  const { waitingFor, stuck } = project;
  const since = stuck?.since ?? (waitingFor && 'since' in waitingFor ? waitingFor.since : null);
  const days = waitedDays(project, looking);
  const said = cardWaitText(project, looking.names.areas, days, false);
  return [said?.who ?? null, since === null ? null : copenhagen(since)];
};

const rowOf = (project: BoardProject, group: string, looking: Looking): readonly Cell[] => {
  const { areas, people } = looking.names;
  const nameOf = (id: string | undefined): Cell => (id === undefined ? null : (people[id] ?? null));
  const [efficiency, quality, wellbeing] = project.tek ?? [];
  return [
    group,
    project.id,
    project.title,
    project.purpose ?? null,
    placeNames[placeOf(project)],
    statusNames[project.status],
    typeNames[project.type],
    areaName(areas, project.area),
    project.municipality ?? null,
    project.priority === undefined ? null : priorityNames[project.priority],
    project.voice === undefined ? null : shortVoices[project.voice],
    ...waitCells(project, looking),
    nameOf(project.owner),
    nameOf(project.lead),
    whole(efficiency),
    whole(quality),
    whole(wellbeing),
    whole(project.risk),
    kroner(project.askOre),
    kroner(project.budgetOre),
  ];
};

/** The query as it stands after the question mark: the very words of the list's own address. */
const queryIn = ({ request }: Asked): string => {
  const at = request.url.indexOf('?');
  return at < 0 ? '' : request.url.slice(at + 1);
};

/** The list as it stands on screen, in its order and its groups. */
export const getBoardExport: Handler<'GET /api/board/export'> = (parts) => async (turn) => {
  const view = boardViewIn('list', queryIn(turn));
  const looking = lookingFor(parts, turn);
  const inOrder = sorted(boardOf(parts.deps), view.sort, looking.names);
  const { groups } = shapeList(inOrder, view, looking);
  const rowsIn = (group: Group): readonly (readonly Cell[])[] => {
    const name = groupName(view.grouping, group, looking.names);
    return group.projects.map((project) => rowOf(project, name, looking));
  };
  const book = await newBook();
  const from = view.grouping === 'none' ? 1 : 0;
  addSheet(
    book,
    { name: boardSheet.name, heads: boardSheet.heads.slice(from) },
    groups.flatMap(rowsIn).map((row) => row.slice(from)),
  );
  return sendBook(turn.reply, book, `portefoelje-${parts.deps.clock.day()}`);
};
