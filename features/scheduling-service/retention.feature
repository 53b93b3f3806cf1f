Feature: How long boxes keep what they have
  Entries stay in Inbox and Outbox until the meeting that they are about is over by the clock,
  and go then. Every scenario begins on 7 January 2030 at 09:00 UTC.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 9 January 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: Entries stay until the meeting is over

    @must @service/retention/until-the-meeting-is-over @needs:clock @needs:inbox
    Scenario: An hour before the meeting
      When 2 days pass
      Then Bert's Inbox has 1 entry about "Design review"
      And Carla's Inbox has 1 entry about "Design review"

    @must @service/retention/until-the-meeting-is-over @needs:clock @needs:inbox
    Scenario: While the meeting takes place
      When 2 days pass
      And 90 minutes pass
      Then Bert's Inbox has 1 entry about "Design review"

    @must @service/retention/until-the-meeting-is-over @needs:clock @needs:inbox
    Scenario: After the meeting
      When 2 days pass
      And 130 minutes pass
      Then Bert's Inbox has 0 entries about "Design review"
      And Bert's calendar shows "Design review" on 9 January 2030 at 10:00 UTC

  Rule: Both boxes keep entries for the same time

    @must @service/retention/both-boxes @needs:clock @needs:inbox @needs:outbox
    Scenario: The meeting is still to come
      Given Bert accepts, and the REPLY is delivered
      When 2 days pass
      Then the entry about "Design review" in Anna's Outbox is processed
      And Anna's Inbox has 1 entry about "Design review"
      And Bert's Outbox has 1 entry about "Design review"

    @must @service/retention/both-boxes @needs:clock @needs:inbox @needs:outbox
    Scenario: The day after the meeting
      Given Bert accepts, and the REPLY is delivered
      When 3 days pass
      Then Anna's Outbox has 0 entries about "Design review"
      And Anna's Inbox has 0 entries about "Design review"
      And Bert's Outbox has 0 entries about "Design review"

    @must @service/retention/both-boxes @needs:clock @needs:outbox
    Scenario: A secretary who is not invited has sent it
      Given Sven organizes "Budget" for Anna with Bert and Carla on 9 January 2030 at 12:00 UTC
      And Anna reschedules "Budget" to 11 January 2030 at 12:00 UTC
      When 3 days pass
      Then Sven's Outbox has 1 entry about "Budget"

  Rule: Entries about other meetings stay

    @must @service/retention/other-meetings-stay @needs:clock @needs:inbox @needs:outbox
    Scenario: One of two meetings is over
      Given Anna organizes "Budget" with Bert on 12 January 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When 3 days pass
      Then Bert's Inbox has 1 entry about "Budget"
      And Anna's Outbox has 1 entry about "Budget"

  Rule: A cancelled meeting counts until it would have been over

    @must @service/retention/cancelled-until-its-end @needs:clock @needs:inbox @needs:outbox
    Scenario: Cancelled, and an hour before it would have begun
      Given Anna cancels "Design review"
      And every CANCEL has been delivered
      When 2 days pass
      Then Bert's Inbox has 2 entries about "Design review"
      And Anna's Outbox has 2 entries about "Design review"

    @must @service/retention/cancelled-until-its-end @needs:clock @needs:inbox @needs:outbox
    Scenario: Cancelled, and the day after it would have been
      Given Anna cancels "Design review"
      And every CANCEL has been delivered
      When 3 days pass
      Then Bert's Inbox has 0 entries about "Design review"
      And Anna's Outbox has 0 entries about "Design review"

  Rule: A meeting that has moved counts where it is now

    @must @service/retention/rescheduled-later @needs:clock @needs:inbox @needs:outbox
    Scenario: Moved to a later day, the first day over
      Given Anna reschedules "Design review" to 11 January 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When 3 days pass
      Then Bert's Inbox has 2 entries about "Design review"
      And the entry about "Design review" in Anna's Outbox is processed

    @must @service/retention/rescheduled-later @needs:clock @needs:inbox @needs:outbox
    Scenario: Moved to a later day, that day over
      Given Anna reschedules "Design review" to 11 January 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When 5 days pass
      Then Bert's Inbox has 0 entries about "Design review"
      And Anna's Outbox has 0 entries about "Design review"

    @must @service/retention/rescheduled-earlier @needs:clock @needs:inbox @needs:outbox
    Scenario: Moved to an earlier day, that day over
      Given Anna reschedules "Design review" to 8 January 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert's Inbox has 2 entries about "Design review"
      When 2 days pass
      Then Bert's Inbox has 0 entries about "Design review"
      And Anna's Outbox has 0 entries about "Design review"

    @must @service/retention/rescheduled-earlier @needs:clock @needs:outbox
    Scenario: Moved to an earlier day and cancelled, that day over
      Given Anna reschedules "Design review" to 8 January 2030 at 10:00 UTC
      And Anna cancels "Design review"
      And the entry about "Design review" in Anna's Outbox is a CANCEL
      When 2 days pass
      Then Anna's Outbox has 0 entries about "Design review"

  Rule: What waits in the Inbox counts

    @must @service/retention/what-waits-counts @needs:clock @needs:inbox @needs:client-processing
    Scenario: A move to a later day is not processed yet
      Given Bert's own client processes the Inbox
      And Anna reschedules "Design review" to 11 January 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When 3 days pass
      Then Bert's Inbox has 2 entries about "Design review"
      And the entry about "Design review" in Bert's Inbox is unprocessed
