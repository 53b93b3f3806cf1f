Feature: What each method leaves in the boxes
  Whatever is sent is listed in the Outbox of who sent it and lies in the Inbox of each who got
  it, with its METHOD, its SEQUENCE, its Recipients and its state.

  Rule: What an Organizer sends

    @must @service/methods/request-initial @needs:inbox @needs:outbox
    Scenario: The first REQUEST
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      When every REQUEST is delivered
      Then the newest entries about "Design review" are:
        | Box           | METHOD  | SEQUENCE | Recipients     | State     |
        | Anna's Outbox | REQUEST | 0        | Bert and Carla | processed |
        | Bert's Inbox  | REQUEST | 0        | Bert           | processed |
        | Carla's Inbox | REQUEST | 0        | Carla          | processed |
      And Anna's Inbox has 0 entries about "Design review"
      And Bert's Outbox has 0 entries about "Design review"

    @must @service/methods/publish @needs:publish @needs:inbox @needs:outbox
    Scenario: A PUBLISH
      Given Anna drafts "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And Anna publishes "Design review" to Dora
      When every PUBLISH is delivered
      Then the newest entries about "Design review" are:
        | Box           | METHOD  | SEQUENCE | Recipients | State     |
        | Anna's Outbox | PUBLISH | 0        | Dora       | processed |
        | Dora's Inbox  | PUBLISH | 0        | Dora       | processed |
      And Bert's Inbox has 0 entries about "Design review"

  Rule: What an Organizer sends of a meeting that is known

    Background:
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @must @service/methods/request-reschedule @needs:inbox @needs:outbox
    Scenario: The meeting is moved
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      When every REQUEST is delivered
      Then the newest entries about "Design review" are:
        | Box           | METHOD  | SEQUENCE | Recipients     | State     |
        | Anna's Outbox | REQUEST | 1        | Bert and Carla | processed |
        | Bert's Inbox  | REQUEST | 1        | Bert           | processed |
        | Carla's Inbox | REQUEST | 1        | Carla          | processed |

    @must @service/methods/request-update @needs:inbox @needs:outbox
    Scenario: A detail changes
      Given Anna changes the description of "Design review" to "Bring the plans"
      When every REQUEST is delivered
      Then the newest entries about "Design review" are:
        | Box           | METHOD  | SEQUENCE | Recipients     | State     |
        | Anna's Outbox | REQUEST |          | Bert and Carla | processed |
        | Bert's Inbox  | REQUEST |          | Bert           | processed |
        | Carla's Inbox | REQUEST |          | Carla          | processed |
      And Bert's Inbox has 2 entries about "Design review"

    @must @service/methods/request-reconfirm @needs:inbox @needs:outbox
    Scenario: Everybody shall confirm
      Given Anna sends "Design review" again for confirmation
      When every REQUEST is delivered
      Then the newest entries about "Design review" are:
        | Box           | METHOD  | SEQUENCE | Recipients     | State     |
        | Anna's Outbox | REQUEST | 0        | Bert and Carla | processed |
        | Bert's Inbox  | REQUEST | 0        | Bert           | processed |
        | Carla's Inbox | REQUEST | 0        | Carla          | processed |
      And Carla's Inbox has 2 entries about "Design review"

    @must @service/methods/request-status @needs:inbox @needs:outbox
    Scenario: One Attendee is asked for the status
      Given Anna asks Bert for their status in "Design review"
      When every REQUEST is delivered
      Then the newest entries about "Design review" are:
        | Box           | METHOD  | SEQUENCE | Recipients | State     |
        | Anna's Outbox | REQUEST | 0        | Bert       | processed |
        | Bert's Inbox  | REQUEST | 0        | Bert       | processed |
      And Bert's Inbox has 2 entries about "Design review"
      And Carla's Inbox has 1 entry about "Design review"

    @must @service/methods/request-on-behalf @needs:rights @needs:inbox @needs:outbox
    Scenario: A secretary moves the meeting
      Given Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      When every REQUEST is delivered
      Then the newest entries about "Design review" are:
        | Box           | METHOD  | SEQUENCE | Recipients     | State     |
        | Sven's Outbox | REQUEST | 1        | Bert and Carla | processed |
        | Anna's Outbox | REQUEST | 0        | Bert and Carla | processed |
        | Bert's Inbox  | REQUEST | 1        | Bert           | processed |
        | Carla's Inbox | REQUEST | 1        | Carla          | processed |

    @must @service/methods/request-change-organizer @needs:inbox @needs:outbox
    Scenario: An Attendee becomes the Organizer
      Given Bert takes "Design review" over
      When the REQUEST to Carla is delivered
      Then the newest entries about "Design review" are:
        | Box           | METHOD  | SEQUENCE | Recipients | State     |
        | Carla's Inbox | REQUEST | 1        | Carla      | processed |
      And the entry about "Design review" in Carla's Inbox names Bert as Originator and Bert as Organizer
      And the entry about "Design review" in Bert's Outbox is a REQUEST
      And the entry about "Design review" in Bert's Outbox is processed for Carla
      And the entry about "Design review" in Bert's Outbox names Bert as Originator and Bert as Organizer

    @must @service/methods/cancel @needs:inbox @needs:outbox
    Scenario: The meeting is called off
      Given Anna cancels "Design review"
      When every CANCEL is delivered
      Then the newest entries about "Design review" are:
        | Box           | METHOD | SEQUENCE | Recipients     | State     |
        | Anna's Outbox | CANCEL | 1        | Bert and Carla | processed |
        | Bert's Inbox  | CANCEL | 1        | Bert           | processed |
        | Carla's Inbox | CANCEL | 1        | Carla          | processed |

  Rule: What an Attendee sends

    Background:
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @must @service/methods/reply @needs:inbox @needs:outbox
    Scenario: An Attendee accepts
      Given Bert accepts
      When every REPLY is delivered
      Then the newest entries about "Design review" are:
        | Box           | METHOD | SEQUENCE | Recipients | State     |
        | Bert's Outbox | REPLY  | 0        | Anna       | processed |
        | Anna's Inbox  | REPLY  | 0        | Anna       | processed |
      And Carla's Inbox has 1 entry about "Design review"

    @must @service/methods/request-delegating @needs:delegation @needs:inbox @needs:outbox
    Scenario: An Attendee delegates
      When Bert delegates to Dirk, and the messages are delivered
      Then the newest entries about "Design review" are:
        | Box          | METHOD  | SEQUENCE | Recipients | State     |
        | Dirk's Inbox | REQUEST | 0        | Dirk       | processed |
        | Anna's Inbox | REPLY   | 0        | Anna       | processed |
      And Bert's Outbox has 2 entries about "Design review"

    @must @service/methods/request-forward @needs:inbox @needs:outbox
    Scenario: An Attendee forwards the meeting
      Given Bert forwards "Design review" to Otto
      When every REQUEST is delivered
      Then the newest entries about "Design review" are:
        | Box           | METHOD  | SEQUENCE | Recipients | State     |
        | Bert's Outbox | REQUEST | 0        | Otto       | processed |
        | Otto's Inbox  | REQUEST | 0        | Otto       | processed |
      And the entry about "Design review" in Otto's Inbox names Bert as Originator and Anna as Organizer
