Feature: Recipients are not Attendees
  Who gets a message is not who is listed in it. Recipients may be more, fewer or others than
  the Attendees; the ATTENDEE lines say who attends, and stay as they are.

  Rule: A message goes to the Recipients that are named, and to nobody else

    @must @service/recipients/named-recipients-get-it @needs:schedule @needs:inbox
    Scenario Outline: Recipients are <relation>
      When Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC and sends it to <recipients>
      Then a REQUEST reaches <recipients>
      And no REQUEST is sent to <others>

      Examples:
        | relation                            | recipients            | others |
        | a part of the Attendees             | Bert                  | Carla  |
        | others than the Attendees           | Dora                  | Bert   |
        | one Attendee and somebody new       | Carla and Dora        | Bert   |
        | all Attendees and somebody new      | Bert, Carla and Dora  | Otto   |

    @must @service/recipients/attendee-lines-stay @needs:schedule
    Scenario: The ATTENDEEs of the message and of the calendar stay
      When Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC and sends it to Bert and Dora
      Then the REQUEST to Bert lists Bert and Carla
      And the REQUEST to Dora lists Bert and Carla
      And the REQUEST to Dora does not list Dora
      And Anna's calendar lists Bert and Carla once each
      And Anna's calendar does not list Dora

  Rule: A Calendar User gets one copy, by whatever addresses

    @must @service/recipients/one-copy-for-each-user @needs:schedule @needs:inbox @needs:outbox
    Scenario Outline: Bert is named <how>
      Given Anna drafts "Design review" with Bert on 4 March 2030 at 10:00 UTC
      When Anna calls schedule with a REQUEST about "Design review" to <addresses>:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | Bert asked |
      And every REQUEST is delivered
      Then Bert's Inbox has 1 entry about "Design review"
      And the entry about "Design review" in Anna's Outbox names Bert as Recipient

      Examples:
        | how                        | addresses                  |
        | by an alias, too           | Bert and Bert's alias      |
        | in other letters, too      | Bert and Bert in capitals  |
        | twice                      | Bert and Bert              |
        | by an alias alone          | Bert's alias               |

    @must @service/recipients/group-reaches-its-members @needs:schedule @needs:inbox @needs:outbox @needs:groups
    Scenario: A group, and a member of it
      Given Anna drafts "Design review" with Crew on 4 March 2030 at 10:00 UTC
      When Anna calls schedule with a REQUEST about "Design review" to Crew and Dora:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE         |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | Crew GROUP asked |
      And every REQUEST is delivered
      Then the entry about "Design review" in Anna's Outbox names Dora and Erik as Recipients
      And Dora's Inbox has 1 entry about "Design review"

  Rule: A Recipient who cannot be reached does not stop the others

    Background:
      Given Anna drafts "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC

    @must @service/recipients/failure-stops-nobody @needs:schedule
    Scenario: The second of three has an address that leads nowhere
      When Anna calls schedule with a REQUEST about "Design review" to Bert, "urn:uuid:6a1f" and Carla:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE                |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | Bert asked, Carla asked |
      Then a REQUEST reaches Bert and Carla

    @must @service/recipients/failure-has-its-own-status @needs:schedule @needs:outbox
    Scenario: Each has a status
      When Anna calls schedule with a REQUEST about "Design review" to "urn:uuid:6a1f" and Bert:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE                |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | Bert asked, Carla asked |
      Then the call answers 3.7 for "urn:uuid:6a1f"
      And the call answers 1.2 for Bert
      And the entry about "Design review" in Anna's Outbox is processed

    @must @service/recipients/mailbox-can-be-reached @needs:schedule @needs:outbox
    Scenario: Somebody outside has a mailbox
      When Anna calls schedule with a REQUEST about "Design review" to Mona and Bert:
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE                |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | Bert asked, Carla asked |
      Then the call answers 1.1 for Mona
      And the call answers 1.2 for Bert
      And the entry about "Design review" in Anna's Outbox is unprocessed for Mona

  Rule: An Inbox has the message as it was sent, and tells of no other Recipient

    Background:
      Given Anna organizes "Review" with Bert and Carla on 4 March 2030 at 10:00 UTC and sends it to Bert and Dora

    @must @service/recipients/inbox-names-its-own-user @needs:schedule @needs:inbox
    Scenario: The entry names its own user
      When every REQUEST is delivered
      Then the entry about "Review" in Bert's Inbox names Bert as Recipient
      And the entry about "Review" in Dora's Inbox names Dora as Recipient

    @must @service/recipients/inbox-has-the-message-as-sent @needs:schedule @needs:inbox
    Scenario: The entry lists those who were listed
      When every REQUEST is delivered
      Then the entry about "Review" in Bert's Inbox lists Bert and Carla
      And the entry about "Review" in Dora's Inbox lists Bert and Carla
