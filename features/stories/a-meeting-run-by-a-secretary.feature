Feature: A meeting run by a secretary
  Sven runs a meeting of Anna, his chief: from the first draft over a Recipient whom only mail
  reaches, answers, another day and a Delegate, until it is held or cancelled and the boxes are empty.

  Rule: The draft is stored and sent to nobody

    @must @service/recipients/named-recipients-get-it @see:service/outbox/nothing-sent-nothing-listed
    @needs:schedule @needs:inbox
    Scenario: First day - the draft
      When Anna drafts "Board meeting" with Bert, Carla and Mona on 15 January 2030 at 10:00 UTC
      Then Anna's calendar shows "Board meeting" on 15 January 2030 at 10:00 UTC
      And no REQUEST is sent to Bert
      And Bert's Inbox has 0 entries about "Board meeting"

  Rule: What the secretary sends waits for those whom only mail reaches

    @must @service/resend/waits-for-mail-again @see:service/recipients/named-recipients-get-it
    @needs:schedule @needs:mailer @needs:outbox
    Scenario: Second day - the meeting is sent, and once more to remind everybody
      Given Anna drafts "Board meeting" with Bert, Carla and Mona on 15 January 2030 at 10:00 UTC
      And 1 day passes
      And Sven sends "Board meeting" for Anna again for confirmation
      And the mailer runs
      And the entry about "Board meeting" in Sven's Outbox is processed
      When Sven sends "Board meeting" for Anna again for confirmation
      Then the entry about "Board meeting" in Sven's Outbox is unprocessed for Mona
      And Mona has got 1 mail

  Rule: Answers reach the Organizer, by mail and otherwise

    @must @service/last-seen/kept-per-attendee @see:service/inbox/entry-per-message
    @needs:mailer @needs:inbox @needs:message-in
    Scenario: Third day - the answers
      Given Sven organizes "Board meeting" for Anna with Bert, Carla and Mona on 15 January 2030 at 10:00 UTC
      And the mailer runs
      And every REQUEST has been delivered
      And Mona accepts, but the REPLY is held in transit
      And Bert declines, but the REPLY is held in transit
      And the first REPLY from Bert is delivered
      When the first REPLY from Mona is delivered
      Then Anna's calendar shows Mona as ACCEPTED
      And Anna's Inbox has 2 entries about "Board meeting"

  Rule: Another day asks everybody anew

    @should @service/resend/rescheduling-asks-anew @see:service/resend/changed-event-is-numbered
    @needs:mailer
    Scenario: Fourth day - the meeting moves
      Given Sven organizes "Board meeting" for Anna with Bert and Mona on 15 January 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert accepts, and the REPLY is delivered
      When Sven reschedules "Board meeting" for Anna to 16 January 2030 at 10:00 UTC
      And every REQUEST is delivered
      And the mailer runs
      Then Bert's calendar shows "Board meeting" on 16 January 2030 at 10:00 UTC
      And Anna's calendar shows Bert as NEEDS-ACTION
      And Mona has got 2 mails

  Rule: A Delegate takes a place, and who is removed hears of it

    @must @service/resend/removed-attendee-gets-cancel @see:service/resend/new-recipient-gets-it
    @needs:delegation @needs:inbox @needs:quiescence
    Scenario: Fifth day - Bert sends Dirk, Carla need not come
      Given Sven organizes "Board meeting" for Anna with Bert and Carla on 15 January 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert delegates to Dirk, and the messages are delivered
      And Dirk accepts, and the REPLY is delivered
      When Anna uninvites Carla from "Board meeting"
      Then a CANCEL reaches Carla
      And no CANCEL is sent to Dirk
      And Anna's calendar shows Dirk as ACCEPTED

  Rule: When it was held the boxes are emptied

    @must @service/retention/both-boxes @see:service/retention/until-the-meeting-is-over
    @needs:clock @needs:inbox @needs:outbox @needs:mailer
    Scenario: Last day - the meeting was held
      Given Sven organizes "Board meeting" for Anna with Bert and Mona on 15 January 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And the mailer runs
      And Bert accepts, and the REPLY is delivered
      When 9 days pass
      Then Sven's Outbox has 0 entries about "Board meeting"
      And Anna's Inbox has 0 entries about "Board meeting"
      And Bert's Inbox has 0 entries about "Board meeting"

  Rule: When it was cancelled they are kept as long

    @must @service/retention/cancelled-until-its-end @see:service/retention/both-boxes
    @needs:clock @needs:inbox @needs:outbox @needs:mailer
    Scenario: Last day but one - the meeting was cancelled and would still be to come
      Given Sven organizes "Board meeting" for Anna with Bert and Mona on 15 January 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Anna cancels "Board meeting"
      And every CANCEL has been delivered
      And the mailer runs
      When 7 days pass
      Then Sven's Outbox has 1 entry about "Board meeting"
      And Bert's Inbox has 2 entries about "Board meeting"
      And Mona has got 2 mails

    @must @service/retention/cancelled-until-its-end @see:service/retention/both-boxes
    @needs:clock @needs:inbox @needs:outbox @needs:mailer
    Scenario: The day after - the meeting was cancelled and would have been over
      Given Sven organizes "Board meeting" for Anna with Bert and Mona on 15 January 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Anna cancels "Board meeting"
      And every CANCEL has been delivered
      And the mailer runs
      When 9 days pass
      Then Sven's Outbox has 0 entries about "Board meeting"
      And Anna's Outbox has 0 entries about "Board meeting"
      And Bert's Inbox has 0 entries about "Board meeting"
