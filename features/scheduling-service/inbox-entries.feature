Feature: Entries of the Inbox
  Each message has an entry that says how far it got: unprocessed, processed or failed.
  Entries stay, also when later messages have overtaken what they say.

  Rule: A message that was processed is shown as processed

    @must @service/inbox/processed-state @needs:inbox
    Scenario: The service processes the Inbox
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      When every REQUEST is delivered
      Then the entry about "Design review" in Bert's Inbox is processed

    @must @service/inbox/processed-state @needs:inbox @needs:client-processing
    Scenario: The client processes the Inbox
      Given Bert's own client processes the Inbox
      And Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Bert's client looks through the Inbox
      Then the entry about "Design review" in Bert's Inbox is processed

    @must @service/inbox/processed-state @needs:inbox @needs:hold-messages
    Scenario: The message comes too late to have an effect
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And the second REQUEST to Bert is delivered
      When the first REQUEST to Bert is delivered
      Then the entry about "Design review" in Bert's Inbox is processed
      And Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

  Rule: A message that cannot be processed is shown as failed

    @must @service/inbox/failed-state @needs:inbox @needs:message-in
    Scenario: An instance of a series of every second is cancelled after a year
      Given Erik sends Bert a REQUEST about "Heartbeat":
        | SEQUENCE | DTSTART                   | RRULE         | SUMMARY     | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=SECONDLY | "Heartbeat" | Bert asked |
      When Erik sends Bert a CANCEL about "Heartbeat":
        | SEQUENCE | RECURRENCE-ID             | STATUS    | ATTENDEE |
        | 1        | 4 March 2031 at 10:00 UTC | CANCELLED | Bert     |
      Then the entry about "Heartbeat" in Bert's Inbox is failed

  Rule: Each message has an entry of its own

    @must @service/inbox/entry-per-message @needs:inbox
    Scenario: Two have answered
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert accepts, and the REPLY is delivered
      When Carla declines, and the REPLY is delivered
      Then Anna's Inbox has 2 entries about "Design review"

  Rule: An entry about an old revision stays

    @must @service/inbox/old-revision-stays-listed @needs:inbox
    Scenario: The meeting has moved
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST is delivered
      Then Bert's Inbox has 2 entries about "Design review"

  Rule: A repeated message changes nothing

    @must @service/inbox/repeated-message @needs:hold-messages @needs:notifications
    Scenario: The same REQUEST arrives twice
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When the REQUEST to Bert is delivered again
      Then nothing changes in Bert's calendar
      And Bert has been notified 1 time of a REQUEST about "Design review"

  Rule: A COUNTER waits for the user

    Background:
      Given Anna organizes "Design review" with Bert and Erik on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @must @service/inbox/counter-waits-for-the-user @needs:inbox @needs:message-in
    Scenario: An Attendee proposes another time
      When Erik sends Anna a COUNTER about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE      |
        | 0        | 5 March 2030 at 10:00 UTC | "Design review" | Erik DECLINED |
      Then the entry about "Design review" in Anna's Inbox is a COUNTER
      And the entry about "Design review" in Anna's Inbox is unprocessed
      And nothing changes in Anna's calendar

    @must @service/inbox/counter-waits-for-the-user @needs:inbox @needs:message-in @needs:client-processing
    Scenario: The client has looked, but not the user
      Given Anna's own client processes the Inbox
      And Erik sends Anna a COUNTER about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE      |
        | 0        | 5 March 2030 at 10:00 UTC | "Design review" | Erik DECLINED |
      When Anna's client looks through the Inbox
      Then the entry about "Design review" in Anna's Inbox is unprocessed
      And Anna's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

    @must @service/inbox/counter-waits-for-the-user @needs:inbox @needs:message-in
    Scenario: An answer of the same Attendee does not wait
      When Erik accepts, and the REPLY is delivered
      Then the entry about "Design review" in Anna's Inbox is processed
      And Anna's calendar shows Erik as ACCEPTED
