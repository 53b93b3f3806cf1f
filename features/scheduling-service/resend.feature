Feature: Sending an event again
  An event is sent again as it is, to remind everybody, or after a change; SEQUENCE tells the
  two apart. Everybody who gets it is told of it, and keeps the answer that still holds.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered
    And Bert accepts, and the REPLY is delivered

  Rule: An unchanged event keeps its SEQUENCE

    @must @service/resend/unchanged-keeps-sequence @needs:inbox
    Scenario: Everybody shall confirm what was never changed
      When Anna sends "Design review" again for confirmation
      Then the REQUEST to Bert keeps SEQUENCE 0
      And the REQUEST to Carla keeps SEQUENCE 0

    @must @service/resend/unchanged-keeps-sequence @needs:inbox
    Scenario: Everybody shall confirm what has moved before
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      When Anna sends "Design review" again for confirmation
      Then the REQUEST to Bert keeps SEQUENCE 1

  Rule: It is stamped anew

    @must @service/resend/unchanged-is-stamped-anew @needs:inbox
    Scenario: The repeated event can be told from the first sending
      When Anna sends "Design review" again for confirmation
      Then the REQUEST to Bert has a later DTSTAMP than the one before

  Rule: The answer in the own copy stays

    @must @service/resend/own-answer-stays
    Scenario: The Organizer knows the answer
      When Anna sends "Design review" again for confirmation
      And every REQUEST is delivered
      Then Bert's calendar shows Bert as ACCEPTED
      And Anna's calendar shows Bert as ACCEPTED

    @must @service/resend/own-answer-stays @needs:hold-messages
    Scenario: The event comes again before the Organizer knows the answer
      Given Carla declines, but the REPLY is held in transit
      When Anna sends "Design review" again for confirmation
      And every REQUEST is delivered
      Then Carla's calendar shows Carla as DECLINED

  Rule: Every copy learns the answers of the others

    @must @service/resend/every-copy-is-updated
    Scenario: One has accepted before the event is sent again
      When Anna sends "Design review" again for confirmation
      And every REQUEST is delivered
      Then Carla's calendar shows Bert as ACCEPTED

  Rule: Everybody is told of it again

    @must @service/resend/everybody-is-notified-again @needs:notifications
    Scenario: Nothing has changed but that it is sent again
      Given Anna organizes "Site visit" with Bert and Carla on 6 March 2030 at 09:00 UTC
      And every REQUEST has been delivered
      When Anna sends "Site visit" again for confirmation
      And every REQUEST is delivered
      Then Bert has been notified 2 times of a REQUEST about "Site visit"
      And Carla has been notified 2 times of a REQUEST about "Site visit"

  Rule: What waits for mail waits again

    @must @service/resend/waits-for-mail-again @needs:outbox @needs:mailer
    Scenario: The first sending has left by mail
      Given Anna organizes "Site visit" with Bert and Mona on 6 March 2030 at 09:00 UTC
      And the mailer runs
      And the entry about "Site visit" in Anna's Outbox is processed
      When Anna sends "Site visit" again for confirmation
      Then the entry about "Site visit" in Anna's Outbox is unprocessed
      And the entry about "Site visit" in Anna's Outbox is unprocessed for Mona

    @must @service/resend/waits-for-mail-again @needs:mailer
    Scenario: The mail leaves a second time
      Given Anna organizes "Site visit" with Bert and Mona on 6 March 2030 at 09:00 UTC
      And the mailer runs
      And Anna sends "Site visit" again for confirmation
      When the mailer runs
      Then Mona has got 2 mails

    @must @service/resend/waits-for-mail-again @needs:outbox @needs:mailer
    Scenario: Nobody is reached by mail
      When Anna sends "Design review" again for confirmation
      Then the entry about "Design review" in Anna's Outbox is processed
