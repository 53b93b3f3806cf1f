Feature: CANCEL
  RANGE reaches from an instance on to all that follow. The other direction, which
  RFC 2446 had, is gone: the beginning of a series is cancelled instance by instance.

  Rule: RANGE is THISANDFUTURE and nothing else

    @implied @5546/3.2.5/range-is-this-and-future @needs:hold-messages
    Scenario: The first two instances of a series are cancelled
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      When Anna cancels "Team call" up to 11 March 2030 at 10:00 UTC
      And the last message to Bert is delivered
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 18 March 2030 at 10:00 UTC |
        | 25 March 2030 at 10:00 UTC |
