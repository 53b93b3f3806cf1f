/** The token by which a server says that it schedules by itself (RFC 6638 section 2). */
export const AUTO_SCHEDULE = 'calendar-auto-schedule';

/** What to tell about a server that does not announce it, and what to do. */
export function withoutScheduling(name: string, url: string, features: readonly string[]): string {
  const announced = features.filter((feature) => feature !== '').join(', ') || 'nothing';
  return (
    `target ${name}: ${url} announces ${announced} in its DAV header, but not ${AUTO_SCHEDULE}, so scheduling is ` +
    'switched off on the server; switch it on in its configuration, or point "url" in the target file elsewhere'
  );
}
