Feature: REQUEST
  A REQUEST invites Attendees to an event. The first one that an Attendee's side gets
  makes a new event there, whatever its revision.

  Rule: The REQUEST goes to every Attendee

    @implied @2446/3.2.2/request-reaches-attendees @needs:inbox @gate:request-delivered
    Scenario: A meeting with three Attendees
      When Anna organizes "Design review" with Bert, Carla and Dora on 4 March 2030 at 10:00 UTC
      Then a REQUEST reaches Bert, Carla and Dora

    @implied @2446/3.2.2/request-reaches-attendees @needs:message-in @gate:message-sent-out
    Scenario: An Attendee of another system is invited
      When Anna organizes "Design review" with Erik on 4 March 2030 at 10:00 UTC
      Then a REQUEST reaches Erik

    @implied @2446/3.2.2/request-reaches-attendees @needs:inbox
    Scenario: Somebody is invited in addition
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna invites Dora to "Design review"
      Then a REQUEST reaches Dora

    @implied @2446/3.2.2/room-is-reached @needs:inbox @needs:rooms
    Scenario: A meeting in a room that is invited
      When Anna organizes "Design review" with Bert and Rita on 4 March 2030 at 10:00 UTC
      Then a REQUEST reaches Bert and Rita

  Rule: The REQUEST goes to nobody but the Attendees

    @implied @2446/3.2.2/request-stays-with-attendees @needs:inbox
    Scenario: One of two Attendees is uninvited
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna uninvites Carla from "Design review"
      Then a CANCEL reaches Carla
      And no REQUEST is sent to Carla

    @implied @2446/3.2.2/request-stays-with-attendees @needs:inbox
    Scenario: An instance changes to which one of two Attendees is not invited
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Anna invites Carla to the instance of "Team call" on 18 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna changes the location of the instance of "Team call" on 11 March 2030 at 10:00 UTC to "Room 3"
      Then a REQUEST reaches Bert
      And no REQUEST is sent to Carla

  Rule: A REQUEST lists the Attendees

    @implied @2446/3.2.2/request-lists-its-recipient @needs:inbox
    Scenario: Each of two Attendees finds the own name
      When Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      Then the REQUEST to Bert lists Bert
      And the REQUEST to Carla lists Carla

    @implied @2446/3.2.2/request-lists-all-attendees @needs:inbox
    Scenario: Each of two Attendees finds the other's name
      When Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      Then the REQUEST to Bert lists Bert and Carla
      And the REQUEST to Carla lists Bert and Carla

  Rule: A REQUEST with an unknown UID is a new event

    @implied @2446/3.2.2/unknown-uid-is-a-new-event
    Scenario: The first REQUEST arrives
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      When every REQUEST is delivered
      Then Bert's calendar has "Design review" once
      And Bert's calendar shows "Design review" from 4 March 2030 at 10:00 UTC until 4 March 2030 at 11:00 UTC
      And Bert's calendar shows Bert as NEEDS-ACTION

    @implied @2446/3.2.2/unknown-uid-is-a-new-event @needs:hold-messages
    Scenario: The first REQUEST is lost and the second arrives
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      When the second REQUEST to Bert is delivered
      Then Bert's calendar has "Design review" once
      And Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

    @implied @2446/3.2.2/lone-instance-is-an-event @needs:message-in
    Scenario: The REQUEST has one instance of a series that is not known
      When Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID              | DTSTART                    | SUMMARY     | ATTENDEE   |
        | 0        | 11 March 2030 at 10:00 UTC | 11 March 2030 at 14:00 UTC | "Team call" | Bert asked |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 11 March 2030 at 14:00 UTC |

    @implied @2446/3.2.2/empty-texts-are-taken @needs:message-in
    Scenario: The REQUEST has an empty SUMMARY
      When Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | ""      | Bert asked |
      Then Bert's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

    @implied @2446/3.2.2/empty-texts-are-taken @needs:message-in
    Scenario: An update has an empty DESCRIPTION
      Given Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | DESCRIPTION          | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | "Bring the drawings" | Bert asked |
      And the description in Bert's calendar is "Bring the drawings"
      When Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | DESCRIPTION | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | ""          | Bert asked |
      Then the description in Bert's calendar is ""

  Rule: Several VEVENTs with one UID are one series

    @implied @2446/3.2.2/series-travels-with-its-instances @needs:inbox
    Scenario: The series changes after one of its instances was moved
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Anna moves the instance of "Team call" on 11 March 2030 at 10:00 UTC to 11 March 2030 at 14:00 UTC
      And every REQUEST has been delivered
      When Anna changes the location of "Team call" to "Room 3"
      Then the REQUEST to Bert has the series, 11 March 2030 at 10:00 UTC moved to 11 March 2030 at 14:00 UTC

    @implied @2446/3.2.2/series-copy-has-its-instances @needs:message-in
    Scenario: A series arrives together with an instance that was moved
      When Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID             | DTSTART                   | RRULE              | SUMMARY | ATTENDEE   |
        | 0        |                           | 4 March 2030 at 10:00 UTC | FREQ=DAILY;COUNT=4 | "Call"  | Bert asked |
        | 0        | 5 March 2030 at 10:00 UTC | 5 March 2030 at 14:00 UTC |                    | "Call"  | Bert asked |
      Then Bert's calendar shows these instances of "Team call":
        | Start                     |
        | 4 March 2030 at 10:00 UTC |
        | 5 March 2030 at 14:00 UTC |
        | 6 March 2030 at 10:00 UTC |
        | 7 March 2030 at 10:00 UTC |

    @implied @2446/3.2.2/series-copy-has-its-instances @needs:message-in
    Scenario: The series is accepted after an instance was moved
      Given Erik sends Bert a REQUEST about "Call":
        | SEQUENCE | RECURRENCE-ID             | DTSTART                   | RRULE              | SUMMARY | ATTENDEE   |
        | 0        |                           | 4 March 2030 at 10:00 UTC | FREQ=DAILY;COUNT=3 | "Call"  | Bert asked |
        | 0        | 5 March 2030 at 10:00 UTC | 5 March 2030 at 14:00 UTC |                    | "Call"  | Bert asked |
      When Bert accepts
      Then Bert's calendar shows these instances of "Call":
        | Start                     |
        | 4 March 2030 at 10:00 UTC |
        | 5 March 2030 at 14:00 UTC |
        | 6 March 2030 at 10:00 UTC |

    @implied @2446/3.2.2/series-copy-has-its-instances @needs:message-in
    Scenario: The series arrives after one of its instances
      Given Erik sends Bert a REQUEST about "Call":
        | SEQUENCE | RECURRENCE-ID             | DTSTART                   | SUMMARY | ATTENDEE   |
        | 0        | 5 March 2030 at 10:00 UTC | 5 March 2030 at 14:00 UTC | "Call"  | Bert asked |
      When Erik sends Bert a REQUEST about "Call":
        | SEQUENCE | RECURRENCE-ID             | DTSTART                   | RRULE              | SUMMARY | ATTENDEE   |
        | 0        |                           | 4 March 2030 at 10:00 UTC | FREQ=DAILY;COUNT=3 | "Call"  | Bert asked |
        | 0        | 5 March 2030 at 10:00 UTC | 5 March 2030 at 14:00 UTC |                    | "Call"  | Bert asked |
      Then Bert's calendar shows these instances of "Call":
        | Start                     |
        | 4 March 2030 at 10:00 UTC |
        | 5 March 2030 at 14:00 UTC |
        | 6 March 2030 at 10:00 UTC |

  Rule: A series in a zone keeps its hour when the clocks change

    @implied @2446/3.2.2/series-keeps-its-hour
    Scenario: A series runs from winter into summer
      Given Anna organizes "Team call" with Bert on 25 March 2030 at 10:00 Europe/Vienna, every week 2 times
      When every REQUEST is delivered
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 25 March 2030 at 09:00 UTC |
        | 1 April 2030 at 08:00 UTC  |

  Rule: A series shows nobody the instances of others

    @implied @2446/3.2.2/series-without-instances-of-others
    Scenario: The series changes after an Attendee was removed from one instance
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 Europe/Vienna, every week 3 times
      And every REQUEST has been delivered
      And Anna uninvites Bert from the instance of "Team call" on 11 March 2030 at 10:00 Europe/Vienna
      When Anna changes the location of "Team call" to "Room 3"
      And every REQUEST is delivered
      Then the location in Bert's calendar is "Room 3"
      And Bert's calendar shows these instances of "Team call":
        | Start                                |
        | 4 March 2030 at 10:00 Europe/Vienna  |
        | 18 March 2030 at 10:00 Europe/Vienna |

  Rule: Whole days stay days

    @implied @2446/3.2.2/whole-days-stay-days @needs:message-in
    Scenario: The event takes a whole day
      When Erik sends Bert a REQUEST about "Fair":
        | SEQUENCE | DTSTART      | SUMMARY | ATTENDEE   |
        | 0        | 4 March 2030 | "Fair"  | Bert asked |
      Then Bert's calendar shows "Fair" on the day 4 March 2030

  Rule: Whoever is invited to an instance gets the REQUEST for it

    Background:
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered

    @implied @2446/3.2.2/instance-attendee-is-reached @needs:inbox
    Scenario: Somebody is invited to one instance in addition
      When Anna invites Carla to the instance of "Team call" on 18 March 2030 at 10:00 UTC
      Then a REQUEST reaches Carla

    @implied @2446/3.2.2/instance-attendee-is-reached @needs:inbox
    Scenario: Somebody is invited to an instance that was changed before
      Given Anna changes the location of the instance of "Team call" on 18 March 2030 at 10:00 UTC to "Room 3"
      And every REQUEST has been delivered
      When Anna invites Carla to the instance of "Team call" on 18 March 2030 at 10:00 UTC
      Then a REQUEST reaches Carla

  Rule: SEQUENCE may be left out at 0 only

    @must @2446/3.2.2/request-writes-sequence @needs:inbox
    Scenario: The meeting has moved
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then the REQUEST to Bert writes SEQUENCE out

    @implied @2446/3.2.2/absent-sequence-is-zero @needs:message-in
    Scenario: A REQUEST without SEQUENCE follows the first revision
      Given Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 1        | 5 March 2030 at 15:00 UTC | "Design review" | Bert asked |
      When Erik sends Bert a REQUEST about "Design review":
        | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 4 March 2030 at 10:00 UTC | "Design review" | Bert asked |
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

    @implied @2446/3.2.2/absent-sequence-is-zero @needs:message-in
    Scenario: The first revision follows a REQUEST without SEQUENCE
      Given Erik sends Bert a REQUEST about "Design review":
        | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 4 March 2030 at 10:00 UTC | "Design review" | Bert asked |
      And Bert's calendar shows "Design review" on 4 March 2030 at 10:00 UTC
      When Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 1        | 5 March 2030 at 15:00 UTC | "Design review" | Bert asked |
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

  Rule: RECURRENCE-ID tells which instance a VEVENT is about

    @must @2446/3.2.2/single-event-without-recurrence-id @needs:inbox
    Scenario: A meeting that takes place once
      When Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      Then the REQUEST to Bert has no RECURRENCE-ID

    @must @2446/3.2.2/single-event-without-recurrence-id @needs:inbox
    Scenario: A meeting that takes place once has moved
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then the REQUEST to Bert has no RECURRENCE-ID

    @implied @2446/3.2.2/instance-request-names-instance @needs:inbox
    Scenario Outline: One instance of a series in the time of Vienna gets another location
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 Europe/Vienna, every week 5 times
      And every REQUEST has been delivered
      When Anna changes the location of the instance of "Team call" on <day> at 10:00 Europe/Vienna to "Room 3"
      Then the REQUEST to Bert names the instance on <day> at <moment> where LOCATION is "Room 3"

      Examples:
        | day           | moment    |
        | 11 March 2030 | 09:00 UTC |
        | 1 April 2030  | 08:00 UTC |
