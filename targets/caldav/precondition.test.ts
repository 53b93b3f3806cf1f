import { expect, test } from 'vitest';
import { preconditionIn } from './precondition.js';

const C = 'xmlns:C="urn:ietf:params:xml:ns:caldav"';

test.each<[string, string, string | undefined]>([
  [
    'one of CalDAV',
    `<error xmlns="DAV:" ${C}><C:same-organizer-in-all-components/></error>`,
    'same-organizer-in-all-components',
  ],
  ['whatever the prefix', '<x:error xmlns:x="DAV:"><x:need-privileges/></x:error>', 'need-privileges'],
  [
    'the first of several, past text and comments',
    '<?xml version="1.0"?>\n<D:error xmlns:D="DAV:">\n <!-- why --> no <D:one/><D:two/></D:error>',
    'one',
  ],
  [
    'one with content',
    `<error xmlns="DAV:" ${C}><C:no-uid-conflict><href>/a</href></C:no-uid-conflict></error>`,
    'no-uid-conflict',
  ],
  ['none in an empty error', '<error xmlns="DAV:"/>', undefined],
  ['none in other XML', '<multistatus xmlns="DAV:"><response/></multistatus>', undefined],
  ['none in a page', '<!DOCTYPE html><html><body><p>Forbidden<hr></body></html>', undefined],
  ['none in a page without document type', '<html><body><p>Forbidden<hr></body></html>', undefined],
  ['none in broken XML', '<error xmlns="DAV:"><need-priv', undefined],
  ['none in text', 'Forbidden', undefined],
  ['none in nothing', '', undefined],
])('%s', (_what, body, precondition) => {
  expect(preconditionIn(body)).toBe(precondition);
});
