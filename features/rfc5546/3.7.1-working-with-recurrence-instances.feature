Feature: Working with recurrence instances, RFC 5546
  RFC 2446 let a moved instance be named by its new start in the next message. Since RFC
  5546 its original start names it for good, however often it is moved.

  Rule: A moved instance keeps the RECURRENCE-ID that it had in the series

    Background:
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Anna moves the instance of "Team call" on 11 March 2030 at 10:00 UTC to 12 March 2030 at 14:00 UTC
      And every REQUEST has been delivered

    @implied @5546/3.7.1/moved-instance-keeps-its-recurrence-id @needs:inbox
    Scenario: The instance is moved again
      When Anna moves the instance of "Team call" on 11 March 2030 at 10:00 UTC to 13 March 2030 at 09:00 UTC
      Then the REQUEST to Bert moves the instance on 11 March 2030 at 10:00 UTC to 13 March 2030 at 09:00 UTC

    @implied @5546/3.7.1/moved-instance-keeps-its-recurrence-id @needs:inbox
    Scenario: The instance is cancelled
      When Anna cancels the instance of "Team call" on 11 March 2030 at 10:00 UTC
      Then the cancellation for Bert names the instance on 11 March 2030 at 10:00 UTC

  Rule: A moved instance is found by its original start

    @implied @5546/3.7.1/moved-instance-is-found-again @needs:message-in
    Scenario: The instance is moved twice
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY     | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=4 | "Team call" | Bert asked |
      And Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID              | DTSTART                    | SUMMARY     | ATTENDEE   |
        | 1        | 11 March 2030 at 10:00 UTC | 12 March 2030 at 14:00 UTC | "Team call" | Bert asked |
      When Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID              | DTSTART                    | SUMMARY     | ATTENDEE   |
        | 2        | 11 March 2030 at 10:00 UTC | 13 March 2030 at 09:00 UTC | "Team call" | Bert asked |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 13 March 2030 at 09:00 UTC |
        | 18 March 2030 at 10:00 UTC |
        | 25 March 2030 at 10:00 UTC |
