Feature: How long boxes keep what they have of series and whole days
  A series is over with its last instance, wherever that takes place; one without end never is.
  Every scenario begins on 7 January 2030 at 09:00 UTC.

  Rule: A series is over with its last instance

    @must @service/retention/until-the-last-instance @needs:clock @needs:inbox
    Scenario: Two of three instances are over
      Given Anna organizes "Standup" with Bert on 8 January 2030 at 10:00 UTC, every day 3 times
      And every REQUEST has been delivered
      When 3 days pass
      Then Bert's Inbox has 1 entry about "Standup"

    @must @service/retention/until-the-last-instance @needs:clock @needs:inbox
    Scenario: All three instances are over
      Given Anna organizes "Standup" with Bert on 8 January 2030 at 10:00 UTC, every day 3 times
      And every REQUEST has been delivered
      When 4 days pass
      Then Bert's Inbox has 0 entries about "Standup"

    @must @service/retention/until-the-last-instance @needs:clock @needs:inbox @needs:message-in
    Scenario Outline: UNTIL makes the third instance the last, and <days> days later there <are> in the Inbox
      Given Erik sends Bert a REQUEST about "Standup":
        | SEQUENCE | DTSTART                     | RRULE                             | SUMMARY   | ATTENDEE   |
        | 0        | 8 January 2030 at 10:00 UTC | FREQ=DAILY;UNTIL=20300110T100000Z | "Standup" | Bert asked |
      When <days> days pass
      Then Bert's Inbox has <count> entries about "Standup"

      Examples:
        | days | count | are     |
        | 3    | 1     | is one  |
        | 4    | 0     | is none |

    @must @service/retention/until-the-last-instance @needs:clock @needs:inbox
    Scenario Outline: A single date is added, and <days> days later there <are> in the Inbox
      Given Anna organizes "Standup" with Bert on 8 January 2030 at 10:00 UTC and also on 10 January 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When <days> days pass
      Then Bert's Inbox has <count> entries about "Standup"

      Examples:
        | days | count | are     |
        | 2    | 1     | is one  |
        | 4    | 0     | is none |

  Rule: An instance that was moved behind the end of its series is the last

    @must @service/retention/moved-instance-counts @needs:clock @needs:inbox
    Scenario Outline: The second of three instances takes place on 13 January, and it is the <day>
      Given Anna organizes "Standup" with Bert on 8 January 2030 at 10:00 UTC, every day 3 times
      And Anna moves the instance of "Standup" on 9 January 2030 at 10:00 UTC to 13 January 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When <days> days pass
      Then Bert's Inbox has <count> entries about "Standup"

      Examples:
        | day  | days | count |
        | 12th | 5    | 2     |
        | 14th | 7    | 0     |

  Rule: A series without end stays

    @must @service/retention/endless-stays @needs:clock @needs:inbox @needs:outbox
    Scenario: A year has passed
      Given Anna organizes "Standup" with Bert on 8 January 2030 at 10:00 UTC, every day
      And every REQUEST has been delivered
      When 366 days pass
      Then Bert's Inbox has 1 entry about "Standup"
      And Anna's Outbox has 1 entry about "Standup"

  Rule: A whole day is over when it is over everywhere

    @must @service/retention/all-day-over-everywhere @needs:clock @needs:inbox @needs:message-in
    Scenario Outline: The day is 9 January, and in UTC it is <now>
      Given Erik sends Bert a REQUEST about "Offsite":
        | SEQUENCE | DTSTART        | SUMMARY   | ATTENDEE   |
        | 0        | 9 January 2030 | "Offsite" | Bert asked |
      When <days> days pass
      Then Bert's Inbox has <count> entries about "Offsite"

      Examples:
        | now                  | days | count |
        | 10 January, 09:00    | 3    | 1     |
        | 11 January, 09:00    | 4    | 0     |
