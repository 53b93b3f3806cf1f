Feature: Rescheduling an event
  A REQUEST with a known UID and a greater SEQUENCE moves the event. The copy of each
  Attendee follows.

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
