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
  ])('%j fits a REQUEST from Anna to Bert: %s', (which, expected) => {
    expect(request && fits(request, which)).toBe(expected);
  });

  it('is said with the names of people', async () => {
    const { play } = await playOn(new FakeStage());
    expect(wordsFor(play, { method: 'REQUEST' })).toBe('REQUEST');
    expect(wordsFor(play, { method: 'REPLY', from: 'bert' })).toBe('REPLY from Bert');
    expect(wordsFor(play, { method: 'CANCEL', from: 'anna', to: 'erik' })).toBe('CANCEL from Anna to Erik');
    expect(() => wordsFor(play, { method: 'CANCEL', to: 'otto' })).toThrow(RangeError);
  });
});
