import { momentOf } from '../icalendar/date-line.js';
import { withParameter } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, parameter, properties } from '../icalendar/jcal.js';
import { seriesWithout } from '../icalendar/series-without.js';
import { overrideAfterSeries } from './override-after-series.js';
import type { Policies } from './policies.js';
import { type SeriesReceivedRules, seriesReceivedRules } from './series-received-rules.js';

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
  /**
   * The Organizer's series once instances of it are cancelled: without them, or a later change would bring them back
   * (section 3.2.5).
   *
   * @param left the series without them; undefined when none is left
   */
  seriesAfterInstanceCancel(
    left: JCalComponent | undefined,
    before: JCalComponent,
  ): JCalComponent | undefined;
  /** Components of a CANCEL of several instances: one for each of them (section 3.2.5 b). */
  cancelComponents(each: readonly JCalComponent[]): readonly JCalComponent[];
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
    seriesAfterInstanceCancel: (left) => left,
    cancelComponents: (each) => each,
  };
}

function asStart([name, parameters]: JCalProperty, start: JCalProperty): JCalProperty {
  const [, , type, ...values] = start;
  return withParameter([name, parameters, type, ...values], 'tzid', parameter(start, 'tzid'));
}
