Feature: Sending on behalf of the Organizer
  Somebody may act for the Organizer without becoming it, as a secretary does. SENT-BY of
  ORGANIZER says who, and the answers go to the Organizer all the same.

  Background:
    Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: SENT-BY names the one who acts for the Organizer, and nobody else

    @implied @2446/3.2.2.5/secretary-is-in-sent-by @needs:inbox
    Scenario: The secretary moves the meeting
      When Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      Then the REQUEST to Bert names Anna as Organizer, sent by Sven

    @implied @2446/3.2.2.5/organizer-acts-without-sent-by @needs:inbox
    Scenario: The Organizer sends the next REQUEST in person
      Given Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      When Anna changes the description of "Design review" to "Bring the plans"
      Then the REQUEST to Bert names Anna as Organizer, sent in person

  Rule: The answers go to the Organizer

    @implied @2446/3.2.2.5/answers-go-to-organizer @needs:inbox
    Scenario: An Attendee accepts what the secretary sent
      Given Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      When Bert accepts
      Then a REPLY reaches Anna
