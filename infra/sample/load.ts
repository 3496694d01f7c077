import { readFile } from 'node:fs/promises';
import { defaultAreas } from '#shared/domain/area.ts';
import { seededPools } from '#shared/domain/funding.ts';
import { gateAfter } from '#shared/domain/gates.ts';
import type { Actor, Person } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { defaultSettings, type SettingRow } from '#shared/domain/settings.ts';
import { recordHistory } from '#shared/useCases/record/recordHistory.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import type { Wired } from '../../bot/wiring.ts';
import { insertProjects } from '../import/apply.ts';
import { planOf } from '../import/plan.ts';
import { readTable } from '../import/readTable.ts';
import { asksAreSent, sendSampleAsks } from './asks.ts';
import { benefitsAreThere, loadSampleBenefits } from './benefits.ts';
import { chainIsThere, loadSampleChain } from './chain.ts';
import { lessonsAreThere, loadSampleLessons } from './lessons.ts';
import { samplePapers } from './papers.ts';
import { pastOf } from './past.ts';
import { peopleRows } from './people.ts';
import { reportsFor } from './reports.ts';
import { before, daysBack, spreadOf } from './spread.ts';
import { stepsFor } from './steps.ts';
import { storiesAreTold, tellSampleStories } from './stories.ts';
import { unitsFor } from './units.ts';
import { loadSampleVisits, visitsAreThere } from './visits.ts';

const importedProjects = async (
  wired: Wired,
  file: string,
  people: readonly Person[],
): Promise<readonly Project[]> => {
  const read = await readTable(await readFile(file));
  if (!read.ok) throw new Error(read.problem);
  const at = wired.deps.clock.now();
  const planning = planOf(read.table, {
    areas: defaultAreas,
    people,
    existing: [],
    at,
    by: 'Import',
  });
  if (!planning.ok) throw new Error(planning.problem);
  return planning.plan.rows.map((row) => {
    if (row.type !== 'created')
      throw new Error(`The sample has a row that is ${row.type}: ${row.line}`);
    return row.project;
  });
};

/** The quarterly statuses of two years: January, April, July and October. */
const quarterlyStatusDays = (year: number): readonly string[] =>
  [year, year + 1].flatMap((one) =>
    ['01-14', '04-15', '07-01', '10-07'].map((monthDay) => `${one}-${monthDay}`),
  );

const settingRow = (id: SettingRow['id'], value: unknown): SettingRow => ({
  id,
  value: JSON.stringify(value),
  lastChange: null,
});

const settingRows = (year: number): readonly SettingRow[] => [
  settingRow('areas', defaultAreas),
  settingRow('quarterlyStatusDays', quarterlyStatusDays(year)),
  settingRow('stuckAfterDays', 14),
  // Grundlovsdag, and two days on which the town hall is closed beside the public holidays.
  settingRow('closingDays', ['06-05', '12-24', '12-31']),
  settingRow('communication', defaultSettings.communication),
  // Whoever tries the sample in the evening sees a question come when it is asked.
  settingRow('rhythm', { ...defaultSettings.rhythm, asks: 'anyTime' }),
];

const actorFrom = (person: Person): Actor => ({
  id: person.id,
  name: person.name,
  roles: person.roles,
  area: person.area,
});

/** The same server, by another clock. */
const at = (wired: Wired, now: string): Wired => ({
  ...wired,
  deps: { ...wired.deps, clock: { now: () => now, day: () => now.slice(0, 10) } },
});

/** Some requests are on their way already; they are sent as anybody would send them, only earlier. */
const sendRequests = async (
  wired: Wired,
  projects: readonly Project[],
  actor: Actor,
): Promise<void> => {
  for (const project of projects) {
    const days = samplePapers[project.id]?.sentDaysAgo;
    const gate = gateAfter(project.phase);
    if (days === undefined || gate === null) continue;
    if (wired.stores.requests.where('projectId', project.id).length > 0) continue;
    const now = before(wired.deps.clock.now(), days);
    const sameYear = now.slice(0, 4) === wired.deps.clock.day().slice(0, 4);
    const { deps } = sameYear ? at(wired, now) : wired;
    const sent = await sendGateRequest(deps, actor, {
      projectId: project.id,
      gate,
    });
    if (!sent.ok)
      throw new Error(`The sample's ${project.id} cannot be sent: ${sent.refusal.type}`);
    await wired.settled();
  }
};

const tellPast = async (wired: Wired, projects: readonly Project[], by: Actor): Promise<void> => {
  const now = wired.deps.clock.now();
  const tell = async (project: Project): Promise<void> => {
    for (const change of pastOf(project, by, now))
      await recordHistory(wired.deps, project.id, change);
  };
  await Promise.all(projects.map(tell));
};

/** What is written last: when it is there, the sample is whole; until then loading goes on. */
export const isLoaded = (wired: Wired): boolean =>
  Object.entries(samplePapers)
    .filter(([, paper]) => paper.sentDaysAgo !== undefined)
    .every(([id]) => wired.stores.requests.where('projectId', id).length > 0) &&
  asksAreSent(wired) &&
  benefitsAreThere(wired) &&
  lessonsAreThere(wired) &&
  visitsAreThere(wired) &&
  chainIsThere(wired) &&
  storiesAreTold(wired);

/**
 * Puts the sample in, once: people, pools, settings, the portfolio spread over all phases, a few
 * requests, an owner and a chef who are asked, and a handful of stories. What is there already stays as it is.
 */
export const loadSample = async (wired: Wired, file: string, documents: string): Promise<void> => {
  const { stores, deps } = wired;
  const now = deps.clock.now();
  const year = Number(deps.clock.day().slice(0, 4));
  const people = peopleRows(await wired.directory.all());
  const imported = await importedProjects(wired, file, [...people.values()]);
  const projects = imported.map((project) => spreadOf(project, { people, now }));
  const steps = projects.flatMap((project) => stepsFor(project, { now, documents }));
  await Promise.all([
    stores.people.insertMany([...people.values()]),
    stores.settings.insertMany(settingRows(year)),
    stores.pools.insertMany(seededPools(year, defaultAreas)),
    stores.steps.insertMany(steps),
    stores.statusReports.insertMany(projects.flatMap((project) => reportsFor(project, now))),
    stores.spreadUnits.insertMany(projects.flatMap((project) => unitsFor(project, now))),
  ]);
  await insertProjects(at(wired, before(now, daysBack)), projects);
  const consultant = people.get('konsulent');
  if (consultant) await tellPast(wired, projects, actorFrom(consultant));
  if (consultant) await sendRequests(wired, projects, actorFrom(consultant));
  await sendSampleAsks(wired);
  await loadSampleBenefits(wired);
  await loadSampleLessons(wired);
  await loadSampleVisits(wired, people);
  await loadSampleChain(wired);
  await tellSampleStories(wired, people);
};
