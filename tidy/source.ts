import { posix } from 'node:path';
import { nodeIn, nodesIn, type SyntaxNode, statementsOf, textOf, walk } from './syntax.js';

/** One import, re-export or type import of a file. */
export interface Import {
  /** As it is written, e.g. `./look.js` or `zod`. */
  readonly specifier: string;
  readonly line: number;
  /** Names taken from there; `*` for all of them. */
  readonly names: readonly string[];
}

/** One exported name. */
export interface Export {
  /** `default` for a default export. */
  readonly name: string;
  readonly line: number;
  /** True for an interface or a type; it says what others are, and does nothing itself. */
  readonly isType: boolean;
}

/** One function, method or arrow function. */
export interface FunctionSize {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** What the rules of tidiness need to know of a TypeScript file. */
export interface Source {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly lines: readonly string[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  readonly functions: readonly FunctionSize[];
}

/** Reads a TypeScript file from its text. */
export function readSource(path: string, text: string): Source {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const imports: Import[] = [];
  const functions: FunctionSize[] = [];
  const statements = statementsOf(text, path);
  for (const statement of statements) {
    walk(statement, (node, parent) => {
      const found = importIn(node, lineAt);
      if (found !== undefined) imports.push(found);
      const size = functionIn(node, parent, lineAt);
      if (size !== undefined) functions.push(size);
    });
  }
  const exports = statements.flatMap((statement) => exportsIn(statement, lineAt(statement.start)));
  return { path, lines, imports, exports, functions };
}

/** The file of the repository that a relative import means; undefined for a package. */
export function fileMeant(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

const IMPORTING = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
];

function importIn(node: SyntaxNode, lineAt: (offset: number) => number): Import | undefined {
  if (!IMPORTING.includes(node.type)) return undefined;
  const source = nodeIn(node, 'source');
  const specifier = source?.type === 'Literal' ? textOf(source) : undefined;
  if (specifier === undefined) return undefined;
  const all = node.type !== 'ImportDeclaration' && node.type !== 'ExportNamedDeclaration';
  return {
    specifier,
    line: lineAt(node.start),
    names: all ? ['*'] : nodesIn(node, 'specifiers').map(nameTaken),
  };
}

function nameTaken(specifier: SyntaxNode): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return textOf(nodeIn(specifier, 'imported') ?? nodeIn(specifier, 'local')) ?? '*';
}

function exportsIn(statement: SyntaxNode, line: number): Export[] {
  if (statement.type === 'ExportDefaultDeclaration') return [{ name: 'default', line, isType: false }];
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const declaration = nodeIn(statement, 'declaration');
  const declared = declaration === undefined ? [] : [declaration, ...nodesIn(declaration, 'declarations')];
  const named = [
    ...declared.map((one) => ({ node: one, name: textOf(nodeIn(one, 'id')) })),
    ...nodesIn(statement, 'specifiers').map((one) => ({ node: one, name: textOf(nodeIn(one, 'exported')) })),
  ];
  return named.flatMap(({ node, name }) =>
    name === undefined ? [] : [{ name, line, isType: isType(statement) || isType(node) }],
  );
}

function isType({ type, exportKind }: SyntaxNode): boolean {
  return exportKind === 'type' || type === 'TSInterfaceDeclaration' || type === 'TSTypeAliasDeclaration';
}

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

/** A `describe` block is a chapter of tests and no function in this sense. */
function functionIn(
  node: SyntaxNode,
  parent: SyntaxNode | undefined,
  lineAt: (offset: number) => number,
): FunctionSize | undefined {
  if (!FUNCTIONS.includes(node.type) || isChapter(parent)) return undefined;
  const start = lineAt(parent?.type === 'MethodDefinition' ? parent.start : node.start);
  const own = nodeIn(node, 'id') ?? (parent && (nodeIn(parent, 'key') ?? nodeIn(parent, 'id')));
  return { name: textOf(own) ?? 'a function without name', line: start, lines: lineAt(node.end) - start + 1 };
}

function isChapter(call: SyntaxNode | undefined): boolean {
  if (call?.type !== 'CallExpression') return false;
  let called = nodeIn(call, 'callee');
  while (called !== undefined && textOf(called) === undefined) {
    called = nodeIn(called, 'object') ?? nodeIn(called, 'callee') ?? nodeIn(called, 'tag');
  }
  return textOf(called) === 'describe';
}
