Feature: Decisions over a restart
  What a service goes by when it decides about a message is the same after a restart: the
  revisions that it has seen, what it holds back, whom it has asked, and who may act for whom.

  Background:
    Given Anna organizes "Design review" with Bert and Erik on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: The last seen revision of each Attendee is known

    @must @service/store/last-seen-revisions @needs:restart @needs:hold-messages @needs:message-in
    Scenario: An older answer arrives after the restart
      Given Erik accepts, but the REPLY is held in transit
      And Erik declines, but the REPLY is held in transit
      And the second REPLY from Erik is delivered
      And the service is restarted
      When the first REPLY from Erik is delivered
      Then Anna's calendar shows Erik as DECLINED

    @must @service/store/last-seen-revisions @needs:restart @needs:message-in @needs:last-seen
    Scenario: An answer has been applied
      Given Erik accepts, and the REPLY is delivered
      When the service is restarted
      Then Anna has applied Erik's REPLY to SEQUENCE 0

  Rule: A message that waits for another one still waits

    @must @service/store/held-messages @needs:restart @needs:delegation @needs:message-in @needs:hold-messages
    Scenario: The Delegator's REPLY comes after the restart
      Given Bert delegates to Frederik
      And Frederik sends Anna a REPLY about "Design review":
        | SEQUENCE | ATTENDEE                    |
        | present  | Frederik ACCEPTED from Bert |
      And the service is restarted
      When the first REPLY from Bert is delivered
      Then Anna's calendar shows Frederik as ACCEPTED

  Rule: A question to the Organizer is still open

    @must @service/store/open-questions @needs:restart @needs:message-in @needs:uninvited-decision
    Scenario: The Organizer decides after the restart
      Given Emil sends Anna a REPLY about "Design review":
        | SEQUENCE | ATTENDEE      |
        | present  | Emil ACCEPTED |
      And the service is restarted
      When Anna adds Emil to "Design review"
      Then Anna's calendar shows Emil as ACCEPTED

  Rule: A right that was withdrawn stays withdrawn

    @must @service/store/rights @needs:restart @needs:rights @needs:schedule
    Scenario: A former secretary calls after the restart
      Given Anna withdraws the right of Sven to schedule
      And the service is restarted
      When Sven calls schedule with a CANCEL about "Design review" to Bert:
        | SEQUENCE | ATTENDEE          |
        | 1        | Bert NEEDS-ACTION |
      Then the call is refused as not-the-organizer
