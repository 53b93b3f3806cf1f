Feature: Publishing
  An Organizer publishes an event to those who need not answer. It brings no Attendees, is
  brought up to date by its SEQUENCE, and never replaces the copy of one who is invited.

  Background:
    Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: A PUBLISH says what and when, and nothing of who attends

    @must @service/publish/no-attendees @needs:publish
    Scenario: A meeting with an Attendee is published
      When Anna publishes "Design review" to Dora
      Then a PUBLISH reaches Dora
      And the PUBLISH to Dora does not list Bert

    @must @service/publish/organizer-keeps-the-event @needs:publish
    Scenario: The event of the Organizer stays
      When Anna publishes "Design review" to Dora
      Then Anna's calendar shows these Attendees:
        | Attendee | PARTSTAT     |
        | Bert     | NEEDS-ACTION |

  Rule: Who gets it has the event, and need not answer

    @must @service/publish/recipients-have-the-event @needs:publish
    Scenario: Somebody who is not invited
      Given Anna publishes "Design review" to Dora
      When every PUBLISH is delivered
      Then Dora's calendar shows "Design review" on 4 March 2030 at 10:00 UTC
      And Dora's calendar does not list Dora

    @must @service/publish/nobody-answers @needs:publish @needs:quiescence
    Scenario: No answer comes of itself
      Given Anna publishes "Design review" to Dora
      When the PUBLISH to Dora is delivered
      Then no scheduling message is sent in return
      And Dora's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

  Rule: SEQUENCE brings it up to date

    @must @service/publish/update-has-its-sequence @needs:publish
    Scenario: The meeting was moved in between
      Given Anna publishes "Design review" to Dora
      And every PUBLISH has been delivered
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      When Anna publishes "Design review" to Dora
      Then the PUBLISH to Dora raises SEQUENCE to 1

    @must @service/publish/update-is-taken @needs:publish
    Scenario: The copy follows
      Given Anna publishes "Design review" to Dora
      And every PUBLISH has been delivered
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And Anna publishes "Design review" to Dora
      When every PUBLISH is delivered
      Then Dora's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

    @must @service/publish/older-is-ignored @needs:publish @needs:hold-messages
    Scenario: The first arrives after the second
      Given Anna publishes "Design review" to Dora
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And Anna publishes "Design review" to Dora
      And the second PUBLISH to Dora is delivered
      When the first PUBLISH to Dora is delivered
      Then Dora's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

  Rule: One who is invited keeps the copy that lists the Attendees

    @must @service/publish/invited-keeps-the-copy @needs:publish
    Scenario: The PUBLISH also goes to an Attendee
      Given Bert accepts, and the REPLY is delivered
      And Anna publishes "Design review" to Bert and Dora
      When every PUBLISH is delivered
      Then Bert's calendar shows Bert as ACCEPTED
      And Bert's calendar has "Design review" once
