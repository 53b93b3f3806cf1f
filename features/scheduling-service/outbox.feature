Feature: The Outbox
  Whatever a Calendar User sends is listed in the Outbox of that Originator: one entry for
  each sending, with the message, its Recipients and how far it has got.

  Rule: One entry stands for one sending

    @must @service/outbox/one-entry-for-a-sending @needs:outbox
    Scenario: An event goes to three Attendees
      When Anna organizes "Design review" with Bert, Carla and Dora on 4 March 2030 at 10:00 UTC
      Then Anna's Outbox has 1 entry about "Design review"
      And the entry about "Design review" in Anna's Outbox names Bert, Carla and Dora as Recipients

  Rule: Every message that is sent is listed, whatever its METHOD

    Background:
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC

    @must @service/outbox/every-method-is-listed @needs:outbox
    Scenario: A meeting is called off
      When Anna cancels "Design review"
      Then the entry about "Design review" in Anna's Outbox is a CANCEL

    @must @service/outbox/every-method-is-listed @needs:outbox @needs:inbox
    Scenario: An Attendee answers
      Given every REQUEST has been delivered
      When Bert accepts
      Then the entry about "Design review" in Bert's Outbox is a REPLY
      And the entry about "Design review" in Bert's Outbox names Anna as Recipient

  Rule: The newest sending is listed, whether earlier ones stay or give way

    @must @service/outbox/newest-revision-is-listed @needs:outbox
    Scenario: A meeting is moved
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then Anna's Outbox has 1 or 2 entries about "Design review"
      And the entry about "Design review" in Anna's Outbox is for 5 March 2030 at 15:00 UTC

    @must @service/outbox/unsent-entry-stays @needs:outbox @needs:mailer
    Scenario: A meeting is moved before its first mail has left
      Given Anna organizes "Design review" with Mona on 4 March 2030 at 10:00 UTC
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then Anna's Outbox has 2 entries about "Design review"

  Rule: What has still to be mailed outlives the meeting

    @must @service/outbox/unsent-outlives-meeting @needs:outbox @needs:mailer @needs:clock
    Scenario: A meeting is over before its mail has left
      Given Anna organizes "Design review" with Mona on 4 March 2030 at 10:00 UTC
      And 60 days pass
      When the mailer runs
      Then Mona has got 1 mail

  Rule: What is stored without being sent is not listed

    @must @service/outbox/nothing-sent-nothing-listed @needs:outbox @needs:schedule
    Scenario: A meeting is only drafted
      When Anna drafts "Design review" with Bert on 4 March 2030 at 10:00 UTC
      Then Anna's calendar shows "Design review" on 4 March 2030 at 10:00 UTC
      And Anna's Outbox has 0 entries about "Design review"

  Rule: Of a group the entry names each Calendar User who is reached

    @must @service/outbox/members-are-named @needs:outbox @needs:groups
    Scenario: A group is invited
      When Anna organizes "Design review" with Bert and Crew on 4 March 2030 at 10:00 UTC
      Then the entry about "Design review" in Anna's Outbox names Bert, Dora and Erik as Recipients
