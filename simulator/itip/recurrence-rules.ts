import { momentOf } from '../icalendar/date-line.js';
import { withParameter } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, parameter, properties } from '../icalendar/jcal.js';
import { seriesWithout } from '../icalendar/series-without.js';
import { overrideAfterSeries } from './override-after-series.js';
import type { Policies } from './policies.js';

/** Recurring events: RFC 2446 and RFC 5546 sections 3.2.2, 3.2.5, 3.7.1 and 4.4. */
export interface RecurrenceRules extends InstanceRules, SeriesSentRules, SeriesReceivedRules {}

/** Which instance a component is about. */
export interface InstanceRules {
  /**
   * The instance that RECURRENCE-ID names, as text that is the same for the same moment: zone and form of the value
   * do not matter, dates and floating times stand for themselves (RFC 5545 section 3.8.4.4).
   *
   * @param calendar the object with its VTIMEZONEs
   */
  instanceKey(recurrenceId: JCalProperty, calendar: JCalComponent): string;
  /**
   * Whether RECURRENCE-ID can name an instance of a series that begins like that: in whatever zone it is written, for
   * the same moment can be written in several (section 3.7.1).
   */
  findsInstance(recurrenceId: JCalProperty, start: JCalProperty): boolean;
  /** The RECURRENCE-IDs of a CANCEL that count: the first; in RFC 2446 section 3.2.5 there may be several. */
  instancesNamed(component: JCalComponent): readonly JCalProperty[];
  /** Whether a RANGE is understood: THISANDFUTURE; in RFC 2446 section 3.2.5 also THISANDPRIOR. */
  takesRange(range: string): boolean;
  /**
   * RECURRENCE-ID of an instance after it moved: the original one (RFC 5546 section 3.7.1), or the new start as
   * RFC 2446 section 3.7.1 notes.
   */
  recurrenceIdOfMoved(recurrenceId: JCalProperty, start: JCalProperty): JCalProperty;
}

/** What the Organizer sends and stores. */
export interface SeriesSentRules {
  /**
   * Components that a changed instance is sent with: itself alone (section 4.4.2), by the RECURRENCE-ID that it has.
   *
   * @param before the instance as it was
   */
  componentsOfInstance(
    changed: JCalComponent,
    all: readonly JCalComponent[],
    before: JCalComponent,
  ): readonly JCalComponent[];
  /** Components that a changed series is sent with: all, else instance-specific information is lost (4.4.7, 4.4.8). */
  componentsOfSeries(master: JCalComponent, overrides: readonly JCalComponent[]): readonly JCalComponent[];
  /** Whether a component is sent to somebody: when it lists this Attendee (RFC 6638 section 3.2.6). */
  showsComponent(listed: boolean): boolean;
  /**
   * The series as sent to one who is not on some of its instances: with EXDATE for them (RFC 6638 section 3.2.6);
   * undefined when none is left.
   *
   * @param excluded RECURRENCE-IDs of the instances
   * @param calendar the object with its VTIMEZONEs
   */
  seriesWithout(
    master: JCalComponent,
    excluded: readonly JCalProperty[],
    calendar: JCalComponent,
  ): JCalComponent | undefined;
  /**
   * Whether an override survives when the Organizer changes time or recurrence of the series (4.4.7 leaves it open).
   *
   * @param onlyLess whether the change does nothing but take instances away
   */
  keepsOwnOverride(isInstance: boolean, onlyLess: boolean): boolean;
  /**
   * An override after a change of the series: what it shared with the series follows, what is its own stays; so do
   * ATTENDEEs who were added to the series or removed from it.
   */
  overrideAfterSeries(override: JCalComponent, before: JCalComponent, after: JCalComponent): JCalComponent;
  /** How Attendees learn that an instance is cancelled: by a CANCEL of it, or by EXDATE in a REQUEST of the series. */
  instanceCancel(): 'cancel' | 'exdate';
  /**
   * Whom the CANCEL of an instance concerns: those who are invited to it (section 3.2.5).
   *
   * @param invited addresses of the ATTENDEEs of the instance or range
   * @param series gives those of the series
   */
  instanceCancelConcerns(invited: readonly string[], series: () => readonly string[]): readonly string[];
  /**
   * Whether a message may name a range of instances by this RANGE (section 3.2.5 a): THISANDFUTURE; in RFC 2446 also
   * THISANDPRIOR. Else it names each of them.
   */
  writesRange(range: string): boolean;
  /**
   * Which instances the Organizer changes who changes all up to one, where no RANGE says it: all of them (3.7.1).
   *
   * @param reached keys of those that were not changed before, and of the named one
   */
  changeReaches(reached: readonly string[], named: string): readonly string[];
  /** Components of a CANCEL of several instances: one for each of them (section 3.2.5 b). */
  cancelComponents(each: readonly JCalComponent[]): readonly JCalComponent[];
}

/** What is made of messages about instances. */
export interface SeriesReceivedRules {
  /** What a REQUEST changes that names an instance: that one (section 2.1.5, rule 1). */
  requestReaches(instance: string): string;
  /** Components of a CANCEL that count: all of them (section 3.2.5 b). */
  cancelTakes(components: readonly JCalComponent[]): readonly JCalComponent[];
  /**
   * What a CANCEL takes away that names an instance: that one (RFC 5546 section 3.2.5).
   *
   * @param range how far it reaches beyond it, which does not matter here
   * @param copy the object of the recipient, which does not matter either
   */
  cancelReaches(instance: string, range: string | undefined, copy: JCalComponent): string;
  /** Whether the CANCEL of a series also takes an override away: one that is older than it (section 3.2.5). */
  cancelCoversOverride(overtaken: boolean): boolean;
  /** Whether the CANCEL of an instance counts that has no override in the copy (sections 3.2.5 and 4.4.3). */
  takesCancelOfPlainInstance(): boolean;
  /** Whether the CANCEL of a changed instance reaches the series too: neither form of it stays (section 3.7.1). */
  cancelOfChangedReachesSeries(): boolean;
  /** How the copy shows a cancelled instance: by an override with STATUS CANCELLED, or by EXDATE. */
  cancelledInstance(): 'status' | 'exdate';
  /** Whether a REQUEST may bring an instance that the series does not have. */
  takesUnknownInstance(): boolean;
  /** Whether a REQUEST of the series counts where the copy has single instances of it only (section 3.2.2). */
  takesSeriesAfterInstances(): boolean;
  /** Whether a stored override survives a REQUEST of the series that does not bring it (section 4.4.7). */
  keepsOverride(overtaken: boolean, rescheduled: boolean): boolean;
  /** What an Attendee answers who answers one instance: that one (section 3.7.1). */
  answerReaches(instance: string): readonly string[];
  /** Components of a REPLY that count: all of them (table of section 3.2.3). */
  replyTakes(components: readonly JCalComponent[]): readonly JCalComponent[];
  /**
   * What a REPLY answers: the instance that it names, whichever of the series that is, else the series (3.2.3, 3.7.1).
   *
   * @param first gives the key of the first instance, `SERIES` where the event does not recur
   * @returns undefined when it answers nothing
   */
  replyReaches(instance: string, first: () => string): string | undefined;
  /** The series among whose instances the one is looked for that a REPLY names: with RRULE, RDATE and EXDATE. */
  seriesAnswered(master: JCalComponent): JCalComponent;
  /** Whether a REPLY counts for an instance that the series does not have (compare section 4.7.2). */
  takesReplyToUnknownInstance(): boolean;
  /**
   * Whether an answer to the series also answers an override in which the Attendee's PARTSTAT is this one.
   *
   * @param listed whether the override lists the Attendee at all
   */
  seriesAnswerCovers(partstat: string, listed: boolean): boolean;
  /** Whether single instances are answered that came without their series (section 3.2.3). */
  answersWithoutSeries(): boolean;
  /** Whether the overrides stay in the own copy when the series is answered (RFC 2446 section 2.1.1). */
  keepsOverridesAfterAnswer(): boolean;
}

/** The rules of recurrence as RFC 5546 has them, with the choices that it leaves. */
export function recurrenceRules(policies: Policies): RecurrenceRules {
  return {
    instanceKey: momentOf,
    findsInstance: () => true,
    instancesNamed: (component) => properties(component, 'recurrence-id').slice(0, 1),
    takesRange: (range) => range === 'THISANDFUTURE',
    recurrenceIdOfMoved: policies.movedInstance === 'new-start' ? asStart : (recurrenceId) => recurrenceId,
    ...seriesSentRules(policies),
    ...seriesReceivedRules(policies),
  };
}

function seriesSentRules(policies: Policies): SeriesSentRules {
  return {
    componentsOfInstance: (changed) => [changed],
    componentsOfSeries: (master, overrides) => [master, ...overrides],
    showsComponent: (listed) => listed,
    seriesWithout,
    keepsOwnOverride: (isInstance, onlyLess) =>
      isInstance && (onlyLess || policies.overridesOnReschedule === 'keep'),
    overrideAfterSeries,
    instanceCancel: () => policies.instanceCancel,
    instanceCancelConcerns: (invited) => invited,
    writesRange: (range) => range === 'THISANDFUTURE',
    changeReaches: (reached) => reached,
    cancelComponents: (each) => each,
  };
}

function seriesReceivedRules(policies: Policies): SeriesReceivedRules {
  return {
    requestReaches: (instance) => instance,
    cancelTakes: (components) => components,
    cancelReaches: (instance) => instance,
    cancelCoversOverride: (overtaken) => overtaken,
    takesCancelOfPlainInstance: () => true,
    cancelOfChangedReachesSeries: () => true,
    cancelledInstance: () => policies.cancelledInstance,
    takesUnknownInstance: () => true,
    takesSeriesAfterInstances: () => true,
    keepsOverride: (overtaken, rescheduled) => !(overtaken && rescheduled),
    answerReaches: (instance) => [instance],
    replyTakes: (components) => components,
    replyReaches: (instance) => instance,
    seriesAnswered: (master) => master,
    takesReplyToUnknownInstance: () => false,
    seriesAnswerCovers: () => false,
    answersWithoutSeries: () => true,
    keepsOverridesAfterAnswer: () => true,
  };
}

function asStart([name, parameters]: JCalProperty, start: JCalProperty): JCalProperty {
  const [, , type, ...values] = start;
  return withParameter([name, parameters, type, ...values], 'tzid', parameter(start, 'tzid'));
}
