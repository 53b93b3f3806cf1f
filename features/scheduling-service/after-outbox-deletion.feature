Feature: After the deletion of an Outbox entry
  The record of the sending is gone, the meeting is not: late answers count, changes are numbered
  on from the last revision, everybody hears of a cancellation, and a REFRESH is answered.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: A late REPLY counts

    @must @service/retention/outbox-deleted-then-reply @needs:box-deletion
    Scenario: Bert answers afterwards
      Given Anna deletes the Outbox entry about "Design review"
      When Bert accepts, and the REPLY is delivered
      Then Anna's calendar shows Bert as ACCEPTED

    @must @service/retention/outbox-deleted-then-reply @needs:box-deletion @needs:hold-messages
    Scenario: An answer that is older than the one that counts comes afterwards
      Given Bert accepts, but the REPLY is held in transit
      And Bert declines, but the REPLY is held in transit
      And the second REPLY from Bert is delivered
      And Anna deletes the Outbox entry about "Design review"
      When the first REPLY from Bert is delivered
      Then Anna's calendar shows Bert as DECLINED

  Rule: A change is numbered and sent as ever

    @must @service/retention/outbox-deleted-then-update @needs:box-deletion @needs:inbox
    Scenario: The meeting moves
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      And Anna deletes the Outbox entry about "Design review"
      When Anna reschedules "Design review" to 6 March 2030 at 15:00 UTC
      And every REQUEST is delivered
      Then the REQUEST to Bert raises SEQUENCE to 2
      And Bert's calendar shows "Design review" on 6 March 2030 at 15:00 UTC

    @must @service/retention/outbox-deleted-then-update @needs:box-deletion @needs:mailer
    Scenario: The mail that was deleted is not made up for, the next one goes
      Given Anna organizes "Site visit" with Bert and Mona on 6 March 2030 at 09:00 UTC
      And Anna deletes the Outbox entry about "Site visit"
      And Anna reschedules "Site visit" to 7 March 2030 at 09:00 UTC
      When the mailer runs
      Then Mona has got 1 mail
      And the mail to Mona comes from Anna

  Rule: A cancellation reaches everybody

    @must @service/retention/outbox-deleted-then-cancel @needs:box-deletion
    Scenario: The meeting is cancelled
      Given Anna deletes the Outbox entry about "Design review"
      When Anna cancels "Design review"
      And every CANCEL is delivered
      Then Bert's calendar shows "Design review" as cancelled or no longer
      And Carla's calendar shows "Design review" as cancelled or no longer

  Rule: A REFRESH is answered

    @must @service/retention/outbox-deleted-then-refresh @needs:box-deletion @needs:refresh
    Scenario: Bert asks for the event
      Given Anna deletes the Outbox entry about "Design review"
      And Bert asks for "Design review" again
      When every REFRESH is delivered
      Then a REQUEST reaches Bert
      And no REQUEST is sent to Carla
