import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Area } from '#shared/domain/area.ts';
import type { BoardProject, WaitingFor } from '#shared/domain/board.ts';
import { priorityOf } from '#shared/domain/priority.ts';
import type { Project } from '#shared/domain/project.ts';
import { choiceOf, type Decision } from '#shared/domain/request.ts';
import { wordForm } from '#shared/domain/wordForm.ts';
import { daysFrom } from '#shared/words/dates.ts';
import { benefitsText, buttons, capital, leads } from '#shared/words/requests/cards.ts';
import { stuckSentence } from '#shared/words/screens/stuck.ts';
import {
  chatButtons,
  commands,
  helpWords,
  mineWords,
  statusWords,
  welcomeWords,
} from '#shared/words/server/chat.ts';
import { spreadText } from '#shared/words/spread/words.ts';
import {
  areaName,
  listText,
  phaseNames,
  priorityNames,
  seatName,
  statusNames,
  typeNames,
  voiceNames,
} from '#shared/words/words.ts';
import type { Links } from '../context.ts';
import {
  type AmountRow,
  actionSet,
  amountRow,
  box,
  card,
  type Element,
  heading,
  kicker,
  line,
  note,
  openUrl,
  say,
  strong,
} from '../elements.ts';
import { clipped } from '../text.ts';

const [mineCommand] = commands.mine;
const [tasksCommand] = commands.tasks;
const [helpCommand] = commands.help;
const [statusCommand] = commands.status;
const [poolsCommand] = commands.pools;
const [newIdeaCommand] = commands.newIdea;
const [whereCommand] = commands.whereIsMyIdea;
const [pressCommand] = commands.press;
const [absenceCommand] = commands.absence;
const [handOnCommand] = commands.handOn;

const toChat = (links: Links): Element =>
  actionSet([say(chatButtons.mine, mineCommand), openUrl(chatButtons.board, links.board())]);

/** Said once, when the app is installed for a person. */
export const welcomeCard = (links: Links): IAdaptiveCard =>
  card(
    [
      heading(welcomeWords.title),
      line([welcomeWords.what], 'Medium'),
      line([welcomeWords.safe]),
      line([
        welcomeWords.write,
        strong(mineCommand),
        welcomeWords.toSee,
        strong(helpCommand),
        welcomeWords.inDoubt,
      ]),
      toChat(links),
    ],
    welcomeWords.title,
    null,
  );

/** Said once in a group chat where the app is installed. */
export const groupWelcomeCard = (links: Links): IAdaptiveCard =>
  card(
    [
      heading(welcomeWords.groupTitle),
      line([welcomeWords.groupWhat], 'Medium'),
      line([welcomeWords.safe]),
      actionSet([openUrl(chatButtons.board, links.board())]),
    ],
    welcomeWords.groupTitle,
    null,
  );

/** What people may write. `unknown`: they wrote something else. */
export const helpCard = (links: Links, unknown: boolean): IAdaptiveCard =>
  card(
    [
      unknown ? kicker(helpWords.notUnderstood) : null,
      heading(helpWords.title),
      line([strong(mineCommand), helpWords.mine], 'Medium'),
      line([strong(tasksCommand), helpWords.tasks]),
      line([strong(helpWords.statusExample), helpWords.status]),
      line([strong(poolsCommand), helpWords.pools]),
      line([strong(newIdeaCommand), helpWords.newIdea]),
      line([strong(whereCommand), helpWords.whereIsMyIdea]),
      line([strong(pressCommand), helpWords.press]),
      line([strong(absenceCommand), helpWords.absence]),
      line([strong(handOnCommand), helpWords.handOn]),
      line([strong(helpCommand), helpWords.help]),
      line([helpWords.cards], 'Medium'),
      note(helpWords.stuck, 'Small'),
      toChat(links),
    ],
    helpWords.title,
    null,
  );

/** A title, a sentence and the way to the board. */
export const wordCard = (links: Links, title: string, text: string): IAdaptiveCard =>
  card(
    [
      heading(title),
      line([text], 'Medium'),
      actionSet([openUrl(chatButtons.board, links.board())]),
    ],
    title,
    null,
  );

/** A short word where no card can be put in another's place. */
export const plainCard = (text: string): IAdaptiveCard => card([line([text])], text, null);

export const nothingWaitsCard = (links: Links): IAdaptiveCard =>
  wordCard(links, mineWords.nothing, mineWords.nothingText);

export const moreWaitCard = (links: Links, count: number): IAdaptiveCard =>
  wordCard(links, mineWords.more(count), mineWords.moreText);

export const noProjectCard = (links: Links, words: string): IAdaptiveCard =>
  words === ''
    ? wordCard(links, statusWords.nameMissing, statusWords.nameMissingText)
    : wordCard(links, statusWords.none, statusWords.noneText(clipped(words, 12)));

/** Six buttons is the limit of a card. */
const mostFound = 6;

type Found = Pick<Project, 'id' | 'title' | 'leadArea' | 'municipality'>;

/** Where a name is shared, the number is what the button says. */
const sharesName = (project: Found, found: readonly Found[]): boolean =>
  found.some((one) => one.id !== project.id && wordForm(one.title) === wordForm(project.title));

const foundLine = (project: Found, areas: readonly Area[]): Element =>
  line([
    strong(project.title),
    ` ${statusWords.toldApart([areaName(areas, project.leadArea), project.municipality, project.id])}`,
  ]);

const foundButton = (project: Found, found: readonly Found[]) => {
  const name = project.title.slice(0, 48);
  return sharesName(project, found)
    ? say(`${name} (${project.id})`, `${statusCommand} ${project.id}`)
    : say(project.title.slice(0, 60), `${statusCommand} ${project.title}`);
};

export const severalProjectsCard = (
  words: string,
  found: readonly Found[],
  areas: readonly Area[],
): IAdaptiveCard => {
  const shown = found.slice(0, mostFound);
  const said = clipped(words, 12);
  return card(
    [
      heading(statusWords.which),
      line([
        found.length > shown.length
          ? statusWords.foundMany(found.length, said, shown.length)
          : statusWords.found(found.length, said),
      ]),
      ...shown.map((project) => foundLine(project, areas)),
      actionSet(shown.map((project) => foundButton(project, found))),
    ],
    statusWords.which,
    null,
  );
};

/** Everything the status card says of a project. */
export type ProjectStatus = {
  readonly project: Project;
  readonly waitingFor: BoardProject['waitingFor'];
  readonly stuck?: BoardProject['stuck'] | undefined;
  readonly areas: readonly Area[];
  /** Granted and spent over all pools; null when nothing was granted. */
  readonly money: { readonly grantedOre: number; readonly spentOre: number } | null;
  readonly last: Decision | null;
  readonly now: string;
};

export const waitText = (waiting: WaitingFor, areas: readonly Area[]): string => {
  switch (waiting.type) {
    case 'gate':
      if (waiting.meeting) return statusWords.waitsForMeeting(waiting.gate);
      return statusWords.waitsAtGate(
        waiting.gate,
        waiting.decider === 'chefgruppe'
          ? 'chefgruppen'
          : listText(waiting.pending.map((seat) => seatName(areas, seat))),
      );
    case 'somebody':
      return statusWords.waitsFor(clipped(waiting.whom, 12));
    case 'missing':
      return statusWords.lacks(waiting.gate, waiting.count);
    case 'spread':
      return `${capital(spreadText(waiting.started, waiting.total))}.`;
    case 'step':
      return `${statusWords.nextStep} ${clipped(waiting.text, 16)}`;
  }
};

export const placeOf = (project: Project): string =>
  project.status === 'active' || project.status === 'operating'
    ? phaseNames[project.phase]
    : statusNames[project.status].toUpperCase();

/** Why it sits, whose it is and since when; or only since when, while it does not. */
const sinceNote = (status: ProjectStatus): Element | null => {
  const { waitingFor, stuck } = status;
  if (stuck)
    return box('warning', [
      line([
        strong(statusWords.stuck),
        ` ${stuckSentence(stuck, daysFrom(stuck.since, status.now))}`,
      ]),
    ]);
  if (!waitingFor || !('since' in waitingFor) || waitingFor.since === '') return null;
  return note(
    statusWords.waitedSince(waitingFor.since, daysFrom(waitingFor.since, status.now)),
    'Small',
  );
};

const moneyPart = ({ money }: ProjectStatus): readonly Element[] => {
  if (!money) return [];
  const rows: readonly AmountRow[] = [
    { label: statusWords.granted, ore: money.grantedOre, separator: true },
    { label: statusWords.spent, ore: -money.spentOre },
    {
      label: statusWords.rest,
      ore: money.grantedOre - money.spentOre,
      bold: true,
      separator: true,
    },
  ];
  return rows.map((row, index) => amountRow(row, index === 0 ? 'Medium' : 'Small'));
};

export const priorityText = (project: Project): string => {
  const found = priorityOf(project);
  return found
    ? `${priorityNames[found.priority].toLowerCase()} (${voiceNames[found.voice]})`
    : statusWords.noPriority;
};

const lastLine = (last: Decision | null): Element | null => {
  const choice = last && choiceOf(last);
  return last && choice
    ? line(
        [strong(statusWords.lastDecided), ` ${statusWords.last(last.gate, choice, last.at)}`],
        'Medium',
      )
    : null;
};

/** Where a project is, on one card. */
export const statusCard = (status: ProjectStatus, links: Links): IAdaptiveCard => {
  const { project, waitingFor, areas } = status;
  const waits = waitingFor ? ` ${waitText(waitingFor, areas)}` : '';
  return card(
    [
      kicker(`${areaName(areas, project.leadArea)} · ${typeNames[project.type]}`),
      heading(project.title),
      line([strong(`${placeOf(project)}.${waits}`)]),
      sinceNote(status),
      ...moneyPart(status),
      lastLine(status.last),
      line([strong(statusWords.priority), ` ${priorityText(project)}`]),
      line([strong(leads.benefits), ` ${benefitsText(project)}`]),
      note(statusWords.asOf(status.now)),
      actionSet([openUrl(buttons.openProject, links.project(project.id))]),
    ],
    project.title.slice(0, 90),
    null,
  );
};
