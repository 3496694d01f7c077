import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { rootFrom } from '../../infra/root.ts';

const tabs = join(rootFrom(import.meta.url), 'tabs');
const mostLines = 60;

const sources = readdirSync(tabs, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => {
    const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const text = readFileSync(join(tabs, path), 'utf8');
    return {
      path,
      tree: ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind),
    };
  });

type Long = { readonly where: string; readonly hasReason: boolean };

/** The statement a function stands in, where a reader looks for a word about it. */
const statementOf = (node: ts.Node): ts.Node =>
  ts.isStatement(node) || !node.parent ? node : statementOf(node.parent);

const longIn = ({ path, tree }: (typeof sources)[number]): readonly Long[] => {
  const lineAt = (position: number): number => tree.getLineAndCharacterOfPosition(position).line;
  const found: Long[] = [];
  const look = (node: ts.Node): void => {
    const isLong = lineAt(node.end) - lineAt(node.getStart()) >= mostLines;
    if (isLong && ts.isFunctionLike(node)) {
      const statement = statementOf(node);
      const before = tree.text.slice(statement.pos, statement.getStart());
      found.push({
        where: `${path}:${lineAt(node.getStart()) + 1}`,
        hasReason: /\/\/ Long: \S+ \S+/.test(before),
      });
    }
    ts.forEachChild(node, look);
  };
  look(tree);
  return found;
};

describe('the screens', () => {
  it(`have no function over ${mostLines} lines without a reason ("// Long: …") over it`, () => {
    const long = sources.flatMap(longIn);
    expect(sources.length).toBeGreaterThan(100);
    expect(long.filter(({ hasReason }) => !hasReason).map(({ where }) => where)).toEqual([]);
  });
});
