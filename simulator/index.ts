/** The public library: the reference scheduler for use in other people's tests. */

export type { JCalComponent, JCalProperty } from './icalendar/jcal.js';
export { IcalendarError, parseCalendar } from './icalendar/parse.js';
export { instancesBetween, type SeriesInstance } from './icalendar/series-instances.js';
export { writeCalendar } from './icalendar/write.js';
export type { Range } from './itip/entry.js';
export type { Right } from './itip/on-behalf.js';
export type { Decision } from './itip/outcome.js';
export type { Policies } from './itip/policies.js';
export type { Rules } from './itip/rules.js';
export { type Profile, rulesFor, standardRules } from './itip/standard-rules.js';
export { type Clock, createClock } from './runtime/clock.js';
export type { SimulatorTrace } from './runtime/trace.js';
export type { Pending, User } from './scheduling/account.js';
export type { InstanceChoice, InstanceChoices, OnBehalf } from './scheduling/choices.js';
export { type RecipientResponse, type SchedulingRequest, schedule } from './scheduling/schedule.js';
export { createScheduler, Scheduler, type SchedulerOptions } from './scheduling/scheduler.js';
export type { Travelling } from './transport/network.js';
