import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChainColumn,
  edgeKey,
  following,
  inColumn,
  linkIn,
  textOf,
  touching,
} from '#shared/domain/chain/chain.ts';
import { checked } from '#shared/domain/chain/check.ts';
import { chainSvg } from '#shared/domain/chain/drawing.ts';
import { type ChainGiven, type ChainNow, chainAfter } from '#shared/domain/chain/edit.ts';
import { edgesLost } from '#shared/domain/chain/op.ts';
import { rowForNew, rowStep, tidied, withRows } from '#shared/domain/chain/place.ts';
import { compared, shownLink, versionsOf } from '#shared/domain/chain/versions.ts';
import { wrapped } from '#shared/domain/picture/ink.ts';
import { drawnLink } from '#shared/words/chain/drawn.ts';
import { columnHeads } from '#shared/words/chain/words.ts';
import {
  aChainProject,
  addLink,
  anyEdit,
  edited,
  emptyNow,
  faultIn,
  saidBy,
  tried,
  uuidOf,
} from '../builders/chain.ts';

/* The effect chain (seeds 000:474–538): from the situation today to the purpose. */

const join = (from: number, to: number): ChainGiven => ({
  type: 'joined',
  edge: { from: uuidOf(from), to: uuidOf(to) },
});

const built = (...edits: readonly ChainGiven[]): ChainNow =>
  edits.reduce((now, given) => edited(now, 'lead', given), emptyNow());

describe('an arrow', () => {
  const now = built(
    addLink(1, 'situation'),
    addLink(2, 'ability'),
    addLink(3, 'behaviour'),
    addLink(4, 'behaviour'),
    addLink(5, 'ability'),
  );
  it.each([
    ['goes from left to right', join(1, 2), null],
    ['may pass a column by', join(1, 3), null],
    ['never goes back', join(3, 2), 'backwards'],
    ['may lead from one new behaviour to the next', join(3, 4), null],
    ['never between two abilities: neither is the other’s effect', join(2, 5), 'sameColumn'],
    ['never leads to where it comes from', join(3, 3), 'cycle'],
    ['needs both its ends', join(1, 9), 'loose'],
  ])('%s', (_, given, refusal) => {
    const made = tried(now, 'lead', given);
    expect('type' in made ? made.type : null).toBe(refusal);
  });

  it('never closes a ring', () => {
    const one = edited(edited(now, 'lead', join(3, 4)), 'lead', addLink(6, 'behaviour', 'x', [4]));
    expect(tried(one, 'lead', join(6, 3))).toEqual({ type: 'cycle' });
  });

  it('goes with the link it comes from', () => {
    const one = edited(edited(now, 'lead', join(1, 2)), 'lead', {
      type: 'removed',
      id: uuidOf(1),
    });
    expect(one.chain.edges).toEqual([]);
  });
});

describe('a link that is moved to another column', () => {
  const move = (id: number, column: ChainColumn, row?: number): ChainGiven => ({
    ...{ type: 'moved', id: uuidOf(id), column },
    ...(row === undefined ? {} : { row }),
  });
  const arrows = (now: ChainNow) => now.chain.edges.map(edgeKey).sort();
  const arrow = (from: number, to: number) => `${uuidOf(from)}>${uuidOf(to)}`;
  const now = built(
    addLink(1, 'situation'),
    addLink(2, 'ability', 'To', [1]),
    addLink(3, 'behaviour', 'Tre', [2]),
    addLink(4, 'result', 'Fire', [3]),
    addLink(5, 'behaviour', 'Fem'),
  );

  it('keeps the arrows that can be there, and the rest go', () => {
    const forward = edited(now, 'lead', move(3, 'result'));
    expect(linkIn(forward.chain, uuidOf(3))?.column).toBe('result');
    expect(arrows(forward)).toEqual([arrow(1, 2), arrow(2, 3), arrow(3, 4)]);
    const back = edited(now, 'lead', move(3, 'ability'));
    expect(arrows(back)).toEqual([arrow(1, 2), arrow(3, 4)]);
    expect(edgesLost(now.chain, uuidOf(3), 'ability')).toEqual([
      { from: uuidOf(2), to: uuidOf(3) },
    ]);
  });

  it('stands where there is room, and no other link moves', () => {
    const moved = edited(now, 'lead', move(2, 'behaviour', 0));
    const others = (one: ChainNow) => one.chain.links.filter(({ id }) => id !== uuidOf(2));
    expect(others(moved)).toEqual(others(now));
    expect(faultIn(moved.chain)).toBe('');
  });

  it('never closes a ring', () => {
    const chain = built(
      addLink(1, 'behaviour'),
      addLink(2, 'behaviour', 'To', [1]),
      addLink(3, 'result', 'Tre', [2]),
    );
    const tied = edited(edited(chain, 'lead', addLink(4, 'deliverable')), 'lead', join(4, 1));
    const moved = edited(tied, 'lead', move(3, 'behaviour'));
    expect(tried(moved, 'lead', join(3, 1))).toEqual({ type: 'cycle' });
  });

  it('is put back with its arrows, unless somebody has tied it to something since', () => {
    const moved = edited(now, 'lead', move(3, 'purpose'));
    const key = moved.events.at(-1)?.cause.split(':').at(-1) ?? '';
    const back = tried(moved, 'lead', { type: 'undone', of: key });
    expect('chain' in back && saidBy(back.chain)).toEqual(saidBy(now.chain));
    const tied = edited(moved, 'owner', join(5, 3));
    expect(tried(tied, 'lead', { type: 'undone', of: key })).toEqual({ type: 'touched' });
    // Where another has only written on it, the move alone is taken back.
    const written = edited(moved, 'owner', {
      ...{ type: 'written', id: uuidOf(3), text: 'Andet', seen: [] },
    });
    const undone = edited(written, 'lead', { type: 'undone', of: key });
    expect(linkIn(undone.chain, uuidOf(3))).toMatchObject({ column: 'behaviour' });
    expect(textOf(linkIn(undone.chain, uuidOf(3)) ?? { texts: [] })).toBe('Andet');
  });

  it('is nothing where it stands there already, and not where it is gone', () => {
    expect(tried(now, 'lead', move(3, 'behaviour'))).toEqual({ type: 'holdsAlready' });
    expect(tried(now, 'lead', move(9, 'purpose'))).toEqual({ type: 'gone' });
  });

  it('has changed from one version to the next', () => {
    const shown = (one: ChainNow) => ({
      links: one.chain.links.map((link) => shownLink(link, null)),
      edges: one.chain.edges,
    });
    const found = compared(shown(now), shown(edited(now, 'lead', move(5, 'result'))));
    expect(found.changed.map(({ fields }) => fields)).toEqual([['column']]);
  });
});

describe('who may edit', () => {
  it.each(['lead', 'owner', 'consultant', 'digitek', 'chef-omsorg'])('%s may', (who) =>
    expect(tried(emptyNow(), who, addLink(1, 'situation'))).toHaveProperty('chain'),
  );
  it('others read', () =>
    expect(tried(emptyNow(), 'somebody', addLink(1, 'situation'))).toEqual({ type: 'notAllowed' }));
  it('nobody, when the project is over', () => {
    const project = aChainProject({ status: 'stopped' });
    expect(tried(emptyNow(), 'lead', addLink(1, 'situation'), { project })).toEqual({
      type: 'notNow',
    });
  });
  it('nobody writes a number like a person’s', () =>
    expect(tried(emptyNow(), 'lead', addLink(1, 'situation', 'Fru 0101901239'))).toEqual({
      type: 'personNumber',
    }));
  it('nothing is written of nothing, nor more than a box has room for', () => {
    expect(tried(emptyNow(), 'lead', addLink(1, 'situation', '  '))).toEqual({
      type: 'textMissing',
    });
    expect(tried(emptyNow(), 'lead', addLink(1, 'situation', 'a'.repeat(201)))).toEqual({
      type: 'tooLong',
    });
  });
});

describe('two who write the same link', () => {
  const now = built(addLink(1, 'situation', 'Kø'));
  const [seen] = now.chain.links[0]?.texts ?? [];
  const write = (text: string, keys: readonly string[]): ChainGiven => ({
    ...{ type: 'written', id: uuidOf(1), text, seen: keys },
  });
  const both = edited(
    edited(now, 'lead', write('Lang kø', [seen?.key ?? ''])),
    'owner',
    write('Kø hver dag', [seen?.key ?? '']),
  );
  const texts = (one: ChainNow) => one.chain.links[0]?.texts ?? [];

  it('are both kept, with who wrote each', () =>
    expect(texts(both).map(({ value, byName }) => [value, byName])).toEqual([
      ['Lang kø', 'Projektleder, DigiTek'],
      ['Kø hver dag', 'Leder, nattevagten'],
    ]));

  it('until one is chosen', () => {
    const keys = texts(both).map(({ key }) => key);
    const chosen = edited(both, 'lead', write('Lang kø', keys));
    expect(texts(chosen).map(({ value }) => value)).toEqual(['Lang kø']);
  });

  it('and it is said that one is to be chosen', () =>
    expect(checked(both.chain, () => undefined).twoTexts).toBe(1));

  it('the very same words are one', () => {
    const first = edited(now, 'lead', write('Lang kø', [seen?.key ?? '']));
    expect(tried(first, 'owner', write('Lang kø ', []))).toEqual({ type: 'holdsAlready' });
    const third = edited(both, 'owner', write('Lang kø', []));
    expect(texts(third).map(({ value }) => value)).toEqual(['Kø hver dag', 'Lang kø']);
  });
});

describe('undo', () => {
  const keyAt = (now: ChainNow): string => now.events.at(-1)?.cause.split(':').at(-1) ?? '';
  const undo = (now: ChainNow, of = keyAt(now), who = 'lead') =>
    tried(now, who, { type: 'undone', of });

  it('puts a deleted link back with its arrows, where it stood', () => {
    const now = built(addLink(1, 'situation'), addLink(2, 'deliverable', 'x', [1]));
    const gone = edited(now, 'lead', { type: 'removed', id: uuidOf(1) });
    const back = undo(gone);
    expect('chain' in back && saidBy(back.chain)).toEqual(saidBy(now.chain));
  });

  it('of an undo does it again', () => {
    const now = built(addLink(1, 'situation'));
    const without = undo(now);
    if (!('chain' in without)) throw new Error(without.type);
    expect(without.chain.links).toEqual([]);
    const again = undo(without);
    expect('chain' in again && saidBy(again.chain)).toEqual(saidBy(now.chain));
  });

  it('never takes back what another has gone on with', () => {
    const now = built(addLink(1, 'situation'));
    const key = keyAt(now);
    const tied = edited(now, 'owner', addLink(2, 'deliverable', 'x', [1]));
    expect(undo(tied, key)).toEqual({ type: 'touched' });
  });

  it('is one’s own', () => {
    const now = built(addLink(1, 'situation'));
    expect(undo(now, keyAt(now), 'owner')).toEqual({ type: 'notYours' });
  });

  it('is exact, after whatever two people have done', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('lead', 'owner'), anyEdit), { maxLength: 25 }),
        fc.tuple(fc.constantFrom('lead', 'owner'), anyEdit),
        (edits, [who, last]) => {
          let now = emptyNow();
          for (const [by, given] of edits) {
            const made = tried(now, by, given);
            if ('chain' in made) now = made;
          }
          const done = tried(now, who, last);
          if (!('chain' in done)) return;
          const back = undo(done, keyAt(done), who);
          if (!('chain' in back)) throw new Error(back.type);
          expect(saidBy(back.chain)).toEqual(saidBy(now.chain));
        },
      ),
      { seed: 20_261_130, numRuns: 3_000 },
    ));
});

describe('whatever is done', () => {
  it('there is no ring, no loose arrow, and the list alone says how it is', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('lead', 'owner'), anyEdit), { maxLength: 60 }),
        (edits) => {
          let now = emptyNow();
          for (const [by, given] of edits) {
            const made = tried(now, by, given);
            if ('chain' in made) now = made;
            expect(faultIn(now.chain)).toBe('');
          }
          expect(chainAfter(now.events)).toEqual(now.chain);
        },
      ),
      { seed: 20_261_130, numRuns: 400 },
    ));

  it('edits of different links come to the same in any order', () => {
    const base = built(addLink(1, 'situation'), addLink(2, 'ability'), addLink(3, 'purpose'));
    const edits: readonly ChainGiven[] = [
      { type: 'written', id: uuidOf(1), text: 'A', seen: [] },
      { type: 'detailed', id: uuidOf(2), details: { who: 'Nat' } },
      join(1, 2),
      join(2, 3),
      { type: 'detailed', id: uuidOf(3), details: { day: '2027-01-01' } },
    ];
    const inOrder = (order: readonly ChainGiven[]) =>
      saidBy(order.reduce((now, given) => edited(now, 'lead', given), base).chain);
    const plain = (said: ReturnType<typeof saidBy>) => ({
      ...said,
      links: said.links.map((link) => ({ ...link, texts: link.texts.map(({ value }) => value) })),
    });
    const expected = plain(inOrder(edits));
    for (const order of [[...edits].reverse(), [2, 0, 4, 1, 3].flatMap((at) => edits[at] ?? [])])
      expect(plain(inOrder(order))).toEqual(expected);
  });
});

const doneIfAllowed = (now: ChainNow, given: ChainGiven): ChainNow => {
  const made = tried(now, 'lead', given);
  return 'chain' in made ? made : now;
};

describe('where a link stands', () => {
  /** A chain of so many links, each from one or two of the column before. */
  const large = (count: number): ChainNow => {
    const columns = [
      'situation',
      'deliverable',
      'ability',
      'behaviour',
      'result',
      'benefit',
      'purpose',
    ] as const;
    let now = emptyNow();
    for (let at = 0; at < count; at += 1) {
      const column = columns[at % 7] ?? 'purpose';
      const more = at >= 8 && at % 3 === 0 ? [at - 7] : [];
      const from = at % 7 === 0 ? [] : [at, ...more];
      now = edited(now, 'lead', addLink(at + 1, column, `Led ${at}`, from));
    }
    return now;
  };

  it('does not change when another is added: of 60, and of 200', () => {
    for (const count of [60, 200]) {
      const before = large(count);
      const after = edited(before, 'lead', addLink(900, 'behaviour', 'Ny', [3, 10]));
      const moved = before.chain.links.filter(
        ({ id, row }) => linkIn(after.chain, id)?.row !== row,
      );
      expect(moved.length).toBeLessThanOrEqual(count / 10);
      expect(moved).toEqual([]);
    }
  });

  it('is never where another stands, whatever is arranged', () =>
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 40 }), (edits) => {
        const { links } = edits.reduce(doneIfAllowed, emptyNow()).chain;
        const apart = links.flatMap((one) =>
          links
            .filter((other) => one.id < other.id && one.column === other.column)
            .map((other) => Math.abs(one.row - other.row)),
        );
        expect(Math.min(rowStep, ...apart)).toBe(rowStep);
      }),
      { seed: 20_261_130, numRuns: 300 },
    ));

  it('is beside what it is tied to, or under the last', () => {
    const { chain } = built(
      addLink(1, 'situation'),
      addLink(2, 'situation'),
      addLink(3, 'situation'),
    );
    expect(rowForNew(chain, 'deliverable', [uuidOf(3)])).toBe(4);
    expect(rowForNew(chain, 'deliverable', [uuidOf(1), uuidOf(2)])).toBe(1);
    expect(rowForNew(chain, 'situation', [])).toBe(6);
  });

  it('is put in order by asking, with fewer crossings', () => {
    const now = built(
      addLink(1, 'situation'),
      addLink(2, 'situation'),
      addLink(3, 'deliverable'),
      addLink(4, 'deliverable'),
      join(1, 4),
      join(2, 3),
    );
    const links = withRows(now.chain.links, tidied(now.chain));
    const row = (id: number): number => links.find((link) => link.id === uuidOf(id))?.row ?? -1;
    expect(Math.sign(row(1) - row(2))).toBe(Math.sign(row(4) - row(3)));
  });
});

describe('the check', () => {
  const now = built(
    addLink(1, 'situation'),
    addLink(2, 'ability', 'Vagten kan se alle opkald', [1]),
    addLink(3, 'benefit', 'Borgeren er mere tryg'),
    addLink(4, 'purpose'),
    join(3, 4),
  );
  const described = { indicator: 'x', ownerId: 'owner', standing: { type: 'notStarted' } as const };

  it('names what leads to nothing and what comes from nothing', () => {
    const found = checked(now.chain, () => described);
    expect(found.lacks.get(uuidOf(2))).toEqual([{ type: 'toNothing' }]);
    expect(found.lacks.get(uuidOf(3))).toEqual([
      { type: 'fromNothing' },
      { type: 'benefit', lacks: ['day'] },
    ]);
    expect(found.loose).toBe(2);
  });

  it('asks each benefit for indicator, baseline, target, owner and date', () => {
    expect(checked(now.chain, () => undefined).benefits).toEqual({
      ...{ indicator: 1, baseline: 1, target: 1, owner: 1, day: 1 },
    });
    const dated = edited(now, 'lead', {
      ...{ type: 'detailed', id: uuidOf(3), details: { day: '2027-06-01' } },
    });
    expect(checked(dated.chain, () => described).unfinished).toBe(0);
    expect(checked(dated.chain, () => ({ ...described, ownerId: null })).benefits.owner).toBe(1);
    expect(
      checked(dated.chain, () => ({ ...described, standing: { type: 'withdrawn' } })).withdrawn,
    ).toBe(1);
  });

  it('has nothing to say of a chain that is whole', () => {
    const whole = edited(
      edited(edited(now, 'lead', join(2, 3)), 'lead', {
        ...{ type: 'detailed', id: uuidOf(3), details: { day: '2027-06-01' } },
      }),
      'lead',
      join(1, 3),
    );
    expect(checked(whole.chain, () => described).isWhole).toBe(true);
    expect(following(whole.chain, uuidOf(1)).map(textOf)).toEqual([
      'Vagten kan se alle opkald',
      'Borgeren er mere tryg',
    ]);
    expect(touching(whole.chain, uuidOf(3))).toHaveLength(3);
    expect(inColumn(whole.chain, 'benefit')).toHaveLength(1);
  });
});

describe('the versions', () => {
  const inPhase = (phase: 'investigation' | 'trial' | 'operation') => ({
    project: aChainProject({ phase }),
  });
  const first = edited(emptyNow(), 'lead', addLink(1, 'situation'), inPhase('investigation'));
  const later = edited(first, 'lead', addLink(2, 'deliverable'), inPhase('trial'));

  it('of a phase that is over is how the chain stood then, though nobody kept it', () =>
    expect(versionsOf(later.events, 'trial')).toMatchObject([
      { version: 'investigation', seq: 1, byName: '' },
    ]));

  it('is what somebody kept, where they did', () => {
    const kept = edited(later, 'lead', { type: 'kept', version: 'trial' }, inPhase('trial'));
    const more = edited(kept, 'lead', addLink(3, 'ability'), inPhase('trial'));
    expect(versionsOf(more.events, 'trial').at(-1)).toMatchObject({
      ...{ version: 'trial', seq: 3, byName: 'Projektleder, DigiTek' },
    });
  });

  it('there is none of what has not begun', () => expect(versionsOf([], 'operation')).toEqual([]));

  it('are compared: added, removed, changed; where a link stands is no change', () => {
    const shown = (now: ChainNow) => ({
      links: now.chain.links.map((link) => shownLink(link, null)),
      edges: now.chain.edges,
    });
    const after = [
      addLink(5, 'purpose', 'Ny'),
      { type: 'removed', id: uuidOf(1) } as const,
      { type: 'written', id: uuidOf(2), text: 'Andet', seen: [] } as const,
      { type: 'arranged', rows: { [uuidOf(5)]: 6 } } as const,
    ].reduce((now: ChainNow, given) => edited(now, 'lead', given), later);
    const found = compared(shown(later), shown(after));
    expect(found.added.map(({ text }) => text)).toEqual(['Ny']);
    expect(found.removed.map(({ text }) => text)).toEqual(['Led 1']);
    expect(found.changed.map(({ fields }) => fields)).toEqual([['text']]);
    const moved = edited(after, 'lead', { type: 'arranged', rows: { [uuidOf(5)]: 9 } });
    expect(compared(shown(after), shown(moved)).changed).toEqual([]);
  });
});

describe('the picture as a file', () => {
  const { chain } = built(
    addLink(1, 'situation', 'Kø <i> & "vent"'),
    addLink(2, 'benefit', 'Færre ansigter', [1]),
    { type: 'detailed', id: uuidOf(2), details: { isWorse: true } },
    addLink(3, 'benefit', 'Mere ro'),
  );
  const svg = chainSvg(
    { links: chain.links.map((link) => drawnLink(shownLink(link, null))), edges: chain.edges },
    columnHeads,
    'Effektkæden for <x>',
  );

  it('has every word, and none that is taken for a mark of its own', () => {
    expect(svg).toContain('Kø &#60;i&#62; &#38;');
    expect(svg).toContain('<title>Effektkæden for &#60;x&#62;</title>');
    for (const { name } of Object.values(columnHeads)) expect(svg).toContain(name);
  });

  it('dashes the arrow to what becomes worse, and names it with a minus', () => {
    expect(svg).toContain('− værre');
    expect(svg.match(/<path[^>]*stroke-dasharray/g)).toHaveLength(1);
  });

  it('breaks a long text into lines, and says with dots what has no room', () => {
    expect(wrapped('en to tre fire', 6, 9)).toEqual(['en to', 'tre', 'fire']);
    expect(wrapped('en to tre fire', 6, 2)).toEqual(['en to', 'tre…']);
    expect(wrapped('arbejdskraftudfordringen', 10, 2)).toEqual(['arbejdskr…']);
  });
});
