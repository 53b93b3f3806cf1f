Feature: Updating or reconfirmation of an event
  A REQUEST with a known UID and the same SEQUENCE changes details that need no new
  answer, passes answers on, or asks whether everybody still comes.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: The copy takes the new details and keeps its time

    @implied @2446/3.2.2.2/update-changes-details-only
    Scenario: The meeting gets another location
      When Anna changes the location of "Design review" to "Room 3"
      And every REQUEST is delivered
      Then the location in Bert's calendar is "Room 3"
      And Bert's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

  Rule: The answer that an Attendee has given stays

    @implied @2446/3.2.2.2/update-keeps-the-answer @needs:hold-messages
    Scenario: An update crosses the answer
      Given Bert accepts, but the REPLY is held in transit
      When Anna changes the location of "Design review" to "Room 3"
      And every REQUEST is delivered
      Then the location in Bert's calendar is "Room 3"
      And Bert's calendar shows Bert as ACCEPTED

    @implied @2446/3.2.2.2/update-keeps-answers-of-all
    Scenario: An update follows the answer
      Given Bert accepts, and the REPLY is delivered
      When Anna changes the description of "Design review" to "Bring the drawings"
      And every REQUEST is delivered
      Then Anna's calendar shows Bert as ACCEPTED
      And the description in Bert's calendar is "Bring the drawings"
      And Bert's calendar shows Bert as ACCEPTED

  Rule: SEQUENCE stays as it was

    @implied @2446/3.2.2.2/update-keeps-sequence @needs:inbox
    Scenario: The meeting gets a description
      When Anna changes the description of "Design review" to "Bring the drawings"
      Then the REQUEST to Bert keeps SEQUENCE 0

    @implied @2446/3.2.2.2/update-keeps-sequence @needs:inbox
    Scenario: The meeting that has moved gets a description
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      When Anna changes the description of "Design review" to "Bring the drawings"
      Then the REQUEST to Bert keeps SEQUENCE 1

    @implied @2446/3.2.2.2/unsolicited-request-keeps-sequence @needs:inbox
    Scenario: The answers are sent round
      Given Bert accepts, and the REPLY is delivered
      When Anna sends the answers to "Design review" round
      Then the REQUEST to Carla keeps SEQUENCE 0

    @implied @2446/3.2.2.2/unsolicited-request-keeps-sequence @needs:inbox
    Scenario: The meeting that has moved is sent again for confirmation
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      When Anna sends "Design review" again for confirmation
      Then the REQUEST to Bert keeps SEQUENCE 1

  Rule: An update that asks for no answer draws none

    @implied @2446/3.2.2.2/update-needs-no-answer @needs:message-in
    Scenario: An update arrives after the answer
      Given Erik sends Bert a REQUEST about "Team lunch":
        | SEQUENCE | DTSTART                   | SUMMARY      | ATTENDEE   |
        | 0        | 6 March 2030 at 12:00 UTC | "Team lunch" | Bert asked |
      And Bert accepts
      When Erik sends Bert a REQUEST about "Team lunch":
        | SEQUENCE | DTSTART                   | SUMMARY      | LOCATION | ATTENDEE              |
        | 0        | 6 March 2030 at 12:00 UTC | "Team lunch" | "Room 3" | Bert ACCEPTED unasked |
      Then the location in Bert's calendar is "Room 3"
      And no scheduling message is sent in return

  Rule: An update passes the answers on

    @implied @2446/3.2.2.2/redistribution-shows-answers @needs:inbox
    Scenario: One Attendee has accepted and one has declined
      Given Bert accepts, and the REPLY is delivered
      And Carla declines, and the REPLY is delivered
      When Anna sends the answers to "Design review" round
      Then the REQUEST to Bert shows Bert with PARTSTAT ACCEPTED
      And the REQUEST to Bert shows Carla with PARTSTAT DECLINED

    @implied @2446/3.2.2.2/copy-learns-other-answers
    Scenario: The answer of another Attendee is sent round
      Given Bert accepts, and the REPLY is delivered
      When Anna sends the answers to "Design review" round
      And every REQUEST is delivered
      Then Carla's calendar shows Bert as ACCEPTED

    @implied @2446/3.2.2.2/copy-learns-other-answers
    Scenario: The answer of another Attendee comes with a change of details
      Given Bert accepts, and the REPLY is delivered
      When Anna changes the description of "Design review" to "Bring the drawings"
      And every REQUEST is delivered
      Then the description in Carla's calendar is "Bring the drawings"
      And Carla's calendar shows Bert as ACCEPTED

  Rule: An Attendee who asks for the event gets it as it is now

    Background:
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered

    @implied @2446/3.2.2.2/refresh-brings-a-request @needs:refresh @needs:inbox
    Scenario: The question is answered
      Given Bert asks for "Design review" again
      When every REFRESH is delivered
      Then a REQUEST reaches Bert

    @implied @2446/3.2.2.2/refresh-answer-is-an-update @needs:refresh @needs:inbox
    Scenario: The answer is no new revision
      Given Bert asks for "Design review" again
      When every REFRESH is delivered
      Then the REQUEST to Bert keeps SEQUENCE 1
      And the REQUEST to Bert leaves time, details and Attendees as they were

  Rule: A reconfirmation reaches everybody and changes nothing

    @implied @2446/3.2.2.2/reconfirmation-reaches-attendees @needs:inbox @gate:request-sent-again
    Scenario: The meeting is sent again unchanged
      When Anna sends "Design review" again for confirmation
      Then a REQUEST reaches Bert and Carla

    @implied @2446/3.2.2.2/reconfirmation-changes-nothing
    Scenario: The meeting is sent again to one who has accepted
      Given Anna changes the location of "Design review" to "Room 3"
      And every REQUEST has been delivered
      And Bert accepts, and the REPLY is delivered
      When Anna sends "Design review" again for confirmation
      And every REQUEST is delivered
      Then Bert's calendar shows "Design review" from 4 March 2030 at 10:00 UTC until 4 March 2030 at 11:00 UTC
      And the location in Bert's calendar is "Room 3"
      And Bert's calendar shows Bert as ACCEPTED
