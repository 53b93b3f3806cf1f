Feature: Changing the Organizer
  An Organizer may drop out without passing the role on. The Attendees agree on another
  one by other means, who sends the event as a new revision with its own address as
  ORGANIZER. From then on the answers go there.

  Rule: The new Organizer sends the event to the Attendees

    Background:
      Given Anna organizes "Design review" with Bert, Carla and Dora on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @should @2446/3.2.2.4/new-organizer-sends-request @needs:inbox
    Scenario: An Attendee takes the meeting over
      When Bert takes "Design review" over
      Then a REQUEST reaches Carla and Dora

    @should @2446/3.2.2.4/request-names-new-organizer @needs:inbox
    Scenario: The REQUEST names the one who took over
      When Bert takes "Design review" over
      Then the REQUEST to Carla names Bert as Organizer
      And the REQUEST to Dora names Bert as Organizer

    @implied @2446/3.2.2.4/organizer-change-keeps-uid @needs:inbox
    Scenario: It is still the same event
      When Bert takes "Design review" over
      Then the REQUEST to Carla carries the UID of the REQUEST

  Rule: An Attendee's copy follows a new Organizer who has a new revision, and no other

    Background:
      Given Anna organizes "Design review" with Carla and Erik on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @implied @2446/3.2.2.4/copy-takes-new-organizer @needs:message-in
    Scenario: The Attendee agrees
      Given Erik sends Carla a REQUEST about "Design review":
        | ORGANIZER | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE    |
        | Erik      | 5        | 4 March 2030 at 10:00 UTC | "Design review" | Carla asked |
      When Carla agrees to Erik as Organizer
      Then Carla's calendar names Erik as Organizer
      And Carla's calendar has "Design review" once

    @implied @2446/3.2.2.4/organizer-change-needs-a-revision @needs:message-in
    Scenario: Somebody who knows the UID writes a REQUEST without a new revision
      When Erik sends Carla a REQUEST about "Design review":
        | ORGANIZER | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE    |
        | Erik      | 0        | 6 March 2030 at 09:00 UTC | "Design review" | Carla asked |
      Then Carla's calendar names Anna as Organizer
      And Carla's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

    @implied @2446/3.2.2.4/answers-go-to-new-organizer @needs:message-in @needs:inbox
    Scenario: The answer goes to the new Organizer
      Given Erik sends Carla a REQUEST about "Design review":
        | ORGANIZER | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE    |
        | Erik      | 5        | 4 March 2030 at 10:00 UTC | "Design review" | Carla asked |
      And Carla agrees to Erik as Organizer
      And Carla's calendar names Erik as Organizer
      When Carla accepts
      Then a REPLY reaches Erik
      And no REPLY is sent to Anna
