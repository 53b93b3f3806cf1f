import { parseAst } from 'vitest/node';

/** One node of a syntax tree (ESTree with the nodes of TypeScript); its fields depend on its type. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** The statements of a TypeScript file. Throws an Error that names the file when it cannot be parsed. */
export function statementsOf(text: string, path: string): readonly SyntaxNode[] {
  return parseAst(text, { lang: 'ts' }, path).body as unknown as readonly SyntaxNode[];
}

/** Calls `visit` with every node, parents first. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => void,
  parent?: SyntaxNode,
): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of [value].flat()) if (isNode(child)) walk(child, visit, node);
  }
}

/** A field that holds a node. */
export function nodeIn(node: SyntaxNode, field: string): SyntaxNode | undefined {
  const found = node[field];
  return isNode(found) ? found : undefined;
}

/** A field that holds a list of nodes; empty when it does not. */
export function nodesIn(node: SyntaxNode, field: string): SyntaxNode[] {
  return [node[field]].flat().filter(isNode);
}

/** What an identifier or a text literal says. */
export function textOf(node: SyntaxNode | undefined): string | undefined {
  const found = node?.name ?? node?.value;
  return typeof found === 'string' ? found : undefined;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
