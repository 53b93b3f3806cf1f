Feature: Component revisions
  The list of changes that raise SEQUENCE has DURATION, too. An Attendee's side compares
  what it gets with what it has, and does not rely on SEQUENCE to learn of a change.

  Rule: An event of another DURATION has a greater SEQUENCE

    @must @5546/2.1.4/duration-raises-sequence @needs:inbox
    Scenario: The meeting becomes longer
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC for 1 hour
      And every REQUEST has been delivered
      When Anna prolongs "Design review" to 2 hours
      Then the REQUEST to Bert raises SEQUENCE to 1

  Rule: A later REQUEST moves the copy, although SEQUENCE is the same

    @should @5546/2.1.4/unnumbered-change-is-taken @needs:message-in
    Scenario: A REQUEST with the same SEQUENCE has another time
      Given Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | Bert asked |
      When Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 0        | 4 March 2030 at 11:00 UTC | "Design review" | Bert asked |
      Then Bert's calendar shows "Design review" on 4 March 2030 at 11:00 UTC
