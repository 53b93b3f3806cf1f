import { DOMParser } from '@xmldom/xmldom';

/**
 * The precondition that a refusal names: the first element inside `DAV:error` (RFC 4918 section 16).
 *
 * @param body answer that is known to be well-formed when it is XML
 */
export function preconditionIn(body: string): string | undefined {
  if (!body.trimStart().startsWith('<')) return undefined;
  const root = new DOMParser({ onError: () => {} }).parseFromString(body, 'text/xml').documentElement;
  if (root?.localName !== 'error') return undefined;
  for (let node = root.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE) return node.localName ?? undefined;
  }
  return undefined;
}
