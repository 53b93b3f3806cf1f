Feature: After the deletion of an Inbox entry
  The entry is gone, the event is not: update, CANCEL and answer go on as before, and what is
  older than the event stays without effect.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered
    And Bert deletes the Inbox entry about "Design review"

  Rule: An update changes the copy

    @must @service/retention/inbox-deleted-then-update @needs:box-deletion
    Scenario: The meeting gets another room
      When Anna changes the location of "Design review" to "Room 3"
      And every REQUEST is delivered
      Then the location in Bert's calendar is "Room 3"
      And Bert's calendar has "Design review" once

    @must @service/retention/inbox-deleted-then-update @needs:box-deletion @needs:inbox
    Scenario: The meeting moves
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST is delivered
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC
      And Bert's Inbox has 1 entry about "Design review"

    @must @service/retention/inbox-deleted-then-update @needs:box-deletion
    Scenario: The answer outlives an update
      Given Bert accepts, and the REPLY is delivered
      When Anna changes the location of "Design review" to "Room 3"
      And every REQUEST is delivered
      Then Bert's calendar shows Bert as ACCEPTED

  Rule: An older REQUEST stays without effect

    @must @service/retention/inbox-deleted-then-old-request @needs:box-deletion @needs:hold-messages
    Scenario: The first REQUEST arrives once more after the second was deleted
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And the second REQUEST to Bert is delivered
      And Bert deletes the Inbox entry about "Design review"
      When the first REQUEST to Bert is delivered
      Then nothing changes in Bert's calendar
      And Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

  Rule: A CANCEL cancels the copy

    @must @service/retention/inbox-deleted-then-cancel @needs:box-deletion
    Scenario: The meeting is cancelled
      When Anna cancels "Design review"
      And every CANCEL is delivered
      Then Bert's calendar shows "Design review" as cancelled or no longer

  Rule: The Attendee answers

    @must @service/retention/inbox-deleted-then-answer @needs:box-deletion
    Scenario: Bert accepts what he has in the calendar
      When Bert accepts, and the REPLY is delivered
      Then Anna's calendar shows Bert as ACCEPTED
      And Bert's calendar shows Bert as ACCEPTED

    @must @service/retention/inbox-deleted-then-answer @needs:box-deletion @needs:refresh
    Scenario: Bert asks for the event again and answers then
      Given Bert asks for "Design review" again
      And every REFRESH has been delivered
      And every REQUEST has been delivered
      When Bert accepts, and the REPLY is delivered
      Then Anna's calendar shows Bert as ACCEPTED
