import { describe, expect, it } from 'vitest';
import {
  freeOwnCode,
  keptAmong,
  orderIn,
  takenBack,
  templateDifference,
  tidyMaking,
} from '#shared/domain/papers/making.ts';
import {
  defaultPaperTemplates,
  isKeptQuestion,
  ownCodes,
  type PaperTemplate,
  type PaperTemplates,
  questionOf,
  sectionsOf,
} from '#shared/domain/papers/template.ts';
import { paperChangeText } from '#shared/words/papers/making.ts';

const paper = 'ideaDescription';
const plain: PaperTemplate = defaultPaperTemplates[paper];
const made = (more: Partial<PaperTemplate>): PaperTemplate => ({ ...plain, ...more });
const all = (more: Partial<PaperTemplate>): PaperTemplates => ({
  ...defaultPaperTemplates,
  [paper]: made(more),
});
const asked = (template: PaperTemplate, section: string): readonly string[] =>
  sectionsOf(paper, template, 'digitek')
    .filter(({ code }) => code === section)
    .flatMap(({ questions }) => questions.map(({ code }) => code));

describe('the questions of a paper as the consultant makes them', () => {
  it('stand in their order; what nobody has placed stays behind', () => {
    const ordered = made({ order: { checklist: ['security', 'ce', 'unknown'] } });
    expect(asked(ordered, 'checklist').slice(0, 3)).toEqual(['security', 'ce', 'mdr']);
    expect(asked(plain, 'checklist')[0]).toBe('ce');
  });

  it('hold the municipality’s own, when they have a heading and are not switched off', () => {
    const own = { ownAnswer1: 'checklist', ownText1: 'idea' };
    const headings = { ownAnswer1: 'Er pårørenderådet hørt?' };
    expect(asked(made({ own }), 'checklist')).not.toContain('ownAnswer1');
    expect(asked(made({ own, headings }), 'checklist').at(-1)).toBe('ownAnswer1');
    expect(asked(made({ own, headings }), 'idea')).not.toContain('ownText1');
    expect(asked(made({ own, headings, off: ['ownAnswer1'] }), 'checklist')).not.toContain(
      'ownAnswer1',
    );
    expect(questionOf(paper, 'ownAnswer1')).toMatchObject({ kind: 'answer', extra: true });
    expect(questionOf(paper, 'ownText8')).toMatchObject({ kind: 'text', extra: true });
    expect(questionOf(paper, 'ownText9')).toBeUndefined();
  });

  it('have room for so many of each kind, and a code that was placed is not given again', () => {
    expect(freeOwnCode('text', made({ own: { ownText1: 'idea' } }))).toBe('ownText2');
    const full = Object.fromEntries(ownCodes.answer.map((code) => [code, 'idea']));
    expect(freeOwnCode('answer', made({ own: full }))).toBeNull();
    expect(freeOwnCode('text', made({ own: full }))).toBe('ownText1');
  });

  it('are stored where they are otherwise than usual, and only so', () => {
    const usual = orderIn(paper, plain, 'checklist');
    expect(tidyMaking(paper, made({ order: { checklist: usual }, own: {} }))).toEqual({});
    expect(tidyMaking(paper, made({ own: { ownText1: 'nowhere', tull: 'idea' } }))).toEqual({});
    const [first = '', second = '', ...rest] = usual;
    const order = { checklist: [second, first, ...rest] };
    expect(tidyMaking(paper, made({ order }))).toEqual({ order });
  });
});

describe('what a gate rests on', () => {
  it.each(['ce', 'mdr', 'security', 'elsewhere', 'what', 'tek', 'risk', 'budget', 'decider'])(
    '%s is asked in every idébeskrivelse (seeds 000:628, 000:637)',
    (code) => {
      expect(isKeptQuestion(paper, code)).toBe(true);
      expect(keptAmong(defaultPaperTemplates, all({ off: [code] }))).toEqual({ paper, code });
    },
  );

  it('is not switched off anew, and what was off before stays so until it is switched on', () => {
    expect(keptAmong(all({ off: ['ce'] }), all({ off: ['ce', 'rolePlayed'] }))).toBeNull();
    expect(keptAmong(defaultPaperTemplates, all({ off: ['rolePlayed', 'ownText1'] }))).toBeNull();
  });
});

describe('a change of the questions', () => {
  const before = all({});
  const after = all({
    headings: { what: 'Hvad går I med?', ownText1: 'Hvem skal høres?' },
    off: ['rolePlayed'],
    own: { ownText1: 'idea' },
    order: { idea: ['citizen', 'what', 'explained', 'rolePlayed', 'ownText1'] },
  });

  it('is told in words', () => {
    expect(
      paperChangeText({ before, after, byName: 'Konsulent', at: '2026-11-23T09:00:00Z' }),
    ).toContain(
      'Konsulent kaldte »Hvad er idéen?« for »Hvad går I med?«, tilføjede »Hvem skal høres?«, slog »Har I prøvet den af som rollespil eller samtale?« fra, ændrede rækkefølgen i »',
    );
  });

  it('of the section an own question stands in is told, and taken back', () => {
    const from = all({ headings: { ownText1: 'Hvem skal høres?' }, own: { ownText1: 'idea' } });
    const to = all({ headings: { ownText1: 'Hvem skal høres?' }, own: { ownText1: 'checklist' } });
    const change = { before: from, after: to };
    expect(
      paperChangeText({ ...change, byName: 'Konsulent', at: '2026-11-23T09:00:00Z' }),
    ).toContain('Konsulent flyttede »Hvem skal høres?« til »Tjekliste«');
    expect(asked(to[paper], 'checklist').at(-1)).toBe('ownText1');
    expect(takenBack(change, to)[paper].own).toEqual({ ownText1: 'idea' });
  });

  it('is taken back, and what came later stands', () => {
    const later: PaperTemplates = {
      ...after,
      [paper]: {
        ...after[paper],
        headings: { ...after[paper].headings, citizen: 'Hvad får borgeren?' },
        off: ['rolePlayed', 'explained'],
      },
    };
    const back = takenBack({ before, after }, later)[paper];
    expect(back.headings).toEqual({ citizen: 'Hvad får borgeren?' });
    expect(back.off).toEqual(['explained']);
    expect(asked(back, 'idea')).toEqual(['what', 'citizen', 'rolePlayed']);
    const { order } = templateDifference(paper, before[paper], back);
    expect(order).toEqual([]);
  });
});
