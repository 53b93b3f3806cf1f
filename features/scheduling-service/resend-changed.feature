Feature: Sending a changed event
  A change that moves the event asks anew, any other leaves the answers. Each sending has the
  Recipients that are named for it: some come in, some stay, some are left out.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered
    And Bert accepts, and the REPLY is delivered

  Rule: SEQUENCE rises when the event is rescheduled

    @must @service/resend/changed-event-is-numbered @needs:inbox
    Scenario: The meeting moves
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then the REQUEST to Bert raises SEQUENCE to 1
      And the REQUEST to Carla raises SEQUENCE to 1

  Rule: A rescheduling asks anew, another change does not

    @should @service/resend/rescheduling-asks-anew
    Scenario: The answer was to the old time
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST is delivered
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC
      And Bert's calendar shows Bert as NEEDS-ACTION

    @must @service/resend/update-keeps-answers
    Scenario: The answer still holds
      When Anna changes the location of "Design review" to "Room 3"
      And every REQUEST is delivered
      Then the location in Bert's calendar is "Room 3"
      And Bert's calendar shows Bert as ACCEPTED
      And Anna's calendar shows Bert as ACCEPTED

  Rule: A new Recipient gets the whole event

    @must @service/resend/new-recipient-gets-it @needs:schedule
    Scenario: Dora comes in with the second sending
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC and sends it to Bert and Dora
      And every REQUEST is delivered
      Then Dora's calendar shows "Design review" on 5 March 2030 at 15:00 UTC
      And Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

    @must @service/resend/new-recipient-gets-it @needs:schedule @needs:notifications
    Scenario: Dora is told once, Bert a second time
      Given Anna organizes "Site visit" with Bert and Carla on 6 March 2030 at 09:00 UTC
      And every REQUEST has been delivered
      When Anna sends "Site visit" for confirmation to Bert and Dora
      And every REQUEST is delivered
      Then Dora has been notified 1 time of a REQUEST about "Site visit"
      And Bert has been notified 2 times of a REQUEST about "Site visit"

  Rule: A Recipient who is left out gets nothing more, and keeps the copy

    @must @service/resend/dropped-recipient-keeps-copy @needs:schedule @needs:quiescence
    Scenario: Carla is left out of the second sending
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC and sends it to Bert
      And every REQUEST is delivered
      Then a REQUEST reaches Bert
      And no REQUEST is sent to Carla
      And no CANCEL is sent to Carla
      And Carla's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

  Rule: An Attendee who is removed hears of it by a CANCEL

    @must @service/resend/removed-attendee-gets-cancel @needs:inbox @needs:quiescence
    Scenario: Carla is removed, Bert stays
      When Anna uninvites Carla from "Design review"
      Then a CANCEL reaches Carla
      And no CANCEL is sent to Bert
