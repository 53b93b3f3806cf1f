import { expect, it, test } from 'vitest';
import { sampleText } from '../../simulator/testing/sample-event.js';
import type { MimePart } from '../../targets/target.js';
import { read, sent, sentText } from '../testing/sample-message.js';
import { ADDRESSES_ARE_MAILTO, CHARSET_IS_UTF_8, checkMimePart, METHOD_PARAMETER } from './mime-part.js';

function mailed(mime: Partial<MimePart>, data = sampleText({ method: 'REQUEST' })) {
  return checkMimePart(read({ ...sentText(data, { channel: 'mail' }), mime: { encoding: '7bit', ...mime } }));
}

function outcomes(findings: ReturnType<typeof mailed>): Record<string, boolean> {
  return Object.fromEntries(findings.map(({ requirement, ok }) => [requirement, ok]));
}

it('concerns only messages that went by mail', () => {
  expect(checkMimePart(sent())).toEqual([]);
});

it('holds for a part that says what is in it', () => {
  expect(outcomes(mailed({ method: 'request' }))).toEqual({
    [METHOD_PARAMETER]: true,
    [ADDRESSES_ARE_MAILTO]: true,
  });
});

test.each([
  [{}, sampleText({ method: 'REQUEST' }), 'no parameter method'],
  [{ method: 'PUBLISH' }, sampleText({ method: 'REQUEST' }), 'method=PUBLISH'],
  [{ method: 'REQUEST' }, sampleText(), 'method=REQUEST'],
])('is broken by the method of %j', (mime, data, actual) => {
  expect(mailed(mime, data)).toContainEqual(
    expect.objectContaining({ requirement: METHOD_PARAMETER, ok: false, actual }),
  );
});

test.each([
  ['UTF-8', true],
  ['utf-8', true],
  ['iso-8859-1', false],
  [undefined, false],
])('demands UTF-8 beyond US-ASCII: charset %s', (charset, ok) => {
  const data = sampleText({ method: 'REQUEST' }).replace(/SUMMARY:.*/, 'SUMMARY:Größe');
  const mime = charset === undefined ? {} : { charset };
  expect(outcomes(mailed({ method: 'REQUEST', ...mime }, data))).toMatchObject({ [CHARSET_IS_UTF_8]: ok });
});

test.each(['urn:uuid:7f6ac7a4-6b5d-4d1b-8a2a-1f4d2d8a9c11', '/principals/bert', 'mailto:', 'mailto:Bert'])(
  'is broken by the address %s',
  (address) => {
    const data = sampleText({ method: 'REQUEST' }).replace('mailto:bert@example.com', address);
    expect(mailed({ method: 'REQUEST' }, data)).toContainEqual(
      expect.objectContaining({ requirement: ADDRESSES_ARE_MAILTO, ok: false, actual: address }),
    );
  },
);
