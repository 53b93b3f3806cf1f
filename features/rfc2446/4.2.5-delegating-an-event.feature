Feature: Delegating an event
  Delegator and Delegate name each other in the REPLY to the Organizer and in the REQUEST
  to the Delegate. A Delegate may delegate on, and the Delegator says by RSVP whether it
  wants further updates.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: The REPLY of the Delegator names the Delegate and nobody else

    @must @2446/4.2.5/delegator-lists-delegate @needs:delegation @needs:inbox
    Scenario: The REPLY has at most the two of them
      When Carla delegates to Dora
      Then the REPLY from Carla lists Carla alone or with Dora
      And the REPLY from Carla shows Carla with DELEGATED-TO Dora

    @must @2446/4.2.5/listed-delegate-names-delegator @needs:delegation @needs:inbox
    Scenario: The Delegate in the REPLY names the Delegator
      When Carla delegates to Dora
      Then the REPLY from Carla shows Dora, if at all, with DELEGATED-FROM Carla
      And the REPLY from Carla lists Carla alone or with Dora

  Rule: The REQUEST to the Delegate shows both sides and asks the Delegate

    @must @2446/4.2.5/delegation-request-shows-delegator @needs:delegation @needs:inbox
    Scenario: The Delegator is DELEGATED
      When Carla delegates to Dora
      Then the REQUEST to Dora shows Carla with PARTSTAT DELEGATED
      And the REQUEST to Dora shows Carla with DELEGATED-TO Dora

    @must @2446/4.2.5/delegation-request-shows-delegate @needs:delegation @needs:inbox
    Scenario: The Delegate names the Delegator
      When Carla delegates to Dora
      Then the REQUEST to Dora shows Dora with DELEGATED-FROM Carla

    @implied @2446/4.2.5/delegate-is-asked @needs:delegation @needs:inbox
    Scenario: The Delegate shall answer
      When Carla delegates to Dora
      Then the REQUEST to Dora shows Dora with RSVP TRUE

  Rule: A Delegator's REPLY without an ATTENDEE for the Delegate is understood

    @implied @2446/4.2.5/one-attendee-delegation-is-understood @needs:delegation @needs:message-in
    Scenario: The Delegate stands in DELEGATED-TO only
      Given Anna organizes "Team lunch" with Bert and Erik on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      When Erik sends Anna a REPLY about "Team lunch":
        | SEQUENCE | ATTENDEE               |
        | present  | Erik DELEGATED to Dora |
      Then Anna's calendar shows Erik as DELEGATED
      And Anna's calendar lists Bert, Erik and Dora once each

  Rule: A Delegator who wants no further updates gets none

    @implied @2446/4.2.5/rsvp-false-ends-updates @needs:delegation @needs:message-in @needs:inbox
    Scenario: The description changes
      Given Anna organizes "Team lunch" with Bert and Erik on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      And Erik sends Anna a REPLY about "Team lunch":
        | SEQUENCE | ATTENDEE                                                                          |
        | present  | Erik DELEGATED REQ-PARTICIPANT unasked to Dora, Dora NEEDS-ACTION asked from Erik |
      When Anna changes the description of "Team lunch" to "Vegetarian"
      Then a REQUEST reaches Dora
      And no REQUEST is sent to Erik

  Rule: The Delegate answers the Delegator as well

    @implied @2446/4.2.5/delegate-informs-delegator @needs:delegation @needs:inbox
    Scenario: The Delegate accepts
      Given Carla delegates to Dora, and the messages are delivered
      When Dora accepts
      Then a REPLY reaches Anna and Carla

  Rule: A Delegate may delegate on

    Background:
      Given Carla delegates to Dora, and the messages are delivered

    @implied @2446/4.2.5/chain-link-names-both-sides @needs:delegation @needs:delegation-chain @needs:inbox
    Scenario: The REPLY in the middle names both neighbours
      When Dora delegates to Dirk
      Then the REPLY from Dora shows Dora with PARTSTAT DELEGATED
      And the REPLY from Dora shows Dora with DELEGATED-FROM Carla
      And the REPLY from Dora shows Dora with DELEGATED-TO Dirk

    @implied @2446/4.2.5/chain-is-recorded @needs:delegation @needs:delegation-chain
    Scenario: The Organizer's event shows the chain
      When Dora delegates to Dirk, and the messages are delivered
      Then Anna's calendar shows Carla with DELEGATED-TO Dora
      And Anna's calendar shows Dora with DELEGATED-FROM Carla
      And Anna's calendar shows Dora with DELEGATED-TO Dirk
      And Anna's calendar shows Dirk with DELEGATED-FROM Dora
      And Anna's calendar lists Bert, Carla, Dora and Dirk once each

  Rule: A delegation back lists nobody twice

    @implied @2446/4.2.5/loop-lists-nobody-twice @needs:delegation @needs:message-in
    Scenario: The Delegate delegates back to the Delegator
      Given Carla delegates to Erik, and the messages are delivered
      When Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | ATTENDEE                                                             |
        | present  | Erik DELEGATED from Carla to Carla, Carla NEEDS-ACTION asked from Erik |
      Then Anna's calendar lists Bert, Carla and Erik once each
      And Anna's calendar shows Bert as NEEDS-ACTION

  Rule: After a refusal the Delegator may delegate to somebody else

    @implied @2446/4.2.5/second-delegation-replaces-the-first @needs:delegation @needs:hold-messages
    Scenario: The first Delegate declines
      Given Carla delegates to Dora, and the messages are delivered
      And Dora declines, and the REPLY is delivered
      And every REQUEST has been delivered
      When Carla delegates to Dirk, and the messages are delivered
      Then Anna's calendar shows Carla as DELEGATED
      And Anna's calendar shows Carla with DELEGATED-TO Dirk
      And Anna's calendar shows Dirk with DELEGATED-FROM Carla
