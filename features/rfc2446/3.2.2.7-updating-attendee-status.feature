Feature: Updating Attendee status
  The Organizer may ask single Attendees for their present status. Such a REQUEST is the
  one before it but for RSVP, and whoever has answered before answers again.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: The REQUEST reaches those who are asked and says that they are

    @implied @2446/3.2.2.7/poll-reaches-the-asked @needs:inbox
    Scenario: One of two Attendees has not answered
      Given Bert accepts, and the REPLY is delivered
      When Anna asks Carla for their status in "Design review"
      Then a REQUEST reaches Carla

    @implied @2446/3.2.2.7/poll-sets-rsvp @needs:inbox
    Scenario: Both Attendees are asked, also the one who has answered
      Given Bert accepts, and the REPLY is delivered
      When Anna asks Bert and Carla for their status in "Design review"
      Then the REQUEST to Bert shows Bert with RSVP TRUE
      And the REQUEST to Carla shows Carla with RSVP TRUE

  Rule: Nothing but RSVP is new in the REQUEST

    @implied @2446/3.2.2.7/poll-keeps-sequence @needs:inbox
    Scenario: The meeting has moved before the question
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      When Anna asks Bert for their status in "Design review"
      Then the REQUEST to Bert keeps SEQUENCE 1

    @implied @2446/3.2.2.7/poll-changes-only-rsvp @needs:inbox
    Scenario: One of two Attendees is asked
      Given Anna changes the location of "Design review" to "Room 3"
      And every REQUEST has been delivered
      And Bert accepts, and the REPLY is delivered
      When Anna asks Bert for their status in "Design review"
      Then the REQUEST to Bert leaves time, details and Attendees as they were

  Rule: The question changes no answer

    @implied @2446/3.2.2.7/poll-keeps-the-answer
    Scenario: The Organizer knows the answer and asks again
      Given Bert accepts, and the REPLY is delivered
      When Anna asks Bert for their status in "Design review"
      And every REQUEST is delivered
      Then Bert's calendar shows Bert as ACCEPTED

    @implied @2446/3.2.2.7/poll-keeps-the-answer @needs:message-in
    Scenario: An Organizer of another system asks without knowing the answer
      Given Erik sends Bert a REQUEST about "Team lunch":
        | SEQUENCE | DTSTART                   | SUMMARY      | ATTENDEE   |
        | 0        | 6 March 2030 at 12:00 UTC | "Team lunch" | Bert asked |
      And Bert accepts
      When Erik sends Bert a REQUEST about "Team lunch":
        | SEQUENCE | DTSTART                   | SUMMARY      | ATTENDEE                |
        | 0        | 6 March 2030 at 12:00 UTC | "Team lunch" | Bert NEEDS-ACTION asked |
      Then Bert's calendar shows Bert as ACCEPTED

  Rule: Whoever is asked answers with the present status

    Background:
      Given Bert declines, but the REPLY is held in transit
      And Anna asks Bert for their status in "Design review"

    @should @2446/3.2.2.7/poll-is-answered @needs:hold-messages
    Scenario: The first answer was lost
      When the REQUEST to Bert is delivered
      And Bert declines
      Then a REPLY from Bert comes in return

    @should @2446/3.2.2.7/poll-answer-is-the-current-status @needs:hold-messages
    Scenario: The answer is the one that the calendar shows
      When the REQUEST to Bert is delivered
      And Bert declines
      Then a REPLY from Bert that says DECLINED comes in return
      And Bert's calendar shows Bert as DECLINED
