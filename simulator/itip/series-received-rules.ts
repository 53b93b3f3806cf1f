import type { JCalComponent } from '../icalendar/jcal.js';
import type { Policies } from './policies.js';

/** Recurring events on the side that receives: RFC 2446 and RFC 5546 sections 2.1.5, 3.2.3, 3.2.5, 3.7.1 and 4.4. */

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

/** These rules as RFC 5546 has them, with the choices that it leaves. */
export function seriesReceivedRules(policies: Policies): SeriesReceivedRules {
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
