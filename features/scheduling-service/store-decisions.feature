Feature: Decisions over a restart
  What a service goes by when it decides about a message is the same after a restart: what it
  holds back, whom it has asked, and who may act for whom. last-seen.feature has the revisions.

  Background:
    Given Anna organizes "Design review" with Bert and Erik on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

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
