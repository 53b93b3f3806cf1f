Feature: CANCEL
  RANGE reaches from an instance on to all that follow. The other direction, which
  RFC 2446 had, is gone: the beginning of a series is cancelled instance by instance.

  Rule: RANGE is THISANDFUTURE and nothing else

    @implied @5546/3.2.5/range-is-this-and-future @needs:inbox
    Scenario: The first two instances of a series are cancelled
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      When Anna cancels "Team call" up to 11 March 2030 at 10:00 UTC
      Then Bert learns that the instance on 4 March 2030 at 10:00 UTC is cancelled
      And Bert learns that the instance on 11 March 2030 at 10:00 UTC is cancelled
