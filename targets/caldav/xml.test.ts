import { describe, expect, it, test } from 'vitest';
import { hasDoctype, rootElement, xmlTold } from './xml.js';

describe('an answer', () => {
  test.each<[string, string, string, ReturnType<typeof xmlTold>]>([
    ['with its outermost element', 'text/xml', '<D:multistatus xmlns:D="DAV:"/>', { root: 'multistatus' }],
    [
      'of any XML type',
      'application/xhtml+xml',
      '<html xmlns="http://www.w3.org/1999/xhtml"/>',
      { root: 'html' },
    ],
    ['that is no XML by its type', 'text/html', '<p>', {}],
    ['without type', '', '<multistatus/>', {}],
    ['that is empty', 'text/xml', ' \n', {}],
    [
      'with a DOCTYPE',
      'text/xml',
      '<?xml version="1.0"?><!doctype x [<!ENTITY a "b">]><x>&a;</x>',
      { problem: 'the answer has a DOCTYPE, which no DAV answer needs' },
    ],
  ])('%s', (_what, type, body, told) => {
    expect(xmlTold(type, body)).toEqual(told);
  });

  test.each(['<multistatus><response>', '<a></b>', 'no XML', '<a/><b/>', '<x:a/>'])(
    'that is not well-formed: %s',
    (body) => {
      expect(xmlTold('application/xml', body).problem).toMatch(/^the answer is not well-formed XML: \S/);
    },
  );
});

it('sees a document type in HTML, too', () => {
  expect(hasDoctype('<!doctype html><p>')).toBe(true);
  expect(hasDoctype('<multistatus/>')).toBe(false);
});

it('gives the outermost element, or says in one line what is wrong', () => {
  const root = rootElement('<a><b/></a>');
  expect(typeof root === 'string' ? root : root?.localName).toBe('a');
  expect(rootElement('<a>')).toMatch(/^[^\n]+$/);
});
