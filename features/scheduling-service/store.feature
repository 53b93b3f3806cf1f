Feature: What survives a restart
  A scheduling service that ends and begins again knows what it knew before: calendars,
  boxes, mail that has not left, and all that it needs to tell old from new.

  Rule: Calendars and boxes are as they were

    Background:
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @must @service/store/calendars @needs:restart
    Scenario: An Attendee has a meeting
      When the service is restarted
      Then Bert's calendar shows "Design review" on 4 March 2030 at 10:00 UTC
      And Anna's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

    @must @service/store/outbox @needs:restart @needs:outbox
    Scenario: A message has been sent
      When the service is restarted
      Then Anna's Outbox has 1 entry about "Design review"
      And the entry about "Design review" in Anna's Outbox is processed for Bert

    @must @service/store/inbox @needs:restart @needs:inbox
    Scenario: A message has been processed
      When the service is restarted
      Then Bert's Inbox has 1 entry about "Design review"
      And the entry about "Design review" in Bert's Inbox is processed

    @must @service/store/notifications @needs:restart @needs:notifications
    Scenario: A user has been told
      When the service is restarted
      Then Bert has been notified 1 time of a REQUEST about "Design review"

    @must @service/store/new-names @needs:restart @needs:outbox
    Scenario: Another message is sent afterwards
      Given the service is restarted
      When Anna organizes "Lunch" with Bert on 5 March 2030 at 12:00 UTC
      Then Anna's Outbox has 1 entry about "Lunch"
      And Anna's Outbox has 1 entry about "Design review"

  Rule: What an Inbox has to wait for is not forgotten

    Background:
      Given Bert's own client processes the Inbox

    @must @service/store/unprocessed-messages @needs:restart @needs:inbox @needs:client-processing
    Scenario: The client comes after the restart
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And the service is restarted
      When Bert's client looks through the Inbox
      Then Bert's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

    @must @service/store/who-processes @needs:restart @needs:inbox @needs:client-processing
    Scenario: The message comes after the restart
      Given the service is restarted
      And Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      When every REQUEST is delivered
      Then the entry about "Design review" in Bert's Inbox is unprocessed
