Feature: Delegation
  An Attendee may send one or several others in its place. The Organizer hears of it, and
  the answer of a Delegate is not that of the Delegator.

  Background:
    Given Anna organizes "Design review" with Erik on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: The Organizer learns of the delegation

    @implied @2446/2.1.2/organizer-learns-of-the-delegation @needs:delegation @needs:message-in
    Scenario: An Attendee sends somebody else
      When Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | DTSTART                   | ATTENDEE                               |
        | 0        | 4 March 2030 at 10:00 UTC | Erik DELEGATED to Emil, Emil from Erik |
      Then Anna's calendar shows Erik as DELEGATED

  Rule: The Delegate answers in the place of the Delegator, who stays DELEGATED

    @implied @2446/2.1.2/delegate-answers-in-the-place @needs:delegation @needs:message-in
    Scenario: The Delegate accepts
      Given Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | DTSTART                   | ATTENDEE                               |
        | 0        | 4 March 2030 at 10:00 UTC | Erik DELEGATED to Emil, Emil from Erik |
      When Emil sends Anna a REPLY about "Design review":
        | SEQUENCE | DTSTART                   | ATTENDEE                |
        | 0        | 4 March 2030 at 10:00 UTC | Emil ACCEPTED from Erik |
      Then Anna's calendar shows Emil as ACCEPTED
      And Anna's calendar shows Erik as DELEGATED

  Rule: The Organizer's event shows each of several Delegates

    @implied @2446/2.1.2/several-delegates @needs:delegation @needs:message-in
    Scenario: An Attendee sends two others
      When Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | DTSTART                   | ATTENDEE                                                       |
        | 0        | 4 March 2030 at 10:00 UTC | Erik DELEGATED to Dora to Otto, Dora from Erik, Otto from Erik |
      Then Erik is listed in Anna's calendar as Delegator of Dora and Otto
