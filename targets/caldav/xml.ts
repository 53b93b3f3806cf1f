import { DOMParser } from '@xmldom/xmldom';

/** What an answer is as XML. */
export interface XmlTold {
  /** Why it must not be read any further. */
  readonly problem?: string;
  /** Name of its outermost element, without prefix; missing when it is empty or no XML by its type. */
  readonly root?: string;
}

/** Checks an answer that says it is XML: well-formed, and without DOCTYPE, so that no entity can blow it up. */
export function xmlTold(contentType: string, body: string): XmlTold {
  if (!/xml/i.test(contentType) || body.trim() === '') return {};
  if (hasDoctype(body)) return { problem: 'the answer has a DOCTYPE, which no DAV answer needs' };
  const root = rootElement(body);
  if (typeof root === 'string') return { problem: `the answer is not well-formed XML: ${root}` };
  const name = root?.localName;
  return typeof name === 'string' ? { root: name } : {};
}

/** Whether XML, or HTML, brings a document type, and with it perhaps entities. */
export function hasDoctype(body: string): boolean {
  return /<!DOCTYPE/i.test(body);
}

type Root = ReturnType<DOMParser['parseFromString']>['documentElement'];

/** The outermost element of an XML document, or in words what is wrong with it. */
export function rootElement(body: string): Root | string {
  let problem: string | undefined;
  const note = (level: string, message: string): void => {
    if (level !== 'warning') problem ??= message.split('\n')[0];
  };
  try {
    const root = new DOMParser({ onError: note }).parseFromString(body, 'text/xml').documentElement;
    return problem ?? root;
  } catch (error) {
    return problem ?? String(error).split('\n')[0] ?? '';
  }
}
