import { hasDoctype, rootElement } from './xml.js';

/**
 * The precondition that a refusal names: the first element inside `DAV:error` (RFC 4918 section 16).
 *
 * @returns its name without prefix; undefined when the body is anything else
 */
export function preconditionIn(body: string): string | undefined {
  if (!body.trimStart().startsWith('<') || hasDoctype(body)) return undefined;
  const root = rootElement(body);
  if (typeof root === 'string' || root?.localName !== 'error') return undefined;
  for (let node = root.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE) return node.localName ?? undefined;
  }
  return undefined;
}
