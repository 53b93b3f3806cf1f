Feature: Recipients for whom nobody was named
  Without named Recipients a message goes where it usually goes: an Organizer's to the
  Attendees, an Attendee's to the Organizer, a PUBLISH nowhere.

  Rule: An Organizer's message goes to the Attendees, and not to the Organizer

    @must @service/recipients/organizer-is-no-usual-recipient @needs:schedule
    Scenario Outline: The Organizer attends by <address>
      Given Anna drafts "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      When Anna calls schedule with a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE                        |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | <own> ACCEPTED, Bert asked, Carla asked |
      Then a REQUEST reaches Bert and Carla
      And no REQUEST is sent to Anna

      Examples:
        | address          | own          |
        | the same address | Anna         |
        | an alias         | Anna's alias |

    @must @service/recipients/cancel-goes-to-those-listed @needs:schedule
    Scenario: One of two Attendees is removed
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      When Anna calls schedule with a CANCEL about "Design review":
        | SEQUENCE | ATTENDEE |
        | 1        | Carla    |
      Then a CANCEL reaches Carla
      And no CANCEL is sent to Bert

    @must @service/recipients/organizer-in-a-group @needs:groups @needs:message-in
    Scenario: The Organizer is a member of the group
      When Dora organizes "Design review" with Crew on 4 March 2030 at 10:00 UTC
      Then a REQUEST reaches Erik
      And no REQUEST is sent to Dora

  Rule: An Attendee's message goes to the Organizer

    @must @service/recipients/answer-goes-to-organizer @needs:schedule
    Scenario Outline: An Attendee calls with a <method>
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Bert calls schedule with a <method> about "Design review":
        | SEQUENCE   | DTSTART | SUMMARY | ATTENDEE   |
        | <sequence> | <start> | <title> | <attendee> |
      Then a <method> reaches Anna
      And no <method> is sent to Carla
      And no <method> is sent to Bert

      Examples:
        | method  | sequence | start                     | title           | attendee               |
        | REPLY   | 0        |                           |                 | Bert ACCEPTED          |
        | COUNTER | 0        | 5 March 2030 at 10:00 UTC | "Design review" | Bert TENTATIVE, Carla  |
        | REFRESH |          |                           |                 | Bert                   |

  Rule: A PUBLISH names its Recipients

    @must @service/recipients/publish-has-no-usual-recipients @needs:schedule @needs:outbox
    Scenario: Nobody is named
      Given Anna drafts "Design review" with Bert on 4 March 2030 at 10:00 UTC
      When Anna calls schedule with a PUBLISH about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" |
      Then the call is refused as no-recipients
      And no PUBLISH is sent to Bert
      And no PUBLISH is sent to Anna
      And Anna's Outbox has 0 entries about "Design review"
