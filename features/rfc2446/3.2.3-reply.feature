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

  Rule: Another answer goes to the Organizer as well

    @implied @2446/3.2.3/changed-answer-is-sent @needs:inbox
    Scenario: An Attendee who had accepted declines
      Given Bert accepts, and the REPLY is delivered
      And Anna's calendar shows Bert as ACCEPTED
      When Bert declines
      Then a REPLY reaches Anna
      And the REPLY from Bert shows Bert with PARTSTAT DECLINED

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

    @implied @2446/3.2.3/reply-sets-partstat @needs:message-in @gate:message-taken-in
    Scenario: An Attendee of another system accepts
      Given Anna organizes "Team lunch" with Erik on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      When Erik accepts, and the REPLY is delivered
      Then Anna's calendar shows Erik as ACCEPTED

    @implied @2446/3.2.3/reply-sets-partstat @needs:message-in
    Scenario: The REPLY repeats the STATUS of the event
      Given Anna organizes "Team lunch" as CONFIRMED with Erik on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      When Erik sends Anna a REPLY about "Team lunch":
        | SEQUENCE | DTSTART                   | SUMMARY      | STATUS    | ATTENDEE      |
        | 0        | 6 March 2030 at 12:00 UTC | "Team lunch" | CONFIRMED | Erik ACCEPTED |
      Then Anna's calendar shows Erik as ACCEPTED

  Rule: The answer of a delegate counts, though the Organizer did not invite the delegate

    @implied @2446/3.2.3/delegates-reply-is-taken @needs:delegation
    Scenario: The delegate accepts
      Given Bert delegates to Dora, and the messages are delivered
      When Dora accepts, and the REPLY is delivered
      Then Anna's calendar shows Dora as ACCEPTED

  Rule: The answer of a member of an invited group counts for the member

    @implied @2446/3.2.3/members-reply-is-taken @needs:groups @needs:message-in
    Scenario: A member of the group accepts
      Given Anna organizes "Team lunch" with Crew on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      When Erik sends Anna a REPLY about "Team lunch":
        | SEQUENCE | DTSTART                   | SUMMARY      | ATTENDEE                         |
        | 0        | 6 March 2030 at 12:00 UTC | "Team lunch" | Erik INDIVIDUAL ACCEPTED of Crew |
      And Anna adds Erik to "Team lunch"
      Then Anna's calendar shows these Attendees:
        | Attendee | PARTSTAT     |
        | Crew     | NEEDS-ACTION |
        | Erik     | ACCEPTED     |

  Rule: Who answers for an Attendee is named in SENT-BY

    @implied @2446/3.2.3/substitute-is-in-sent-by @needs:inbox
    Scenario: The secretary accepts for the Attendee
      When Sven accepts for Bert
      Then the REPLY to Anna shows Bert with PARTSTAT ACCEPTED
      And the REPLY to Anna shows Bert with SENT-BY Sven

  Rule: A REPLY that reports a failure accepts nothing

    @implied @2446/3.2.3/failure-is-no-answer @needs:message-in
    Scenario: One REQUEST was accepted and the other could not be processed
      Given Anna organizes "Team lunch" with Emil and Erik on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      And Emil accepts, and the REPLY is delivered
      When Erik sends Anna a REPLY about "Team lunch":
        | SEQUENCE | ATTENDEE | REQUEST-STATUS              |
        | 0        | Erik     | 3.14;Unsupported capability |
      Then Anna's calendar shows "Team lunch" from 6 March 2030 at 12:00 UTC until 6 March 2030 at 13:00 UTC
      And Anna's calendar shows these Attendees:
        | Attendee | PARTSTAT     |
        | Emil     | ACCEPTED     |
        | Erik     | NEEDS-ACTION |

  Rule: A REPLY answers for its Attendee alone

    @implied @2446/3.2.3/reply-touches-one-attendee
    Scenario: One of two Attendees accepts
      When Bert accepts, and the REPLY is delivered
      Then Anna's calendar shows these Attendees:
        | Attendee | PARTSTAT     |
        | Bert     | ACCEPTED     |
        | Carla    | NEEDS-ACTION |

    @implied @2446/3.2.3/reply-touches-one-attendee @needs:message-in
    Scenario: The address of the one who accepts is the end of another one
      Given Anna organizes "Team lunch" with Erik and Frederik on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      When Erik accepts, and the REPLY is delivered
      Then Anna's calendar shows these Attendees:
        | Attendee | PARTSTAT     |
        | Erik     | ACCEPTED     |
        | Frederik | NEEDS-ACTION |

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

    @must @2446/3.2.3/single-reply-without-recurrence-id @needs:inbox
    Scenario: The event that is answered does not recur
      When Bert accepts
      Then the REPLY from Bert is about the whole event

  Rule: A REPLY without SEQUENCE answers the first revision

    Background:
      Given Anna organizes "Team lunch" with Erik on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered

    @implied @2446/3.2.3/absent-reply-sequence-is-zero @needs:message-in
    Scenario: The event has not been revised
      Given the first revision of "Team lunch" has SEQUENCE 0
      When Erik sends Anna a REPLY about "Team lunch":
        | DTSTART                   | SUMMARY      | ATTENDEE      |
        | 6 March 2030 at 12:00 UTC | "Team lunch" | Erik ACCEPTED |
      Then Anna's calendar shows Erik as ACCEPTED

    @implied @2446/3.2.3/absent-reply-sequence-is-zero @needs:message-in
    Scenario: The present revision has been answered already
      Given Anna reschedules "Team lunch" to 7 March 2030 at 12:00 UTC
      And Erik sends Anna a REPLY about "Team lunch":
        | SEQUENCE | DTSTART                   | SUMMARY      | ATTENDEE      |
        | present  | 7 March 2030 at 12:00 UTC | "Team lunch" | Erik DECLINED |
      And Anna's calendar shows Erik as DECLINED
      When Erik sends Anna a REPLY about "Team lunch":
        | DTSTART                   | SUMMARY      | ATTENDEE      |
        | 6 March 2030 at 12:00 UTC | "Team lunch" | Erik ACCEPTED |
      Then Anna's calendar shows Erik as DECLINED

  Rule: A REPLY does not change the event

    @must @2446/3.2.3/reply-leaves-properties @needs:inbox
    Scenario: Title, times and Organizer come back as they were
      When Bert declines
      Then the REPLY from Bert leaves SUMMARY, DTSTART, DTEND and ORGANIZER as they were

    @implied @2446/3.2.3/left-out-properties-stay @needs:message-in
    Scenario: The REPLY has only what it needs
      Given Anna organizes "Team lunch" with Erik on 6 March 2030 at 12:00 UTC
      And Anna changes the location of "Team lunch" to "Room 2"
      When Erik sends Anna a REPLY about "Team lunch":
        | SEQUENCE | ATTENDEE      |
        | present  | Erik ACCEPTED |
      Then Anna's calendar shows Erik as ACCEPTED
      And Anna's calendar shows "Team lunch" from 6 March 2030 at 12:00 UTC until 6 March 2030 at 13:00 UTC
      And the SUMMARY in Anna's calendar is "Team lunch"
      And the location in Anna's calendar is "Room 2"

    @implied @2446/3.2.3/reply-leaves-the-role @needs:message-in
    Scenario: The REPLY has another ROLE
      Given Anna organizes "Team lunch" on 6 March 2030 at 12:00 UTC with:
        | Attendee | ROLE            |
        | Erik     | OPT-PARTICIPANT |
      And every REQUEST has been delivered
      When Erik sends Anna a REPLY about "Team lunch":
        | SEQUENCE | DTSTART                   | SUMMARY      | ATTENDEE            |
        | 0        | 6 March 2030 at 12:00 UTC | "Team lunch" | Erik CHAIR ACCEPTED |
      Then Anna's calendar shows Erik as ACCEPTED
      And Anna's calendar shows Erik with ROLE OPT-PARTICIPANT

  Rule: What is cancelled needs no answer

    @implied @2446/3.2.3/cancelled-event-needs-no-answer @needs:inbox
    Scenario: An Attendee deletes the copy of a cancelled event
      Given Anna cancels "Design review"
      And every CANCEL has been delivered
      And Bert's calendar shows "Design review" as cancelled or no longer
      When Bert deletes the own copy of "Design review"
      Then no REPLY is sent to Anna
