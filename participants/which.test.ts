import { describe, expect, it } from 'vitest';
import { readMessage } from './scheduling-message.js';
import { CAST, FakeStage, playOn } from './testing/fake-stage.js';
import { fits, type Which, wordsFor } from './which.js';

const request = readMessage(new FakeStage().send('REQUEST', 'anna', 'bert'), CAST);

describe('which message is meant', () => {
  it.each<[Which, boolean]>([
    [{ method: 'REQUEST' }, true],
    [{ method: 'REQUEST', to: 'bert' }, true],
    [{ method: 'REQUEST', from: 'anna', to: 'bert' }, true],
    [{ method: 'REPLY' }, false],
    [{ method: 'REQUEST', to: 'carla' }, false],
    [{ method: 'REQUEST', from: 'bert' }, false],
    [{ method: 'CANCEL', from: 'anna', to: 'bert' }, false],
    [{ method: 'REQUEST', start: '2030-03-04T10:00:00Z' }, true],
    [{ method: 'REQUEST', start: '2030-03-05T15:00:00Z' }, false],
  ])('%j fits a REQUEST from Anna to Bert: %s', (which, expected) => {
    expect(request && fits(request, which)).toBe(expected);
  });

  it('is none of a certain time where its time cannot be understood', () => {
    const sent = new FakeStage().send('REQUEST', 'anna', 'bert');
    const data = sent.data.replace('DTSTART:20300304T100000Z', 'DTSTART;TZID=Nowhere:20300304T100000');
    const read = readMessage({ ...sent, data }, CAST);
    expect(read && fits(read, { method: 'REQUEST', start: '2030-03-04T10:00:00Z' })).toBe(false);
  });

  it('is said with the names of people', async () => {
    const { play } = await playOn(new FakeStage());
    expect(wordsFor(play, { method: 'REQUEST' })).toBe('REQUEST');
    expect(wordsFor(play, { method: 'REPLY', from: 'bert' })).toBe('REPLY from Bert');
    expect(wordsFor(play, { method: 'CANCEL', from: 'anna', to: 'erik' })).toBe('CANCEL from Anna to Erik');
    expect(wordsFor(play, { method: 'REQUEST', start: '2030-03-04T10:00:00Z' })).toBe(
      'REQUEST for an event on 2030-03-04T10:00:00Z',
    );
    expect(() => wordsFor(play, { method: 'CANCEL', to: 'otto' })).toThrow(RangeError);
  });
});
