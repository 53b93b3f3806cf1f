Feature: Rescheduling an event
  A REQUEST with a known UID and a greater SEQUENCE moves the event, with details if
  need be. The copy of each Attendee follows; answers to the old time count no more.

  Rule: The copy takes the new time

    @implied @2446/3.2.2.1/reschedule-moves-the-copy
    Scenario: The meeting moves to another day
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST is delivered
      Then Bert's calendar shows "Design review" from 5 March 2030 at 15:00 UTC until 5 March 2030 at 16:00 UTC
      And Carla's calendar shows "Design review" from 5 March 2030 at 15:00 UTC until 5 March 2030 at 16:00 UTC

    @implied @2446/3.2.2.1/reschedule-moves-the-copy
    Scenario: The meeting moves across the change to summer time
      Given Anna organizes "Design review" with Bert on 29 March 2030 at 10:00 Europe/Vienna
      And every REQUEST has been delivered
      And Bert's calendar shows "Design review" on 29 March 2030 at 09:00 UTC
      When Anna reschedules "Design review" to 1 April 2030 at 10:00 Europe/Vienna
      And every REQUEST is delivered
      Then Bert's calendar shows "Design review" from 1 April 2030 at 08:00 UTC until 1 April 2030 at 09:00 UTC

    @implied @2446/3.2.2.1/reschedule-brings-details
    Scenario: The meeting moves to another day and another room
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC with the location "Room 3"
      And every REQUEST is delivered
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC
      And the location in Bert's calendar is "Room 3"

    @implied @2446/3.2.2.1/reschedule-brings-details
    Scenario: The meeting moves to another day and gets a description
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC with the description "Bring the drawings"
      And every REQUEST is delivered
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC
      And the description in Bert's calendar is "Bring the drawings"

    @implied @2446/3.2.2.1/new-rule-replaces-the-old
    Scenario: A weekly meeting becomes a daily one
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Bert's calendar shows an instance of "Team call" on 25 March 2030 at 10:00 UTC
      When Anna reschedules "Team call" to 4 March 2030 at 10:00 UTC, every day 3 times
      And every REQUEST is delivered
      Then Bert's calendar shows these instances of "Team call":
        | Start                     |
        | 4 March 2030 at 10:00 UTC |
        | 5 March 2030 at 10:00 UTC |
        | 6 March 2030 at 10:00 UTC |

    @implied @2446/3.2.2.1/new-rule-replaces-the-old
    Scenario: A weekly meeting with a moved instance becomes a daily one
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And Anna moves the instance of "Team call" on 18 March 2030 at 10:00 UTC to 19 March 2030 at 14:00 UTC
      And every REQUEST has been delivered
      And Bert's calendar shows an instance of "Team call" on 19 March 2030 at 14:00 UTC
      When Anna reschedules "Team call" to 4 March 2030 at 10:00 UTC, every day 2 times
      And every REQUEST is delivered
      Then Bert's calendar shows these instances of "Team call":
        | Start                     |
        | 4 March 2030 at 10:00 UTC |
        | 5 March 2030 at 10:00 UTC |

  Rule: The REQUEST that moves an event is about the event that was invited to

    @implied @2446/3.2.2.1/reschedule-keeps-uid @needs:inbox
    Scenario: The meeting moves to another day and keeps its UID
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then the REQUEST to Bert carries the UID of the REQUEST

  Rule: The new time is put to everybody anew

    Background:
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert accepts, and the REPLY is delivered

    @implied @2446/3.2.2.1/reschedule-reaches-all @needs:inbox
    Scenario: One has accepted the old time, one has declined it
      Given Carla declines, and the REPLY is delivered
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then a REQUEST reaches Bert and Carla

    @implied @2446/3.2.2.1/reschedule-asks-again @needs:inbox
    Scenario: The REQUEST asks the one who has accepted the old time
      Given Anna's calendar shows Bert as ACCEPTED
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then the REQUEST to Bert shows Bert with PARTSTAT NEEDS-ACTION

    @implied @2446/3.2.2.1/reschedule-reopens-the-answer
    Scenario: The copy of the one who has accepted the old time is open again
      Given Bert's calendar shows Bert as ACCEPTED
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST is delivered
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC
      And Bert's calendar shows Bert as NEEDS-ACTION

    @implied @2446/3.2.2.1/reschedule-keeps-own-answer
    Scenario: The Organizer attends, too
      Given Anna organizes "Team lunch" with Anna and Dora on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      And Anna accepts
      And Anna's calendar shows Anna as ACCEPTED
      When Anna reschedules "Team lunch" to 7 March 2030 at 12:00 UTC
      Then Anna's calendar shows "Team lunch" on 7 March 2030 at 12:00 UTC
      And Anna's calendar shows Anna as ACCEPTED
