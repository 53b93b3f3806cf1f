Feature: What the schedule operation refuses
  A call that may not be carried out is refused as a whole, with the reason by name. Then
  nothing was sent, and no Outbox lists anything.

  Background:
    Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC

  Rule: A message that is none, and a sender who is none

    @must @service/schedule/refused-with-a-reason @needs:schedule
    Scenario: No METHOD
      When Anna calls schedule without METHOD about "Design review" to Bert:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 1        | 5 March 2030 at 10:00 UTC | "Design review" | Bert asked |
      Then the call is refused as no-method
      And no REQUEST is sent to Bert

    @must @service/schedule/refused-with-a-reason @needs:schedule
    Scenario: A METHOD that is none of iTIP
      When Anna calls schedule with the METHOD "ANNOUNCE" about "Design review" to Bert:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 1        | 5 March 2030 at 10:00 UTC | "Design review" | Bert asked |
      Then the call is refused as unknown-method
      And no REQUEST is sent to Bert

    @must @service/schedule/refused-with-a-reason @needs:schedule
    Scenario: No UID
      When Anna calls schedule with a REQUEST about "Design review" to Bert:
        | UID | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        |     | 1        | 5 March 2030 at 10:00 UTC | "Design review" | Bert asked |
      Then the call is refused as no-uid
      And no REQUEST is sent to Bert

    @must @service/schedule/refused-with-a-reason @needs:schedule
    Scenario: No ORGANIZER
      When Anna calls schedule with a REQUEST about "Design review" to Bert:
        | ORGANIZER | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        |           | 1        | 5 March 2030 at 10:00 UTC | "Design review" | Bert asked |
      Then the call is refused as no-organizer
      And no REQUEST is sent to Bert

    @must @service/schedule/refused-with-a-reason @needs:schedule
    Scenario: An Originator whom the service does not know
      When Mona calls schedule with a REQUEST about "Design review" to Bert:
        | ORGANIZER | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | Mona      | 1        | 5 March 2030 at 10:00 UTC | "Design review" | Bert asked |
      Then the call is refused as unknown-originator
      And no REQUEST is sent to Bert

    @must @service/schedule/refused-with-a-reason @needs:schedule
    Scenario: No Recipient, and nobody to whom it usually goes
      When Anna calls schedule with a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE      |
        | 1        | 5 March 2030 at 10:00 UTC | "Design review" | Anna ACCEPTED |
      Then the call is refused as no-recipients
      And no REQUEST is sent to Bert

  Rule: A message that is not the sender's to send

    @must @service/schedule/organizers-methods-are-the-organizers @needs:schedule
    Scenario Outline: An Attendee calls with a <method>
      Given every REQUEST has been delivered
      When Bert calls schedule with a <method> about "Design review" to Dora:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 1        | 5 March 2030 at 10:00 UTC | "Design review" | <attendee> |
      Then the call is refused as not-the-organizer
      And no <method> is sent to Dora

      Examples:
        | method         | attendee |
        | PUBLISH        |          |
        | ADD            | Bert     |
        | CANCEL         | Bert     |
        | DECLINECOUNTER | Bert     |

    @must @service/schedule/refused-with-a-reason @needs:schedule
    Scenario: An answer of somebody who answers for nobody
      When Otto calls schedule with a REPLY about "Design review" to Anna:
        | SEQUENCE | ATTENDEE      |
        | 0        | Bert ACCEPTED |
      Then the call is refused as not-taking-part
      And no REPLY is sent to Anna

    @must @service/schedule/event-gives-no-right-to-answer @needs:schedule
    Scenario: One Attendee answers for another
      Given Anna organizes "Budget" with Bert and Carla on 6 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Carla calls schedule with a REPLY about "Budget" to Anna:
        | SEQUENCE | ATTENDEE      |
        | 0        | Bert DECLINED |
      Then the call is refused as not-taking-part
      And no REPLY is sent to Anna

    @must @service/schedule/answers-in @needs:schedule @needs:rights
    Scenario: The secretary of an Attendee answers for that one
      When Sven calls schedule with a REPLY about "Design review" to Anna:
        | SEQUENCE | ATTENDEE              |
        | 0        | Bert ACCEPTED by Sven |
      Then the call answers 1.2 for Anna
      And a REPLY reaches Anna

  Rule: Nothing is left of a call that was refused

    @must @service/schedule/refused-leaves-nothing @needs:schedule @needs:outbox
    Scenario: Somebody has no right to send it
      When Otto calls schedule with a CANCEL about "Design review" to Bert:
        | SEQUENCE | ATTENDEE |
        | 1        | Bert     |
      Then the call is refused as not-the-organizer
      And Otto's Outbox has 0 entries about "Design review"
      And Anna's Outbox has 1 entry about "Design review"
      And no CANCEL is sent to Bert
