Feature: The Originator is not the Organizer
  A secretary schedules for somebody else. The right to do so is checked at each act, both are
  named in the boxes, and answers go to the Organizer.

  Rule: Only who has the right to acts for the Organizer

    Background:
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @must @service/originator/right-lets-secretary-send @needs:rights
    Scenario: The secretary moves the meeting
      When Sven tries to reschedule "Design review" for Anna to 5 March 2030 at 15:00 UTC
      Then a REQUEST reaches Bert
      And Anna's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

    @must @service/originator/without-right-nothing-is-sent @needs:rights
    Scenario: Somebody else tries to move it
      When Dora tries to reschedule "Design review" for Anna to 5 March 2030 at 15:00 UTC
      Then no REQUEST is sent to Bert

    @must @service/originator/without-right-nothing-is-stored @needs:rights @needs:outbox
    Scenario: Nothing is left of the attempt
      When Dora tries to reschedule "Design review" for Anna to 5 March 2030 at 15:00 UTC
      Then Anna's calendar shows "Design review" on 4 March 2030 at 10:00 UTC
      And Dora's Outbox has 0 entries about "Design review"
      And Anna's Outbox has 1 entry about "Design review"

    @must @service/originator/right-lets-secretary-call @needs:schedule @needs:rights
    Scenario: The secretary calls with a message that is ready
      When Sven calls schedule with a REQUEST about "Design review" to Bert:
        | SEQUENCE | DTSTART                   | SUMMARY         | ORGANIZER    | ATTENDEE   |
        | 1        | 5 March 2030 at 15:00 UTC | "Design review" | Anna by Sven | Bert asked |
      Then the call answers 1.2 for Bert
      And a REQUEST reaches Bert

    @must @service/originator/without-right-call-is-refused @needs:schedule @needs:rights @needs:outbox
    Scenario: Somebody else calls with it
      When Otto calls schedule with a REQUEST about "Design review" to Bert:
        | SEQUENCE | DTSTART                   | SUMMARY         | ORGANIZER    | ATTENDEE   |
        | 1        | 5 March 2030 at 15:00 UTC | "Design review" | Anna by Otto | Bert asked |
      Then the call is refused as not-the-organizer
      And no REQUEST is sent to Bert
      And Otto's Outbox has 0 entries about "Design review"

  Rule: The boxes name both, and the sending is listed with the Originator

    Background:
      Given Anna drafts "Design review" with Bert on 4 March 2030 at 10:00 UTC

    @must @service/originator/outbox-names-both @needs:rights @needs:outbox
    Scenario: The Outbox of the secretary
      When Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      Then the entry about "Design review" in Sven's Outbox names Sven as Originator and Anna as Organizer

    @must @service/originator/inbox-names-both @needs:rights @needs:inbox
    Scenario: The Inbox of an Attendee
      Given Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      When every REQUEST is delivered
      Then the entry about "Design review" in Bert's Inbox names Sven as Originator and Anna as Organizer

    @must @service/originator/listed-with-the-originator @needs:rights @needs:outbox
    Scenario: One entry, in one Outbox
      When Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      Then Sven's Outbox has 1 entry about "Design review"
      And Anna's Outbox has 0 entries about "Design review"

    @must @service/originator/listed-with-the-originator @needs:outbox
    Scenario: The Organizer sends in person
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then Anna's Outbox has 1 entry about "Design review"

  Rule: Answers go to the Organizer

    @must @service/originator/replies-pass-the-secretary-by @needs:rights
    Scenario: An Attendee answers what the secretary sent
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      When Bert accepts
      Then a REPLY reaches Anna
      And no REPLY is sent to Sven
