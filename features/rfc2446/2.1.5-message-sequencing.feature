Feature: Message sequencing
  Transports delay, reorder and repeat scheduling messages. UID, SEQUENCE and DTSTAMP
  say which message counts, and the Organizer remembers the last REPLY of each Attendee.

  Rule: Messages with one UID are about one event

    @implied @2446/2.1.5/uid-is-the-key
    Scenario: A rescheduled meeting does not become a second one
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST is delivered
      Then Bert's calendar has "Design review" once
      And Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

  Rule: A REQUEST with a lower SEQUENCE changes nothing

    @implied @2446/2.1.5/older-request @needs:hold-messages
    Scenario: The second REQUEST arrives after the third
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And Anna reschedules "Design review" to 6 March 2030 at 09:00 UTC
      And the third REQUEST to Bert is delivered
      When the second REQUEST to Bert is delivered
      Then Bert's calendar shows "Design review" on 6 March 2030 at 09:00 UTC
      And no scheduling message is sent in return

    @implied @2446/2.1.5/older-request @needs:message-in
    Scenario: A REQUEST stamped later has a lower SEQUENCE all the same
      Given Erik sends Bert a REQUEST with SEQUENCE 2 for "Design review" on 5 March 2030 at 15:00 UTC
      When Erik sends Bert a REQUEST with SEQUENCE 1 for "Design review" on 4 March 2030 at 10:00 UTC
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

  Rule: With equal SEQUENCE the REQUEST with the later DTSTAMP counts

    @implied @2446/2.1.5/request-dtstamp-breaks-tie @needs:hold-messages
    Scenario: Two updates arrive in the wrong order
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Anna changes the location of "Design review" to "Room 2"
      And Anna changes the location of "Design review" to "Room 3"
      And the third REQUEST to Bert is delivered
      When the second REQUEST to Bert is delivered
      Then the location in Bert's calendar is "Room 3"

  Rule: SEQUENCE is compared as a number

    @implied @2446/2.1.5/sequence-is-a-number
    Scenario: The tenth revision follows the ninth
      Given Anna organizes "Design review" at SEQUENCE 9 with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST is delivered
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

  Rule: A message that arrives again changes nothing

    @implied @2446/2.1.5/repeated-message @needs:hold-messages
    Scenario: The REQUEST arrives again after the answer
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert accepts, and the REPLY is delivered
      When the REQUEST to Bert is delivered again
      Then nothing changes in Bert's calendar
      And Bert's calendar shows Bert as ACCEPTED
      And no scheduling message is sent in return

  Rule: A REPLY to an older revision never overrides a REPLY to a newer one

    Background:
      Given Anna organizes "Design review" with Erik on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @implied @2446/2.1.5/older-reply @needs:message-in @needs:last-seen
    Scenario: An acceptance of the first time arrives after the refusal of the second
      Given Erik accepts, but the REPLY is held in transit
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      And Erik declines
      And the second REPLY from Erik is delivered
      When the first REPLY from Erik is delivered
      Then Anna's calendar shows Erik as DECLINED
      And Anna has applied Erik's REPLY to SEQUENCE 1

  Rule: With equal SEQUENCE the REPLY with the later DTSTAMP counts

    Background:
      Given Anna organizes "Design review" with Erik on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @implied @2446/2.1.5/reply-dtstamp-breaks-tie @needs:message-in
    Scenario: An acceptance arrives after the refusal that was sent later
      Given Erik accepts, but the REPLY is held in transit
      And Erik declines
      And the second REPLY from Erik is delivered
      When the first REPLY from Erik is delivered
      Then Anna's calendar shows Erik as DECLINED
      And no scheduling message is sent in return

    @implied @2446/2.1.5/reply-dtstamp-breaks-tie @needs:message-in
    Scenario: An Attendee changes the answer
      Given Erik accepts, and the REPLY is delivered
      When Erik declines, and the REPLY is delivered
      Then Anna's calendar shows Erik as DECLINED

  Rule: The last REPLY is remembered for each Attendee apart

    @implied @2446/2.1.5/last-reply-per-attendee @needs:hold-messages
    Scenario: The answer that was sent first arrives last
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert accepts, but the REPLY is held in transit
      And Carla declines
      And the first REPLY from Carla is delivered
      When the first REPLY from Bert is delivered
      Then Anna's calendar shows these Attendees:
        | Attendee | PARTSTAT |
        | Bert     | ACCEPTED |
        | Carla    | DECLINED |

  Rule: What has been received is known after a restart

    @implied @2446/2.1.5/revision-outlives-a-restart @needs:restart @needs:hold-messages
    Scenario: Two updates arrive in the wrong order, with a restart between them
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Anna changes the location of "Design review" to "Room 2"
      And Anna changes the location of "Design review" to "Room 3"
      And the third REQUEST to Bert is delivered
      And the service is restarted
      When the second REQUEST to Bert is delivered
      Then the location in Bert's calendar is "Room 3"

    @implied @2446/2.1.5/last-reply-outlives-a-restart @needs:restart @needs:message-in
    Scenario: An answer arrives after a restart and after one that was sent later
      Given Anna organizes "Design review" with Erik on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Erik accepts, but the REPLY is held in transit
      And Erik declines
      And the second REPLY from Erik is delivered
      And the service is restarted
      When the first REPLY from Erik is delivered
      Then Anna's calendar shows Erik as DECLINED

  Rule: A CANCEL is a revision too

    @implied @2446/2.1.5/request-after-cancel @needs:hold-messages
    Scenario: A REQUEST arrives after the CANCEL that was sent later
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And Anna cancels "Design review"
      And every CANCEL has been delivered
      When the second REQUEST to Bert is delivered
      Then Bert's calendar shows "Design review" as cancelled or no longer

    @implied @2446/2.1.5/request-newer-than-cancel @needs:message-in
    Scenario: The Organizer invites again to what was cancelled
      Given Erik sends Bert a REQUEST with SEQUENCE 1 for "Design review" on 4 March 2030 at 10:00 UTC
      And Erik sends Bert a CANCEL about "Design review":
        | SEQUENCE | STATUS    | ATTENDEE |
        | 2        | CANCELLED | Bert     |
      When Erik sends Bert a REQUEST with SEQUENCE 3 for "Design review" on 5 March 2030 at 15:00 UTC
      Then Bert's calendar still has "Design review"
      And Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

    @implied @2446/2.1.5/request-newer-than-cancel @needs:message-in
    Scenario: The Organizer invites again to a cancelled instance
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY     | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=4 | "Team call" | Bert asked |
      And Erik sends Bert a CANCEL about "Team call":
        | SEQUENCE | RECURRENCE-ID              | STATUS    | ATTENDEE |
        | 1        | 11 March 2030 at 10:00 UTC | CANCELLED | Bert     |
      When Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID              | DTSTART                    | SUMMARY     | ATTENDEE   |
        | 2        | 11 March 2030 at 10:00 UTC | 11 March 2030 at 14:00 UTC | "Team call" | Bert asked |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 11 March 2030 at 14:00 UTC |
        | 18 March 2030 at 10:00 UTC |
        | 25 March 2030 at 10:00 UTC |

    @implied @2446/2.1.5/cancel-after-newer-request @needs:message-in
    Scenario: A CANCEL has a lower SEQUENCE than the REQUEST before it
      Given Erik sends Bert a REQUEST with SEQUENCE 3 for "Design review" on 5 March 2030 at 15:00 UTC
      When Erik sends Bert a CANCEL with SEQUENCE 2 that uninvites Bert from "Design review"
      Then Bert's calendar shows Bert as NEEDS-ACTION
      And Bert's calendar still has "Design review"

    @implied @2446/2.1.5/instance-stays-cancelled @needs:hold-messages
    Scenario: A REQUEST for an instance arrives after the CANCEL of that instance
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Anna moves the instance of "Team call" on 11 March 2030 at 10:00 UTC to 12 March 2030 at 14:00 UTC
      And Anna cancels the instance of "Team call" on 11 March 2030 at 10:00 UTC
      And the last message to Bert is delivered
      When the second REQUEST to Bert is delivered
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 18 March 2030 at 10:00 UTC |
        | 25 March 2030 at 10:00 UTC |

  Rule: Of a REQUEST and a CANCEL with equal SEQUENCE the later DTSTAMP counts

    Background:
      Given Erik sends Bert a REQUEST about "Design review":
        | DTSTAMP                     | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE   |
        | 7 January 2030 at 10:00 UTC | 1        | 4 March 2030 at 10:00 UTC | "Design review" | Bert asked |

    @implied @2446/2.1.5/cancel-dtstamp-breaks-tie @needs:message-in
    Scenario: The CANCEL was composed after the REQUEST
      When Erik sends Bert a CANCEL about "Design review":
        | DTSTAMP                     | SEQUENCE | STATUS    | ATTENDEE |
        | 7 January 2030 at 10:05 UTC | 1        | CANCELLED | Bert     |
      Then Bert's calendar shows "Design review" as cancelled or no longer

    @implied @2446/2.1.5/cancel-dtstamp-breaks-tie @needs:message-in
    Scenario: The CANCEL was composed before the REQUEST
      When Erik sends Bert a CANCEL about "Design review":
        | DTSTAMP                     | SEQUENCE | STATUS    | ATTENDEE |
        | 7 January 2030 at 09:55 UTC | 1        | CANCELLED | Bert     |
      Then Bert's calendar still has "Design review"

  Rule: Who sends again under the same SEQUENCE stamps the message later

    Background:
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @implied @2446/2.1.5/update-is-stamped-anew @needs:inbox @needs:clock
    Scenario: The Organizer changes the location and then the description
      Given Anna changes the location of "Design review" to "Room 3"
      And every REQUEST has been delivered
      When Anna changes the description of "Design review" to "Bring the drawings"
      Then the REQUEST to Bert has a later DTSTAMP than the one before

    @implied @2446/2.1.5/answer-is-stamped-anew @needs:inbox @needs:clock
    Scenario: An Attendee accepts and then declines
      Given Bert accepts, and the REPLY is delivered
      When Bert declines
      Then the REPLY from Bert has a later DTSTAMP than the one before

  Rule: A revision counts although the one before it never arrived

    @implied @2446/2.1.5/missed-revision @needs:hold-messages
    Scenario: The second of three REQUESTs is lost
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And Anna reschedules "Design review" to 6 March 2030 at 09:00 UTC
      When the third REQUEST to Bert is delivered
      Then Bert's calendar shows "Design review" on 6 March 2030 at 09:00 UTC

  Rule: A message that names an instance is about that instance alone

    @implied @2446/2.1.5/instance-of-a-request @needs:message-in
    Scenario: A REQUEST moves one instance of a series
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY     | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=4 | "Team call" | Bert asked |
      When Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID              | DTSTART                    | SUMMARY     | ATTENDEE   |
        | 1        | 11 March 2030 at 10:00 UTC | 12 March 2030 at 14:00 UTC | "Team call" | Bert asked |
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 12 March 2030 at 14:00 UTC |
        | 18 March 2030 at 10:00 UTC |
        | 25 March 2030 at 10:00 UTC |

    @implied @2446/2.1.5/instance-of-a-reply @needs:message-in
    Scenario: A REPLY declines one instance of a series that was accepted
      Given Anna organizes "Team call" with Erik on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Erik accepts, and the REPLY is delivered
      When Erik declines for the instance on 11 March 2030 at 10:00 UTC
      And every REPLY is delivered
      Then Anna's calendar shows Erik as ACCEPTED on 4 March 2030 at 10:00 UTC
      And Anna's calendar shows Erik as ACCEPTED on 18 March 2030 at 10:00 UTC
      And Anna's calendar shows Erik as ACCEPTED on 25 March 2030 at 10:00 UTC

    @implied @2446/2.1.5/series-obsoletes-older-instance @needs:message-in
    Scenario: A REQUEST for an instance is older than the series in the copy
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY     | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=2 | "Team call" | Bert asked |
      And Erik sends Bert a REQUEST about "Team call", held in transit:
        | SEQUENCE | RECURRENCE-ID              | DTSTART                    | SUMMARY     | ATTENDEE   |
        | 1        | 11 March 2030 at 10:00 UTC | 12 March 2030 at 14:00 UTC | "Team call" | Bert asked |
      And Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY     | ATTENDEE   |
        | 2        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=3 | "Team call" | Bert asked |
      When the second REQUEST from Erik is delivered
      Then Bert's calendar shows these instances of "Team call":
        | Start                      |
        | 4 March 2030 at 10:00 UTC  |
        | 11 March 2030 at 10:00 UTC |
        | 18 March 2030 at 10:00 UTC |

  Rule: An answer to an instance carries the SEQUENCE of the REQUEST for that instance

    Background:
      Given Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | DTSTART                   | RRULE               | SUMMARY     | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | FREQ=WEEKLY;COUNT=4 | "Team call" | Bert asked |
      And Erik sends Bert a REQUEST about "Team call":
        | SEQUENCE | RECURRENCE-ID              | DTSTART                    | SUMMARY     | ATTENDEE   |
        | 1        | 11 March 2030 at 10:00 UTC | 12 March 2030 at 14:00 UTC | "Team call" | Bert asked |

    @implied @2446/2.1.5/reply-counts-for-its-instance @needs:message-in @needs:inbox
    Scenario: The instance that was revised is answered
      When Bert accepts for the instance on 11 March 2030 at 10:00 UTC
      Then the REPLY from Bert carries SEQUENCE 1 for the instance on 11 March 2030 at 10:00 UTC

    @implied @2446/2.1.5/reply-counts-for-its-instance @needs:message-in @needs:inbox
    Scenario: An instance that was not revised is answered
      When Bert accepts for the instance on 18 March 2030 at 10:00 UTC
      Then the REPLY from Bert carries SEQUENCE 0 for the instance on 18 March 2030 at 10:00 UTC
