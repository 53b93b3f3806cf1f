Feature: REPLY to instances
  Of a recurring event an Attendee answers the whole series or single instances of it.
  RECURRENCE-ID says which instance is meant; a REPLY without it is about the series.

  Rule: The answer to one instance names that instance by its place in the series

    @implied @2446/3.2.3/instance-reply-names-instance @needs:inbox
    Scenario: An instance that was moved is declined
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Anna moves the instance of "Team call" on 11 March 2030 at 10:00 UTC to 12 March 2030 at 14:00 UTC
      And every REQUEST has been delivered
      When Bert declines for the instance on 11 March 2030 at 10:00 UTC
      Then the REPLY from Bert names the instance on 11 March 2030 at 10:00 UTC

    @implied @2446/3.2.3/instance-reply-names-instance @needs:inbox
    Scenario: An instance that was not moved is declined
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      When Bert declines for the instance on 18 March 2030 at 10:00 UTC
      Then the REPLY from Bert names the instance on 18 March 2030 at 10:00 UTC

    @implied @2446/3.2.3/instance-reply-names-instance @needs:inbox
    Scenario: An instance after the clocks have changed is declined
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 Europe/Vienna, every week 5 times
      And every REQUEST has been delivered
      When Bert declines for the instance on 1 April 2030 at 10:00 Europe/Vienna
      Then the REPLY from Bert names the instance on 1 April 2030 at 08:00 UTC

  Rule: An instance that came without its series is answered, too

    @implied @2446/3.2.3/reply-reaches-organizer @needs:inbox
    Scenario: An Attendee is invited to one instance only
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And Anna invites Carla to the instance of "Team call" on 18 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Carla accepts
      Then a REPLY reaches Anna

  Rule: The answer to an instance is that of the instance, not that of the series

    @implied @2446/2.1.1/reply-carries-the-answer @needs:inbox
    Scenario: One instance of a series that was accepted is declined
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Bert accepts, and the REPLY is delivered
      When Bert declines for the instance on 11 March 2030 at 10:00 UTC
      Then the REPLY from Bert says DECLINED on 11 March 2030 at 10:00 UTC and ACCEPTED for the others

  Rule: The answer to a series leaves instances of others alone

    @implied @2446/3.2.3/series-reply-leaves-instances-of-others @needs:message-in @needs:inbox
    Scenario: One instance is for somebody else
      Given Erik sends Bert a REQUEST about "Team call":
        | RECURRENCE-ID              | DTSTART                    | RRULE               | SUMMARY     | ATTENDEE   |
        |                            | 4 March 2030 at 10:00 UTC  | FREQ=WEEKLY;COUNT=4 | "Team call" | Bert asked |
        | 11 March 2030 at 10:00 UTC | 11 March 2030 at 10:00 UTC |                     | "Team call" | Emil asked |
      When Bert accepts
      Then the REPLY from Bert has a VEVENT for the series and none besides

  Rule: The answer to one instance is shown at that instance

    Background:
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered

    @implied @2446/3.2.3/instance-reply-sets-its-instance
    Scenario: The first instance is declined
      When Bert declines for the instance on 4 March 2030 at 10:00 UTC
      And every REPLY is delivered
      Then Anna's calendar shows Bert as DECLINED on 4 March 2030 at 10:00 UTC
      And Anna's calendar shows Bert as NEEDS-ACTION on 11 March 2030 at 10:00 UTC

    @implied @2446/3.2.3/instance-reply-sets-its-instance
    Scenario: The last instance is declined
      When Bert declines for the instance on 25 March 2030 at 10:00 UTC
      And every REPLY is delivered
      Then Anna's calendar shows Bert as DECLINED on 25 March 2030 at 10:00 UTC
      And Anna's calendar shows Bert as NEEDS-ACTION on 4 March 2030 at 10:00 UTC

    @implied @2446/3.2.3/instance-reply-sets-its-instance
    Scenario: A date beside the first one is declined
      Given Anna organizes "Workshop" with Bert on 4 March 2030 at 10:00 UTC and also on 6 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Bert declines for the instance on 6 March 2030 at 10:00 UTC
      And every REPLY is delivered
      Then Anna's calendar shows Bert as DECLINED on 6 March 2030 at 10:00 UTC
      And Anna's calendar shows Bert as NEEDS-ACTION on 4 March 2030 at 10:00 UTC

    @implied @2446/3.2.3/series-reply-sets-the-series
    Scenario: The series is accepted
      When Bert accepts, and the REPLY is delivered
      Then Anna's calendar shows Bert as ACCEPTED on 4 March 2030 at 10:00 UTC
      And Anna's calendar shows Bert as ACCEPTED on 11 March 2030 at 10:00 UTC
      And Anna's calendar shows Bert as ACCEPTED on 18 March 2030 at 10:00 UTC
      And Anna's calendar shows Bert as ACCEPTED on 25 March 2030 at 10:00 UTC

  Rule: Of a REPLY with several answers each counts for its own instance

    @implied @2446/3.2.3/several-answers-in-one-reply @needs:message-in
    Scenario: One instance is declined and another accepted tentatively
      Given Anna organizes "Team call" with Erik on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      When Erik sends Anna a REPLY about "Team call":
        | SEQUENCE | RECURRENCE-ID              | SUMMARY     | ATTENDEE       |
        | 0        | 11 March 2030 at 10:00 UTC | "Team call" | Erik DECLINED  |
        | 0        | 18 March 2030 at 10:00 UTC | "Team call" | Erik TENTATIVE |
      Then Anna's calendar shows Erik as DECLINED on 11 March 2030 at 10:00 UTC
      And Anna's calendar shows Erik as TENTATIVE on 18 March 2030 at 10:00 UTC
      And Anna's calendar shows Erik as NEEDS-ACTION on 4 March 2030 at 10:00 UTC
      And Anna's calendar shows Erik as NEEDS-ACTION on 25 March 2030 at 10:00 UTC

  Rule: The answer to what is no instance makes none

    @implied @2446/3.2.3/reply-adds-no-instance @needs:message-in
    Scenario: A REPLY names a day between two instances
      Given Anna organizes "Team call" with Erik on 4 March 2030 at 10:00 UTC, every week 3 times
      And every REQUEST has been delivered
      And Erik sends Anna a REPLY about "Team call":
        | SEQUENCE | RECURRENCE-ID              | DTSTART                    | SUMMARY     | ATTENDEE      |
        | 0        | 11 March 2030 at 10:00 UTC | 11 March 2030 at 10:00 UTC | "Team call" | Erik DECLINED |
      And Anna's calendar shows Erik as DECLINED on 11 March 2030 at 10:00 UTC
      When Erik sends Anna a REPLY about "Team call":
        | SEQUENCE | RECURRENCE-ID              | DTSTART                    | SUMMARY     | ATTENDEE      |
        | 0        | 13 March 2030 at 10:00 UTC | 13 March 2030 at 10:00 UTC | "Team call" | Erik DECLINED |
      Then Anna's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 11 March 2030 at 10:00 UTC |
        | 18 March 2030 at 10:00 UTC |
