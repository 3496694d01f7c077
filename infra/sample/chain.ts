import { benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import type { ChainColumn, LinkDetails } from '#shared/domain/chain/chain.ts';
import type { ChainGiven } from '#shared/domain/chain/edit.ts';
import type { Actor } from '#shared/domain/person.ts';
import { moveBenefit } from '#shared/useCases/benefits/moveBenefit.ts';
import { chainOf } from '#shared/useCases/chain/chains.ts';
import { editChain } from '#shared/useCases/chain/editChain.ts';
import { actorOf } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import type { Wired } from '../../bot/wiring.ts';

/* The chain of the model's own example (seeds 000:513): the citizen can book a time themselves. */

const project = 'P017';

type SampleLink = Partial<LinkDetails> & {
  readonly column: ChainColumn;
  readonly text: string;
  /** The numbers of those it comes from. */
  readonly from?: readonly number[];
};

const links: readonly SampleLink[] = [
  { column: 'situation', text: 'Borgere venter i telefonkø for at flytte en træningstid' },
  { column: 'situation', text: 'Hver femte tid står tom, fordi afbuddet ikke når frem' },
  { column: 'deliverable', text: 'Selvbooking i træningsappen', from: [0, 1] },
  { column: 'deliverable', text: 'Kursus for terapeuter og sekretærer', from: [0] },
  { column: 'ability', text: 'Borgeren kan selvbooke', from: [2] },
  { column: 'ability', text: 'Terapeuten kan åbne ledige tider', from: [2, 3] },
  {
    ...{ column: 'behaviour', text: 'Tage telefonen for at flytte tider', stops: true },
    ...{ who: 'Sekretærerne i træningscentret', day: '2027-02-01', from: [4] },
  },
  {
    ...{ column: 'behaviour', text: 'Åbne næste uges ledige tider hver fredag' },
    ...{ who: 'Terapeuterne', day: '2027-02-01', from: [5] },
  },
  {
    ...{ column: 'result', text: '60 % af tiderne er booket af borgeren selv' },
    ...{ indicator: 'Bookinger i appen', from: [6] },
  },
  {
    ...{ column: 'result', text: 'Højst hver tiende tid står tom' },
    ...{ indicator: 'Udeblivelser i kalenderen', from: [6, 7] },
  },
  { column: 'benefit', text: 'Timer fra telefon til træning', day: '2027-12-01', from: [8, 9] },
  { column: 'benefit', text: 'Borgeren passer træningen ind i sit eget liv', from: [8] },
  {
    ...{ column: 'benefit', text: 'Borgere uden app venter længere', isWorse: true },
    ...{ day: '2027-12-01', from: [8] },
  },
  {
    ...{ column: 'purpose', text: 'At imødegå arbejdskraftudfordringen', from: [10, 11, 12] },
  },
  // Found when the chain was looked at again in the trial: nobody has said what it changes.
  { column: 'ability', text: 'Holdlederen kan se, hvem der udebliver', from: [2] },
];

/** How many there were when the investigation was over. */
const inInvestigation = 14;

const two = (number: number): string => String(number).padStart(2, '0');
const idOf = (number: number): string => `5e1f0000-b00c-4000-8000-0000000000${two(number)}`;
const keyOf = (number: number): string => `5e1f0000-ed17-4000-8000-0000000000${two(number)}`;

const addedLink = ({ from = [], ...link }: SampleLink, at: number): ChainGiven => ({
  type: 'added',
  link: { ...link, id: idOf(at) },
  edges: from.map((one) => ({ from: idOf(one), to: idOf(at) })),
});

const edits = (): readonly ChainGiven[] => {
  const added = links.map(addedLink);
  return [
    ...added.slice(0, inInvestigation),
    { type: 'kept', version: 'investigation' },
    ...added.slice(inInvestigation),
    { type: 'detailed', id: idOf(7), details: { who: 'Terapeuterne, på skift' } },
  ];
};

const lastEdit = edits().length;

/** Whether the sample's chain is there: its last edit is. */
export const chainIsThere = ({ stores }: Pick<Wired, 'stores'>): boolean =>
  chainOf(stores, project).revision >= lastEdit;

/** One of its benefits is described; the others ask for it. */
const describe = async (deps: Deps, lead: Actor): Promise<void> => {
  const id = benefitIdOf(project, idOf(10));
  if (deps.stores.benefits.where('benefitId', id).length > 0) return;
  const ownerId = deps.stores.projects.get(project)?.value.ownerId ?? null;
  const written = await moveBenefit(deps, lead, id, {
    ...{ type: 'written', revision: 0 },
    terms: {
      ...{ title: 'Timer fra telefon til træning', measure: 'hoursAYear', unitName: '' },
      ...{ indicator: 'Telefonsystemets log over opkald', baseline: 0, target: 1_150_00 },
      ...{ uncertainty: 120_00, isWorse: false, ownerId, startsOn: null },
    },
  });
  if (written.type === 'refused' || written.type === 'unknown')
    throw new Error(`The sample's chain: ${JSON.stringify(written)}`);
};

/** The example's chain, played once. */
export const loadSampleChain = async ({ deps, settled }: Wired): Promise<void> => {
  const leadId = deps.stores.projects.get(project)?.value.leadId ?? '';
  const lead = actorOf(deps, leadId, deps.stores.people.get(leadId)?.value.name ?? '');
  for (const [at, given] of edits().entries()) {
    const done = await editChain(deps, lead, {
      projectId: project,
      key: keyOf(at),
      seen: 0,
      given,
    });
    if (done.type === 'refused' || done.type === 'unknown')
      throw new Error(`The sample's chain, edit ${at}: ${JSON.stringify(done)}`);
  }
  await describe(deps, lead);
  await settled();
};
