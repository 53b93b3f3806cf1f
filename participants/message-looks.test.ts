import { expect, it } from 'vitest';
import { sampleText } from '../simulator/testing/sample-event.js';
import { definesZones } from './message-looks.js';
import { FakeStage, playOn } from './testing/fake-stage.js';

it('wants a VTIMEZONE for what any VEVENT of a message names, not only the first', async () => {
  const stage = new FakeStage();
  stage.quiet = true;
  const { play } = await playOn(stage, { capabilities: ['quiescence'] });
  const message = stage.send('REQUEST', 'anna', 'bert');
  const which = { method: 'REQUEST', to: 'bert' } as const;
  await definesZones(play, which);
  const [instance = ''] = /BEGIN:VEVENT[\s\S]*END:VEVENT/.exec(sampleText({ method: 'REQUEST' })) ?? [];
  const named = instance.replace(/DTSTART.*/, 'DTSTART;TZID=Nowhere:20300304T100000');
  stage.composed = [{ ...message, data: message.data.replace('END:VCALENDAR', `${named}\r\nEND:VCALENDAR`) }];
  await expect(definesZones(play, which)).rejects.toMatchObject({
    name: 'Mismatch',
    actual: expect.stringContaining('Nowhere'),
  });
});
