Feature: Removing Attendees
  The Organizer tells those who are removed by a CANCEL and those who stay by a REQUEST
  that no longer lists them.

  Rule: The REQUEST to those who stay does not list the one who is removed

    @implied @2446/4.2.10/uninvited-is-not-listed @needs:inbox
    Scenario: One of two Attendees is uninvited
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Anna uninvites Carla from "Design review"
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      Then the REQUEST to Bert does not list Carla
