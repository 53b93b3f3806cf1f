Feature: Component revisions
  The Organizer numbers the revisions of an event. A change that Attendees must answer
  anew, and a cancellation, raise SEQUENCE; an answer carries the number it answers.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: A rescheduled event has a greater SEQUENCE

    @must @2446/2.1.4/reschedule-raises-sequence @needs:inbox
    Scenario: The meeting moves to another day
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then the REQUEST to Bert raises SEQUENCE to 1
      And the REQUEST to Carla raises SEQUENCE to 1

    @must @2446/2.1.4/reschedule-raises-sequence @needs:inbox
    Scenario: Only the end of the meeting moves
      When Anna prolongs "Design review" until 4 March 2030 at 12:30 UTC
      Then the REQUEST to Bert raises SEQUENCE to 1

    @must @2446/2.1.4/reschedule-raises-sequence @needs:inbox
    Scenario: The meeting moves a second time
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      When Anna reschedules "Design review" to 6 March 2030 at 09:00 UTC
      Then the REQUEST to Bert raises SEQUENCE to 2

    @must @2446/2.1.4/reschedule-raises-sequence @needs:inbox
    Scenario: The meeting moves to the same hour in another zone
      Given Anna organizes "Team lunch" with Bert on 6 March 2030 at 12:00 Europe/Vienna
      And every REQUEST has been delivered
      When Anna reschedules "Team lunch" to 6 March 2030 at 12:00 UTC
      Then the REQUEST to Bert raises SEQUENCE to 1

  Rule: An event that recurs in another way has a greater SEQUENCE

    Background:
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered

    @must @2446/2.1.4/recurrence-raises-sequence @needs:inbox
    Scenario: The series becomes longer
      When Anna reschedules "Team call" to 4 March 2030 at 10:00 UTC, every week 6 times
      Then the REQUEST to Bert raises SEQUENCE to 1

    @must @2446/2.1.4/recurrence-raises-sequence @needs:inbox
    Scenario: The series gets one more date
      When Anna adds 28 March 2030 at 10:00 UTC to "Team call"
      Then the REQUEST to Bert raises SEQUENCE to 1

    @must @2446/2.1.4/recurrence-raises-sequence @needs:inbox
    Scenario: One date is left out of the series
      When Anna leaves 18 March 2030 at 10:00 UTC out of "Team call"
      Then the cancellation for Bert raises SEQUENCE to 1

  Rule: An event with another STATUS has a greater SEQUENCE

    @must @2446/2.1.4/status-raises-sequence @needs:inbox
    Scenario: The meeting becomes uncertain
      When Anna changes the status of "Design review" to "TENTATIVE"
      Then the REQUEST to Bert raises SEQUENCE to 1
      And the REQUEST to Bert has STATUS TENTATIVE

  Rule: A published event that moves has a greater SEQUENCE

    @must @2446/2.1.4/publish-raises-sequence @needs:publish
    Scenario: The meeting moves after it was published
      Given Anna publishes "Design review" to Dora
      And every PUBLISH has been delivered
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      When Anna publishes "Design review" to Dora
      Then the PUBLISH to Dora raises SEQUENCE to 1

  Rule: A CANCEL has a greater SEQUENCE than the REQUEST before it

    @must @2446/2.1.4/cancel-raises-sequence @needs:inbox
    Scenario: The whole meeting is cancelled
      When Anna cancels "Design review"
      Then the CANCEL to Bert raises SEQUENCE to 1
      And the CANCEL to Carla raises SEQUENCE to 1

    @must @2446/2.1.4/cancel-raises-sequence @needs:inbox
    Scenario: One Attendee is uninvited
      When Anna uninvites Carla from "Design review"
      Then the CANCEL to Carla raises SEQUENCE to 1

  Rule: A REPLY carries the SEQUENCE of the REQUEST that it answers

    @must @2446/2.1.4/reply-keeps-sequence @needs:inbox
    Scenario: An Attendee accepts the first REQUEST
      When Bert accepts
      Then the REPLY from Bert carries SEQUENCE 0 of the REQUEST

  Rule: An answer to an older revision may count or be ignored, but never takes the event back

    @implied @2446/2.1.4/outdated-reply-keeps-the-event @see:2446/2.1.4/outdated-reply-is-a-choice @needs:hold-messages
    Scenario: An acceptance of the first time arrives after the meeting has moved
      Given Bert accepts, but the REPLY is held in transit
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      When every REPLY is delivered
      Then Anna's calendar shows Bert as ACCEPTED or NEEDS-ACTION
      And Anna's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

  Rule: Delegating does not count as a revision

    @must @2446/2.1.4/delegation-keeps-sequence @needs:delegation @needs:inbox
    Scenario: An Attendee delegates the meeting that has moved
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      When Bert delegates to Dora
      Then the REQUEST to Dora has no greater SEQUENCE than the one to Bert
