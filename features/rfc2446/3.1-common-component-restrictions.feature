Feature: Common component restrictions
  Every scheduling message is a complete iCalendar object: who wrote it, which method
  it has, and the definition of each time zone that its times refer to.

  Rule: A message brings a VTIMEZONE for every TZID in it

    @must @2446/3.1/timezone-for-every-tzid @needs:inbox
    Scenario: The meeting is planned in the time of Vienna
      When Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 Europe/Vienna
      Then the REQUEST to Bert brings the VTIMEZONE of every TZID

    @must @2446/3.1/timezone-for-every-tzid @needs:inbox
    Scenario: The meeting that is cancelled was planned in the time of Vienna
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 Europe/Vienna
      And every REQUEST has been delivered
      When Anna cancels "Design review"
      Then the CANCEL to Bert brings the VTIMEZONE of every TZID

  Rule: A time is read by the VTIMEZONE that comes with it

    @implied @2446/3.1/timezone-is-read @needs:message-in
    Scenario: A REQUEST names a zone that nobody else knows
      When Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                      | SUMMARY         | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 Office | "Design review" | Bert asked |
      Then Bert's calendar shows "Design review" on 4 March 2030 at 07:00 UTC

    @implied @2446/3.1/timezone-is-read @needs:message-in
    Scenario: A REQUEST names two zones
      When Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID                | DTSTART                             | SUMMARY     | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 Office | 4 March 2030 at 10:00 Europe/Vienna | "Team call" | Bert asked |
      Then Bert's calendar shows these instances of "Team call":
        | Start                     |
        | 4 March 2030 at 09:00 UTC |

  Rule: An alarm that travels is complete

    @must @2446/3.1/alarm-table @needs:inbox
    Scenario: The Organizer's event has an alarm that is repeated
      When Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC and sets an alarm
      Then the REQUEST to Bert has no alarm or a complete one
