Feature: Deleting entries of a box
  Everybody may delete entries of the own boxes. What that leads to is told; the calendar does
  not depend on it, and whatever message comes or goes afterwards has its usual effect.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: What has done all it can is lost as a record alone

    @must @service/retention/deletion-loses-the-record @needs:box-deletion @needs:inbox
    Scenario: The message of the Inbox entry was processed
      When Bert deletes the Inbox entry about "Design review"
      Then the deletion leads to record-lost
      And Bert's Inbox has 0 entries about "Design review"

    @must @service/retention/deletion-loses-the-record @needs:box-deletion @needs:outbox
    Scenario: The message of the Outbox entry has reached everybody
      When Anna deletes the Outbox entry about "Design review"
      Then the deletion leads to record-lost
      And Anna's Outbox has 0 entries about "Design review"

  Rule: What waits to be processed is not processed

    @must @service/retention/deletion-before-processing @needs:box-deletion @needs:client-processing
    Scenario: A rescheduling waits in the Inbox
      Given Bert's own client processes the Inbox
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      When Bert deletes the Inbox entry about "Design review"
      And Bert's client looks through the Inbox
      Then the deletion leads to not-processed
      And Bert's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

  Rule: What waits for the mailer is not sent

    @must @service/retention/deletion-before-sending @needs:box-deletion @needs:mailer
    Scenario: A mail has not left
      Given Anna organizes "Site visit" with Bert and Mona on 6 March 2030 at 09:00 UTC
      And Anna organizes "Lunch" with Mark on 6 March 2030 at 12:00 UTC
      When Anna deletes the Outbox entry about "Site visit"
      And the mailer runs
      Then the deletion leads to not-sent for Mona
      And Mark has got 1 mail
      And Mona has got 0 mails

    @must @service/retention/deletion-before-sending @needs:box-deletion @needs:mailer
    Scenario: The mail has left
      Given Anna organizes "Site visit" with Bert and Mona on 6 March 2030 at 09:00 UTC
      And the mailer runs
      When Anna deletes the Outbox entry about "Site visit"
      Then the deletion leads to record-lost
      And Mona has got 1 mail

  Rule: The calendar stays as it is

    @must @service/retention/calendar-outlives-deletion @needs:box-deletion
    Scenario: The Attendee deletes the entry
      When Bert deletes the Inbox entry about "Design review"
      Then Bert's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

    @must @service/retention/calendar-outlives-deletion @needs:box-deletion
    Scenario: The Organizer deletes the entry
      When Anna deletes the Outbox entry about "Design review"
      Then Anna's calendar shows "Design review" on 4 March 2030 at 10:00 UTC
