Feature: Acting on behalf of other Calendar Users
  Organizer, chair and Attendee are roles of their own, and somebody else may send
  messages for any of them. Answers go to the Organizer all the same.

  Rule: Answers go to the Organizer, also where somebody else chairs the meeting

    @implied @2446/2.1.3/replies-flow-to-the-organizer @needs:inbox
    Scenario: An Attendee answers while another one chairs
      Given Anna organizes "Design review" on 4 March 2030 at 10:00 UTC with:
        | Attendee | ROLE            |
        | Bert     | REQ-PARTICIPANT |
        | Carla    | CHAIR           |
      And every REQUEST has been delivered
      When Bert accepts
      Then a REPLY reaches Anna
      And no REPLY is sent to Carla

  Rule: An Organizer who does not attend is not listed as Attendee

    @implied @2446/2.1.3/organizer-need-not-attend @needs:inbox
    Scenario: The Organizer invites one Attendee
      When Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      Then the REQUEST to Bert lists Bert
      And the REQUEST to Bert does not list Anna

  Rule: Who acts for the Organizer does not become it

    @implied @2446/2.1.3/sent-by-leaves-the-organizer @needs:inbox
    Scenario: The secretary of the Organizer moves the meeting
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      Then the REQUEST to Bert names Anna as Organizer

    @implied @2446/2.1.3/sent-by-request-counts @needs:message-in
    Scenario: An update is sent by somebody else for the Organizer
      Given Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | LOCATION | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | "Room 1" | Bert asked |
      When Emil sends Bert a REQUEST about "Design review":
        | SEQUENCE | ORGANIZER    | DTSTART                   | SUMMARY         | LOCATION | ATTENDEE   |
        | 0        | Erik by Emil | 4 March 2030 at 10:00 UTC | "Design review" | "Room 2" | Bert asked |
      Then the location in Bert's calendar is "Room 2"
      And Bert's calendar has "Design review" once

  Rule: Who answers for an Attendee does not become one

    @implied @2446/2.1.3/sent-by-leaves-the-attendee @needs:inbox
    Scenario: The secretary of an Attendee answers
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Sven accepts for Bert
      Then the REPLY to Anna lists Bert
      And the REPLY to Anna does not list Sven

    @implied @2446/2.1.3/sent-by-reply-counts @needs:message-in
    Scenario: An answer is sent by somebody else for the Attendee
      Given Anna organizes "Design review" with Erik on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      When Emil sends Anna a REPLY about "Design review":
        | SEQUENCE | DTSTART                   | ATTENDEE              |
        | 0        | 4 March 2030 at 10:00 UTC | Erik ACCEPTED by Emil |
      Then Anna's calendar shows Erik as ACCEPTED
      And Anna's calendar does not list Emil
