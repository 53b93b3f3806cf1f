Feature: Message sequencing
  SEQUENCE and DTSTAMP order messages that have UID and RECURRENCE-ID in common. What
  is said of one instance does not make obsolete what is said of another.

  Rule: A newer message about one instance leaves older ones about other instances alone

    @implied @5546/2.1.5/instances-are-ordered-apart @needs:hold-messages
    Scenario: The REQUEST for one instance is overtaken by that for another
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Anna moves the instance of "Team call" on 11 March 2030 at 10:00 UTC to 12 March 2030 at 14:00 UTC
      And Anna moves the instance of "Team call" on 18 March 2030 at 10:00 UTC to 19 March 2030 at 14:00 UTC
      And the third REQUEST to Bert is delivered
      When the second REQUEST to Bert is delivered
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 12 March 2030 at 14:00 UTC |
        | 19 March 2030 at 14:00 UTC |
        | 25 March 2030 at 10:00 UTC |

  Rule: A newer REPLY to one instance leaves older ones to other instances alone

    @implied @5546/2.1.5/replies-are-ordered-per-instance @needs:message-in
    Scenario: The answer to one instance is overtaken by that to another
      Given Anna organizes "Team call" with Erik on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Erik declines for the instance on 11 March 2030 at 10:00 UTC
      And Erik accepts for the instance on 18 March 2030 at 10:00 UTC
      And the second REPLY from Erik is delivered
      When the first REPLY from Erik is delivered
      Then Anna's calendar shows Erik as DECLINED on 11 March 2030 at 10:00 UTC
      And Anna's calendar shows Erik as ACCEPTED on 18 March 2030 at 10:00 UTC

  Rule: Equal SEQUENCE and DTSTAMP of two instances are no tie

    @implied @5546/2.1.5/equal-stamps-of-two-instances @needs:message-in
    Scenario: Two instances are cancelled in the same second
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY     | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=4 | "Team call" | Bert asked |
      When Erik sends Bert a CANCEL about "Team call":
        | DTSTAMP                     | SEQUENCE | RECURRENCE-ID              | STATUS    | ATTENDEE |
        | 7 January 2030 at 12:00 UTC | 1        | 11 March 2030 at 10:00 UTC | CANCELLED | Bert     |
      And Erik sends Bert a CANCEL about "Team call":
        | DTSTAMP                     | SEQUENCE | RECURRENCE-ID              | STATUS    | ATTENDEE |
        | 7 January 2030 at 12:00 UTC | 1        | 18 March 2030 at 10:00 UTC | CANCELLED | Bert     |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 25 March 2030 at 10:00 UTC |
