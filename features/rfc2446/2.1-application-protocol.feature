Feature: Application protocol
  The Organizer has the master of an event and alone decides what it is. Attendees have
  copies; what they send says something of themselves, or suggests a change.

  Rule: An Attendee who changes the own copy changes it for nobody else

    @implied @2446/2.1/attendee-leaves-the-master @needs:inbox
    Scenario: An Attendee moves the own copy
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Bert moves the own copy of "Design review" to 5 March 2030 at 15:00 UTC
      Then no REQUEST for a meeting on 5 March 2030 at 15:00 UTC is sent to Carla
      And no REQUEST for a meeting on 5 March 2030 at 15:00 UTC is sent to Anna
      And Carla's calendar shows "Design review" on 4 March 2030 at 10:00 UTC
      And Anna's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

  Rule: A REPLY changes nothing but the answer

    @implied @2446/2.1/reply-changes-answers-only @needs:message-in
    Scenario: A REPLY has another time, title and STATUS
      Given Anna organizes "Design review" as CONFIRMED with Erik on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY | STATUS    | ATTENDEE      |
        | 0        | 5 March 2030 at 15:00 UTC | "Lunch" | TENTATIVE | Erik ACCEPTED |
      Then Anna's calendar shows "Design review" from 4 March 2030 at 10:00 UTC until 4 March 2030 at 11:00 UTC
      And the SUMMARY in Anna's calendar is "Design review"
      And the STATUS in Anna's calendar is CONFIRMED
