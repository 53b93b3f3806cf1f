Feature: CANCEL of instances
  Of a recurring event the Organizer cancels the whole series, single instances, or one
  and all that follow. RECURRENCE-ID tells which, and RANGE how far it reaches.

  Rule: A cancelled series is cancelled in the copy with all its instances

    @implied @2446/3.2.5/cancelled-series @needs:message-in
    Scenario: An instance was moved before the series is cancelled
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY     | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=4 | "Team call" | Bert asked |
      And Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID              | DTSTART                    | SUMMARY     | ATTENDEE   |
        | 1        | 11 March 2030 at 10:00 UTC | 12 March 2030 at 14:00 UTC | "Team call" | Bert asked |
      And Bert's calendar shows an instance of "Team call" on 12 March 2030 at 14:00 UTC
      When Erik sends Bert a CANCEL about "Team call":
        | SEQUENCE | STATUS    | ATTENDEE |
        | 2        | CANCELLED | Bert     |
      Then Bert's calendar shows "Team call" as cancelled or no longer

  Rule: A cancelled instance is cancelled in the copy, and no other

    Background:
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY     | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=4 | "Team call" | Bert asked |

    @implied @2446/3.2.5/cancelled-instance @needs:message-in
    Scenario: The CANCEL of one instance arrives
      When Erik sends Bert a CANCEL about "Team call":
        | SEQUENCE | RECURRENCE-ID              | STATUS    | ATTENDEE |
        | 1        | 11 March 2030 at 10:00 UTC | CANCELLED | Bert     |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 18 March 2030 at 10:00 UTC |
        | 25 March 2030 at 10:00 UTC |

    @implied @2446/3.2.5/cancelled-instances @needs:message-in
    Scenario: One CANCEL names two instances
      When Erik sends Bert a CANCEL about "Team call":
        | SEQUENCE | RECURRENCE-ID              | STATUS    | ATTENDEE |
        | 1        | 11 March 2030 at 10:00 UTC | CANCELLED | Bert     |
        | 1        | 25 March 2030 at 10:00 UTC | CANCELLED | Bert     |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 18 March 2030 at 10:00 UTC |

    @implied @2446/3.2.5/cancelled-rest-of-a-series @needs:message-in
    Scenario: The CANCEL names an instance and all that follow
      When Erik sends Bert a CANCEL about "Team call":
        | SEQUENCE | RECURRENCE-ID;RANGE=THISANDFUTURE | STATUS    | ATTENDEE |
        | 1        | 18 March 2030 at 10:00 UTC        | CANCELLED | Bert     |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 11 March 2030 at 10:00 UTC |

    @implied @2446/3.2.5/cancelled-start-of-a-series @needs:message-in
    Scenario: The CANCEL names an instance and all before it
      When Erik sends Bert a CANCEL about "Team call":
        | SEQUENCE | RECURRENCE-ID;RANGE=THISANDPRIOR | STATUS    | ATTENDEE |
        | 1        | 11 March 2030 at 10:00 UTC       | CANCELLED | Bert     |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 18 March 2030 at 10:00 UTC |
        | 25 March 2030 at 10:00 UTC |

  Rule: A later change of the series does not bring a cancelled instance back

    @implied @2446/3.2.5/cancelled-instance-stays-cancelled
    Scenario: The series gets another room
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Anna cancels the instance of "Team call" on 11 March 2030 at 10:00 UTC
      When Anna changes the location of "Team call" to "Room 3"
      And every REQUEST is delivered
      Then Bert's calendar shows these instances of "Team call":
        | Start                      | Location |
        | 4 March 2030 at 10:00 UTC  | Room 3   |
        | 18 March 2030 at 10:00 UTC | Room 3   |
        | 25 March 2030 at 10:00 UTC | Room 3   |

  Rule: Of instances that came without their series only the cancelled one goes

    @implied @2446/3.2.5/cancelled-instance @needs:message-in
    Scenario: The CANCEL of one of two instances arrives
      Given Erik sends Bert a REQUEST about "Workshop":
        | SEQUENCE | RECURRENCE-ID              | DTSTART                    | SUMMARY    | ATTENDEE   |
        | 0        | 11 March 2030 at 10:00 UTC | 11 March 2030 at 10:00 UTC | "Workshop" | Bert asked |
        | 0        | 25 March 2030 at 10:00 UTC | 25 March 2030 at 10:00 UTC | "Workshop" | Bert asked |
      When Erik sends Bert a CANCEL about "Workshop":
        | SEQUENCE | RECURRENCE-ID              | STATUS    | ATTENDEE |
        | 1        | 11 March 2030 at 10:00 UTC | CANCELLED | Bert     |
      Then Bert's calendar shows these instances of "Workshop":
        | Start                      |
        | 25 March 2030 at 10:00 UTC |

  Rule: Everybody who is invited to a cancelled instance is told

    @must @2446/3.2.5/instance-cancel-reaches-attendees @needs:inbox
    Scenario: Somebody is invited to the cancelled instance alone
      Given Anna organizes "Team call" with Bert and Carla on 4 March 2030 at 10:00 UTC, every week 4 times
      And Anna invites Dora to the instance of "Team call" on 11 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna cancels the instance of "Team call" on 11 March 2030 at 10:00 UTC
      Then Bert, Carla and Dora learn that the instance on 11 March 2030 at 10:00 UTC is cancelled

  Rule: The CANCEL of an instance has a greater SEQUENCE than the message before it

    Background:
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered

    @must @2446/3.2.5/instance-cancel-raises-sequence @needs:inbox
    Scenario: The cancelled instance was never changed
      When Anna cancels the instance of "Team call" on 18 March 2030 at 10:00 UTC
      Then the cancellation for Bert raises SEQUENCE to 1

    @must @2446/3.2.5/instance-cancel-raises-sequence @needs:inbox
    Scenario: The cancelled instance was moved before
      Given Anna moves the instance of "Team call" on 11 March 2030 at 10:00 UTC to 12 March 2030 at 14:00 UTC
      And every REQUEST has been delivered
      When Anna cancels the instance of "Team call" on 11 March 2030 at 10:00 UTC
      Then the cancellation for Bert raises SEQUENCE to 2

  Rule: RECURRENCE-ID tells which instances a CANCEL takes back

    Background:
      Given Anna organizes "Team call" with Bert and Carla on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered

    @must @2446/3.2.5/series-cancel-without-recurrence-id @needs:inbox
    Scenario: The series is cancelled after an instance was moved
      Given Anna moves the instance of "Team call" on 11 March 2030 at 10:00 UTC to 12 March 2030 at 14:00 UTC
      And every REQUEST has been delivered
      When Anna cancels "Team call"
      Then the cancellation for Bert is one of the whole series

    @must @2446/3.2.5/instance-cancel-has-recurrence-id @needs:inbox
    Scenario: One instance is cancelled
      When Anna cancels the instance of "Team call" on 11 March 2030 at 10:00 UTC
      Then the cancellation for Bert names the instance on 11 March 2030 at 10:00 UTC

    @implied @2446/3.2.5/one-component-per-instance @needs:inbox
    Scenario: Two instances are cancelled at once
      When Anna cancels the instances of "Team call" on 11 March 2030 at 10:00 UTC and on 25 March 2030 at 10:00 UTC
      Then the cancellation for Bert names the instances on 11 March 2030 at 10:00 UTC and on 25 March 2030 at 10:00 UTC

    @must @2446/3.2.5/uninvite-from-an-instance @needs:inbox
    Scenario: An Attendee is uninvited from one instance
      When Anna uninvites Carla from the instance of "Team call" on 11 March 2030 at 10:00 UTC
      Then the cancellation for Carla lists Carla for the instance on 11 March 2030 at 10:00 UTC

    @must @2446/3.2.5/range-cancel-names-its-first-instance @needs:inbox
    Scenario: An instance and all that follow are cancelled
      When Anna cancels "Team call" from 18 March 2030 at 10:00 UTC on
      Then the cancellation for Bert begins with the instance on 18 March 2030 at 10:00 UTC
      And Bert learns that the instance on 18 March 2030 at 10:00 UTC is cancelled

    @implied @2446/3.2.5/instance-cancel-has-times-of-the-instance @needs:inbox
    Scenario: A later instance is cancelled
      When Anna cancels the instance of "Team call" on 18 March 2030 at 10:00 UTC
      Then the cancellation for Bert ends, if it says when, on 18 March 2030 at 11:00 UTC
