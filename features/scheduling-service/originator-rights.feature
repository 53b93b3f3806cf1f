Feature: The right to schedule for another comes and goes
  What a secretary sent while there was a right stays valid when the right is withdrawn; the
  next act is refused, until the right is given again.

  Background:
    Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: Without the right the next act is refused

    @must @service/originator/withdrawn-right-ends @needs:rights
    Scenario: The secretary tries to move the meeting once more
      Given Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      And Anna withdraws the right of Sven to schedule
      When Sven tries to reschedule "Design review" for Anna to 6 March 2030 at 09:00 UTC
      Then no REQUEST is sent to Bert
      And Anna's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

    @must @service/originator/withdrawn-right-refuses-calls @needs:schedule @needs:rights
    Scenario: The secretary calls with a message that is ready
      Given Anna withdraws the right of Sven to schedule
      When Sven calls schedule with a REQUEST about "Design review" to Bert:
        | SEQUENCE | DTSTART                   | SUMMARY         | ORGANIZER    | ATTENDEE   |
        | 1        | 5 March 2030 at 15:00 UTC | "Design review" | Anna by Sven | Bert asked |
      Then the call is refused as not-the-organizer
      And no REQUEST is sent to Bert

  Rule: What was sent before stays valid

    Background:
      Given Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      And Anna withdraws the right of Sven to schedule

    @must @service/originator/sent-before-stays-valid @needs:rights @needs:hold-messages
    Scenario: It arrives after the right was withdrawn
      When every REQUEST is delivered
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

    @must @service/originator/replies-go-on @needs:rights
    Scenario: An Attendee answers it
      Given every REQUEST has been delivered
      And Bert accepts
      When every REPLY is delivered
      Then Anna's calendar shows Bert as ACCEPTED

  Rule: A right that is given counts

    @must @service/originator/right-given-again @needs:rights
    Scenario: The secretary gets the right back
      Given Anna withdraws the right of Sven to schedule
      And Anna gives Sven the right to schedule
      When Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      Then a REQUEST reaches Bert
      And the REQUEST to Bert names Anna as Organizer, sent by Sven

    @must @service/originator/right-given-again @needs:rights
    Scenario: Somebody new gets it
      Given Anna gives Dora the right to schedule
      When Dora reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      Then a REQUEST reaches Bert
      And the REQUEST to Bert names Anna as Organizer, sent by Dora
