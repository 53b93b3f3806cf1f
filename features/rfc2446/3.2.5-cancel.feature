Feature: CANCEL
  The Organizer cancels the whole event, or uninvites some Attendees and goes on with
  the others. STATUS and the ATTENDEEs listed tell which of the two a CANCEL means.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: The CANCEL goes to those whom it concerns

    @must @2446/3.2.5/cancel-reaches-attendees @needs:inbox @gate:cancel-delivered
    Scenario: The whole meeting is cancelled
      When Anna cancels "Design review"
      Then a CANCEL reaches Bert and Carla

    @must @2446/3.2.5/cancel-reaches-attendees @needs:inbox
    Scenario: The meeting is cancelled after an Attendee has declined
      Given Bert declines, and the REPLY is delivered
      When Anna cancels "Design review"
      Then a CANCEL reaches Bert and Carla

    @must @2446/3.2.5/cancel-reaches-attendees @needs:inbox
    Scenario: One Attendee is uninvited
      When Anna uninvites Carla from "Design review"
      Then a CANCEL reaches Carla

    @must @2446/3.2.5/cancel-reaches-attendees @needs:inbox
    Scenario: The only Attendee is uninvited
      Given Anna organizes "Team lunch" with Dora on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      When Anna uninvites Dora from "Team lunch"
      Then a CANCEL reaches Dora

    @implied @2446/3.2.5/uninvite-cancels-one @needs:inbox
    Scenario: The one who stays gets no CANCEL
      When Anna uninvites Carla from "Design review"
      Then a CANCEL reaches Carla
      And no CANCEL is sent to Bert
      And Bert's calendar still has "Design review"

  Rule: The copy of a cancelled event is cancelled

    @implied @2446/3.2.5/cancelled-copy
    Scenario: The CANCEL of the whole meeting arrives
      When Anna cancels "Design review"
      And every CANCEL is delivered
      Then Bert's calendar shows "Design review" as cancelled or no longer
      And Carla's calendar shows "Design review" as cancelled or no longer

    @implied @2446/3.2.5/cancelled-copy
    Scenario: The CANCEL for one who is uninvited arrives
      When Anna uninvites Carla from "Design review"
      And every CANCEL is delivered
      Then Carla's calendar shows "Design review" as cancelled or no longer

    @implied @2446/3.2.5/uninvite-of-another @needs:message-in
    Scenario: A CANCEL that uninvites somebody else arrives
      Given Erik sends Bert a REQUEST with SEQUENCE 0 for "Team lunch" on 6 March 2030 at 12:00 UTC
      When Erik sends Bert a CANCEL with SEQUENCE 1 that uninvites Carla from "Team lunch"
      Then Bert's calendar still has "Team lunch"

  Rule: STATUS and ATTENDEE tell what a CANCEL means

    @must @2446/3.2.5/cancel-status @needs:inbox
    Scenario: The whole meeting is cancelled and STATUS says so
      When Anna cancels "Design review"
      Then the CANCEL to Bert has STATUS CANCELLED

    @must @2446/3.2.5/uninvite-without-status @needs:inbox
    Scenario: One Attendee is uninvited and STATUS is left out
      When Anna uninvites Carla from "Design review"
      Then the CANCEL to Carla has no STATUS

    @must @2446/3.2.5/cancel-lists-attendees @needs:inbox
    Scenario: The CANCEL lists the one who is uninvited
      When Anna uninvites Carla from "Design review"
      Then the CANCEL to Carla lists Carla

    @must @2446/3.2.5/cancel-whole-without-recurrence-id @needs:inbox
    Scenario: The CANCEL of an event that does not recur names no instance
      When Anna cancels "Design review"
      Then the CANCEL to Bert has no RECURRENCE-ID

    @must @2446/3.2.5/cancel-uid @needs:inbox
    Scenario: The CANCEL has the UID of the REQUEST
      When Anna cancels "Design review"
      Then the CANCEL to Bert carries the UID of the REQUEST

  Rule: An Attendee cancels nothing

    @implied @2446/3.2.5/attendee-sends-no-cancel @needs:inbox
    Scenario: An Attendee deletes the own copy
      When Bert deletes the own copy of "Design review"
      Then no CANCEL is sent to Carla
      And no CANCEL is sent to Anna
      And Carla's calendar still has "Design review"

  Rule: A CANCEL comes from the Organizer

    Background:
      Given Erik sends Bert a REQUEST with SEQUENCE 0 for "Team lunch" on 6 March 2030 at 12:00 UTC

    @implied @2446/3.2.5/cancel-comes-from-the-organizer @needs:message-in
    Scenario: Somebody else cancels the meeting
      When Emil sends Bert a CANCEL about "Team lunch":
        | SEQUENCE | ORGANIZER | STATUS    | ATTENDEE |
        | 1        | Emil      | CANCELLED | Bert     |
      Then Bert's calendar still has "Team lunch"

    @implied @2446/3.2.5/cancel-comes-from-the-organizer @needs:message-in
    Scenario: The Organizer cancels the meeting
      When Erik sends Bert a CANCEL about "Team lunch":
        | SEQUENCE | STATUS    | ATTENDEE |
        | 1        | CANCELLED | Bert     |
      Then Bert's calendar shows "Team lunch" as cancelled or no longer
