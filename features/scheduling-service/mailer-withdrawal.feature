Feature: Mail that is withdrawn
  Who deletes an entry of the Outbox withdraws what has not left yet, and is told who gets
  nothing because of it.

  Background:
    Given Anna organizes "Design review" with Mona and Mark on 4 March 2030 at 10:00 UTC

  Rule: What was deleted before it left does not leave

    @must @service/mailer/deleted-is-not-sent @needs:mailer @needs:outbox @needs:box-deletion
    Scenario: The entry is deleted before the mailer runs
      Given Anna deletes the Outbox entry about "Design review"
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      When the mailer runs
      Then the mails to Mona bring "Design review" on 5 March 2030 at 15:00 UTC

  Rule: The deletion says who gets nothing

    @must @service/mailer/deletion-says-for-whom @needs:mailer @needs:outbox @needs:box-deletion
    Scenario: No mail has left
      When Anna deletes the Outbox entry about "Design review"
      Then the deletion leads to not-sent for Mona and Mark

    @must @service/mailer/deletion-says-for-whom @needs:mailer @needs:outbox @needs:box-deletion
    Scenario: One of two mails has left
      Given mail to Mark is refused with 450 the next 1 time
      And the mailer runs
      When Anna deletes the Outbox entry about "Design review"
      Then the deletion leads to not-sent for Mark

    @must @service/mailer/deletion-says-for-whom @needs:mailer @needs:outbox @needs:box-deletion
    Scenario: All mail has left
      Given the mailer runs
      When Anna deletes the Outbox entry about "Design review"
      Then the deletion leads to record-lost
