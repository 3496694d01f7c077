import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/domain/project.ts';
import type { Item } from '#shared/graph/item.ts';
import { ListRows } from '#shared/graph/listRows.ts';
import { projects } from '#shared/lists/projects.ts';
import { aProject } from '../builders/request.ts';

/** The fields of a project as the product wrote them, and then as a hand in the list left them. */
const fieldsOf = (project: Project, byHand: Record<string, unknown> = {}) => ({
  ...projects.toFields({ ...project, ...projects.sealed(project) }),
  ...byHand,
});

const read = (project: Project, byHand: Record<string, unknown>) => {
  const parsed = projects.fromFields(fieldsOf(project, byHand));
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed;
};

const trial = aProject({ phase: 'trial', status: 'active' });

describe('a hand in the list of projects', () => {
  it.each([
    ['Phase', 'operation', { phase: 'trial' }],
    ['Status', 'stopped', { status: 'active' }],
    ['Status', 'backlog', { status: 'active' }],
    ['Type', 'other', { type: 'digitek' }],
  ])('moves nothing with %s = %s', (field, value, stays) => {
    const parsed = read(trial, { [field]: value });
    expect(parsed.value).toMatchObject(stays);
    expect(parsed.doubt).toEqual({ field, problem: 'noDecision' });
  });

  it('wakes no stopped project', () => {
    const parsed = read(aProject({ status: 'stopped' }), { Status: 'active' });
    expect(parsed.value.status).toBe('stopped');
  });

  it('gives the highest priority to SKAL only', () => {
    const parsed = read(trial, { RecommendedPriority: 'veryHigh' });
    expect(parsed.value.recommendedPriority).toBeNull();
    expect(parsed.doubt?.field).toBe('RecommendedPriority');
  });

  it('may put a title right, and lay an idea on another shelf', () => {
    const idea = aProject({ status: 'raw' });
    const parsed = read(idea, { Title: 'Et bedre navn', Status: 'backlog' });
    expect(parsed.value).toMatchObject({ title: 'Et bedre navn', status: 'backlog' });
    expect(parsed.doubt).toBeUndefined();
  });

  it('counts what the row’s last change wrote: an older build set no seal', () => {
    const change = {
      cause: 'c',
      kind: 'moved',
      byId: 'x',
      byName: 'Chef, Omsorg',
      at: '2026-11-23T09:14:00Z',
      before: '{"phase":"trial"}',
      after: '{"phase":"operation","status":"operating"}',
    };
    const parsed = read(trial, {
      Phase: 'operation',
      Status: 'operating',
      LastChange: JSON.stringify(change),
    });
    expect(parsed.value).toMatchObject({ phase: 'operation', status: 'operating' });
    expect(parsed.doubt).toBeUndefined();
  });

  it('takes a row that was never sealed as it is', () => {
    const parsed = projects.fromFields(projects.toFields(trial));
    expect(parsed).toMatchObject({ ok: true, value: { phase: 'trial' } });
  });

  it('is named with the row, which stays among the others, until it is put right', () => {
    const rows = new ListRows(projects);
    const item = (n: number, byHand: Record<string, unknown>): Item => ({
      seq: 7,
      etag: `"guid,${n}"`,
      deleted: false,
      hand: 'none',
      fields: fieldsOf(trial, byHand),
    });
    rows.apply(item(1, {}));
    expect(rows.setAside()).toEqual([]);
    rows.apply(item(2, { Phase: 'operation' }));
    expect(rows.all().map(({ value }) => value.phase)).toEqual(['trial']);
    expect(rows.setAside()).toEqual([
      { list: 'Projects', itemId: '7', field: 'Phase', problem: 'noDecision' },
    ]);
    rows.apply(item(3, {}));
    expect(rows.setAside()).toEqual([]);
  });
});
