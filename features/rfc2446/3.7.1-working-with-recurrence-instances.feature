Feature: Working with recurrence instances
  A series can be changed, cancelled and answered as a whole, in part or at one instance.
  RECURRENCE-ID names the instance by its start, as a moment in whatever zone it is written.

  Rule: An instance that an update leaves out is taken out of the copy

    @implied @2446/3.7.1/exdate-takes-an-instance-out @needs:message-in
    Scenario: The second revision has EXDATE
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY | ATTENDEE |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=4 | "Call"  | Bert     |
      When Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | EXDATE                     | SUMMARY | ATTENDEE |
        | 1        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=4 | 11 March 2030 at 10:00 UTC | "Call"  | Bert     |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 18 March 2030 at 10:00 UTC |
        | 25 March 2030 at 10:00 UTC |

  Rule: A change of the rest of a series reaches the named instance and all later ones

    @implied @2446/3.7.1/changed-rest-of-a-series @needs:message-in
    Scenario: The REQUEST names an instance and all that follow
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY | LOCATION | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=4 | "Call"  | "Room 1" | Bert asked |
      When Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID;RANGE=THISANDFUTURE | DTSTART                    | SUMMARY | LOCATION | ATTENDEE   |
        | 1        | 18 March 2030 at 10:00 UTC        | 18 March 2030 at 10:00 UTC | "Call"  | "Room 2" | Bert asked |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      | Location |
        | 4 March 2030 at 10:00 UTC  | Room 1   |
        | 11 March 2030 at 10:00 UTC | Room 1   |
        | 18 March 2030 at 10:00 UTC | Room 2   |
        | 25 March 2030 at 10:00 UTC | Room 2   |

  Rule: A change of the beginning of a series reaches the named instance and all earlier ones

    @implied @2446/3.7.1/changed-start-of-a-series @needs:message-in
    Scenario: The REQUEST names an instance and all before it
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY | LOCATION | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=4 | "Call"  | "Room 1" | Bert asked |
      When Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID;RANGE=THISANDPRIOR | DTSTART                    | SUMMARY | LOCATION | ATTENDEE   |
        | 1        | 11 March 2030 at 10:00 UTC       | 11 March 2030 at 12:00 UTC | "Call"  | "Room 2" | Bert asked |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      | Location |
        | 4 March 2030 at 12:00 UTC  | Room 2   |
        | 11 March 2030 at 12:00 UTC | Room 2   |
        | 18 March 2030 at 10:00 UTC | Room 1   |
        | 25 March 2030 at 10:00 UTC | Room 1   |

  Rule: A moved instance is named by its present start, or still by its original one

    @implied @2446/3.7.1/moved-instance-takes-its-new-start @needs:inbox
    Scenario: An instance is moved a second time
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Anna moves the instance of "Team call" on 11 March 2030 at 10:00 UTC to 12 March 2030 at 14:00 UTC
      And every REQUEST has been delivered
      When Anna moves the instance of "Team call" on 11 March 2030 at 10:00 UTC to 13 March 2030 at 09:00 UTC
      Then the REQUEST to Bert names the instance on 12 March 2030 at 14:00 UTC or 11 March 2030 at 10:00 UTC

  Rule: Attendees learn which part of a series the Organizer has changed

    @implied @2446/3.7.1/change-of-the-rest-arrives
    Scenario: The Organizer moves an instance and all that follow
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      When Anna moves "Team call" from 18 March 2030 at 10:00 UTC on to 18 March 2030 at 14:00 UTC
      And every REQUEST is delivered
      Then Bert's calendar shows "Team call", in one series or in several, on:
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 11 March 2030 at 10:00 UTC |
        | 18 March 2030 at 14:00 UTC |
        | 25 March 2030 at 14:00 UTC |

    @implied @2446/3.7.1/change-of-the-start-arrives
    Scenario: The Organizer moves all instances up to one
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      When Anna moves "Team call" up to 11 March 2030 at 10:00 UTC to 11 March 2030 at 14:00 UTC
      And every REQUEST is delivered
      Then Bert's calendar shows "Team call", in one series or in several, on:
        | Start                      |
        | 4 March 2030 at 14:00 UTC  |
        | 11 March 2030 at 14:00 UTC |
        | 18 March 2030 at 10:00 UTC |
        | 25 March 2030 at 10:00 UTC |

  Rule: Of a changed instance that is cancelled neither form stays

    @implied @2446/3.7.1/changed-instance-is-cancelled @needs:message-in
    Scenario: An instance is moved to another room and then cancelled
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY     | LOCATION | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=4 | "Team call" | "Room 1" | Bert asked |
      And Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID              | DTSTART                    | SUMMARY     | LOCATION | ATTENDEE   |
        | 1        | 11 March 2030 at 10:00 UTC | 11 March 2030 at 10:00 UTC | "Team call" | "Room 2" | Bert asked |
      When Erik sends Bert a CANCEL about "Team call":
        | SEQUENCE | RECURRENCE-ID              | STATUS    | ATTENDEE |
        | 2        | 11 March 2030 at 10:00 UTC | CANCELLED | Bert     |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 18 March 2030 at 10:00 UTC |
        | 25 March 2030 at 10:00 UTC |

  Rule: The answer to one instance answers no other

    @implied @2446/3.7.1/instance-answer-answers-no-other @needs:inbox
    Scenario: One instance of four is declined
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      When Bert declines for the instance on 11 March 2030 at 10:00 UTC
      Then the REPLY from Bert says DECLINED on 11 March 2030 at 10:00 UTC and NEEDS-ACTION for the others

  Rule: A moved instance is named by its old start and has its new one in DTSTART

    @implied @2446/3.7.1/recurrence-id-is-the-original-start @needs:inbox
    Scenario: An instance is moved to the next day
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      When Anna moves the instance of "Team call" on 11 March 2030 at 10:00 UTC to 12 March 2030 at 14:00 UTC
      Then the REQUEST to Bert moves the instance on 11 March 2030 at 10:00 UTC to 12 March 2030 at 14:00 UTC

  Rule: The instance of a series with a zone is named in that zone or in UTC

    Background:
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 Europe/Vienna, every week 5 times
      And every REQUEST has been delivered

    @implied @2446/3.7.1/recurrence-id-has-the-form-of-dtstart @needs:inbox
    Scenario: The Organizer changes the room of one instance
      When Anna changes the location of the instance of "Team call" on 1 April 2030 at 10:00 Europe/Vienna to "Room 2"
      Then the REQUEST to Bert names the instance on 1 April 2030 at 08:00 UTC

    @implied @2446/3.7.1/recurrence-id-has-the-form-of-dtstart @needs:inbox
    Scenario: The Attendee answers one instance
      When Bert accepts for the instance on 1 April 2030 at 10:00 Europe/Vienna
      Then the REPLY from Bert names the instance on 1 April 2030 at 08:00 UTC

  Rule: The instance of a series of whole days is named by its date

    @implied @2446/3.7.1/recurrence-id-has-the-form-of-dtstart @needs:message-in @needs:inbox
    Scenario: The Attendee declines one of the days
      Given Erik sends Bert a REQUEST about "Trade fair":
        | SEQUENCE | DTSTART      | RRULE               | SUMMARY      | ATTENDEE   |
        | 0        | 4 March 2030 | FREQ=WEEKLY;COUNT=3 | "Trade fair" | Bert asked |
      When Bert declines for the day 11 March 2030
      Then the REPLY from Bert names the day 11 March 2030

  Rule: An instance is found also where it is named in another zone

    @implied @2446/3.7.1/instance-named-in-another-zone @needs:message-in
    Scenario: The CANCEL names an instance in UTC
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                             | RRULE               | SUMMARY     | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 Europe/Vienna | FREQ=WEEKLY;COUNT=5 | "Team call" | Bert asked |
      When Erik sends Bert a CANCEL about "Team call":
        | SEQUENCE | RECURRENCE-ID             | STATUS    | ATTENDEE |
        | 1        | 1 April 2030 at 08:00 UTC | CANCELLED | Bert     |
      Then Bert's calendar shows these instances of "Team call":
        | Start                                |
        | 4 March 2030 at 10:00 Europe/Vienna  |
        | 11 March 2030 at 10:00 Europe/Vienna |
        | 18 March 2030 at 10:00 Europe/Vienna |
        | 25 March 2030 at 10:00 Europe/Vienna |

    @implied @2446/3.7.1/instance-named-in-another-zone @needs:message-in
    Scenario: An instance that was changed before is named in UTC
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                              | RRULE               | SUMMARY | LOCATION | ATTENDEE |
        | 0        | 25 March 2030 at 10:00 Europe/Vienna | FREQ=WEEKLY;COUNT=2 | "Call"  | "Room 1" | Bert     |
      And Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID                       | DTSTART                   | SUMMARY | LOCATION | ATTENDEE |
        | 1        | 1 April 2030 at 10:00 Europe/Vienna | 1 April 2030 at 08:00 UTC | "Call"  | "Room 2" | Bert     |
      When Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID             | DTSTART                   | SUMMARY | LOCATION | ATTENDEE |
        | 2        | 1 April 2030 at 08:00 UTC | 1 April 2030 at 08:00 UTC | "Call"  | "Room 3" | Bert     |
      Then Bert's calendar shows these instances of "Team call":
        | Start                                | Location |
        | 25 March 2030 at 10:00 Europe/Vienna | Room 1   |
        | 1 April 2030 at 10:00 Europe/Vienna  | Room 3   |

    @implied @2446/3.7.1/reply-names-an-instance-in-another-zone @needs:message-in
    Scenario: The REPLY names an instance in UTC
      Given Anna organizes "Team call" with Erik on 4 March 2030 at 10:00 Europe/Vienna, every week 5 times
      And every REQUEST has been delivered
      When Erik sends Anna a REPLY about "Team call":
        | SEQUENCE | RECURRENCE-ID             | SUMMARY     | ATTENDEE      |
        | 0        | 1 April 2030 at 08:00 UTC | "Team call" | Erik DECLINED |
      Then Anna's calendar shows Erik as DECLINED on 1 April 2030 at 10:00 Europe/Vienna
      And Anna's calendar shows Erik as NEEDS-ACTION on 25 March 2030 at 10:00 Europe/Vienna
      And Anna's calendar shows these instances of "Team call":
        | Start                                |
        | 4 March 2030 at 10:00 Europe/Vienna  |
        | 11 March 2030 at 10:00 Europe/Vienna |
        | 18 March 2030 at 10:00 Europe/Vienna |
        | 25 March 2030 at 10:00 Europe/Vienna |
        | 1 April 2030 at 10:00 Europe/Vienna  |
