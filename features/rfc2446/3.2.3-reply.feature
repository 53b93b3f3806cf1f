Feature: REPLY
  An Attendee answers a REQUEST by a REPLY to the Organizer, who records the answer of
  that Attendee. It carries the identity of what it answers and changes nothing else.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: The REPLY goes to the Organizer

    @implied @2446/3.2.3/reply-reaches-organizer @needs:inbox @gate:reply-delivered
    Scenario: An Attendee accepts
      When Bert accepts
      Then a REPLY reaches Anna

    @implied @2446/3.2.3/reply-reaches-organizer @needs:inbox
    Scenario: The other Attendees do not get the answer
      When Bert accepts
      Then a REPLY reaches Anna
      And no REPLY is sent to Carla

  Rule: The Organizer's event shows the answer

    @implied @2446/3.2.3/reply-sets-partstat
    Scenario Outline: An Attendee answers
      When Bert <answer>, and the REPLY is delivered
      Then Anna's calendar shows Bert as <PARTSTAT>

      Examples:
        | answer              | PARTSTAT  |
        | accepts             | ACCEPTED  |
        | accepts tentatively | TENTATIVE |
        | declines            | DECLINED  |

    @implied @2446/3.2.3/reply-sets-partstat @needs:message-in @needs:hold-messages @gate:message-taken-in
    Scenario: An Attendee of another system accepts
      Given Anna organizes "Team lunch" with Erik on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      When Erik accepts, and the REPLY is delivered
      Then Anna's calendar shows Erik as ACCEPTED

  Rule: A REPLY answers for its Attendee alone

    @implied @2446/3.2.3/reply-touches-one-attendee
    Scenario: One of two Attendees accepts
      When Bert accepts, and the REPLY is delivered
      Then Anna's calendar shows these Attendees:
        | Attendee | PARTSTAT     |
        | Bert     | ACCEPTED     |
        | Carla    | NEEDS-ACTION |

    @must @2446/3.2.3/reply-names-its-attendee @needs:inbox
    Scenario: The REPLY lists the one who answers
      When Bert accepts
      Then the REPLY from Bert lists only Bert

  Rule: A REPLY identifies what it answers

    @must @2446/3.2.3/reply-uid @needs:inbox
    Scenario: The UID of the REQUEST comes back
      When Bert accepts
      Then the REPLY from Bert carries the UID of the REQUEST

    @must @2446/3.2.3/reply-sequence @needs:inbox
    Scenario: The SEQUENCE of the rescheduled event comes back
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      When Bert accepts
      Then the REPLY from Bert carries SEQUENCE 1 of the REQUEST

  Rule: A REPLY does not change the event

    @must @2446/3.2.3/reply-leaves-properties @needs:inbox
    Scenario: Title, times and Organizer come back as they were
      When Bert declines
      Then the REPLY from Bert leaves SUMMARY, DTSTART, DTEND and ORGANIZER as they were
