Feature: Updating or reconfirmation of an event
  A REQUEST with a known UID and the same SEQUENCE changes details that need no new
  answer, such as the location.

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
