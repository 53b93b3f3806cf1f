import { DAY } from './moment.js';

/** A duration in milliseconds, negative where it points back in time. */
export interface Duration {
  /** Weeks and days, which keep the time of day. */
  readonly nominal: number;
  /** Hours, minutes and seconds. */
  readonly exact: number;
}

const FORM =
  /^([+-]?)P(?=[\dT])(?:(\d{1,10})W)?(?:(\d{1,10})D)?(?:T(?=\d)(?:(\d{1,10})H)?(?:(\d{1,10})M)?(?:(\d{1,10})S)?)?$/;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Reads a duration (RFC 5545 section 3.3.6), undefined when the text is none. Units may be left out in between, as
 * in PT1H30S, and weeks may stand with days, which the RFC does not have.
 */
export function readDuration(text: string): Duration | undefined {
  const [whole, sign, ...numbers] = FORM.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = numbers.map((digits) =>
    Number(digits ?? 0),
  );
  const direction = sign === '-' ? -1 : 1;
  return {
    nominal: direction * (weeks * 7 + days) * DAY,
    exact: direction * (hours * HOUR + minutes * MINUTE + seconds * SECOND),
  };
}
