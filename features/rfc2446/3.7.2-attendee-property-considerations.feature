Feature: Attendee property considerations
  A published event names the Organizer, who alone may bring it up to date. A group may be
  invited as one Attendee. Its members are not listed, get the REQUEST all the same, and
  answer for themselves: as an individual, with the group in MEMBER.

  Rule: A published event has an Organizer, who alone changes it

    Background:
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And Anna publishes "Design review" to Dora

    @must @2446/3.7.2/published-event-has-an-organizer @needs:publish
    Scenario: Somebody who is not invited gets it
      Given every PUBLISH has been delivered
      When Anna publishes "Design review" to Dora
      Then the PUBLISH to Dora names Anna as Organizer

    @implied @2446/3.7.2/organizer-updates-the-published-event @needs:publish @needs:message-in
    Scenario: Somebody else publishes it with another time
      Given every PUBLISH has been delivered
      When Erik sends Dora a PUBLISH about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | ORGANIZER |
        | 1        | 5 March 2030 at 15:00 UTC | "Design review" | Erik      |
      Then Dora's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

  Rule: A member of a listed group gets the event

    @implied @2446/3.7.2/group-member-gets-the-event @needs:groups @needs:message-in
    Scenario Outline: The REQUEST lists the group alone
      When Emil sends Dora a REQUEST about "Team lunch":
        | SEQUENCE | DTSTART                   | SUMMARY      | ATTENDEE            |
        | 0        | 6 March 2030 at 12:00 UTC | "Team lunch" | Crew <CUTYPE> asked |
      Then Dora's calendar shows "Team lunch" on 6 March 2030 at 12:00 UTC

      Examples:
        | CUTYPE  |
        | GROUP   |
        | UNKNOWN |

  Rule: Who is listed in person answers as listed

    @implied @2446/3.7.2/own-entry-comes-first @needs:groups @needs:message-in @needs:inbox
    Scenario: The REQUEST lists the member and the group
      Given Emil sends Dora a REQUEST about "Team lunch":
        | SEQUENCE | DTSTART                   | SUMMARY      | ATTENDEE                     |
        | 0        | 6 March 2030 at 12:00 UTC | "Team lunch" | Crew GROUP asked, Dora asked |
      When Dora accepts
      Then the REPLY from Dora lists only Dora
      And the REPLY from Dora shows Dora with PARTSTAT ACCEPTED
      And the REPLY from Dora shows Dora without MEMBER

  Rule: A member of a listed group answers as an individual who belongs to the group

    Background:
      Given Emil sends Dora a REQUEST about "Team lunch":
        | SEQUENCE | DTSTART                   | SUMMARY      | ATTENDEE         |
        | 0        | 6 March 2030 at 12:00 UTC | "Team lunch" | Crew GROUP asked |

    @must @2446/3.7.2/group-member-answers-as-individual @needs:groups @needs:message-in @needs:inbox
    Scenario: The answer is that of the member
      When Dora accepts
      Then the REPLY from Dora shows Dora with PARTSTAT ACCEPTED
      And the REPLY from Dora shows Dora with CUTYPE INDIVIDUAL

    @must @2446/3.7.2/group-member-names-the-group @needs:groups @needs:message-in @needs:inbox
    Scenario: The answer says through which group the member is invited
      When Dora accepts
      Then the REPLY from Dora shows Dora with MEMBER Crew
