Feature: Calendar entry state
  The state of an event as a whole is in its STATUS and belongs to the Organizer. That of
  an Attendee is in the PARTSTAT of the own ATTENDEE property and belongs to the Attendee.

  Rule: A REQUEST has the STATUS that the Organizer gave to the event

    @implied @2446/2.1.1/status-travels @needs:inbox
    Scenario Outline: The Organizer has a STATUS for the event
      When Anna organizes "Design review" as <STATUS> with Bert on 4 March 2030 at 10:00 UTC
      Then the REQUEST to Bert has STATUS <STATUS>

      Examples:
        | STATUS    |
        | TENTATIVE |
        | CONFIRMED |

    @implied @2446/2.1.1/status-has-no-default @needs:inbox
    Scenario: The Organizer has no STATUS for the event
      When Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      Then the REQUEST to Bert has no STATUS

  Rule: The copy shows the STATUS of the REQUEST

    @implied @2446/2.1.1/copy-shows-the-status @needs:message-in
    Scenario: A tentative event is confirmed
      Given Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | STATUS    | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | TENTATIVE | Bert asked |
      And the STATUS in Bert's calendar is TENTATIVE
      When Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | STATUS    | ATTENDEE   |
        | 1        | 4 March 2030 at 10:00 UTC | "Design review" | CONFIRMED | Bert asked |
      Then the STATUS in Bert's calendar is CONFIRMED

  Rule: An Attendee who has not answered needs action

    @implied @2446/2.1.1/new-attendee-needs-action @needs:inbox
    Scenario: A meeting with two Attendees is new
      When Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      Then the REQUEST to Bert shows Bert with PARTSTAT NEEDS-ACTION
      And the REQUEST to Bert shows Carla with PARTSTAT NEEDS-ACTION

  Rule: The answer is in the REPLY and in the own copy

    Background:
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @implied @2446/2.1.1/reply-carries-the-answer @needs:inbox
    Scenario Outline: The REPLY has the answer
      When Bert <answer>
      Then the REPLY from Bert shows Bert with PARTSTAT <PARTSTAT>

      Examples:
        | answer              | PARTSTAT  |
        | accepts             | ACCEPTED  |
        | accepts tentatively | TENTATIVE |
        | declines            | DECLINED  |

    @implied @2446/2.1.1/copy-shows-own-answer
    Scenario Outline: The copy has the answer
      When Bert <answer>
      Then Bert's calendar shows Bert as <PARTSTAT>

      Examples:
        | answer              | PARTSTAT  |
        | accepts             | ACCEPTED  |
        | accepts tentatively | TENTATIVE |
