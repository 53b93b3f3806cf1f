Feature: ITIP roles and transactions
  Whoever invites to an event is its Organizer, the others are its Attendees. The role
  that an Attendee plays in the meeting does not matter for the messages.

  Rule: The Calendar User who invites is the Organizer

    @implied @2446/1.3/organizer-is-who-invites @needs:inbox
    Scenario: A meeting with two Attendees
      When Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      Then the REQUEST to Bert names Anna as Organizer
      And the REQUEST to Carla names Anna as Organizer

  Rule: The REQUEST reaches Attendees of every ROLE

    @implied @2446/1.3/every-role-gets-the-request @needs:inbox
    Scenario: One chairs, one need not come, one is only informed
      When Anna organizes "Design review" on 4 March 2030 at 10:00 UTC with:
        | Attendee | ROLE            |
        | Bert     | CHAIR           |
        | Carla    | OPT-PARTICIPANT |
        | Dora     | NON-PARTICIPANT |
      Then a REQUEST reaches Bert, Carla and Dora
