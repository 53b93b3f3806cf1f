Feature: One operation behind every channel
  What comes by a call, from somebody's calendar or by mail goes the same way, and leaves the
  same state.

  Background:
    Given Anna organizes "Design review" with Bert and Mona on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: An Attendee's message may come by mail

    @must @service/schedule/answers-by-mail @needs:mailer @needs:message-in @needs:inbox
    Scenario Outline: A <method> comes by mail
      When Mona sends Anna a <method> about "Design review":
        | SEQUENCE   | DTSTART | SUMMARY | ATTENDEE   |
        | <sequence> | <start> | <title> | <attendee> |
      Then the entry about "Design review" in Anna's Inbox is a <method>
      And the entry about "Design review" in Anna's Inbox names Mona as Originator and Anna as Organizer

      Examples:
        | method  | sequence | start                     | title           | attendee        |
        | REPLY   | 0        |                           |                 | Mona ACCEPTED   |
        | COUNTER | 0        | 5 March 2030 at 10:00 UTC | "Design review" | Mona TENTATIVE  |
        | REFRESH |          |                           |                 | Mona            |

    @must @service/schedule/refresh-by-mail-is-answered @needs:mailer @needs:message-in @needs:refresh @needs:outbox
    Scenario: The event goes out once more
      Given the mailer runs
      When Mona sends Anna a REFRESH about "Design review":
        | ATTENDEE |
        | Mona     |
      And the mailer runs
      Then Mona has got 2 mails
      And the entry about "Design review" in Anna's Outbox names Mona as Recipient

    @must @service/schedule/mail-to-others-has-no-effect @needs:mailer @needs:message-in
    Scenario: A REPLY comes to another Attendee
      Given Mona sends Anna a REPLY about "Design review":
        | SEQUENCE | ATTENDEE      |
        | 0        | Mona ACCEPTED |
      And Anna's calendar shows Mona as ACCEPTED
      When Mona sends Bert a REPLY about "Design review":
        | SEQUENCE | ATTENDEE      |
        | 0        | Mona ACCEPTED |
      Then nothing changes in Bert's calendar

  Rule: Every channel leaves the same state

    @must @service/schedule/equal-states @needs:schedule @needs:inbox @needs:outbox
    Scenario: A REPLY by a call
      Given Bert calls schedule with a REPLY about "Design review" to Anna:
        | SEQUENCE | ATTENDEE      |
        | 0        | Bert ACCEPTED |
      When every REPLY is delivered
      Then Anna's calendar shows Bert as ACCEPTED
      And the newest entries about "Design review" are:
        | Box           | METHOD | SEQUENCE | Recipients | State     |
        | Anna's Inbox  | REPLY  | 0        | Anna       | processed |
        | Bert's Outbox | REPLY  | 0        | Anna       | processed |

    @must @service/schedule/equal-states @needs:inbox @needs:outbox
    Scenario: A REPLY from the calendar
      Given Bert accepts
      When every REPLY is delivered
      Then Anna's calendar shows Bert as ACCEPTED
      And the newest entries about "Design review" are:
        | Box           | METHOD | SEQUENCE | Recipients | State     |
        | Anna's Inbox  | REPLY  | 0        | Anna       | processed |
        | Bert's Outbox | REPLY  | 0        | Anna       | processed |

    @must @service/schedule/equal-states @needs:mailer @needs:message-in @needs:inbox
    Scenario: A REPLY by mail
      When Mona sends Anna a REPLY about "Design review":
        | SEQUENCE | ATTENDEE      |
        | 0        | Mona ACCEPTED |
      Then Anna's calendar shows Mona as ACCEPTED
      And the newest entries about "Design review" are:
        | Box          | METHOD | SEQUENCE | Recipients | State     |
        | Anna's Inbox | REPLY  | 0        | Anna       | processed |
