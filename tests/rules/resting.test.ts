import { describe, expect, it } from 'vitest';
import {
  isHere,
  mostFiles,
  placesTaken,
  type StepFile,
  withinRoom,
} from '#shared/domain/files/file.ts';
import { type Binding, restingOnFile, restingOnLink } from '#shared/domain/files/resting.ts';
import { blankStep } from '#shared/domain/steps.ts';

const aFile = (more: Partial<StepFile> = {}): StepFile => ({
  ...{ name: 'Aftale.pdf', version: 1, size: 10, byId: 'lead', byName: 'Leder' },
  ...{ at: '2026-11-02T08:00:00Z', link: 'https://viborg.example/Aftale.pdf' },
  ...more,
});

const aBinding = (more: Partial<Binding> = {}): Binding => ({
  ...{ gate: 'gate2', askedAt: '2026-11-03T08:00:00Z', isOpen: true },
  ...{ paper: { link: 'https://viborg.example/papir.docx' } },
  ...more,
});

const none = { bindings: [], all: [] };

describe('a document rests', () => {
  it('on nothing, when no gate was sent and no step links to it', () => {
    expect(restingOnFile('draftContract', aFile(), none)).toBeNull();
  });

  it('under a gate that was sent when it lay there, open before decided', () => {
    const decided = aBinding({ isOpen: false });
    expect(restingOnFile('draftContract', aFile(), { ...none, bindings: [decided] })).toEqual({
      ...{ type: 'request', gate: 'gate2', isOpen: false },
    });
    const both = [decided, aBinding()];
    expect(restingOnFile('draftContract', aFile(), { ...none, bindings: both })).toMatchObject({
      isOpen: true,
    });
  });

  it.each([
    ['came later', aFile({ at: '2026-11-03T08:00:01Z' }), 'draftContract', 'gate2'],
    ['lies at a step that the gate does not rest on', aFile(), 'schedule', 'gate2'],
    ['lies before another gate', aFile(), 'draftContract', 'gate1'],
  ] as const)('not under a gate when it %s', (_, file, code, gate) => {
    expect(restingOnFile(code, file, { ...none, bindings: [aBinding({ gate })] })).toBeNull();
  });

  it('wherever it is the very paper that a gate was sent on', () => {
    const file = aFile({ at: '2026-12-01T08:00:00Z', link: aBinding().paper.link });
    expect(restingOnFile('schedule', file, { ...none, bindings: [aBinding()] })?.type).toBe(
      'request',
    );
  });

  it('while a step links to it', () => {
    const file = aFile();
    const step = { ...blankStep('p1', 'projectDescription'), link: file.link ?? '' };
    expect(restingOnFile('schedule', file, { ...none, all: [step] })).toEqual({
      ...{ type: 'linked', code: 'projectDescription' },
    });
  });
});

describe('a link rests', () => {
  const link = 'https://viborg.example/papir.docx';

  it('when it is a version that is written here', () => {
    const around = { bindings: [], written: [link] };
    expect(restingOnLink('projectDescription', link, around)).toEqual({ type: 'written' });
    expect(restingOnLink('projectDescription', 'https://x.example', around)).toBeNull();
    expect(restingOnLink('projectDescription', '', around)).toBeNull();
  });

  it('when a gate was sent on it, for good', () => {
    const bindings = [aBinding({ isOpen: false })];
    expect(restingOnLink('projectDescription', link, { bindings, written: [] })?.type).toBe(
      'request',
    );
  });

  it('not where another step has the same link, and its gate has not been sent', () => {
    const bindings = [aBinding({ gate: 'gate1', isOpen: false })];
    for (const code of ['projectDescription', 'draftContract'] as const)
      expect(restingOnLink(code, link, { bindings, written: [] })).toBeNull();
  });

  it('at another step only while its gate waits', () => {
    const other = 'https://viborg.example/kontrakt.docx';
    const at = (isOpen: boolean) =>
      restingOnLink('draftContract', other, { bindings: [aBinding({ isOpen })], written: [] });
    expect(at(true)?.type).toBe('request');
    expect(at(false)).toBeNull();
  });
});

describe('what was taken off', () => {
  const removed = { byId: 'lead', byName: 'Leder', at: '2026-11-04T08:00:00Z', gone: true };

  it('is not there, takes no place, and keeps its line while there is room', () => {
    const files = Array.from({ length: mostFiles + 2 }, (_, at) =>
      aFile({ name: `${at}.pdf`, removed }),
    );
    const here = aFile();
    expect(isHere(aFile({ removed }))).toBe(false);
    expect(placesTaken([...files, here])).toBe(1);
    const kept = withinRoom([...files, here]);
    expect(kept).toHaveLength(mostFiles + 1);
    expect(kept[0]?.name).toBe('2.pdf');
    expect(kept.at(-1)).toBe(here);
  });
});
