Feature: Delegating an event to another CU
  An Attendee may send somebody else in its place. The Delegate gets the REQUEST from the
  Delegator, the Organizer a REPLY that names the Delegate, who answers the Organizer and
  hears of all that follows. The Delegator says whether it wants to go on hearing of it.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: The Organizer's event lists the Delegate in the place of the Delegator

    @implied @2446/3.2.2.3/delegate-joins-the-event @needs:delegation
    Scenario: An Attendee sends a colleague
      When Carla delegates to Dora, and the messages are delivered
      Then Anna's calendar shows Dora with DELEGATED-FROM Carla
      And Anna's calendar shows Dora as NEEDS-ACTION
      And Anna's calendar shows Carla with DELEGATED-TO Dora

    @implied @2446/3.2.2.3/delegate-is-listed-once @needs:delegation
    Scenario: The Delegate is invited already
      Given Anna organizes "Team lunch" with Bert, Carla and Dora on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      When Carla delegates to Dora, and the messages are delivered
      Then Anna's calendar lists Bert, Carla and Dora once each
      And Anna's calendar shows Dora with DELEGATED-FROM Carla

  Rule: Later REQUESTs show who comes in whose place

    @implied @2446/3.2.2.3/request-shows-delegation @needs:delegation @needs:inbox
    Scenario: The description changes after a delegation
      Given Carla delegates to Dora, and the messages are delivered
      When Anna changes the description of "Design review" to "Bring the plans"
      Then the REQUEST to Bert shows Carla with PARTSTAT DELEGATED
      And the REQUEST to Bert shows Carla with DELEGATED-TO Dora
      And the REQUEST to Bert shows Dora with DELEGATED-FROM Carla

    @implied @2446/3.2.2.3/reschedule-keeps-delegation @needs:delegation @needs:inbox
    Scenario: The meeting moves after the Delegate has accepted
      Given Carla delegates to Dora, and the messages are delivered
      And Dora accepts, and the REPLY is delivered
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then the REQUEST to Bert shows Carla with DELEGATED-TO Dora
      And the REQUEST to Bert shows Dora with DELEGATED-FROM Carla
      And the REQUEST to Bert shows Dora with PARTSTAT NEEDS-ACTION

  Rule: The Delegate hears of everything that follows

    @implied @2446/3.2.2.3/delegate-gets-updates @needs:delegation @needs:inbox
    Scenario: The meeting moves
      Given Carla delegates to Dora, and the messages are delivered
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then a REQUEST reaches Dora

    @implied @2446/3.2.2.3/delegate-gets-cancel @needs:delegation @needs:inbox
    Scenario: The meeting is cancelled
      Given Carla delegates to Dora, and the messages are delivered
      When Anna cancels "Design review"
      Then a CANCEL reaches Bert and Dora

  Rule: The Delegator sends the existing REQUEST on to the Delegate

    @implied @2446/3.2.2.3/delegator-forwards-request @needs:delegation @needs:inbox
    Scenario: The Delegate is told
      When Carla delegates to Dora
      Then a REQUEST reaches Dora

    @must @2446/3.2.2.3/delegation-request-lists-delegate @needs:delegation @needs:inbox
    Scenario: The Delegate is an Attendee
      When Carla delegates to Dora
      Then the REQUEST to Dora lists Dora

    @implied @2446/3.2.2.3/delegation-request-is-the-existing-one @needs:delegation @needs:inbox
    Scenario: The event stays the same
      Given Anna changes the location of "Design review" to "Room 1"
      And every REQUEST has been delivered
      When Carla delegates to Dora
      Then the REQUEST to Dora has UID, title, time and place of the REQUEST to Carla

    @implied @2446/3.2.2.3/delegation-request-keeps-organizer @needs:delegation @needs:inbox
    Scenario: The Organizer stays the same
      When Carla delegates to Dora
      Then the REQUEST to Dora names Anna as Organizer

    @implied @2446/3.2.2.3/delegate-takes-the-request @needs:delegation @needs:message-in
    Scenario: The Delegator's REQUEST puts a moved meeting into the Delegate's calendar
      Given Anna organizes "Team lunch" with Erik on 6 March 2030 at 12:00 UTC
      And Anna reschedules "Team lunch" to 7 March 2030 at 12:00 UTC
      When Erik sends Dora a REQUEST about "Team lunch":
        | SEQUENCE | DTSTART                   | SUMMARY | ATTENDEE                                                  |
        | present  | 7 March 2030 at 12:00 UTC | "Lunch" | Erik DELEGATED to Dora, Dora NEEDS-ACTION asked from Erik |
      Then Dora's calendar shows "Team lunch" on 7 March 2030 at 12:00 UTC
      And Dora's calendar names Anna as Organizer
      And Dora's calendar shows Dora as NEEDS-ACTION

  Rule: The Delegator tells the Organizer to whom it delegated

    @must @2446/3.2.2.3/delegator-replies-to-organizer @needs:delegation @needs:inbox
    Scenario: The Organizer is told
      When Carla delegates to Dora
      Then a REPLY reaches Anna

    @must @2446/3.2.2.3/delegator-answers-delegated @needs:delegation @needs:inbox
    Scenario: The answer is DELEGATED
      When Carla delegates to Dora
      Then the REPLY from Carla shows Carla with PARTSTAT DELEGATED

    @must @2446/3.2.2.3/delegator-names-delegate @needs:delegation @needs:inbox
    Scenario: The answer names the Delegate
      When Carla delegates to Dora
      Then the REPLY from Carla shows Carla with DELEGATED-TO Dora

    @implied @2446/3.2.2.3/delegators-copy-shows-delegated @needs:delegation
    Scenario: The Delegator's own copy tells the same
      When Carla delegates to Dora
      Then Carla's copy, if there still is one, shows Carla with PARTSTAT DELEGATED
      And Carla's copy, if there still is one, shows Carla with DELEGATED-TO Dora

  Rule: The Delegate answers the Organizer, and says for whom

    @must @2446/3.2.2.3/delegate-replies-to-organizer @needs:delegation @needs:inbox
    Scenario: The Delegate accepts
      Given Carla delegates to Dora, and the messages are delivered
      When Dora accepts
      Then a REPLY reaches Anna

    @should @2446/3.2.2.3/delegate-names-delegator @needs:delegation @needs:inbox
    Scenario: The Delegate's answer names the Delegator
      Given Carla delegates to Dora, and the messages are delivered
      When Dora accepts
      Then the REPLY from Dora shows Dora with DELEGATED-FROM Carla

    @implied @2446/3.2.2.3/delegator-takes-the-delegates-answer @needs:delegation @needs:message-in
    Scenario: The Delegate answers the Delegator, too
      Given Carla delegates to Erik, and the messages are delivered
      When Erik sends Carla a REPLY about "Design review":
        | SEQUENCE | ATTENDEE                 |
        | present  | Erik ACCEPTED from Carla |
      Then Carla's copy, if there still is one, shows Carla with PARTSTAT DELEGATED

  Rule: The Delegator decides whether it goes on receiving updates

    @implied @2446/3.2.2.3/delegator-asks-for-updates @needs:delegation @needs:inbox
    Scenario: The Delegator wants them
      When Carla delegates to Dora and still wants updates
      Then the REPLY from Carla asks for further updates

    @implied @2446/3.2.2.3/delegator-asks-for-updates @needs:delegation @needs:inbox
    Scenario: The Delegator does without
      When Carla delegates to Dora
      Then the REPLY from Carla asks for no further updates

    @implied @2446/3.2.2.3/delegator-gets-updates @needs:delegation @needs:message-in @needs:inbox
    Scenario: The meeting moves after a Delegator has asked for updates
      Given Anna organizes "Team lunch" with Bert and Erik on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      And Erik sends Anna a REPLY about "Team lunch":
        | SEQUENCE | ATTENDEE                                                                        |
        | present  | Erik DELEGATED NON-PARTICIPANT asked to Dora, Dora NEEDS-ACTION asked from Erik |
      When Anna reschedules "Team lunch" to 7 March 2030 at 12:00 UTC
      Then a REQUEST reaches Erik and Dora
