import type { ChainReply, ChainVersionReply } from '#shared/contract/chain.ts';
import type { BenefitEvent } from '#shared/domain/benefits/benefit.ts';
import { benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import { benefitNowBy, isPromised } from '#shared/domain/benefits/now.ts';
import type { Chain, ChainLink } from '#shared/domain/chain/chain.ts';
import { chainAfter, mayEditChain } from '#shared/domain/chain/edit.ts';
import type { PrintedChain } from '#shared/domain/chain/printed.ts';
import { isChainVersion, shownLink, versionIn, versionsOf } from '#shared/domain/chain/versions.ts';
import { writersNow } from '#shared/domain/chain/writing.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project, ProjectId } from '#shared/domain/project.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import { eventsOf } from '../asking/events.ts';
import { chainOf } from '../chain/chains.ts';
import type { Deps } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { benefitsOnPage } from './benefitsPage.ts';

const latestIn = (events: readonly { readonly byName: string; readonly at: string }[]) => {
  const last = events.at(-1);
  return last ? { byName: last.byName, at: last.at } : null;
};

/** Steps that leave something behind which can be used. */
const delivering: readonly StepCode[] = [
  'serviceDesign',
  'agreements',
  'finalServiceDesign',
  'operatingOrganisation',
];

const factsOf = ({ stores }: Deps, project: Project): ChainReply['facts'] => {
  const { id, purpose, citizenEffect, technology, skalCase } = project;
  const { efficiencyWhy, qualityWhy, wellbeingWhy } = project;
  const done = new Set(
    stores.steps
      .where('projectId', id)
      .filter(({ value }) => value.done)
      .map(({ value }) => value.code),
  );
  return {
    ...{ purpose, citizenEffect, technology, skalCase },
    whys: [efficiencyWhy, qualityWhy, wellbeingWhy].filter((why) => why.trim() !== ''),
    steps: delivering.filter((code) => done.has(code)),
  };
};

/** Everything the page of a chain shows, from memory; undefined when there is no such project. */
export const chainPage = (
  deps: Deps,
  actor: Actor,
  projectId: ProjectId,
): Omit<ChainReply, 'asOf'> | undefined => {
  const project = deps.stores.projects.get(projectId)?.value;
  if (!project) return undefined;
  const now = chainOf(deps.stores, projectId);
  const { rows, withdrawn } = benefitsOnPage(deps, actor, project);
  const { id, title, phase, leadArea } = project;
  return {
    today: deps.clock.day(),
    project: { id, title, phase, leadArea },
    mayEdit: mayEditChain(actor, project),
    revision: now.revision,
    ...now.chain,
    benefits: [...rows, ...withdrawn],
    latest: latestIn(now.events),
    writing: writersNow(now.events, deps.clock.now()),
    facts: factsOf(deps, project),
    here: versionIn(phase),
    versions: versionsOf(now.events, phase),
  };
};

/** What somebody had promised of a link's benefit at a moment. */
const promisedAt = (
  { stores }: Pick<Deps, 'stores'>,
  projectId: ProjectId,
  link: ChainLink,
  at: string | null,
) => {
  if (link.column !== 'benefit') return null;
  const id = benefitIdOf(projectId, link.id);
  const events = eventsOf<BenefitEvent>(stores.benefits.where('benefitId', id));
  const then = at === null ? events : events.filter((event) => event.at <= at);
  const now = benefitNowBy(id, then);
  return now && isPromised(now) ? now.terms : null;
};

type Then = { readonly projectId: ProjectId; readonly at: string | null };

const comparedChain = (deps: Deps, chain: Chain, then: Then) => ({
  links: chain.links.map((link) =>
    shownLink(link, promisedAt(deps, then.projectId, link, then.at)),
  ),
  edges: chain.edges,
});

/** The chain as a version has it; undefined when there is none. */
export const chainVersion = (
  deps: Deps,
  projectId: ProjectId,
  version: string,
): ChainVersionReply | undefined => {
  const project = deps.stores.projects.get(projectId)?.value;
  if (!project || !isChainVersion(version)) return undefined;
  const { events } = chainOf(deps.stores, projectId);
  const end = versionsOf(events, project.phase).find((one) => one.version === version);
  if (!end) return undefined;
  const chain = chainAfter(events.filter(({ seq }) => seq <= end.seq));
  return { ...end, ...comparedChain(deps, chain, { projectId, at: end.at }) };
};

/** The chain as it is now, for a Word document; undefined when there is no such project. */
export const printedChain = (deps: Deps, projectId: ProjectId): PrintedChain | undefined => {
  const project = deps.stores.projects.get(projectId)?.value;
  if (!project) return undefined;
  const now = chainOf(deps.stores, projectId);
  return {
    ...comparedChain(deps, now.chain, { projectId, at: null }),
    project: { id: project.id, title: project.title, leadArea: project.leadArea },
    areas: settingsOf(deps.stores).areas,
    version: versionIn(project.phase),
    day: deps.clock.day(),
    latest: latestIn(now.events),
  };
};
