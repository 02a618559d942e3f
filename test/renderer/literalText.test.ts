import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Attributes that are shown or read aloud. */
const SAID = ['alt', 'title', 'label', 'placeholder', 'aria-label', 'aria-description', 'aria-valuetext'];
const LETTERS = /\p{L}{2}/u;

/** Words that a component says by itself, in whatever language the interface is. */
function literalWords(name: string, source: string): readonly string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isJsxText(node) && LETTERS.test(node.text);
    const isWords = ts.isStringLiteralLike(node) && LETTERS.test(node.text) && (isChild(node) || isSaid(node));
    if (isText || isWords) found.push(`${name}: ${node.getText().trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `{'words'}`, also as an answer of a condition, between tags. */
function isChild(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxExpression(parent)) return ts.isJsxElement(parent.parent) || ts.isJsxFragment(parent.parent);
  if (ts.isConditionalExpression(parent)) return node !== parent.condition && isChild(parent);
  return ts.isBinaryExpression(parent) && JOINS.includes(parent.operatorToken.kind) && isChild(parent);
}

/** Operators that give one of their operands. */
const JOINS: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
];

function isSaid(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isJsxAttribute(parent) && SAID.includes(parent.name.getText());
}

const renderer = join(import.meta.dirname, '../../renderer');
const components = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));

test('no component says a word that is not in the tables of every language', () => {
  expect(components.length).toBeGreaterThan(20);
  expect(components.flatMap((path) => literalWords(path, readFileSync(join(renderer, path), 'utf8')))).toEqual([]);
});

test('words between tags, in braces and in what is read aloud are found; keys and class names are not', () => {
  const planted = `
    const a = <p className="plain words">Some words</p>;
    const b = <p>{open ? 'Fold it' : t('panel.fold')}</p>;
    const c = <button aria-label="Close it" type="button" />;
    const d = <Keycaps keys={['Enter']} />;
    const e = <p>{t('start.open')} 100 % {count}</p>;`;
  expect(literalWords('planted.tsx', planted)).toEqual([
    'planted.tsx: Some words',
    "planted.tsx: 'Fold it'",
    'planted.tsx: "Close it"',
  ]);
});
