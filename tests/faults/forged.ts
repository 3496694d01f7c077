import type { Person } from '#shared/domain/person.ts';
import { inTurn } from '../worlds/processes/cast.ts';
import type { Picture } from '../worlds/processes/eyes.ts';
import { until } from '../worlds/processes/processes.ts';
import type { Press } from '../worlds/processes/tenantSide.ts';
import { World } from '../worlds/processes/world.ts';
import { asked, atLeast, exactly, type Result, settled } from './play.ts';
import { untilStill } from './quiet.ts';
import { pressOn, requestIdOf, type Story, stories } from './stories.ts';
import { decisionOf, messagesOf } from './truths.ts';

type Data = Readonly<Record<string, unknown>>;
type Form = { readonly what: string; readonly press: Press };

const choose = (more: Data): { verb: string; data: Data } => ({
  verb: 'choose',
  data: { outcome: 'investigate', spread: false, rethink: false, comment: 'Det vil jeg', ...more },
});

const say = (verb: string): { verb: string; data: Data } => ({
  verb,
  data: { comment: 'Det vil jeg' },
});

/** What somebody may press who has no business with the matter. */
const anything = [
  choose({}),
  choose({ outcome: 'stop' }),
  say('ask'),
  say('lift'),
  say('toCommonPool'),
  say('meeting'),
];

/** What the right chef cannot press, because the gate, the card or the lists do not have it. */
const impossible = (other: string): readonly { verb: string; data: Data }[] => [
  choose({ outcome: 'trial' }),
  choose({ outcome: 'operate' }),
  choose({ outcome: 'backToInvestigation' }),
  choose({ outcome: 'fastTrack' }),
  choose({ outcome: 'approve' }),
  choose({ outcome: 7 }),
  choose({ spread: true }),
  choose({ rethink: true }),
  choose({ seat: 'social' }),
  choose({ seat: 'nobody' }),
  choose({ requestId: 'kp99999-gate1-1' }),
  choose({ requestId: '' }),
  choose({ requestId: ['x'] }),
  choose({ requestId: { $ne: '' } }),
  choose({ requestId: "x' or Key ne '" }),
  choose({ requestId: other, seat: 'omsorg' }),
  choose({ revision: -1 }),
  choose({ revision: 'many' }),
  choose({ revision: 1.5 }),
  choose({ comment: 'x'.repeat(20_001) }),
  choose({ outcome: 'stop', comment: '' }),
  choose({ outcome: 'stop', comment: '..' }),
  say('approve'),
  say('delete'),
  say('constructor'),
  say('__proto__'),
  say('reply'),
  { verb: 'reply', data: { question: 'kp00001-gate1-1:0:0', comment: 'Svar' } },
  { verb: 'ask', data: { comment: '' } },
  say('meeting'),
];

/** Activities of which each person sees at least one: a forged press must come from somewhere. */
const placeOf = async (world: World, person: Pick<Person, 'upn'>): Promise<string> => {
  const { conversations } = await world.tenant.chatsOf(person.upn);
  const own = conversations.find((one) => one.kind === 'personal');
  const activity = own?.activities.at(-1)?.id;
  if (activity === undefined) throw new Error(`${person.upn} has no chat with the bot`);
  return activity;
};

const rewritten = (before: Picture, after: Picture): number =>
  [...after.etags].filter(([row, etag]) => before.etags.get(row) !== etag).length;

/** What a press leaves is seen at once or with the next one; after the last, when all is still. */
const pressAll = async (world: World, forms: readonly Form[]): Promise<readonly string[]> => {
  const faults: string[] = [];
  let before = await world.eyes.look();
  const lookFor = async (what: string): Promise<void> => {
    const after = await world.eyes.look();
    const changed = rewritten(before, after);
    if (changed > 0) faults.push(`${what}, or the one before: ${changed} rows changed`);
    before = after;
  };
  for (const { what, press } of forms) {
    const pressed = await world.tenant.press({ ...press, exact: true });
    await lookFor(what);
    if (pressed.status !== 200) faults.push(`${what}: answered with ${pressed.status}`);
  }
  await untilStill(world, 10);
  await lookFor('the last');
  return faults;
};

/** The same through the tab's API, where a body names who it would like to be. */
const callAll = async (world: World, requestId: string, people: readonly string[]) => {
  const faults: string[] = [];
  let calls = 0;
  const before = await world.eyes.look();
  const body = { type: 'choose', outcome: 'investigate', comment: 'Det vil jeg', revision: 0 };
  const routes: readonly (readonly [string, Data])[] = [
    ['answer', body],
    ['answer', { ...body, byId: inTurn(world.cast.chefs, 0).id }],
    ['withdraw', { comment: 'Det vil jeg' }],
    ['reroute', { to: 'chefgruppe', comment: 'Det vil jeg' }],
    ['meeting', { ...body, comment: 'På mødet' }],
  ];
  const team = [...world.cast.askers, ...world.cast.leads].map((person) => person.upn);
  const ofTeam = new Set(['withdraw', 'reroute']);
  for (const user of people)
    for (const [route, sent] of routes) {
      if (team.includes(user) && ofTeam.has(route)) continue;
      calls += 1;
      const answer = await world.api(user, 'POST', `/api/requests/${requestId}/${route}`, sent);
      if (answer.status < 400 || answer.status >= 500)
        faults.push(`${user} ${route}: ${answer.status}`);
    }
  const foreign = (await world.tenant.get('token?tenant=foreign')) as { token: string };
  const answer = await fetch(`${world.server().url}/api/requests/${requestId}/answer`, {
    method: 'POST',
    headers: { authorization: `Bearer ${foreign.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 401) faults.push(`another tenant's person: ${answer.status}`);
  const changed = rewritten(before, await world.eyes.look());
  if (changed > 0) faults.push(`through the API ${changed} rows changed`);
  return { calls: calls + 1, faults };
};

/** A chef who is one no longer: what counts is the list at the moment of the press. */
const exChef = async (world: World, story: Story, project: string): Promise<readonly string[]> => {
  const press = pressOn(world, story, project, 0, await world.eyes.look(), 0);
  const chef = inTurn(world.cast.chefs, Number(project.slice(2)));
  const [row] = (await world.stores.people.readWhere('id', chef.id)).slice(0, 1);
  if (row) await world.stores.people.update(row, { roles: [], area: null });
  await until(async () => {
    const answer = await world.api(chef.upn, 'GET', '/api/me');
    return !(await answer.text()).includes('"chef"');
  });
  return pressAll(world, [{ what: 'a chef of yesterday', press }]);
};

const formsFor = async (world: World, story: Story, projects: readonly string[]) => {
  const [open = '', closed = '', other = ''] = projects;
  const picture = await world.eyes.look();
  const id = requestIdOf(open, story.gate);
  const right = pressOn(world, story, open, 0, picture, 0);
  const others = [
    ...world.cast.chefs.filter((chef) => chef.upn !== right.user).slice(0, 4),
    ...world.cast.askers.slice(0, 1),
    ...world.cast.leads.slice(0, 1),
    ...world.cast.owners.slice(0, 1),
    world.cast.stranger,
  ];
  const forms: Form[] = [];
  for (const person of others) {
    const activityId = await placeOf(world, person);
    for (const { verb, data } of anything)
      forms.push({
        what: `${person.name}: ${verb} ${String(data['outcome'] ?? '')}`,
        press: {
          user: person.upn,
          activityId,
          verb,
          data: { requestId: id, revision: 0, ...data },
        },
      });
  }
  for (const { verb, data } of impossible(requestIdOf(other, story.gate)))
    forms.push({
      what: `the chef: ${verb} ${JSON.stringify(data).slice(0, 80)}`,
      press: { ...right, verb, data: { requestId: id, revision: 0, ...data } },
    });
  const late = pressOn(world, story, closed, 0, picture, 0);
  for (const { verb, data } of [...anything, choose({ outcome: 'stop', revision: 1 })])
    forms.push({
      what: `closed gate: ${verb}`,
      press: {
        ...late,
        verb,
        data: { requestId: requestIdOf(closed, story.gate), revision: 0, ...data },
      },
    });
  return { forms, users: others.map((person) => person.upn), id };
};

/** An amount, a name or a seat that a press brings along changes nothing of what is stored. */
const swappedFacts = async (world: World, story: Story, project: string) => {
  const press = pressOn(world, story, project, 0, await world.eyes.look(), 0);
  const swapped = {
    askOre: 1,
    shares: [],
    byId: world.cast.stranger.id,
    byName: 'Direktøren',
    gate: 'gate3',
    projectId: 'kp00001',
  };
  await world.tenant.press({ ...press, data: { ...press.data, ...swapped }, exact: true });
  const left = await settled(world, [project]);
  const decision = decisionOf(await world.eyes.look(), requestIdOf(project, story.gate));
  const chef = inTurn(world.cast.chefs, Number(project.slice(2)));
  const isTrue =
    decision?.byId === chef.id &&
    decision.gate === story.gate &&
    decision.projectId === project &&
    decision.askOre === decision.shares.reduce((sum, share) => sum + share.ore, 0) &&
    decision.askOre > 1;
  return [...left, ...(isTrue ? [] : [`${project}: decided with swapped facts`])];
};

/** Presses and calls that nobody has a right to: nothing changes (R13). */
export const playForged = async (): Promise<Result> => {
  const [story] = stories;
  if (!story) throw new Error('no story');
  const world = await World.open({ name: 'forged', areas: 'many' });
  try {
    const projects = await asked(world, story, 5);
    const [, closed = '', , swapped = '', lost = ''] = projects;
    await world.tenant.press(pressOn(world, story, closed, 0, await world.eyes.look(), 0));
    const faults = [...(await settled(world, projects))];
    const { forms, users, id } = await formsFor(world, story, projects);
    faults.push(...(await pressAll(world, forms)));
    const api = await callAll(world, id, users);
    faults.push(...api.faults, ...(await swappedFacts(world, story, swapped)));
    faults.push(...(await exChef(world, story, lost)));
    const shown = messagesOf(await world.eyes.look(), id).length;
    return {
      figures: [
        atLeast('forged presses and calls', forms.length + api.calls + 2, 60),
        atLeast('cards of the request', shown, 1),
        exactly('changes of state, or wrong answers', faults.length, 0),
      ],
      faults,
    };
  } finally {
    await world.close();
  }
};
