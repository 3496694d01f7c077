// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { PointFacts } from '#shared/domain/quarter/facts.ts';
import { minutesWord } from '#shared/word/minutesWord.ts';
import { pointText } from '#shared/words/quarter/page.ts';
import { aQuarterView, type Pressed } from '../builders/quarter.ts';
import { aView } from '../builders/request.ts';
import { all, attribute, openedWord, paragraphsIn } from '../worlds/word.ts';

const held: readonly Pressed[] = [
  ['consultant', { type: 'begin', present: 'Chef, Social · Chef, Omsorg' }],
  ['consultant', { type: 'prioritise', projectId: 'p1', priority: 'high', why: 'Kan spredes' }],
  ['consultant', { type: 'note', point: 'pools', text: 'Puljen rækker året ud.' }],
  ['consultant', { type: 'end' }],
  ['chef-social', { type: 'approve', version: 1 }],
  ['consultant', { type: 'correct', point: 'pools', text: 'Den rækker til sommer.' }],
  ['chef-social', { type: 'approve', version: 2 }],
];

const minutes = async () =>
  openedWord(await minutesWord({ view: aQuarterView(held), requests: [], facts: [] }));

const textsOf = (main: Document): readonly string[] => paragraphsIn(main).map(({ text }) => text);

describe('the Word document of the minutes', () => {
  it('has one title, a heading a point, and table heads that are said on each page', async () => {
    const { name, main } = await minutes();
    expect(name).toBe('Referat 2027-01-21 version 2.docx');
    const heads = paragraphsIn(main).filter(({ style }) => /^(Title|Heading)/.test(style ?? ''));
    expect(heads.map(({ style, text }) => `${style} ${text}`)).toEqual([
      'Title Referat af kvartalsstatus 21.\u00a0januar\u00a02027',
      ...['Heading1 Kort fortalt', 'Heading1 Beslutninger'],
      'Heading1 1. Telerehabilitering af hjertesvigtspatienter II',
      ...[
        'Heading1 2. Prioritet',
        'Heading1 3. Puljerne',
        'Heading1 4. Projekter, der sidder fast',
      ],
      'Heading1 5. Historier og artikler',
    ]);
    expect(all(main, 'tblHeader').length).toBeGreaterThan(1);
  });

  it('says what was decided, by whom, against whom, and what was put right afterwards', async () => {
    const { main, part } = await minutes();
    const texts = textsOf(main);
    expect(texts).toContain('Beslutning: til afprøvning, 180.000\u00a0kr. Begynd i Nord.');
    expect(texts).toContain('Chef, Omsorg var uenig: Aftenvagten er ikke aftalt.');
    expect(texts).toContain('Puljen rækker året ud.');
    expect(texts).toContain('Rettelse (Konsulent, DigiTek): Den rækker til sommer.');
    expect(texts.filter((text) => /\.\./.test(text))).toEqual([]);
    const languages = all(part('word/styles.xml'), 'lang').map((one) => attribute(one, 'val'));
    expect([...new Set(languages)]).toEqual(['da-DK']);
  });

  it('is the agenda before the meeting, with what each gate rests on', async () => {
    const view = aQuarterView([['consultant', { type: 'send' }]]);
    const request = aView({ request: { id: 'p1-gate2-1', gate: 'gate2' } });
    const stories: PointFacts = { type: 'stories', stories: 2, articles: 1 };
    const facts = view.points.map(
      ({ key }): PointFacts => (key === 'stories' ? stories : { type: 'own' }),
    );
    const { name, main } = openedWord(await minutesWord({ view, requests: [request], facts }));
    expect(name).toBe('Dagsorden 2027-01-21.docx');
    const texts = textsOf(main);
    expect(texts).toContain('Dagsorden for kvartalsstatus 21.\u00a0januar\u00a02027');
    expect(texts).toContain(`Skal vi afprøve ${request.project.title}?`);
    expect(texts).toContain('DigiTek anbefaler');
    // What is no gate says where it stands, as on the page.
    expect(texts).toContain(`5. Historier og artikler · ${pointText(stories, [])}`);
  });
});
