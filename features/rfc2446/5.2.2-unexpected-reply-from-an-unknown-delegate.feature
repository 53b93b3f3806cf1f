Feature: Unexpected REPLY from an unknown Delegate
  The answer of a Delegate may overtake the REPLY by which the Delegator tells of the
  delegation, and it may be about a revision that is out of date by then.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: The early answer of a Delegate counts once the Delegator's REPLY has come

    @implied @2446/5.2.2/early-delegate-reply-is-kept @needs:delegation @needs:message-in @needs:hold-messages
    Scenario: The Delegate is faster than the Delegator
      Given Carla delegates to Erik
      And Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | ATTENDEE                 |
        | present  | Erik ACCEPTED from Carla |
      When the first REPLY from Carla is delivered
      Then Anna's calendar shows Erik as ACCEPTED
      And Anna's calendar shows Carla as DELEGATED
      And Anna's calendar lists Bert, Carla and Erik once each

  Rule: A Delegate who answers an older revision gets the present one

    @should @2446/5.2.2/outdated-delegate-reply-is-a-refresh @needs:delegation @needs:message-in @needs:inbox
    Scenario: The meeting has moved before the answer comes
      Given Carla delegates to Erik, and the messages are delivered
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      When Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | ATTENDEE                 |
        | 0        | Erik ACCEPTED from Carla |
      Then a REQUEST reaches Erik
      And the REQUEST to Erik keeps SEQUENCE 1
