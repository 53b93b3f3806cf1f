Feature: REQUEST
  A REQUEST invites Attendees to an event. The first one that an Attendee's side gets
  makes a new event there, whatever its revision.

  Rule: The REQUEST goes to every Attendee

    @implied @2446/3.2.2/request-reaches-attendees @needs:inbox @gate:request-delivered
    Scenario: A meeting with three Attendees
      When Anna organizes "Design review" with Bert, Carla and Dora on 4 March 2030 at 10:00 UTC
      Then a REQUEST reaches Bert, Carla and Dora

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
