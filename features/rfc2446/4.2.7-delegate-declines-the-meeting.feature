Feature: Delegate declines the meeting
  When the Delegate declines, the Organizer sends the REQUEST to the Delegator once more,
  so that the Delegator knows and may come after all or send somebody else.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: The Delegator gets a REQUEST that shows the refusal, whatever it said about updates

    @must @2446/4.2.7/delegator-is-told-of-decline @needs:delegation @needs:inbox
    Scenario: The Delegator is told
      Given Carla delegates to Dora, and the messages are delivered
      When Dora declines, and the REPLY is delivered
      Then a REQUEST reaches Carla

    @should @2446/4.2.7/decline-notice-shows-decline @needs:delegation @needs:inbox
    Scenario: The REQUEST shows the refusal
      Given Carla delegates to Dora, and the messages are delivered
      When Dora declines, and the REPLY is delivered
      Then the REQUEST to Carla shows Dora with PARTSTAT DECLINED

    @implied @2446/4.2.7/decline-notice-keeps-sequence @needs:delegation @needs:inbox
    Scenario: The REQUEST is no new revision
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      And Carla delegates to Dora, and the messages are delivered
      When Dora declines, and the REPLY is delivered
      Then the REQUEST to Carla keeps SEQUENCE 1

  Rule: The Delegator's copy shows the refusal

    @implied @2446/4.2.7/decline-reopens-the-delegators-copy @needs:delegation @needs:message-in
    Scenario: A Delegate tells the Organizer only
      Given Carla delegates to Erik, and the messages are delivered
      And Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | ATTENDEE                 |
        | present  | Erik DECLINED from Carla |
      When every REQUEST is delivered
      Then Carla's calendar shows Erik as DECLINED
      And Carla's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

  Rule: The Delegator may come after all

    @implied @2446/4.2.7/delegator-can-accept-after-decline @needs:delegation @needs:hold-messages
    Scenario: The Delegator accepts in person
      Given Carla delegates to Dora, and the messages are delivered
      And Dora declines, and the REPLY is delivered
      And every REQUEST has been delivered
      When Carla accepts, and the REPLY is delivered
      Then Anna's calendar shows Carla as ACCEPTED
