import { expect, it, test } from 'vitest';
import { BERLIN } from '../../simulator/testing/sample-event.js';
import { read, sent, sentText } from '../testing/sample-message.js';
import { holds } from './finding.js';
import { checkOneComponentType, ONE_COMPONENT_TYPE } from './one-component-type.js';

const withPart = (name: string) =>
  read(
    sentText(
      sent().observed.data.replace(
        'END:VCALENDAR',
        `BEGIN:${name}\r\nUID:other@example.com\r\nDTSTAMP:20300107T090000Z\r\nEND:${name}\r\nEND:VCALENDAR`,
      ),
    ),
  );

it('holds for events alone, with their time zones', () => {
  expect(checkOneComponentType(sent({ before: BERLIN }))).toEqual([holds(ONE_COMPONENT_TYPE)]);
  expect(checkOneComponentType(withPart('VEVENT'))).toEqual([holds(ONE_COMPONENT_TYPE)]);
});

test.each(['VTODO', 'VJOURNAL', 'VFREEBUSY'])('is broken by a %s beside the event', (name) => {
  expect(checkOneComponentType(withPart(name))).toEqual([
    expect.objectContaining({
      requirement: ONE_COMPONENT_TYPE,
      ok: false,
      expected: 'VEVENT only',
      actual: `VEVENT, ${name}`,
    }),
  ]);
});

it('tolerates an extension component', () => {
  expect(checkOneComponentType(withPart('X-NOTE'))).toEqual([holds(ONE_COMPONENT_TYPE)]);
});
