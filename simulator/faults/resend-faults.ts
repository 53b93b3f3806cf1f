import { fault } from './fault.js';

/** The scheduling service: sending the same event again. */
export const RESEND_FAULTS = [
  fault({
    id: 'only-news-is-told',
    summary: 'Tells nobody of an event that is sent again unchanged.',
    rule: 'notifies',
    requirement: 'service/resend/everybody-is-notified-again',
    opposite: 'every-arrival-is-told',
    replacement: (outcome, isNews) => outcome === 'applied' && isNews,
  }),
  fault({
    id: 'same-revision-is-mailed-once',
    summary: 'Takes a sending with a SEQUENCE that it has sent before for one that was mailed already.',
    rule: 'stateOfSending',
    requirement: 'service/resend/waits-for-mail-again',
    opposite: 'every-repetition-waits-for-mail',
    replacement: (state, isRepeated) => (isRepeated() ? 'processed' : state),
  }),
  fault({
    id: 'every-repetition-waits-for-mail',
    summary: 'Lists each event that is sent again as unprocessed, also when nobody is reached by mail.',
    rule: 'stateOfSending',
    requirement: 'service/resend/waits-for-mail-again',
    opposite: 'same-revision-is-mailed-once',
    replacement: (state, isRepeated) => (isRepeated() ? 'unprocessed' : state),
  }),
];
