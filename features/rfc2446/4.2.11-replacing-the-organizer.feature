Feature: Replacing the Organizer
  An Organizer who has dropped out of touch is replaced by an Attendee on whom the others
  have agreed. The event of the new Organizer is a new revision.

  Rule: The REQUEST of the new Organizer has a greater SEQUENCE

    @must @2446/4.2.11/replacement-raises-sequence @needs:inbox
    Scenario: An Attendee takes the meeting over
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Bert takes "Design review" over
      Then the REQUEST to Carla raises SEQUENCE to 1
