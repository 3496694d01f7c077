import { describe, expect, it } from 'vitest';
import { choice } from '#shared/domain/gates.ts';
import { takenBack } from '#shared/domain/papers/making.ts';
import { emptyValue, type PaperValue } from '#shared/domain/papers/paper.ts';
import { type PaperTemplate, sectionsOf } from '#shared/domain/papers/template.ts';
import type { Project } from '#shared/domain/project.ts';
import { moveApproval } from '#shared/useCases/approvals/moveApproval.ts';
import { approvalIn } from '#shared/useCases/checklist/approvalsHeld.ts';
import { hasDraft, paperIn } from '#shared/useCases/checklist/papersHeld.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { paperPage } from '#shared/useCases/pages/paperPage.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { editField, type FieldRefusal, unwritten } from '#shared/useCases/papers/editField.ts';
import { readContent } from '#shared/useCases/papers/papers.ts';
import { saveVersion } from '#shared/useCases/papers/saveVersion.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { tickStep } from '#shared/useCases/projects/tickStep.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { viewOf } from '#shared/useCases/requests/views.ts';
import {
  editPaperTemplates,
  paperTemplateChanges,
  paperTemplatesOf,
} from '#shared/useCases/settings/editPaperTemplates.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { aText, aYes } from '../builders/paper.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { behind } from '../worlds/memory/behind.ts';
import { beside, expectSameAfterKills } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

const never = (): never => {
  throw new Error('nothing was changed');
};

const paper = 'ideaDescription';

const aPaperWorld = (more: Partial<Project> = {}): TestDeps => {
  const deps = testDeps();
  aWorld(deps, 'gate1', more);
  return deps;
};

const fieldOf = (deps: TestDeps, field: string) => deps.stores.papers.get(`p1:${paper}:${field}`);

const write = (
  deps: TestDeps,
  by: string,
  field: string,
  value: PaperValue,
  revision = fieldOf(deps, field)?.etag ?? unwritten,
) => editField(deps, actor(by), { projectId: 'p1', paper, field, revision, value });

const now = (deps: TestDeps) => paperIn(deps.stores, 'p1', paper);

const save = async (deps: TestDeps, by = 'lead', seen = now(deps).revision) => {
  const saved = await saveVersion(deps, actor(by), { projectId: 'p1', paper, seen });
  await deps.settle();
  return saved;
};

const refusedWith = (type: FieldRefusal['type']) => ({ ok: false, refusal: { type } });
const stepOf = (deps: TestDeps, code = paper) => deps.stores.steps.get(`p1:${code}`)?.value;
const projectIn = (deps: TestDeps): Project => {
  const project = deps.stores.projects.get('p1')?.value;
  if (!project) throw new Error('p1 is gone');
  return project;
};

describe('a field', () => {
  it('is kept on what it was written on, and the same words again change nothing', async () => {
    const deps = aPaperWorld();
    const first = await write(deps, 'lead', 'what', aText('En app i låsen.'));
    expect(first).toMatchObject({ ok: true, value: { value: { text: 'En app i låsen.' } } });
    const etag = fieldOf(deps, 'what')?.etag;
    await write(deps, 'lead', 'what', aText('En app i låsen.'), unwritten);
    expect(fieldOf(deps, 'what')?.etag).toBe(etag);
    expect(deps.stores.papers.all()).toHaveLength(1);
  });

  it('is never overwritten by somebody who has not seen it; both texts are there', async () => {
    const deps = aPaperWorld();
    await write(deps, 'lead', 'what', aText('Beboerne sover bedre.'));
    const late = await write(deps, 'owner', 'what', aText('Nattevagten får ro.'), unwritten);
    expect(late).toMatchObject({
      ok: false,
      refusal: { type: 'changed', current: { value: { text: 'Beboerne sover bedre.' } } },
    });
    expect(fieldOf(deps, 'what')?.value.text).toBe('Beboerne sover bedre.');
    expect((await write(deps, 'owner', 'what', aText('Nattevagten får ro.'))).ok).toBe(true);
  });

  it('is its own: two who write in two fields at once meet nowhere, on two servers either', async () => {
    const deps = aPaperWorld();
    const other = beside(deps);
    const written = await Promise.all([
      write(deps, 'lead', 'what', aText('Låse.')),
      write(other, 'owner', 'citizen', aText('Hurtig hjælp.')),
    ]);
    expect(written.map(({ ok }) => ok)).toEqual([true, true]);
    expect(deps.stores.papers.all().map(({ value }) => value.field)).toEqual(['what', 'citizen']);
  });

  it('of two first writers lets one in, and shows the other what stands there', async () => {
    const deps = aPaperWorld();
    const written = await Promise.all([
      write(deps, 'lead', 'what', aText('Låse.')),
      write(beside(deps), 'owner', 'what', aText('Døre.')),
    ]);
    expect(written.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(written.find(({ ok }) => !ok)).toMatchObject(refusedWith('changed'));
  });

  it.each([
    ['somebody who may not edit the project', 'stranger', 'what', aText('Hej.'), 'notAllowed'],
    ['a field that is not in the paper', 'lead', 'nonsense', aText('Hej.'), 'unknown'],
    ['what the project itself says', 'lead', 'tek', aText('Hej.'), 'unknown'],
    ['a text beyond what anybody reads', 'lead', 'what', aText('x'.repeat(20_001)), 'tooLong'],
    ['a number like a person’s', 'lead', 'what', aText('Fru Berg 010150-1234.'), 'personNumber'],
    [
      'such a number in a row',
      'lead',
      'what',
      { ...emptyValue, rows: [{ what: '010150-1234' }] },
      'personNumber',
    ],
  ] as const)('refuses %s', async (_, by, field, value, type) => {
    const deps = aPaperWorld();
    expect(await write(deps, by, field, value)).toMatchObject(refusedWith(type));
    expect(deps.stores.papers.all()).toEqual([]);
  });

  it('of what is over is read and not written', async () => {
    const deps = aPaperWorld({ status: 'stopped' });
    expect(await write(deps, 'lead', 'what', aText('Hej.'))).toMatchObject(
      refusedWith('notAllowed'),
    );
  });
});

describe('a version', () => {
  it('holds what was written and what the project said, and sets the step', async () => {
    const deps = aPaperWorld();
    await write(deps, 'lead', 'what', aText('En app i låsen.'));
    expect(hasDraft(deps, projectIn(deps), paper)).toBe(true);
    await save(deps);
    const [version] = now(deps).versions;
    expect(version).toMatchObject({ version: 1, byName: 'Projektleder, DigiTek' });
    expect(version?.link).toContain('version%201.docx');
    expect(stepOf(deps)).toMatchObject({
      ...{ done: true, version: 'version 1', link: version?.link, minutes: 1 },
    });
    const content = await readContent(deps, version?.contentId ?? '');
    expect(content.values['what']?.text).toBe('En app i låsen.');
    expect(content.facts.title).toBe(projectIn(deps).title);
    expect(hasDraft(deps, projectIn(deps), paper)).toBe(false);
    const { entries, holds } = await historyOf(deps, 'p1');
    expect(holds).toBe(true);
    expect(entries.filter(({ kind }) => kind === 'paper')).toHaveLength(1);
  });

  it('pressed twice is one, on two servers too, also where one of them is behind', async () => {
    const deps = aPaperWorld();
    await write(deps, 'lead', 'what', aText('Låse.'));
    const other: TestDeps = {
      ...beside(deps),
      stores: { ...deps.stores, paperVersions: behind(deps.stores.paperVersions) as never },
    };
    const saved = await Promise.all([save(deps, 'lead', 0), save(other, 'owner', 0)]);
    await save(deps, 'lead', 0);
    expect(saved.map(({ ok }) => ok)).toEqual([true, true]);
    expect(now(deps).versions.map(({ version }) => version)).toEqual([1]);
    expect(deps.documents.files.size).toBe(1);
  });

  it('is not made of nothing, nor of what the latest says already', async () => {
    const deps = aPaperWorld();
    expect(await save(deps)).toMatchObject({ ok: false, refusal: { type: 'empty' } });
    await write(deps, 'lead', 'what', aText('Låse.'));
    await save(deps);
    expect(await save(deps)).toMatchObject({ ok: false, refusal: { type: 'nothingNew' } });
    await write(deps, 'lead', 'what', aText('Døre.'));
    await save(deps);
    expect(stepOf(deps)?.version).toBe('version 2');
    expect(await save(deps, 'stranger')).toMatchObject({ refusal: { type: 'notAllowed' } });
  });

  it('is whole after a kill at any write, and there once', async () => {
    await expectSameAfterKills({
      world: () => {
        const deps = aPaperWorld();
        deps.stores.papers.put({
          ...{ id: `p1:${paper}:what`, projectId: 'p1', paper, field: 'what' },
          ...{ ...aText('Låse.'), byId: 'lead', byName: 'Leder', at: deps.clock.now() },
        });
        return deps;
      },
      play: (deps) => save(deps, 'lead', 0),
      stateOf: (deps) => ({
        events: now(deps).versions.map(({ version }) => `v${version}`),
        kinds: now(deps).events.map(({ kind }) => kind),
        step: [stepOf(deps)?.version, stepOf(deps)?.link, stepOf(deps)?.done],
        files: [...deps.documents.files.keys()],
      }),
      kind: 'paper',
    });
  });

  it('whose document could not be put there is finished by any server’s sweep', async () => {
    const deps = aPaperWorld();
    await write(deps, 'lead', 'what', aText('Låse.'));
    const cut: TestDeps = {
      ...beside(deps),
      documents: Object.assign(Object.create(deps.documents), {
        put: () => Promise.reject(new Fault('graph.unavailable')),
      }),
      later: (_, work) => void work().catch(() => undefined),
    };
    await saveVersion(cut, actor('lead'), { projectId: 'p1', paper, seen: 0 });
    expect(now(deps).versions).toMatchObject([{ version: 1, link: null }]);
    expect(stepOf(deps)?.version).not.toBe('version 1');
    await sweep(deps, 'later');
    await deps.settle();
    expect(now(deps).versions[0]?.link).toContain('https://');
    expect(stepOf(deps)?.version).toBe('version 1');
  });

  it('asks the owner anew about the version that is there now', async () => {
    const deps = aPaperWorld();
    deps.stores.steps.rows.delete('p1:ideaOwner');
    await moveApproval(deps, actor('lead'), 'p1:ideaOwner', { type: 'asked', revision: 0 });
    await deps.settle();
    await write(deps, 'lead', 'what', aText('Låse.'));
    await save(deps);
    expect(approvalIn(deps.stores, 'p1', 'ideaOwner').ask?.facts.version).toBe('version 1');
  });

  it('does not take the place of a paper that was pasted after it', async () => {
    const deps = aPaperWorld();
    await write(deps, 'lead', 'what', aText('Låse.'));
    await save(deps);
    deps.clock.pass(60_000);
    await tickStep(deps, actor('lead'), {
      ...{ projectId: 'p1', code: paper, done: true, version: 'bilag 7', minutes: 3 },
      ...{ link: 'https://viborg.example/bilag.docx', responsible: '', due: null, note: '' },
    });
    await deps.settle();
    await sweep(deps, 'start');
    expect(stepOf(deps)?.version).toBe('bilag 7');
    expect(paperPage(deps, actor('lead'), 'p1', paper)?.outside).toEqual({
      ...{ link: 'https://viborg.example/bilag.docx', version: 'bilag 7' },
    });
  });

  it('answers the checklist: with all four answered its step needs no tick', async () => {
    const deps = aPaperWorld();
    deps.stores.steps.rows.delete('p1:ideaChecklist');
    for (const field of ['ce', 'mdr', 'security'])
      await write(deps, 'lead', field, aYes('undersøgt'));
    await save(deps);
    expect(stepOf(deps, 'ideaChecklist' as typeof paper)?.done).not.toBe(true);
    await write(deps, 'lead', 'elsewhere', { ...emptyValue, answer: 'no' });
    await save(deps);
    expect(stepOf(deps, 'ideaChecklist' as typeof paper)).toMatchObject({
      ...{ done: true, doneByName: 'Projektleder, DigiTek' },
    });
  });
});

describe('a gate that is asked on a version', () => {
  const sent = async () => {
    const deps = aPaperWorld();
    await write(deps, 'lead', 'what', aText('Låse.'));
    await save(deps);
    await tickStep(deps, actor('owner'), {
      ...{ projectId: 'p1', code: 'ideaOwner', done: true, link: '', version: '', minutes: null },
      ...{ responsible: '', responsibleId: null, due: null, note: 'Godt.' },
    });
    const request = await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
    expect(request).toMatchObject({ ok: true, value: { paper: { version: 'version 1' } } });
    await deps.settle();
    deps.clock.pass(60_000);
    return deps;
  };
  const newsOf = (deps: TestDeps) => viewOf(deps, 'p1-gate1-1')?.paperNews;
  const chefsCard = (deps: TestDeps, teams: FakeTeams) =>
    deliver(deps, teams).then(() => teams.chatOf('chef-omsorg').at(-1)?.notice);

  it('stays bound to it, and tells the decider of a draft and of a newer version', async () => {
    const deps = await sent();
    const teams = new FakeTeams();
    const first = await chefsCard(deps, teams);
    expect(newsOf(deps)).toBeNull();
    await write(deps, 'lead', 'what', aText('Døre.'));
    expect(newsOf(deps)).toMatchObject({ newer: null, hasDraft: true });
    const drafted = await chefsCard(deps, teams);
    expect(drafted?.revision).toBeGreaterThan(first?.revision ?? 0);
    deps.clock.pass(60_000);
    await save(deps);
    expect(newsOf(deps)).toMatchObject({ newer: { version: 2 }, hasDraft: false });
    const renewed = await chefsCard(deps, teams);
    expect(renewed?.revision).toBeGreaterThan(drafted?.revision ?? 0);
    expect(viewOf(deps, 'p1-gate1-1')?.request.paper.version).toBe('version 1');
    expect(paperPage(deps, actor('lead'), 'p1', paper)?.bound).toMatchObject([
      { type: 'gate', version: 1, isOpen: true, whom: ['Chef, Omsorg'] },
    ]);
  });

  it('has a receipt on every card although a draft was taken back on the way', async () => {
    const deps = await sent();
    const teams = new FakeTeams();
    await chefsCard(deps, teams);
    await write(deps, 'lead', 'what', aText('Døre.'));
    await chefsCard(deps, teams);
    await write(deps, 'lead', 'what', aText('Låse.'));
    expect(newsOf(deps)).toBeNull();
    await answerRequest(deps, actor('chef-omsorg'), {
      requestId: 'p1-gate1-1',
      given: { type: 'choose', choice: choice('investigate'), comment: '' },
    });
    await deps.settle();
    const receipt = await chefsCard(deps, teams);
    expect(receipt).toMatchObject({ view: { state: { type: 'ended' }, paperNews: null } });
  });
});

describe('what a paper asks', () => {
  it('is the consultant’s to change, on what they read, and a version keeps what it was asked', async () => {
    const deps = aPaperWorld();
    const { revision, templates } = paperTemplatesOf(deps);
    const given = {
      ...templates,
      [paper]: { headings: { what: '  Hvad går I med?  ' }, helps: {}, off: ['citizen', 'tull'] },
    };
    expect(
      await editPaperTemplates(deps, actor('lead'), { revision, templates: given }),
    ).toMatchObject({ refusal: { type: 'notAllowed' } });
    const edited = await editPaperTemplates(deps, actor('consultant'), {
      revision,
      templates: given,
    });
    expect(edited).toMatchObject({ ok: true });
    expect(paperTemplatesOf(deps).templates[paper]).toEqual({
      ...{ headings: { what: 'Hvad går I med?' }, helps: {}, off: ['citizen'] },
    });
    expect(
      await editPaperTemplates(deps, actor('consultant'), { revision, templates }),
    ).toMatchObject({ refusal: { type: 'changed' } });
    await write(deps, 'lead', 'what', aText('Låse.'));
    await write(deps, 'lead', 'citizen', aText('Står her stadig.'));
    await save(deps);
    const content = await readContent(deps, now(deps).versions[0]?.contentId ?? '');
    expect(Object.keys(content.values)).toEqual(['what']);
    expect(content.template.headings['what']).toBe('Hvad går I med?');
    await deps.settle();
    const { entries } = await historyOf(deps, 'setting:paperTemplates');
    expect(entries).toHaveLength(1);
  });

  it('holds own questions in their order; what a gate rests on stays, and old versions are as they were', async () => {
    const deps = aPaperWorld();
    const edit = async (template: Partial<PaperTemplate>) => {
      const { revision, templates } = paperTemplatesOf(deps);
      const made = { ...templates, [paper]: { ...templates[paper], ...template } };
      return editPaperTemplates(deps, actor('consultant'), { revision, templates: made });
    };
    await write(deps, 'lead', 'what', aText('Låse.'));
    await save(deps);
    expect(await edit({ off: ['rolePlayed', 'ce'] })).toMatchObject({
      refusal: { type: 'keptQuestion', paper, code: 'ce' },
    });
    const own = { ownAnswer1: 'checklist' };
    const headings = { ownAnswer1: 'Er pårørenderådet hørt?' };
    const order = { checklist: ['ownAnswer1'] };
    expect(await edit({ own, headings, order })).toMatchObject({ ok: true });
    await write(deps, 'lead', 'ownAnswer1', aYes('Den 3. november.'));
    deps.clock.pass(60_000);
    await save(deps);
    const contents = await Promise.all(
      now(deps).versions.map(({ contentId }) => readContent(deps, contentId)),
    );
    const asks = contents.map(({ template }) =>
      sectionsOf(paper, template, 'digitek').find(({ code }) => code === 'checklist'),
    );
    expect(asks.map((section) => section?.questions[0]?.code).sort()).toEqual(['ce', 'ownAnswer1']);
    expect(contents.flatMap(({ values }) => values['ownAnswer1']?.text ?? [])).toEqual([
      'Den 3. november.',
    ]);
    // A tab of the release before says nothing of what it does not know, and nothing is lost.
    const { revision, templates } = paperTemplatesOf(deps);
    const { headings: kept, helps, off } = templates[paper];
    const older = { ...templates, [paper]: { headings: kept, helps, off } };
    await editPaperTemplates(deps, actor('consultant'), { revision, templates: older });
    expect(paperTemplatesOf(deps).templates[paper]).toEqual(templates[paper]);
    await deps.settle();
    const [first, ...more] = await paperTemplateChanges(deps);
    expect(more).toEqual([]);
    const taken = takenBack(first ?? never(), paperTemplatesOf(deps).templates);
    await edit(taken[paper]);
    expect(paperTemplatesOf(deps).templates[paper]).toEqual({
      ...{ headings: {}, helps: {}, off: [], own },
    });
  });
});
