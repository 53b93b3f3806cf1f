Feature: The schedule operation
  One operation lies behind every channel. An Organizer's side calls it with PUBLISH and
  REQUEST, an Attendee's with REPLY, COUNTER and REFRESH, and it answers for each address.

  Rule: Organizers and Attendees call with what is theirs to send

    @must @service/schedule/organizers-methods-in @needs:schedule @needs:outbox
    Scenario Outline: The Organizer calls with a <method>
      Given Anna drafts "Design review" with Bert on 4 March 2030 at 10:00 UTC
      When Anna calls schedule with a <method> about "Design review" to Bert and Dora:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | <attendee> |
      Then a <method> reaches Bert and Dora
      And the call answers 1.2 for Bert
      And the call answers 1.2 for Dora
      And the entry about "Design review" in Anna's Outbox is a <method>

      Examples:
        | method  | attendee   |
        | REQUEST | Bert asked |
        | PUBLISH |            |

    @must @service/schedule/answers-in @needs:schedule @needs:outbox
    Scenario Outline: An Attendee calls with a <method>
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Bert calls schedule with a <method> about "Design review" to Anna:
        | SEQUENCE   | DTSTART | SUMMARY | ATTENDEE   |
        | <sequence> | <start> | <title> | <attendee> |
      Then a <method> reaches Anna
      And the call answers 1.2 for Anna
      And the entry about "Design review" in Bert's Outbox is a <method>

      Examples:
        | method  | sequence | start                     | title           | attendee               |
        | REPLY   | 0        |                           |                 | Bert ACCEPTED          |
        | COUNTER | 0        | 5 March 2030 at 10:00 UTC | "Design review" | Bert TENTATIVE, Carla  |
        | REFRESH |          |                           |                 | Bert                   |

  Rule: An Attendee's message reaches the Organizer alone

    @must @service/schedule/answers-reach-organizer-only @needs:schedule
    Scenario Outline: A <method> to the Organizer and to another Attendee
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Bert calls schedule with a <method> about "Design review" to Carla and Anna:
        | SEQUENCE   | DTSTART | SUMMARY | ATTENDEE   |
        | <sequence> | <start> | <title> | <attendee> |
      Then the call answers 3.8 for Carla
      And the call answers 1.2 for Anna
      And no <method> is sent to Carla
      And a <method> reaches Anna

      Examples:
        | method  | sequence | start                     | title           | attendee               |
        | REPLY   | 0        |                           |                 | Bert ACCEPTED          |
        | COUNTER | 0        | 5 March 2030 at 10:00 UTC | "Design review" | Bert TENTATIVE, Carla  |
        | REFRESH |          |                           |                 | Bert                   |

    @must @service/schedule/delegates-answer-reaches-delegator @needs:schedule @needs:delegation
    Scenario: A Delegate answers the Organizer and the Delegator
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert delegates to Dirk, and the messages are delivered
      When Dirk calls schedule with a REPLY about "Design review" to Anna and Bert:
        | SEQUENCE | ATTENDEE                |
        | 0        | Dirk ACCEPTED from Bert |
      Then the call answers 1.2 for Anna
      And the call answers 1.2 for Bert
      And a REPLY reaches Anna and Bert

  Rule: An Attendee passes a REQUEST on, and makes no new one

    Background:
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @must @service/schedule/request-is-passed-on @needs:schedule
    Scenario: An Attendee forwards the meeting
      When Bert calls schedule with a REQUEST about "Design review" to Otto:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | Bert asked |
      Then the call answers 1.2 for Otto
      And a REQUEST reaches Otto

    @must @service/schedule/request-is-passed-on @needs:schedule
    Scenario: An Attendee moves the meeting
      When Bert calls schedule with a REQUEST about "Design review" to Otto:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 1        | 5 March 2030 at 10:00 UTC | "Design review" | Bert asked |
      Then the call is refused as not-the-organizer
      And no REQUEST is sent to Otto

  Rule: The call answers for each address given

    @must @service/schedule/response-for-each-address @needs:schedule
    Scenario: Two of three addresses are the same Calendar User
      Given Anna drafts "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      When Anna calls schedule with a REQUEST about "Design review" to Bert, Bert's alias and Carla:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE                |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | Bert asked, Carla asked |
      Then the call answers for 3 addresses
      And the call answers 1.2 for Bert
      And the call answers 1.2 for Bert's alias
      And the call answers 1.2 for Carla

    @must @service/schedule/response-for-each-address @needs:schedule
    Scenario: An address in other letters
      Given Anna drafts "Design review" with Bert on 4 March 2030 at 10:00 UTC
      When Anna calls schedule with a REQUEST about "Design review" to Bert in capitals and Bert:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | Bert asked |
      Then the call answers for 2 addresses
      And the call answers 1.2 for Bert in capitals
      And the call answers 1.2 for Bert
