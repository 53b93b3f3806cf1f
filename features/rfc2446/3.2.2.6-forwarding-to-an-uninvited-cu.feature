Feature: Forwarding to an uninvited CU
  An Attendee may forward the REQUEST, as it is, to somebody who is not invited. If that
  one answers, the Organizer decides whether there is one more Attendee; one who is not
  added may hear of it by a CANCEL of its own.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: The forwarded REQUEST is the one that the Attendee got

    @implied @2446/3.2.2.6/forwarded-request-reaches-new-cu @needs:inbox
    Scenario: An Attendee forwards the meeting
      When Bert forwards "Design review" to Otto
      Then a REQUEST reaches Otto

    @must @2446/3.2.2.6/forwarder-changes-nothing @needs:inbox
    Scenario: An updated meeting is forwarded
      Given Anna changes the location of "Design review" to "Room 2"
      And every REQUEST has been delivered
      When Bert forwards "Design review" to Otto
      Then the REQUEST to Otto is the REQUEST to Bert, unchanged

  Rule: An uninvited answer leaves the event as it is, but for who is listed

    @implied @2446/3.2.2.6/uninvited-reply-keeps-the-event @needs:message-in @needs:uninvited-decision
    Scenario: Somebody uninvited accepts for another time and is added
      Given Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY | ATTENDEE      |
        | present  | 6 March 2030 at 09:00 UTC | "Party" | Erik ACCEPTED |
      When Anna adds Erik to "Design review"
      Then Anna's calendar shows "Design review" from 4 March 2030 at 10:00 UTC until 4 March 2030 at 11:00 UTC
      And Anna's calendar lists Bert and Carla once each
      And Anna's calendar shows Bert as NEEDS-ACTION
      And Anna's calendar shows Carla as NEEDS-ACTION

  Rule: The Organizer decides whether somebody uninvited is added

    Background:
      Given Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | ATTENDEE      |
        | present  | Erik ACCEPTED |

    @implied @2446/3.2.2.6/refused-uninvited-stays-out @needs:message-in @needs:uninvited-decision
    Scenario: The Organizer decides against it
      When Anna decides not to add Erik to "Design review"
      Then Anna's calendar does not list Erik
      And Anna's calendar lists Bert and Carla once each

    @implied @2446/3.2.2.6/accepted-uninvited-is-listed @needs:message-in @needs:uninvited-decision
    Scenario: The Organizer decides for it
      When Anna adds Erik to "Design review"
      Then Anna's calendar lists Bert, Carla and Erik once each

  Rule: A CANCEL for somebody uninvited goes to nobody else

    @implied @2446/3.2.2.6/cancel-of-uninvited-spares-others @needs:message-in @needs:uninvited-decision @needs:inbox
    Scenario: The Organizer tells somebody uninvited not to come
      Given Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | ATTENDEE      |
        | present  | Erik ACCEPTED |
      When Anna turns Erik away from "Design review" by a CANCEL
      Then a CANCEL reaches Erik
      And the CANCEL to Erik lists Erik
      And no CANCEL is sent to Bert
      And Bert's calendar still has "Design review"
