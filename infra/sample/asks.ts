import { approvalIdOf } from '#shared/domain/approvals/approval.ts';
import { chefCommentIdOf } from '#shared/domain/chefComments/chefComment.ts';
import { dayOf } from '#shared/domain/day.ts';
import { itIdOf, purchaseIdOf, talkIdOf } from '#shared/domain/inquiries/inquiry.ts';
import { interestIdOf } from '#shared/domain/interest/interest.ts';
import type { Actor, PersonId } from '#shared/domain/person.ts';
import { moveApproval } from '#shared/useCases/approvals/moveApproval.ts';
import { moveChefComment } from '#shared/useCases/chefComments/moveChefComment.ts';
import { moveInquiry } from '#shared/useCases/inquiries/moveInquiry.ts';
import { moveInterest } from '#shared/useCases/interest/moveInterest.ts';
import { actorOf } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import type { Wired } from '../../bot/wiring.ts';
import { sampleIdeas } from './ideas.ts';
import { before } from './spread.ts';

/** An owner who is asked about a paper, and a chef whose owner has said yes. */
const asksOwner = 'P114';
const asksChef = 'P064';

const person = (deps: Deps, id: PersonId | null) =>
  actorOf(deps, id ?? '', deps.stores.people.get(id ?? '')?.value.name ?? '');

const told = <T extends { readonly type: string }>(what: string, result: T): void => {
  if (result.type === 'refused' || result.type === 'unknown')
    throw new Error(`The sample's ${what} cannot be asked: ${JSON.stringify(result)}`);
};

const ownerIsAsked = async (deps: Deps): Promise<void> => {
  const project = deps.stores.projects.get(asksOwner)?.value;
  const id = approvalIdOf(asksOwner, 'ideaOwner');
  const lead = person(deps, project?.leadId ?? null);
  told(asksOwner, await moveApproval(deps, lead, id, { type: 'asked', revision: 0 }));
};

const chefIsAsked = async (deps: Deps): Promise<void> => {
  const project = deps.stores.projects.get(asksChef)?.value;
  const yes = { type: 'approved', ask: null, comment: 'Det kan jeg godt stå inde for.' } as const;
  const owner = person(deps, project?.ownerId ?? null);
  const lead = person(deps, project?.leadId ?? null);
  told(asksChef, await moveApproval(deps, owner, approvalIdOf(asksChef, 'ideaOwner'), yes));
  const id = chefCommentIdOf(asksChef, 'ideaChef');
  told(asksChef, await moveChefComment(deps, lead, id, { type: 'asked', revision: 0 }));
};

const byAlias = (deps: Deps, alias: string): Actor => {
  const found = deps.stores.people.all().find(({ value }) => value.upn.startsWith(`${alias}@`));
  return person(deps, found?.value.id ?? null);
};

const clockAt = (deps: Deps, days: number): Deps => {
  const at = before(deps.clock.now(), days);
  return { ...deps, clock: { now: () => at, day: () => dayOf(at) } };
};

/** Whoever is asked whether an idea is wanted; one has said yes, and who owns it. */
const interestIsAsked = async (deps: Deps, projectId: string): Promise<void> => {
  const asked = sampleIdeas[projectId]?.asked;
  if (!asked) return;
  const id = interestIdOf(projectId);
  const then = clockAt(deps, asked.daysAgo);
  const askedId = asked.leder === undefined ? null : byAlias(deps, asked.leder).id;
  const team = byAlias(deps, 'digitek1');
  told(projectId, await moveInterest(then, team, id, { type: 'asked', revision: 0, askedId }));
  if (!asked.yes) return;
  const seen = { ask: 1, revision: 1 };
  const by = byAlias(deps, asked.yes.by);
  const yes = { type: 'yes', ...seen, priority: 'medium', comment: '' } as const;
  told(projectId, await moveInterest(then, by, id, yes));
  const ownerId = byAlias(deps, asked.yes.owner).id;
  told(projectId, await moveInterest(then, by, id, { type: 'owner', ...seen, ownerId }));
};

/** A project whose lead and owner have talked, and whose servicedesign IT has looked at. */
const talked = 'P136';
/** And one where IT is asked now. */
const asksIt = 'P050';

const talkKeys = [
  '6d1f0c52-8a4e-4b73-9c10-2f5e7a9b3d61',
  'b85c2e90-13d7-4f6a-8e42-70c9d1a4f258',
] as const;

const peopleTalk = async (deps: Deps): Promise<void> => {
  const project = deps.stores.projects.get(talked)?.value;
  const lead = person(deps, project?.leadId ?? null);
  const owner = person(deps, project?.ownerId ?? null);
  const [first, second] = talkKeys.map((key) => talkIdOf(talked, key));
  if (first === undefined || second === undefined) return;
  const asks = (askedId: PersonId | null, comment: string) =>
    ({ type: 'asked', revision: 0, askedId, comment }) as const;
  const said = { type: 'answered', ask: 1, revision: 1, answer: 'said' } as const;
  const fits = 'Passer det med vagtplanen, at vi afprøver fra februar?';
  told(talked, await moveInquiry(deps, lead, first, asks(owner.id, fits)));
  const from = 'Ja, fra uge 7. Nattevagten vil gerne være med til at vælge stuerne.';
  told(talked, await moveInquiry(deps, owner, first, { ...said, comment: from }));
  const who = 'Hvem fortæller de pårørende om det, og hvornår?';
  told(talked, await moveInquiry(deps, owner, second, asks(lead.id, who)));
};

const itIsAsked = async (deps: Deps, projectId: string, comment: string): Promise<void> => {
  const { leadId } = deps.stores.projects.get(projectId)?.value ?? { leadId: null };
  const given = { type: 'asked', revision: 0, askedId: null, comment } as const;
  const id = itIdOf(projectId, 'serviceDesign');
  told(projectId, await moveInquiry(deps, person(deps, leadId), id, given));
};

const itHasAnswered = async (deps: Deps): Promise<void> => {
  await itIsAsked(deps, talked, 'Se især på, hvordan medarbejderne logger ind.');
  const answer = { type: 'answered', ask: 1, revision: 1, answer: 'fineIf' } as const;
  const comment = 'Log ind skal gå over FK Adgangsstyring, så vi slipper for egne koder.';
  const id = itIdOf(talked, 'serviceDesign');
  told(talked, await moveInquiry(deps, byAlias(deps, 'it.arkitekt'), id, { ...answer, comment }));
};

/** Something that is to be bought: the consultant has had it for some days. */
const toBuy = 'P029';

const purchaseIsMarked = async (deps: Deps): Promise<void> => {
  const given = { type: 'asked', revision: 0, askedId: null } as const;
  const comment = 'En skærm til indgangen, som personalet selv kan skrive på.';
  const id = purchaseIdOf(toBuy, 'screening');
  const team = byAlias(deps, 'digitek1');
  told(toBuy, await moveInquiry(clockAt(deps, 4), team, id, { ...given, comment }));
};

const askedIdeas = Object.keys(sampleIdeas).filter((id) => sampleIdeas[id]?.asked);

/** Whether those the sample asks have been asked; the chef is the last. */
export const asksAreSent = ({ stores }: Pick<Wired, 'stores'>): boolean =>
  stores.approvals.where('projectId', asksOwner).length > 0 &&
  stores.chefComments.where('projectId', asksChef).length > 0 &&
  [talked, asksIt, toBuy].every((id) => stores.inquiries.where('projectId', id).length > 0) &&
  askedIdeas.every((id) => stores.interests.where('projectId', id).length > 0);

/** Asked as anybody would ask, yesterday; what was asked already is not asked again. */
export const sendSampleAsks = async (wired: Wired): Promise<void> => {
  const deps = clockAt(wired.deps, 1);
  const { approvals, chefComments, interests, inquiries } = deps.stores;
  if (approvals.where('projectId', asksOwner).length === 0) await ownerIsAsked(deps);
  if (chefComments.where('projectId', asksChef).length === 0) await chefIsAsked(deps);
  if (inquiries.where('projectId', talked).length === 0) {
    await peopleTalk(deps);
    await itHasAnswered(deps);
  }
  if (inquiries.where('projectId', toBuy).length === 0) await purchaseIsMarked(wired.deps);
  if (inquiries.where('projectId', asksIt).length === 0)
    await itIsAsked(deps, asksIt, 'Er datastrømmen fra sensorerne tegnet rigtigt?');
  for (const id of askedIdeas)
    if (interests.where('projectId', id).length === 0) await interestIsAsked(wired.deps, id);
  await wired.settled();
};
