import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { rootFrom } from '../../infra/root.ts';

const root = rootFrom(import.meta.url);

/** Where Danish belongs beside the words, and why. */
const atHome: readonly (readonly [string, string])[] = [
  ['shared/words/', 'every sentence'],
  ['shared/lists/', 'titles of lists and columns'],
  ['manifest/', "the app's own words"],
  ['infra/import/', 'what a portfolio is read with'],
  ['shared/domain/importWords.ts', 'what a portfolio is read with'],
  ['infra/sample/', 'rows of a sample'],
  ['infra/tenant/', 'plays Microsoft, and shares nothing'],
  ['shared/domain/funding.ts', 'titles of the first rows of pools'],
  ['shared/domain/settings.ts', 'the first row of settings'],
  ['shared/domain/area.ts', 'the first row of settings'],
  ['shared/domain/stories/plainLanguage.ts', "what is looked for in people's own texts"],
  ['shared/domain/stories/privacy.ts', "what is looked for in people's own texts"],
  ['shared/domain/wordForm.ts', 'the letters themselves'],
  ['shared/text/stems.ts', "what is passed over in people's own texts"],
];

const danish = new Set(
  'og ikke det der vi har af til som du din dit en et er med kan skal'.split(' '),
);

const isDanish = (text: string): boolean => {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return /[æøå]/i.test(text) || (words.length > 2 && words.filter((w) => danish.has(w)).length > 1);
};

type Source = { readonly path: string; readonly tree: ts.SourceFile };

const sourceOf = (path: string): Source => ({
  path,
  tree: ts.createSourceFile(
    path,
    readFileSync(join(root, path), 'utf8'),
    ts.ScriptTarget.ESNext,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  ),
});

const sources = ['bot', 'tabs', 'shared', 'infra', 'manifest']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    ),
  )
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map(sourceOf);

const isAtHome = ({ path }: Source): boolean => atHome.some(([place]) => path.startsWith(place));

const visit = (node: ts.Node, look: (node: ts.Node) => void): void => {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
};

/** Each piece of text in a file that is no comment and no name of a module. */
const textsIn = ({ tree }: Source): readonly string[] => {
  const texts: string[] = [];
  visit(tree, (node) => {
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && !ts.isImportDeclaration(node.parent)) texts.push(node.text.trim());
  });
  return texts;
};

const words = sources.filter(({ path }) => path.startsWith('shared/words/'));
const others = sources.filter((source) => !isAtHome(source));

/** Codes that read like a label of ours: a time zone, a key, a folder of the library. */
const codes = new Set(['Europe/Copenhagen', 'Enter', 'Historier']);

/** What a person reads: it begins with a capital, and is no code. */
const labels = new Set(
  words.flatMap(textsIn).filter((text) => /^[A-ZÆØÅ][a-zæøå]/.test(text) && !codes.has(text)),
);

const said = (found: readonly (readonly [Source, string])[]): readonly string[] =>
  found.map(([{ path }, text]) => `${path}: ${text}`);

/** Names that a file has from the words. */
const wordsIn = ({ tree }: Source): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier))
      continue;
    if (!statement.moduleSpecifier.text.startsWith('#shared/words/')) continue;
    const bound = statement.importClause?.namedBindings;
    if (bound && ts.isNamedImports(bound))
      for (const { name } of bound.elements) names.add(name.text);
  }
  return names;
};

/** A sentence of the words itself, `words.title`; what a function of theirs makes is not. */
const isWord = (node: ts.Node, names: ReadonlySet<string>): boolean => {
  if (!ts.isPropertyAccessExpression(node)) return false;
  const { expression } = node;
  return ts.isIdentifier(expression) ? names.has(expression.text) : isWord(expression, names);
};

const comparisons = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

const comparedIn = (source: Source): readonly string[] => {
  const names = wordsIn(source);
  const found: string[] = [];
  visit(source.tree, (node) => {
    if (!ts.isBinaryExpression(node) || !comparisons.has(node.operatorToken.kind)) return;
    if (isWord(node.left, names) || isWord(node.right, names)) found.push(node.getText());
  });
  return found;
};

describe('Danish', () => {
  it('stands in the words, and nowhere else but where it belongs', () => {
    const astray = others.flatMap((source) =>
      textsIn(source)
        .filter(isDanish)
        .map((text) => [source, text] as const),
    );
    expect(said(astray)).toEqual([]);
  });

  it('is never what code goes by: no label stands in code, and none is compared with', () => {
    const code = others.filter(({ path }) => /^(?:bot|tabs|shared)\//.test(path));
    const written = code.flatMap((source) =>
      textsIn(source)
        .filter((text) => labels.has(text))
        .map((text) => [source, text] as const),
    );
    const compared = code.flatMap((source) =>
      comparedIn(source).map((text) => [source, text] as const),
    );
    expect(said([...written, ...compared])).toEqual([]);
  });

  it('has no home that is empty', () => {
    for (const [place] of atHome)
      expect(
        sources.some(({ path }) => path.startsWith(place)),
        place,
      ).toBe(true);
  });
});
