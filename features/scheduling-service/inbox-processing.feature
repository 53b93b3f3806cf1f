Feature: Deposit and processing
  A message is put into the Inbox, and in a second step processed: by the service at once, or by
  the user's own client when it looks. What waits has no effect; afterwards both have led to the same.

  Rule: Where the client processes, a message waits without effect

    Background:
      Given Bert's own client processes the Inbox
      And Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC

    @must @service/inbox/deposit-is-not-processing @needs:client-processing @needs:inbox
    Scenario: The client has not looked yet
      When every REQUEST is delivered
      Then Bert's Inbox has 1 entry about "Design review"
      And the entry about "Design review" in Bert's Inbox is unprocessed
      And nothing changes in Bert's calendar

    @must @service/inbox/deposit-is-not-processing @needs:client-processing @needs:notifications
    Scenario: Nobody is told of what has no effect yet
      When every REQUEST is delivered
      Then Bert has been notified 0 times of a REQUEST about "Design review"
      And Carla has been notified 1 time of a REQUEST about "Design review"

    @must @service/inbox/deposit-is-not-processing @needs:client-processing
    Scenario: The client looks
      Given every REQUEST has been delivered
      When Bert's client looks through the Inbox
      Then Bert's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

  Rule: What waits is processed in order

    @must @service/inbox/processed-in-order @needs:client-processing @needs:notifications
    Scenario: Event and rescheduling wait
      Given Bert's own client processes the Inbox
      And Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      When Bert's client looks through the Inbox
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC
      And Bert has been notified 2 times of a REQUEST about "Design review"

  Rule: Client and service lead to the same

    @must @service/inbox/same-result-by-client @needs:client-processing
    Scenario: One has a client that processes, the other has not
      Given Bert's own client processes the Inbox
      And Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC with the location "Room 3"
      And every REQUEST has been delivered
      When Bert's client looks through the Inbox
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC
      And Carla's calendar shows "Design review" on 5 March 2030 at 15:00 UTC
      And the location in Bert's calendar is "Room 3"
      And the location in Carla's calendar is "Room 3"

    @must @service/inbox/same-result-by-client @needs:client-processing
    Scenario: A cancellation waits behind the event
      Given Bert's own client processes the Inbox
      And Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert's client looks through the Inbox
      And Anna cancels "Design review"
      And every CANCEL has been delivered
      When Bert's client looks through the Inbox
      Then Bert's calendar shows "Design review" as cancelled or no longer
      And Carla's calendar shows "Design review" as cancelled or no longer

  Rule: What was processed is not processed again

    @must @service/inbox/processed-once @needs:client-processing @needs:inbox
    Scenario: The client looks again after the event was deleted
      Given Bert's own client processes the Inbox
      And Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert's client looks through the Inbox
      And Bert deletes the own copy of "Design review"
      When Bert's client looks through the Inbox
      Then Bert's calendar shows "Design review" as cancelled or not at all
      And the entry about "Design review" in Bert's Inbox is processed
