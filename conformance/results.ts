import { z } from 'zod';

/** The results model: what a run learned, as written to `results.json` (published as JSON Schema in `schemas/`). */

export const OUTCOMES = [
  'passed',
  'failed',
  'warned',
  'not-applicable',
  'not-expressible',
  'blocked',
  'inconclusive',
  'errored',
] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

export const LEVELS = ['must', 'should', 'may', 'implied'] as const;
const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

/** Of two targets that exchange mail, the one of the Organizer and the one of the Attendees. */
const SIDES = ['organizer', 'attendee'] as const;
const Side = z.enum(SIDES);

const SideOfPair = z.strictObject({
  name: z.string(),
  option: z.string().optional().describe('what `--organizer` or `--attendee` was given'),
  product: z.string(),
  driver: z.enum(['explicit', 'implicit', 'mail']),
});

/** One row of the catalogue judged in one scenario: the unit of verdict. Every outcome but `passed` has a reason. */
export const Check = z.strictObject({
  requirement: z.string().describe('id of the catalogue row, e.g. 2446/2.1.5/older-request'),
  level: Level,
  ambient: z.boolean().describe('judged beside the scenario on every message, not by its Then lines'),
  outcome: Outcome,
  reason: z.string().optional(),
  expected: z.string().optional(),
  actual: z.string().optional(),
  message: z.string().optional().describe('the deciding scheduling message or object, as iCalendar text'),
  atFault: Side.optional().describe(
    'of two targets that exchange mail, which one broke it, where that can be told',
  ),
});
export type Check = z.infer<typeof Check>;

/** One event of the exchange, for ladders; kept for scenarios that did not pass. */
export const ExchangeEvent = z.strictObject({
  kind: z.enum(['intent', 'composed', 'held', 'delivered', 'decision', 'exchange', 'observed']),
  at: z.number().describe('epoch milliseconds'),
  virtual: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  via: z.enum(['inbox', 'outbox', 'mail']).optional().describe('what it passes or lies in, beside people'),
  text: z.string(),
  detail: z.string().optional(),
  messageId: z.string().optional(),
});
export type ExchangeEvent = z.infer<typeof ExchangeEvent>;

export const ScenarioResult = z.strictObject({
  id: z.string().describe('feature path without extension, slug of the name, slug of the example row'),
  name: z.string(),
  uri: z.string(),
  line: z.number().int(),
  outcome: Outcome,
  reason: z.string().optional(),
  durationMs: z.number(),
  waitedMs: z.number().describe('time spent polling, part of durationMs'),
  answeringMs: z
    .number()
    .optional()
    .describe(
      'time in which a request to the server, or mail to it, was under way, part of durationMs; missing where there ' +
        'is no server',
    ),
  throttledMs: z
    .number()
    .optional()
    .describe(
      'time for which requests were kept back to spare the server, part of durationMs; missing when none',
    ),
  checks: z.array(Check),
  exchange: z.array(ExchangeEvent).optional(),
  people: z
    .record(z.string(), z.array(z.string()))
    .optional()
    .describe('calendar addresses of the people in the exchange; which ones differs from run to run'),
});
export type ScenarioResult = z.infer<typeof ScenarioResult>;

export const GateResult = z.strictObject({
  gate: z.string(),
  scenario: z.string(),
  outcome: Outcome,
  reason: z.string().optional(),
});
export type GateResult = z.infer<typeof GateResult>;

const Counts = z.strictObject(
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, z.number().int()])) as Record<Outcome, z.ZodNumber>,
);
export type Counts = z.infer<typeof Counts>;

const Shard = z
  .strictObject({
    index: z.number().int().positive().describe('counted from 1'),
    of: z.number().int().positive(),
    selected: z.number().int().describe('scenarios selected in all shards together'),
    digest: z.string().describe('of the ids of these scenarios'),
  })
  .describe('which part of a run this is; missing where it is the whole');
export type Shard = z.infer<typeof Shard>;

export const Results = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  suite: z.strictObject({
    scenarios: z.number().int().describe('scenarios in the suite'),
    selected: z.number().int().describe('scenarios selected; the outcomes below add up to it'),
    requirements: z.number().int(),
  }),
  target: z.strictObject({
    name: z.string(),
    option: z.string().optional().describe('what `--target` was given, to repeat the run'),
    kind: z.string(),
    product: z.string(),
    driver: z.enum(['explicit', 'implicit', 'mail']),
    capabilities: z.array(z.string()),
    sides: z
      .strictObject({ organizer: SideOfPair, attendee: SideOfPair })
      .optional()
      .describe('the two targets of `itip interop`'),
  }),
  profile: z.enum(['rfc5546', 'rfc2446']),
  shard: Shard.optional(),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  busyMs: z
    .number()
    .optional()
    .describe(
      'time in which a request to the server, or mail to it, was under way on any lane, or kept back to spare it, ' +
        'part of durationMs; missing where there is no server',
    ),
  interrupted: z.boolean(),
  totals: z
    .strictObject({ must: Counts, should: Counts, may: Counts, implied: Counts })
    .describe('number of checks per level and outcome'),
  gates: z.array(GateResult),
  scenarios: z.array(ScenarioResult),
  requirements: z.array(z.strictObject({ id: z.string(), level: Level, outcome: Outcome })),
});
export type Results = z.infer<typeof Results>;

/** From bad to good: a scenario and a requirement take the worst of their checks. */
const WORST_FIRST: readonly Outcome[] = [
  'errored',
  'failed',
  'inconclusive',
  'blocked',
  'warned',
  'not-expressible',
  'not-applicable',
  'passed',
];

/**
 * The outcome of a whole from those of its parts. `not-applicable` and `not-expressible` parts do not spoil
 * what was judged: they count only when nothing was.
 */
export function worstOf(outcomes: readonly Outcome[]): Outcome {
  const judged = outcomes.filter((outcome) => outcome !== 'not-applicable' && outcome !== 'not-expressible');
  const pool = judged.length > 0 ? judged : outcomes;
  return WORST_FIRST.find((outcome) => pool.includes(outcome)) ?? 'not-applicable';
}

/** Counts with every outcome at zero. */
export function noCounts(): Counts {
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Counts;
}

/** Checks per level and outcome. */
export function totalsOf(scenarios: readonly ScenarioResult[]): Results['totals'] {
  const totals = { must: noCounts(), should: noCounts(), may: noCounts(), implied: noCounts() };
  for (const check of scenarios.flatMap((scenario) => scenario.checks))
    totals[check.level][check.outcome] += 1;
  return totals;
}
